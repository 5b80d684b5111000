package org.displacementmapper.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.feature.UnreadableFileException;

/**
 * The rows of a .dbf file (dBASE III and IV, as Shapefiles have it) one after another. Values are
 * text, whole numbers ({@code Long}), numbers ({@code Double}), booleans, days as text in the form
 * 2021-02-01, or null where a cell is blank. Not thread-safe.
 */
final class DbfFile implements Closeable {

  private static final int FIELD = 32;
  private static final int MAX_FIELDS = 2048;
  private static final byte DELETED = '*';
  private static final byte END = 0x1A;

  /** Digits that a whole number in a long always has room for. */
  private static final int LONG_DIGITS = 18;

  private record Column(String name, char kind, int start, int length, int decimals) {

    Field.Type type() {
      return switch (kind) {
        case 'N', 'F' ->
            decimals == 0 && kind == 'N' && length <= LONG_DIGITS
                ? Field.Type.INTEGER
                : Field.Type.NUMBER;
        case 'I', '+' -> Field.Type.INTEGER;
        case 'O', 'B' -> Field.Type.NUMBER;
        case 'L' -> Field.Type.BOOLEAN;
        case 'D' -> Field.Type.DATE;
        default -> Field.Type.TEXT;
      };
    }
  }

  private final String file;
  private final InputStream in;
  private final DbfEncoding encoding;
  private final List<Column> columns = new ArrayList<>();
  private final byte[] row;
  private final long stated;
  private long number;

  /**
   * @param cpg content of the .cpg file beside it, if there is one
   */
  DbfFile(String file, InputStream in, Optional<String> cpg) throws IOException {
    this.file = file;
    this.in = in;
    byte[] head = in.readNBytes(FIELD);
    if (head.length < FIELD || (head[0] & 7) < 3) {
      throw damaged("it does not begin as a .dbf file does");
    }
    ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    this.stated = bytes.getInt(4) & 0xFFFFFFFFL;
    int headerLength = bytes.getShort(8) & 0xFFFF;
    int rowLength = bytes.getShort(10) & 0xFFFF;
    try {
      this.encoding = DbfEncoding.of(cpg, head[29] & 0xFF);
    } catch (IllegalArgumentException e) {
      throw new UnreadableFileException(file, e.getMessage());
    }
    int fields = readColumns(headerLength);
    Column last = columns.get(columns.size() - 1);
    int needed = last.start() + last.length();
    if (rowLength < needed) {
      throw damaged(
          "its rows are said to have " + rowLength + " bytes, its columns have " + needed);
    }
    this.row = new byte[rowLength];
    in.skipNBytes(Math.max(0, headerLength - FIELD * (fields + 1L) - 1));
  }

  /** Reads the columns and the mark after them; returns how many there are. */
  private int readColumns(int headerLength) throws IOException {
    Set<String> taken = new HashSet<>();
    int start = 1;
    for (int i = 0; i < MAX_FIELDS; i++) {
      int first = in.read();
      boolean more = FIELD * (i + 2L) + 1 <= headerLength;
      if (first == '\r' || !more) {
        if (columns.isEmpty()) {
          throw damaged("it has no columns");
        }
        return i;
      }
      byte[] rest = in.readNBytes(FIELD - 1);
      if (first < 0 || rest.length < FIELD - 1) {
        throw damaged("it ends among its columns");
      }
      byte[] field = new byte[FIELD];
      field[0] = (byte) first;
      System.arraycopy(rest, 0, field, 1, rest.length);
      int end = 0;
      while (end < 11 && field[end] != 0) {
        end++;
      }
      char kind = (char) (field[11] & 0xFF);
      // Long texts keep the high byte of their length where others have decimals.
      int length = (field[16] & 0xFF) + (kind == 'C' ? (field[17] & 0xFF) << 8 : 0);
      String name = free(encoding.text(field, 0, end).strip(), i, taken);
      columns.add(new Column(name, kind, start, length, kind == 'C' ? 0 : field[17] & 0xFF));
      start += length;
    }
    throw damaged("it has more than " + MAX_FIELDS + " columns");
  }

  private static String free(String name, int index, Set<String> taken) {
    String free = name.isEmpty() ? "column_" + (index + 1) : name;
    for (int n = 2; !taken.add(free); n++) {
      free = name + "_" + n;
    }
    return free;
  }

  Schema schema() {
    return new Schema(
        columns.stream().map(column -> new Field(column.name(), column.type(), "")).toList());
  }

  /** How many rows its header tells. */
  long stated() {
    return stated;
  }

  /** Of the current row, from 1. */
  long number() {
    return number;
  }

  /** Moves to the next row; false after the last one. */
  boolean next() throws IOException {
    int first = number < stated ? in.read() : -1;
    if (first < 0 || first == END) {
      return false;
    }
    row[0] = (byte) first;
    int read = 1 + in.readNBytes(row, 1, row.length - 1);
    if (read < row.length) {
      return false;
    }
    number++;
    return true;
  }

  boolean isDeleted() {
    return row[0] == DELETED;
  }

  boolean isGuessed() {
    return encoding.isGuessed();
  }

  /**
   * The values of the current row.
   *
   * @param wrong told the column and the text of each value that is not of its column's type; it is
   *     null then
   */
  Map<String, Object> values(BiConsumer<String, String> wrong) {
    Map<String, Object> values = new LinkedHashMap<>(columns.size() * 2);
    for (Column column : columns) {
      Object value;
      try {
        value = value(column);
      } catch (IllegalArgumentException | DateTimeException e) {
        wrong.accept(column.name(), latin(column));
        value = null;
      }
      values.put(column.name(), value);
    }
    return values;
  }

  private Object value(Column column) {
    switch (column.kind()) {
      case 'N', 'F':
        return number(latin(column), column.type());
      case 'L':
        return bool(latin(column));
      case 'D':
        return day(latin(column));
      case 'I', '+':
        return column.length() == 4 ? (Object) (long) binary(column).getInt() : null;
      case 'O', 'B':
        return column.length() == 8 ? (Object) binary(column).getDouble() : null;
      default:
        int length = column.length();
        while (length > 0 && isPadding(row[column.start() + length - 1])) {
          length--;
        }
        return length == 0 ? null : encoding.text(row, column.start(), length);
    }
  }

  private static boolean isPadding(byte octet) {
    return octet == ' ' || octet == 0;
  }

  private ByteBuffer binary(Column column) {
    return ByteBuffer.wrap(row, column.start(), column.length()).order(ByteOrder.LITTLE_ENDIAN);
  }

  private String latin(Column column) {
    return new String(row, column.start(), column.length(), StandardCharsets.ISO_8859_1)
        .replace('\0', ' ')
        .strip();
  }

  /** Asterisks fill a cell whose number has no room or is missing. */
  private static Object number(String text, Field.Type type) {
    if (text.isEmpty() || text.charAt(0) == '*') {
      return null;
    }
    if (type == Field.Type.INTEGER && text.matches("[+-]?\\d+")) {
      return Long.valueOf(text);
    }
    double number = Double.parseDouble(text.replace(',', '.'));
    if (!Double.isFinite(number) || text.endsWith("d") || text.endsWith("f")) {
      throw new NumberFormatException(text);
    }
    return number;
  }

  private static Boolean bool(String text) {
    if (text.isEmpty() || text.equals("?")) {
      return null;
    }
    if ("TtYy".contains(text)) {
      return true;
    }
    if ("FfNn".contains(text)) {
      return false;
    }
    throw new IllegalArgumentException(text);
  }

  private static String day(String text) {
    if (text.isEmpty() || text.matches("0+")) {
      return null;
    }
    if (!text.matches("\\d{8}")) {
      throw new IllegalArgumentException(text);
    }
    return LocalDate.of(
            Integer.parseInt(text.substring(0, 4)),
            Integer.parseInt(text.substring(4, 6)),
            Integer.parseInt(text.substring(6)))
        .toString();
  }

  private UnreadableFileException damaged(String what) {
    return new UnreadableFileException(
        file, "the .dbf file is damaged: " + what + "; copy or export it again");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
