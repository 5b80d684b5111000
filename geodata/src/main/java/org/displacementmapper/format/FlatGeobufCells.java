package org.displacementmapper.format;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.format.FlatGeobufGeometry.FaultException;
import org.displacementmapper.format.FlatGeobufHeader.FileColumn;
import org.wololo.flatgeobuf.generated.ColumnType;

/**
 * Reads the values of a feature of a FlatGeobuf file: numbers of columns, each with its value.
 * Dates and JSON are text; binary values are left out.
 */
final class FlatGeobufCells {

  /** Bytes of all values of one feature together. */
  static final int MAX_LENGTH = 16 << 20;

  private static final String MIDNIGHT = "T00:00:00";

  private final List<FileColumn> columns;

  FlatGeobufCells(List<FileColumn> columns) {
    this.columns = columns;
  }

  /** All columns in their order; null where the feature has no value. */
  Map<String, Object> read(ByteBuffer bytes) {
    Map<String, Object> values = new LinkedHashMap<>();
    columns.forEach(column -> values.put(column.name(), null));
    if (bytes == null) {
      return values;
    }
    if (bytes.remaining() > MAX_LENGTH) {
      throw new FaultException("its values are longer than " + MAX_LENGTH + " bytes together");
    }
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      require(bytes, Short.BYTES);
      int index = Short.toUnsignedInt(bytes.getShort());
      if (index >= columns.size()) {
        throw new FaultException(
            "it has a value for column " + (index + 1) + ", and the file has " + columns.size());
      }
      FileColumn column = columns.get(index);
      values.put(column.name(), value(column, bytes));
    }
    return values;
  }

  /** The value of the column that holds identities, if the file has one. */
  Optional<String> findKey(Map<String, Object> values) {
    return columns.stream()
        .filter(FileColumn::key)
        .findFirst()
        .map(column -> values.get(column.name()))
        .map(Object::toString);
  }

  private static Object value(FileColumn column, ByteBuffer bytes) {
    switch (column.type()) {
      case ColumnType.Bool:
        return require(bytes, 1).get() != 0;
      case ColumnType.Byte:
        return (long) require(bytes, 1).get();
      case ColumnType.UByte:
        return (long) Byte.toUnsignedInt(require(bytes, 1).get());
      case ColumnType.Short:
        return (long) require(bytes, Short.BYTES).getShort();
      case ColumnType.UShort:
        return (long) Short.toUnsignedInt(require(bytes, Short.BYTES).getShort());
      case ColumnType.Int:
        return (long) require(bytes, Integer.BYTES).getInt();
      case ColumnType.UInt:
        return Integer.toUnsignedLong(require(bytes, Integer.BYTES).getInt());
      case ColumnType.Long:
        return require(bytes, Long.BYTES).getLong();
      case ColumnType.ULong:
        long whole = require(bytes, Long.BYTES).getLong();
        return whole >= 0 ? (Object) whole : new BigDecimal(Long.toUnsignedString(whole));
      case ColumnType.Float:
        return finite(require(bytes, Float.BYTES).getFloat());
      case ColumnType.Double:
        return finite(require(bytes, Double.BYTES).getDouble());
      case ColumnType.Binary:
        text(column, bytes);
        return null;
      case ColumnType.DateTime:
        return withoutMidnight(text(column, bytes));
      default:
        return text(column, bytes);
    }
  }

  /** The format has no days without a time: programs write them as midnight. */
  private static String withoutMidnight(String time) {
    return time.endsWith(MIDNIGHT) ? time.substring(0, time.length() - MIDNIGHT.length()) : time;
  }

  /** What is no finite number counts as missing, as in every other format. */
  private static Double finite(double number) {
    return Double.isFinite(number) ? number : null;
  }

  private static String text(FileColumn column, ByteBuffer bytes) {
    int length = require(bytes, Integer.BYTES).getInt();
    ByteBuffer utf8 = require(bytes, length).slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    if (column.type() == ColumnType.Binary) {
      return null;
    }
    try {
      return FlatGeobufHeader.text(utf8);
    } catch (CharacterCodingException e) {
      throw new FaultException("column \"" + column.name() + "\" holds text that is not UTF-8");
    }
  }

  private static ByteBuffer require(ByteBuffer bytes, int length) {
    if (length < 0 || bytes.remaining() < length) {
      throw new FaultException("its values end inside one of them");
    }
    return bytes;
  }
}
