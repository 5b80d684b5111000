package org.displacementmapper.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.displacementmapper.feature.Field;

/**
 * A column of a .dbf file to be written. All values are shown to it once, so that it knows how wide
 * it must be and of which kind it can be; then it makes the cells. Not thread-safe.
 */
final class DbfColumn {

  /** Bytes of a text; what is longer is cut, and counted. */
  static final int MAX_TEXT = 254;

  /** The longest decimal form of a double, as {@code Double.toString} writes it. */
  private static final int MAX_NUMBER = 24;

  private static final int MAX_DECIMALS = 15;
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final Field field;
  private final String name;
  private int width;
  private int decimals;
  private boolean onlyNumbers = true;
  private boolean onlyDays = true;
  private boolean onlyBooleans = true;
  private long cut;

  /**
   * @param name at most ten ASCII characters
   */
  DbfColumn(Field field, String name) {
    this.field = field;
    this.name = name;
  }

  Field field() {
    return field;
  }

  String name() {
    return name;
  }

  /** How many values were cut to {@value #MAX_TEXT} bytes. */
  long cut() {
    return cut;
  }

  /** The text of a value, empty for null, taking note of what it needs. */
  String show(Object value) {
    if (value == null) {
      return "";
    }
    String text = value instanceof Number number ? text(number) : CsvCells.VERBATIM.text(value);
    onlyNumbers &= value instanceof Number || text.isEmpty();
    onlyBooleans &= value instanceof Boolean;
    onlyDays &= text.isEmpty() || DAY.matcher(text).matches();
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    width = Math.max(width, length);
    if (value instanceof Number && !text.contains("E")) {
      int point = text.indexOf('.');
      decimals = Math.max(decimals, point < 0 ? 0 : text.length() - point - 1);
    }
    return text;
  }

  /** Without exponent where it fits; no number is nothing. */
  private static String text(Number number) {
    if (number instanceof Double || number instanceof Float) {
      double value = number.doubleValue();
      if (!Double.isFinite(value)) {
        return "";
      }
      String plain = BigDecimal.valueOf(value).toPlainString();
      return plain.length() <= MAX_NUMBER ? plain : Double.toString(value);
    }
    boolean exact = number instanceof BigDecimal || number instanceof BigInteger;
    String text = exact ? new BigDecimal(number.toString()).toPlainString() : number.toString();
    return text.length() <= MAX_NUMBER ? text : Double.toString(number.doubleValue());
  }

  /** N number, L boolean, D day, C text. */
  char kind() {
    return switch (field.type()) {
      case INTEGER, NUMBER -> onlyNumbers ? 'N' : 'C';
      case BOOLEAN -> onlyBooleans ? 'L' : 'C';
      case DATE -> onlyDays ? 'D' : 'C';
      default -> 'C';
    };
  }

  int width() {
    return switch (kind()) {
      case 'L' -> 1;
      case 'D' -> 8;
      default -> Math.max(1, Math.min(width, MAX_TEXT));
    };
  }

  int decimals() {
    boolean whole = field.type() == Field.Type.INTEGER && decimals == 0;
    if (kind() != 'N' || whole || width() < 3) {
      return 0;
    }
    return Math.min(Math.min(Math.max(decimals, 1), MAX_DECIMALS), width() - 2);
  }

  /** Puts what {@link #show} gave into a row. */
  void write(String text, byte[] row, int start) {
    int width = width();
    Arrays.fill(row, start, start + width, (byte) ' ');
    if (text.isEmpty()) {
      if (kind() == 'L') {
        row[start] = '?';
      }
      return;
    }
    switch (kind()) {
      case 'L' -> row[start] = (byte) (text.equals("true") ? 'T' : 'F');
      case 'D' -> copy(text.replace("-", ""), row, start);
      case 'N' -> copy(text, row, start + width - text.length());
      default -> copyText(text, row, start);
    }
  }

  private static void copy(String ascii, byte[] row, int start) {
    byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, row, start, bytes.length);
  }

  /** As many whole characters as there is room for. */
  private void copyText(String text, byte[] row, int start) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = bytes.length;
    if (length > MAX_TEXT) {
      cut++;
      length = MAX_TEXT;
      while (length > 0 && (bytes[length] & 0xC0) == 0x80) {
        length--;
      }
    }
    System.arraycopy(bytes, 0, row, start, length);
  }
}
