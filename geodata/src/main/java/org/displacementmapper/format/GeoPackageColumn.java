package org.displacementmapper.format;

import java.util.Locale;
import org.displacementmapper.feature.Field;

/**
 * A column of values of a table in a GeoPackage. SQLite takes any value in any column, so what is
 * there need not be what the column says.
 *
 * @param longest bytes of a text that are read
 */
record GeoPackageColumn(String name, Field.Type type, int longest) {

  /** Bytes of all texts of a row together, and of one of them, as in the other formats. */
  private static final int MAX_ROW = 32 << 20;

  private static final int MAX_TEXT = 1 << 20;

  /** Bytes that stand for a value which is not fetched: too long, or binary. */
  private static final int TOO_LONG = 1;

  static int longest(int columns) {
    return Math.min(MAX_TEXT, MAX_ROW / Math.max(1, columns));
  }

  /** After table 1 of the standard and, for other declarations, SQLite's rules of affinity. */
  static Field.Type type(String declared) {
    String upper = declared.toUpperCase(Locale.ROOT);
    if (upper.startsWith("BOOL")) {
      return Field.Type.BOOLEAN;
    }
    if (upper.equals("DATE")) {
      return Field.Type.DATE;
    }
    if (upper.contains("INT")) {
      return Field.Type.INTEGER;
    }
    boolean number = upper.matches("(FLOAT|DOUBLE|REAL|NUMERIC|DECIMAL)\\b.*");
    return number ? Field.Type.NUMBER : Field.Type.TEXT;
  }

  /** The value in SQL; a long or binary one is not fetched. */
  String sql() {
    String column = Sqlite.quoted(name);
    return "CASE WHEN octet_length("
        + column
        + ") > "
        + longest
        + " THEN x'"
        + "00".repeat(TOO_LONG)
        + "' WHEN typeof("
        + column
        + ") = 'blob' THEN x'' ELSE "
        + column
        + " END";
  }

  /**
   * A value as it is in features: text, {@code Long}, {@code Double}, {@code Boolean} or null.
   *
   * @throws IllegalArgumentException saying why it must be taken as missing
   */
  Object value(Object stored) {
    if (stored == null) {
      return null;
    }
    if (stored instanceof byte[] mark) {
      throw new IllegalArgumentException(
          mark.length == TOO_LONG
              ? String.format(Locale.ROOT, "is longer than %,d bytes; taken as missing", longest)
              : "is binary and not text; taken as missing");
    }
    if (stored instanceof Double number && !Double.isFinite(number)) {
      throw new IllegalArgumentException("is no finite number; taken as missing");
    }
    Object value = stored instanceof Integer number ? (Object) number.longValue() : stored;
    switch (type) {
      case BOOLEAN:
        if (value instanceof Long number && (number == 0 || number == 1)) {
          return number == 1;
        }
        break;
      case INTEGER:
        if (value instanceof Number) {
          return value;
        }
        break;
      case NUMBER:
        if (value instanceof Number number) {
          return number.doubleValue();
        }
        break;
      default:
        return value.toString();
    }
    throw new IllegalArgumentException("is not of the type of its column; taken as missing");
  }
}
