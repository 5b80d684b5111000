package org.displacementmapper.displacement;

/**
 * Where the true number of people should lie four times in five (80 %) and nineteen times in twenty
 * (95 %), in whole people, widened to whole people and never above the ceiling of its unit.
 */
public record Interval(long low80, long high80, long low95, long high95) {

  public Interval {
    if (low95 < 0 || low80 < low95 || high80 < low80 || high95 < high80) {
      throw new IllegalArgumentException(
          "limits must be 0 <= low95 <= low80 <= high80 <= high95, were %d, %d, %d, %d"
              .formatted(low95, low80, high80, high95));
    }
  }

  /** A multiplicative interval: {@code best} divided and multiplied by a factor of at least 1. */
  static Interval times(double best, double factor80, double factor95, double ceiling) {
    return clipped(best / factor80, best * factor80, best / factor95, best * factor95, ceiling);
  }

  /** Limits cut to 0 and the ceiling, the lower ones rounded down, the upper ones up. */
  static Interval clipped(
      double low80, double high80, double low95, double high95, double ceiling) {
    return new Interval(
        down(low80, ceiling), up(high80, ceiling), down(low95, ceiling), up(high95, ceiling));
  }

  public boolean contains(long people) {
    return low95 <= people && people <= high95;
  }

  private static long down(double limit, double ceiling) {
    return (long) StrictMath.floor(StrictMath.max(0, StrictMath.min(limit, ceiling)));
  }

  private static long up(double limit, double ceiling) {
    return (long) StrictMath.ceil(StrictMath.max(0, StrictMath.min(limit, ceiling)));
  }
}
