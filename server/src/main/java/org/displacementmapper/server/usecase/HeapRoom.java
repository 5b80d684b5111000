package org.displacementmapper.server.usecase;

import java.util.Locale;
import java.util.Optional;

/**
 * Whether the rows of a file being read still leave memory enough to join and store them, which
 * takes about as much as the rows themselves: a file that is too long is refused while that can
 * still be said well, not by running out of memory.
 */
final class HeapRoom {

  /** Of the most that the heap may take: what rows may take once garbage is gone. */
  private static final double MOST_USED = 0.6;

  /** The same where the rows are outlines, of which those of coarser levels are dissolved. */
  private static final double MOST_USED_BY_OUTLINES = 0.3;

  /** Garbage beyond that, until a collection shows what is really in use. */
  private static final double GARBAGE = 0.2;

  /** The memory of this program, in bytes. */
  interface Heap {

    long used();

    long most();

    /** Frees what is no longer in use. */
    void collect();
  }

  /** That of the virtual machine. */
  static final Heap JAVA =
      new Heap() {
        @Override
        public long used() {
          return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }

        @Override
        public long most() {
          return Runtime.getRuntime().maxMemory();
        }

        @Override
        public void collect() {
          System.gc();
        }
      };

  private final Heap heap;

  HeapRoom(Heap heap) {
    this.heap = heap;
  }

  /**
   * Why no more rows can be read, and what to do; empty if they can.
   *
   * @param outlines whether corners of outlines are most of what the rows have
   */
  Optional<String> findRefusal(long rows, boolean outlines) {
    double most = outlines ? MOST_USED_BY_OUTLINES : MOST_USED;
    if (heap.used() < (most + GARBAGE) * heap.most()) {
      return Optional.empty();
    }
    heap.collect();
    long used = heap.used();
    if (used < most * heap.most()) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "there is too little memory: %,d rows take %,d of %,d MB, and joining and storing them"
                + " takes %s. Nothing was changed. Give more with java -Xmx, such as"
                + " -Xmx8g, or import a shorter file, or one"
                + " with simpler outlines",
            rows,
            used >> 20,
            heap.most() >> 20,
            outlines ? "more than twice as much again" : "more"));
  }
}
