package org.displacementmapper.displacement;

/**
 * How a unit's own rate of people per incident ages (section 6 of the method). Fresh it is trusted;
 * with time it drifts, and the national rate, from which units differ by {@code tau}, counts more.
 *
 * @param tau spread of the units' own rates around the national one, in natural logarithms
 * @param drift change of a unit's own rate per square root of a day, likewise
 */
public record Pooling(double tau, double drift) {

  /** As found in the trial, on the series that it is used on. */
  public static final Pooling STANDARD = new Pooling(Independent.TAU, 0.055);

  public Pooling {
    if (!(tau > 0) || !(drift >= 0)) {
      throw new IllegalArgumentException(
          "tau must be above 0 and drift 0 or more, were " + tau + " and " + drift);
    }
  }

  /** What part of a unit's own rate counts after so many days: 1 at first, falling to 0. */
  public double weight(long days) {
    return tau * tau / (tau * tau + drift * drift * days);
  }

  /** Variance of the pooled rate in squared natural logarithms: 0 at first, growing to tau². */
  public double variance(long days) {
    return weight(days) * drift * drift * days;
  }

  /** What an estimate is divided and multiplied by after so many days. */
  public double factor(double confidence, long days) {
    return StrictMath.exp(Quantiles.normal(confidence) * StrictMath.sqrt(variance(days)));
  }
}
