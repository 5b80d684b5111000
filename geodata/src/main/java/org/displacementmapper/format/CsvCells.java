package org.displacementmapper.format;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A value as the text of a CSV cell, and back.
 *
 * <p>{@code GUARDED} puts an apostrophe before text that a spreadsheet would run as a formula: text
 * that begins with {@code = + - @}, tab or a line break and is no plain number (after the OWASP
 * page "CSV Injection"). Text that already looks guarded gets another apostrophe, so that reading
 * takes off exactly what writing put on.
 */
enum CsvCells {
  GUARDED,
  VERBATIM;

  private static final Pattern FORMULA =
      Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);
  private static final Pattern PLAIN_NUMBER =
      Pattern.compile("[+-](\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

  /** A null is an empty cell, a list its items joined by semicolons. */
  String write(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double || value instanceof Float) {
      return number(((Number) value).doubleValue());
    }
    if (value instanceof List<?> items) {
      return guard(items.stream().map(CsvCells::item).collect(Collectors.joining(";")));
    }
    return value instanceof Number ? value.toString() : guard(value.toString());
  }

  /** The text that was written as this cell. */
  String read(String cell) {
    boolean guarded =
        this == GUARDED && cell.startsWith("'") && looksLikeFormula(cell.substring(1));
    return guarded ? cell.substring(1) : cell;
  }

  private String guard(String text) {
    return this == GUARDED && looksLikeFormula(text) ? "'" + text : text;
  }

  private static boolean looksLikeFormula(String text) {
    return FORMULA.matcher(text).matches() && !PLAIN_NUMBER.matcher(text).matches();
  }

  /** An item that itself holds a semicolon or quote is quoted as in CSV. */
  private static String item(Object item) {
    String text = item == null ? "" : item.toString();
    return text.contains(";") || text.contains("\"")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }

  private static String number(double value) {
    return Double.isFinite(value) ? BigDecimal.valueOf(value).toPlainString() : "";
  }
}
