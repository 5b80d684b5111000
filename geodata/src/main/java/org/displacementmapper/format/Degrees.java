package org.displacementmapper.format;

/** Degrees as text: at most seven decimals (about a centimetre), no exponent, no float noise. */
final class Degrees {

  /** Parts of a degree that are told apart. */
  static final double SCALE = 1e7;

  private static final int DECIMALS = 7;

  private Degrees() {}

  static String text(double degrees) {
    if (!(Math.abs(degrees) < Long.MAX_VALUE / SCALE)) {
      throw new IllegalArgumentException("a coordinate must be a finite number, was " + degrees);
    }
    long scaled = Math.round(degrees * SCALE);
    StringBuilder text = new StringBuilder(16);
    if (scaled < 0) {
      text.append('-');
      scaled = -scaled;
    }
    long whole = scaled / (long) SCALE;
    long fraction = scaled % (long) SCALE;
    text.append(whole);
    if (fraction > 0) {
      String digits = Long.toString(fraction);
      text.append('.').append("0".repeat(DECIMALS - digits.length())).append(digits);
      while (text.charAt(text.length() - 1) == '0') {
        text.setLength(text.length() - 1);
      }
    }
    return text.toString();
  }
}
