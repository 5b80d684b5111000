package org.displacementmapper.exposure;

import java.util.Arrays;

/**
 * Disjoint stretches of one line of latitude, from west to east. Filled, read and cleared again for
 * every line, so that no line costs an allocation. Used by one thread.
 */
final class Intervals {

  private double[] ends = new double[16];
  private int size;

  void clear() {
    size = 0;
  }

  void add(double west, double east) {
    if (size + 2 > ends.length) {
      ends = Arrays.copyOf(ends, 2 * ends.length);
    }
    ends[size++] = west;
    ends[size++] = east;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** How much of the density lies in {@code west} to {@code east} and in these intervals. */
  double within(double west, double east, Density density) {
    double sum = 0;
    for (int i = firstEndingAfter(west); i < size && ends[i] < east; i += 2) {
      sum += density.between(Math.max(west, ends[i]), Math.min(east, ends[i + 1]));
    }
    return sum;
  }

  private int firstEndingAfter(double west) {
    int low = 0;
    int high = size / 2;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[2 * middle + 1] <= west) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return 2 * low;
  }

  /** What lies along a stretch of a line of latitude: metres, or people. */
  interface Density {
    double between(double west, double east);
  }
}
