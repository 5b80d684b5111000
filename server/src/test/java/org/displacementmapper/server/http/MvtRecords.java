package org.displacementmapper.server.http;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of the features of a vector tile (Mapbox Vector Tile 2.1), without their geometry. */
final class MvtRecords {

  private static final int LAYER = 3;
  private static final int FEATURE = 2;
  private static final int KEY = 3;
  private static final int VALUE = 4;
  private static final int TAGS = 2;

  private record Field(int number, long varint, ByteBuffer bytes) {}

  private MvtRecords() {}

  static void read(ByteBuffer tile, List<Map<String, Object>> records) {
    for (Field layer : fields(tile)) {
      if (layer.number() == LAYER) {
        layer(layer.bytes(), records);
      }
    }
  }

  private static void layer(ByteBuffer layer, List<Map<String, Object>> records) {
    List<String> keys = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    List<ByteBuffer> features = new ArrayList<>();
    for (Field field : fields(layer)) {
      switch (field.number()) {
        case KEY -> keys.add(text(field.bytes()));
        case VALUE -> values.add(value(field.bytes()));
        case FEATURE -> features.add(field.bytes());
        default -> {}
      }
    }
    for (ByteBuffer feature : features) {
      Map<String, Object> record = new LinkedHashMap<>();
      for (Field field : fields(feature)) {
        while (field.number() == TAGS && field.bytes().hasRemaining()) {
          String key = keys.get((int) varint(field.bytes()));
          record.put(key, values.get((int) varint(field.bytes())));
        }
      }
      records.add(record);
    }
  }

  private static Object value(ByteBuffer value) {
    Field field = fields(value).get(0);
    return switch (field.number()) {
      case 1 -> text(field.bytes());
      case 2 -> field.bytes().getFloat();
      case 3 -> field.bytes().getDouble();
      case 6 -> (field.varint() >>> 1) ^ -(field.varint() & 1);
      case 7 -> field.varint() != 0;
      default -> field.varint();
    };
  }

  private static List<Field> fields(ByteBuffer message) {
    List<Field> fields = new ArrayList<>();
    while (message.hasRemaining()) {
      int tag = (int) varint(message);
      int length =
          switch (tag & 7) {
            case 0 -> -1;
            case 1 -> 8;
            case 5 -> 4;
            default -> (int) varint(message);
          };
      if (length < 0) {
        fields.add(new Field(tag >>> 3, varint(message), null));
      } else {
        ByteBuffer bytes = message.slice(message.position(), length);
        fields.add(new Field(tag >>> 3, 0, bytes.order(ByteOrder.LITTLE_ENDIAN)));
        message.position(message.position() + length);
      }
    }
    return fields;
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }

  private static long varint(ByteBuffer bytes) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
