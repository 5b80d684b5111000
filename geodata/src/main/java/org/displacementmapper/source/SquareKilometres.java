package org.displacementmapper.source;

import java.math.BigDecimal;
import java.math.MathContext;

/** Small areas on the map in square kilometres, right within one percent. */
final class SquareKilometres {

  /** Of a degree of latitude, squared: a sphere of 6,371 km. */
  private static final double PER_SQUARE_DEGREE = 12_364;

  private SquareKilometres() {}

  /**
   * @param lat latitude at which the area lies
   */
  static double of(double squareDegrees, double lat) {
    return squareDegrees * PER_SQUARE_DEGREE * Math.cos(Math.toRadians(lat));
  }

  /** With two digits that count, and none of less than a square metre. */
  static String text(double squareDegrees, double lat) {
    return text(of(squareDegrees, lat));
  }

  static String text(double squareKilometres) {
    if (squareKilometres < 1e-6) {
      return "less than 0.000001";
    }
    return new BigDecimal(squareKilometres, new MathContext(2)).toPlainString();
  }
}
