package org.displacementmapper.displacement;

import java.util.Arrays;
import java.util.Random;

/**
 * How far the parts of a shared number may be off: many draws of the weights, each multiplied by
 * exp(z) with z standard normal and shared anew, give quantiles for every part and for any sum of
 * parts (section 8 of the method). Where the shared number is itself an estimate, it is drawn too.
 *
 * <p>The spread of the weights is borrowed from states within the country: there is no truth of
 * finer parts. The seed is fixed, and {@link Random#nextGaussian} is specified with {@link
 * StrictMath}, so that the same limits come out everywhere; the i-th part of every number meets the
 * same draws.
 */
final class ShareDraws {

  static final int DRAWS = 1000;

  /** Standard deviation of the logarithm of a weight. */
  static final double SPREAD = 1;

  private static final long SEED = 440_000;

  /** Enough for the townships of any state or region of Myanmar. */
  private static final int PARTS_KEPT = 64;

  private static final double[] OF_THE_NUMBER = normals(new Random(SEED));
  private static final double[][] OF_THE_PARTS = factors(PARTS_KEPT);

  private final double[] best;

  /** By part, then draw. */
  private final double[][] parts;

  private final double numberSpread;

  private ShareDraws(double[] best, double[][] parts, double numberSpread) {
    this.best = best;
    this.parts = parts;
    this.numberSpread = numberSpread;
  }

  /**
   * @param ceilings to share under, as for {@link Sharing}
   * @param numberSpread standard deviation of the logarithm of the number; 0 for a printed figure
   */
  static ShareDraws of(long people, double[] weights, double[] ceilings, double numberSpread) {
    int count = weights.length;
    double[][] factors = count <= PARTS_KEPT ? OF_THE_PARTS : factors(count);
    double[][] parts = new double[count][DRAWS];
    double[] drawn = new double[count];
    for (int draw = 0; draw < DRAWS; draw++) {
      for (int i = 0; i < count; i++) {
        drawn[i] = weights[i] * factors[i][draw];
      }
      double number =
          numberSpread == 0 ? people : people * StrictMath.exp(numberSpread * OF_THE_NUMBER[draw]);
      double[] shared = Sharing.proportionally(number, drawn, ceilings);
      for (int i = 0; i < count; i++) {
        parts[i][draw] = shared[i];
      }
    }
    return new ShareDraws(Sharing.proportionally(people, weights, ceilings), parts, numberSpread);
  }

  /**
   * The limits of the sum of some parts. Never narrower than those of the shared number itself, nor
   * than those of a printed figure.
   *
   * @param chosen which parts
   * @param people the whole people that they were given, which the limits enclose
   * @param population that no limit may exceed
   */
  Interval interval(int[] chosen, long people, double population) {
    double sum = 0;
    double[] sums = new double[DRAWS];
    for (int part : chosen) {
      sum += best[part];
      for (int draw = 0; draw < DRAWS; draw++) {
        sums[draw] += parts[part][draw];
      }
    }
    Arrays.sort(sums);
    double factor80 = StrictMath.exp(Quantiles.normal(0.8) * numberSpread);
    double factor95 = StrictMath.exp(Quantiles.normal(0.95) * numberSpread);
    return Interval.clipped(
        least(people, quantile(sums, 0.1), sum * (1 - Allocation.ROUNDING80), sum / factor80),
        most(people, quantile(sums, 0.9), sum * (1 + Allocation.ROUNDING80), sum * factor80),
        least(people, quantile(sums, 0.025), sum * (1 - Allocation.ROUNDING95), sum / factor95),
        most(people, quantile(sums, 0.975), sum * (1 + Allocation.ROUNDING95), sum * factor95),
        population);
  }

  private static double least(double... limits) {
    return Arrays.stream(limits).min().orElseThrow();
  }

  private static double most(double... limits) {
    return Arrays.stream(limits).max().orElseThrow();
  }

  /** Linear between the two nearest of the sorted values. */
  private static double quantile(double[] sorted, double probability) {
    double position = probability * (sorted.length - 1);
    int below = (int) position;
    double above = sorted[Math.min(below + 1, sorted.length - 1)];
    return sorted[below] + (position - below) * (above - sorted[below]);
  }

  private static double[][] factors(int count) {
    Random random = new Random(SEED + 1);
    double[][] factors = new double[count][];
    for (int i = 0; i < count; i++) {
      factors[i] = normals(random);
      for (int draw = 0; draw < DRAWS; draw++) {
        factors[i][draw] = StrictMath.exp(SPREAD * factors[i][draw]);
      }
    }
    return factors;
  }

  private static double[] normals(Random random) {
    double[] normals = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      normals[draw] = random.nextGaussian();
    }
    return normals;
  }
}
