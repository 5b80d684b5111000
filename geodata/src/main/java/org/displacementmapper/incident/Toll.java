package org.displacementmapper.incident;

/**
 * People killed, as reported: low, best, high. Each may be null (not reported). Published values
 * are kept as they are, even where a source has low above best.
 */
public record Toll(Integer low, Integer best, Integer high) {

  public static final Toll NOT_REPORTED = new Toll(null, null, null);

  public Toll {
    requireNotNegative("low", low);
    requireNotNegative("best", best);
    requireNotNegative("high", high);
  }

  private static void requireNotNegative(String name, Integer deaths) {
    if (deaths != null && deaths < 0) {
      throw new IllegalArgumentException(
          name + " number of deaths must be 0 or more, was " + deaths);
    }
  }
}
