package org.displacementmapper.server.usecase;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Reads a decimal number from bytes, to the same bits as {@link Double#parseDouble} and without
 * making a text of it. Stricter: digits with a point, a sign and an exponent, nothing else; "96,1",
 * "96.1d" and "NaN" are not numbers. Blanks and one pair of quotes around are allowed.
 */
final class Decimals {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

  /** Up to here every whole number, and every power of ten below, is exact as a double. */
  private static final long MAX_EXACT = 1L << 53;

  private static final double[] POWERS = new double[23];

  static {
    double power = 1;
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = power;
      power *= 10;
    }
  }

  private Decimals() {}

  /** The number between two positions; NaN if it is not one. */
  static double parse(byte[] bytes, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isBlankOrQuote(bytes[start])) {
      start++;
    }
    while (end > start && isBlankOrQuote(bytes[end - 1])) {
      end--;
    }
    int at = start;
    boolean negative = at < end && bytes[at] == '-';
    if (at < end && (negative || bytes[at] == '+')) {
      at++;
    }
    long digits = 0;
    int count = 0;
    int decimals = -1;
    for (; at < end; at++) {
      byte current = bytes[at];
      if (current >= '0' && current <= '9' && digits < MAX_EXACT / 16) {
        digits = digits * 10 + (current - '0');
        count++;
        decimals += decimals >= 0 ? 1 : 0;
      } else if (current == '.' && decimals < 0) {
        decimals = 0;
      } else {
        return parseSlowly(bytes, start, end);
      }
    }
    if (count == 0 || decimals >= POWERS.length) {
      return parseSlowly(bytes, start, end);
    }
    // Both are exact, so the quotient is the nearest double.
    double value = decimals > 0 ? digits / POWERS[decimals] : digits;
    return negative ? -value : value;
  }

  private static boolean isBlankOrQuote(byte current) {
    return current == ' ' || current == '\t' || current == '"';
  }

  private static double parseSlowly(byte[] bytes, int start, int end) {
    String text = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
  }
}
