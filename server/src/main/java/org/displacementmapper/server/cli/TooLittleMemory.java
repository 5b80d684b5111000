package org.displacementmapper.server.cli;

import java.util.Locale;

/** What is said when the memory of the program is used up. */
final class TooLittleMemory {

  private TooLittleMemory() {}

  /** The store changes by one rename at the very end, so nothing is half done. */
  static String text() {
    return String.format(
        Locale.ROOT,
        "The memory (%,d MB) is too small for these data; nothing was changed. Give more with java"
            + " -Xmx, such as -Xmx8g.",
        Runtime.getRuntime().maxMemory() >> 20);
  }
}
