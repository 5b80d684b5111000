package org.displacementmapper.displacement;

import java.util.Arrays;
import java.util.Random;

/**
 * How far the parts of a shared number may be off: many draws of the weights, each multiplied by
 * exp(z) with z standard normal and shared anew, give quantiles for every part (section 8 of the
 * method). The seed is fixed, and {@link Random#nextGaussian} is specified with {@link StrictMath},
 * so that the same limits come out everywhere.
 *
 * <p>The spread of 1 is borrowed from states within the country: there is no truth of finer parts.
 */
final class ShareDraws {

  static final int DRAWS = 1000;

  private static final long SEED = 440_000;

  private ShareDraws() {}

  /**
   * @param ceilings to share under, as for {@link Sharing}
   * @param populations that no limit may exceed
   */
  static Interval[] intervals(
      long people, double[] weights, double[] ceilings, double[] populations) {
    double[] best = Sharing.proportionally(people, weights, ceilings);
    double[][] draws = new double[weights.length][DRAWS];
    Random random = new Random(SEED);
    double[] drawn = new double[weights.length];
    for (int draw = 0; draw < DRAWS; draw++) {
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = weights[i] * StrictMath.exp(random.nextGaussian());
      }
      double[] parts = Sharing.proportionally(people, drawn, ceilings);
      for (int i = 0; i < parts.length; i++) {
        draws[i][draw] = parts[i];
      }
    }
    Interval[] intervals = new Interval[weights.length];
    for (int i = 0; i < intervals.length; i++) {
      Arrays.sort(draws[i]);
      intervals[i] = interval(draws[i], best[i], populations[i]);
    }
    return intervals;
  }

  /** Never narrower than that of a printed figure: the shared number is one. */
  private static Interval interval(double[] sorted, double best, double population) {
    return Interval.clipped(
        Math.min(quantile(sorted, 0.1), best * (1 - Allocation.ROUNDING80)),
        Math.max(quantile(sorted, 0.9), best * (1 + Allocation.ROUNDING80)),
        Math.min(quantile(sorted, 0.025), best * (1 - Allocation.ROUNDING95)),
        Math.max(quantile(sorted, 0.975), best * (1 + Allocation.ROUNDING95)),
        population);
  }

  /** Linear between the two nearest of the sorted values. */
  private static double quantile(double[] sorted, double probability) {
    double position = probability * (sorted.length - 1);
    int below = (int) position;
    double above = sorted[Math.min(below + 1, sorted.length - 1)];
    return sorted[below] + (position - below) * (above - sorted[below]);
  }
}
