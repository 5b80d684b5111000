package org.displacementmapper.raster;

/** LZW as TIFF has it (TIFF 6.0, section 13): codes of 9 to 12 bits, the highest bit first. */
final class Lzw {

  private static final int CLEAR = 256;
  private static final int END = 257;
  private static final int FIRST = 258;
  private static final int MOST_CODES = 4_096;
  private static final int LEAST_BITS = 9;
  private static final int MOST_BITS = 12;

  private Lzw() {}

  /** Unpacks up to as many bytes as fit, and returns how many they were. */
  static int unpack(byte[] packed, byte[] out) {
    int[] prefix = new int[MOST_CODES];
    byte[] last = new byte[MOST_CODES];
    int[] length = new int[MOST_CODES];
    for (int i = 0; i < CLEAR; i++) {
      last[i] = (byte) i;
      length[i] = 1;
    }
    int bits = LEAST_BITS;
    int free = FIRST;
    int previous = -1;
    int written = 0;
    long position = 0;
    while (position + bits <= packed.length * 8L && written < out.length) {
      int code = code(packed, position, bits);
      position += bits;
      if (code == END) {
        break;
      }
      if (code == CLEAR) {
        bits = LEAST_BITS;
        free = FIRST;
        previous = -1;
        continue;
      }
      if (code > free || (code == free && previous < 0) || (previous < 0 && code >= CLEAR)) {
        throw new NotReadable("its LZW data are damaged");
      }
      if (previous >= 0 && free < MOST_CODES) {
        int source = code == free ? previous : code;
        while (length[source] > 1) {
          source = prefix[source];
        }
        prefix[free] = previous;
        last[free] = last[source];
        length[free] = length[previous] + 1;
        free++;
      }
      int end = written + length[code];
      int at = end;
      for (int walk = code; at > written; walk = prefix[walk]) {
        at--;
        if (at < out.length) {
          out[at] = last[walk];
        }
      }
      written = Math.min(end, out.length);
      previous = code;
      // The writer widens its codes one early.
      if (free + 1 >= 1 << bits && bits < MOST_BITS) {
        bits++;
      }
    }
    return written;
  }

  private static int code(byte[] packed, long position, int bits) {
    int code = 0;
    int at = (int) (position >>> 3);
    int have = 0;
    for (; have < bits + 8 && at < packed.length && have < 24; at++) {
      code = code << 8 | packed[at] & 0xff;
      have += 8;
    }
    return code >>> (have - (int) (position & 7) - bits) & (1 << bits) - 1;
  }
}
