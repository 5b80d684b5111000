package org.displacementmapper.displacement;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Half-widths of two-sided intervals in standard deviations. The library computes with {@link
 * Math}, whose last digits may differ between machines; nine decimals do not.
 */
final class Quantiles {

  private static final double DECIMALS = 1e9;

  private Quantiles() {}

  /** For example 1.281551566 for a confidence of 0.8. */
  static double normal(double confidence) {
    return rounded(NormalDistribution.of(0, 1).inverseCumulativeProbability(upper(confidence)));
  }

  static double t(int degreesOfFreedom, double confidence) {
    return rounded(
        TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(upper(confidence)));
  }

  private static double upper(double confidence) {
    return 0.5 + confidence / 2;
  }

  private static double rounded(double quantile) {
    return StrictMath.rint(quantile * DECIMALS) / DECIMALS;
  }
}
