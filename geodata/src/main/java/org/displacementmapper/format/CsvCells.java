package org.displacementmapper.format;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A value as the text of a CSV cell.
 *
 * <p>{@code GUARDED} puts an apostrophe before text that a spreadsheet would run as a formula: text
 * that begins with {@code = + - @}, their full-width forms, tab or a line break, and is no plain
 * number (after the OWASP page "CSV Injection"). Such an apostrophe is not taken off in reading: it
 * may be the user's own.
 */
enum CsvCells {
  GUARDED,
  VERBATIM;

  private static final Pattern FORMULA = Pattern.compile("[=+\\-@＝＋－＠\\t\\r\\n].*", Pattern.DOTALL);
  private static final Pattern PLAIN_NUMBER =
      Pattern.compile("[+-](\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

  /** A null is an empty cell, a list its items joined by semicolons. */
  String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double || value instanceof Float) {
      return number(((Number) value).doubleValue());
    }
    if (value instanceof Number) {
      return value.toString();
    }
    return guard(value instanceof List<?> items ? joined(items) : value.toString());
  }

  private String guard(String text) {
    boolean formula =
        this == GUARDED && FORMULA.matcher(text).matches() && !PLAIN_NUMBER.matcher(text).matches();
    return formula ? "'" + text : text;
  }

  /** An item that itself holds a semicolon or a quote is quoted as in CSV. */
  private static String joined(List<?> items) {
    return items.stream()
        .map(item -> item == null ? "" : item.toString())
        .map(item -> item.matches("(?s).*[;\"].*") ? '"' + item.replace("\"", "\"\"") + '"' : item)
        .collect(Collectors.joining(";"));
  }

  /** Without exponent; no number is an empty cell. */
  private static String number(double value) {
    return Double.isFinite(value) ? BigDecimal.valueOf(value).toPlainString() : "";
  }
}
