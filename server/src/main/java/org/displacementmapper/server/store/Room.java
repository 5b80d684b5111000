package org.displacementmapper.server.store;

import java.util.Locale;
import org.displacementmapper.dataset.Version;

/**
 * Whether all incidents of some versions fit into the memory: asked before they are read, which
 * takes minutes.
 *
 * @param mostBytes that the heap may take
 */
record Room(long mostBytes) {

  /** Of heap, for an incident with its placement; see timing.md of geodata. */
  private static final long BYTES_SERVED = 450;

  /** Of all heap; the rest is for answers. */
  private static final double MOST_INCIDENTS = 0.85;

  boolean holds(long incidents) {
    return incidents * BYTES_SERVED <= MOST_INCIDENTS * mostBytes;
  }

  /** Where it was too small in spite of that, as when two old versions are compared. */
  String usedUp(String version) {
    return String.format(
        Locale.ROOT,
        "The memory (%,d MB) was used up while dataset version %s was read. Give more with java"
            + " -Xmx.",
        mostBytes >> 20,
        version);
  }

  /**
   * @param beside how many incidents of the newest version stay in the memory; 0: none
   */
  String tooSmall(Version version, long incidents, long beside) {
    long bytes = (incidents + beside) * BYTES_SERVED;
    String others =
        beside == 0 ? "" : String.format(Locale.ROOT, " beside the %,d of the newest", beside);
    return String.format(
        Locale.ROOT,
        "The memory (%,d MB) is too small for the %,d incidents of dataset version %s%s, which take"
            + " about %,d MB. Give more with java -Xmx, such as -Xmx%dg.",
        mostBytes >> 20,
        incidents,
        version,
        others,
        bytes >> 20,
        (2 * bytes >> 30) + 1);
  }
}
