package org.displacementmapper.displacement;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A number of people shared over parts in proportion to weights, no part above its ceiling: a part
 * that would be is fixed there and the rest shared again until none is. The whole people of the
 * parts and the people left over add up to the number exactly.
 *
 * @param parts unrounded, in the order of the weights
 * @param people the parts in whole people, by largest remainder; ties go to the earlier part
 * @param left people that found no room under any ceiling, or no part with a weight
 */
record Sharing(double[] parts, long[] people, long left) {

  /**
   * @param people 0 or more
   * @param weights 0 or more, finite
   * @param ceilings of the parts; infinite where there is none
   */
  static Sharing of(long people, double[] weights, double[] ceilings) {
    double[] parts = proportionally(people, weights, ceilings);
    double shared = 0;
    for (double part : parts) {
      shared += part;
    }
    long left = Math.max(0, Math.round(people - shared));
    return new Sharing(parts, inWholePeople(parts, people - left), left);
  }

  /** The parts alone, unrounded. */
  static double[] proportionally(double total, double[] weights, double[] ceilings) {
    double[] parts = new double[weights.length];
    // Weights are taken relative to the largest, so that enormous ones do not overflow their sum.
    double largest = Arrays.stream(weights).max().orElse(0);
    if (largest <= 0) {
      return parts;
    }
    boolean[] fixed = new boolean[weights.length];
    double toShare = total;
    boolean again = true;
    while (again) {
      again = false;
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += fixed[i] ? 0 : weights[i] / largest;
      }
      double fixedNow = 0;
      for (int i = 0; i < weights.length; i++) {
        if (fixed[i]) {
          continue;
        }
        parts[i] = sum == 0 ? 0 : toShare * (weights[i] / largest / sum);
        if (parts[i] > ceilings[i]) {
          parts[i] = ceilings[i];
          fixed[i] = true;
          fixedNow += ceilings[i];
          again = true;
        }
      }
      toShare = Math.max(0, toShare - fixedNow);
    }
    return parts;
  }

  /** Each part rounded down, then one more for the largest remainders until the total is there. */
  private static long[] inWholePeople(double[] parts, long total) {
    long[] whole = new long[parts.length];
    long left = total;
    for (int i = 0; i < parts.length; i++) {
      whole[i] = (long) StrictMath.floor(parts[i]);
      left -= whole[i];
    }
    int[] byRemainder =
        IntStream.range(0, parts.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> StrictMath.floor(parts[i]) - parts[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int next = 0; left > 0 && next < byRemainder.length; next++) {
      whole[byRemainder[next]]++;
      left--;
    }
    return whole;
  }
}
