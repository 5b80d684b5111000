package org.displacementmapper.server;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Keeps the heap of a server near what it needs, also on a machine with much memory: left alone,
 * the collector takes up to a quarter of it when many tiles are drawn at once, most of it garbage,
 * and gives nothing back. The limit cannot be given where it belongs, as -Xmx, because the program
 * is started as {@code java -jar}.
 *
 * <p>A thread looks five times a second at how much the heap has taken; beyond the limit it asks
 * for a full collection, which gives back what is free. Who sets -Xmx below the limit has no use of
 * it, and options of one's own are left as they are. See the decision on memory.
 */
final class HeapLimit {

  /** Bytes of heap beyond which free parts are given back. */
  private static final long LIMIT_BYTES = 288L << 20;

  /** Data that need more get so many times what is in use. */
  private static final int TIMES_USED = 2;

  private static final long LOOK_MILLIS = 200;

  /** At most one full collection in this time, so that drawing goes on. */
  private static final long PAUSE_MILLIS = 1_000;

  /** Writable while running. Order matters: the least free part must stay below the most. */
  private static final List<String[]> OPTIONS =
      List.of(
          new String[] {"MinHeapFreeRatio", "20"},
          new String[] {"MaxHeapFreeRatio", "45"},
          new String[] {"G1PeriodicGCInterval", "60000"});

  private HeapLimit() {}

  static void keep() {
    Thread thread = new Thread(HeapLimit::watch, "heap-limit");
    thread.setDaemon(true);
    thread.start();
  }

  private static void watch() {
    try {
      Thread.sleep(PAUSE_MILLIS);
      setOptions();
      long limit = LIMIT_BYTES;
      while (true) {
        Thread.sleep(LOOK_MILLIS);
        if (Runtime.getRuntime().totalMemory() > limit) {
          limit = giveBack();
          Thread.sleep(PAUSE_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Collects, and says from how much on to do so again. */
  private static long giveBack() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return Math.max(LIMIT_BYTES, TIMES_USED * (runtime.totalMemory() - runtime.freeMemory()));
  }

  private static void setOptions() {
    try {
      HotSpotDiagnosticMXBean machine =
          ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      for (String[] option : OPTIONS) {
        if (machine.getVMOption(option[0]).getOrigin() == VMOption.Origin.DEFAULT) {
          machine.setVMOption(option[0], option[1]);
        }
      }
    } catch (RuntimeException e) {
      // Another virtual machine or collector: then its own defaults hold.
      return;
    }
  }
}
