package org.displacementmapper.format;

import com.google.flatbuffers.FlatBufferBuilder;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Header;

/**
 * The columns of a FlatGeobuf file to be written, and the values of a feature as bytes: of each
 * that is there the number of its column and the value; null is told by absence. Numbers that are
 * not finite count as null, as in every other format. Not thread-safe.
 */
final class FlatGeobufValues {

  private final List<Field> fields;

  /** Name of a column before all others for the id; null if there is none. */
  private final String idColumn;

  private ByteBuffer bytes = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);

  FlatGeobufValues(Schema schema, boolean withId) {
    this.fields = schema.fields();
    ColumnNames names = new ColumnNames();
    schema.names().forEach(names::take);
    this.idColumn = withId ? names.take("key") : null;
  }

  /** The values of the feature; valid until the next call. */
  ByteBuffer of(Feature feature) {
    bytes.clear();
    int column = 0;
    if (idColumn != null) {
      if (feature.id() != null) {
        text(column, feature.id());
      }
      column++;
    }
    for (Field field : fields) {
      Object value = feature.values().get(field.name());
      if (value != null && !add(column, field.type(), value)) {
        throw new IllegalArgumentException(
            "feature "
                + feature.id()
                + " has the value \""
                + value
                + "\" in the field \""
                + field.name()
                + "\", which holds "
                + field.type()
                + ": a FlatGeobuf file cannot hold both");
      }
      column++;
    }
    return bytes.flip();
  }

  /** Returns whether the value is one of this type. */
  private boolean add(int column, Field.Type type, Object value) {
    return switch (type) {
      case INTEGER -> value instanceof Number number && whole(column, number);
      case NUMBER -> value instanceof Number number && real(column, number.doubleValue());
      case BOOLEAN -> value instanceof Boolean flag && flag(column, flag);
      case DATE -> text(column, value.toString());
      case LIST, OBJECT -> text(column, JsonText.of(value));
      case TEXT -> text(column, isNested(value) ? JsonText.of(value) : value.toString());
    };
  }

  private static boolean isNested(Object value) {
    return value instanceof Iterable<?> || value instanceof Map<?, ?>;
  }

  private boolean whole(int column, Number number) {
    try {
      long value =
          number instanceof Long || number instanceof Integer
              ? number.longValue()
              : new BigDecimal(number.toString()).longValueExact();
      begin(column, Long.BYTES).putLong(value);
      return true;
    } catch (ArithmeticException | NumberFormatException e) {
      return false;
    }
  }

  private boolean real(int column, double number) {
    if (Double.isFinite(number)) {
      begin(column, Double.BYTES).putDouble(number);
    }
    return true;
  }

  private boolean flag(int column, boolean flag) {
    begin(column, 1).put((byte) (flag ? 1 : 0));
    return true;
  }

  private boolean text(int column, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    begin(column, Integer.BYTES + utf8.length).putInt(utf8.length).put(utf8);
    return true;
  }

  /** Makes room for a value and puts the number of its column before it. */
  private ByteBuffer begin(int column, int length) {
    int needed = Short.BYTES + length;
    if (bytes.remaining() < needed) {
      int size = Math.max(2 * bytes.capacity(), bytes.position() + needed);
      bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).put(bytes.flip());
    }
    return bytes.putShort((short) column);
  }

  /** Adds the descriptions of all columns; returns the offset of the list. */
  int describe(FlatBufferBuilder buffer) {
    int withId = idColumn == null ? 0 : 1;
    int[] columns = new int[withId + fields.size()];
    if (idColumn != null) {
      columns[0] = describe(buffer, idColumn, ColumnType.String, "", true);
    }
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      columns[withId + i] = describe(buffer, field.name(), type(field), field.text(), false);
    }
    return Header.createColumnsVector(buffer, columns);
  }

  private static int describe(
      FlatBufferBuilder buffer, String name, int type, String text, boolean key) {
    int nameAt = buffer.createString(name);
    int textAt = text.isEmpty() ? 0 : buffer.createString(text);
    Column.startColumn(buffer);
    Column.addName(buffer, nameAt);
    Column.addType(buffer, type);
    if (textAt > 0) {
      Column.addDescription(buffer, textAt);
    }
    Column.addPrimaryKey(buffer, key);
    return Column.endColumn(buffer);
  }

  private static int type(Field field) {
    return switch (field.type()) {
      case INTEGER -> ColumnType.Long;
      case NUMBER -> ColumnType.Double;
      case BOOLEAN -> ColumnType.Bool;
      case DATE -> ColumnType.DateTime;
      case LIST, OBJECT -> ColumnType.Json;
      case TEXT -> ColumnType.String;
    };
  }
}
