package org.displacementmapper.layer;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Numbers as they stand in features. */
public final class Numbers {

  private Numbers() {}

  public static Double orNull(OptionalDouble number) {
    return number.isPresent() ? (Double) number.getAsDouble() : null;
  }

  public static Long orNull(OptionalLong number) {
    return number.isPresent() ? (Long) number.getAsLong() : null;
  }

  /** A count as a whole number where it is one, else to two decimals. */
  public static Number hundredths(double count) {
    double rounded = Math.rint(count * 100) / 100;
    return rounded == Math.rint(rounded) ? (Number) (long) rounded : (Number) rounded;
  }
}
