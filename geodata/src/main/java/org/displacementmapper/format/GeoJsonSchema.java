package org.displacementmapper.format;

import java.util.LinkedHashMap;
import java.util.Map;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;

/**
 * The fields that a sample of features has: all names in the order of first appearance, each with
 * the narrowest type that holds all its values. Fields that are always null are text.
 */
final class GeoJsonSchema {

  private final Map<String, Field.Type> types = new LinkedHashMap<>();
  private int size;

  void add(Feature feature) {
    size++;
    feature.values().forEach((name, value) -> types.put(name, widen(types.get(name), value)));
  }

  int size() {
    return size;
  }

  Schema schema() {
    return new Schema(
        types.entrySet().stream()
            .map(each -> new Field(each.getKey(), orText(each.getValue()), ""))
            .toList());
  }

  private static Field.Type orText(Field.Type type) {
    return type == null ? Field.Type.TEXT : type;
  }

  private static Field.Type widen(Field.Type known, Object value) {
    if (value == null) {
      return known;
    }
    Field.Type type = type(value);
    if (known == null || known == type) {
      return type;
    }
    return isNumber(known) && isNumber(type) ? Field.Type.NUMBER : Field.Type.TEXT;
  }

  private static boolean isNumber(Field.Type type) {
    return type == Field.Type.INTEGER || type == Field.Type.NUMBER;
  }

  private static Field.Type type(Object value) {
    if (value instanceof Boolean) {
      return Field.Type.BOOLEAN;
    }
    if (value instanceof Double) {
      return Field.Type.NUMBER;
    }
    return value instanceof Number ? Field.Type.INTEGER : Field.Type.TEXT;
  }
}
