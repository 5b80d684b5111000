package org.displacementmapper.server.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.displacementmapper.feature.Field;
import org.displacementmapper.server.usecase.FeatureCollection;

/** What the features of a collection hold and what filters may name, as JSON Schema. */
public final class Queryables {

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final Pattern MENTIONS_NULL =
      Pattern.compile("\\bnull\\b", Pattern.CASE_INSENSITIVE);

  private Queryables() {}

  /** The name of the geometry in filters and schemas. */
  public static final String GEOMETRY = "geometry";

  /**
   * @param address of this document
   */
  public static Map<String, Object> queryables(FeatureCollection collection, String address) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Field field : collection.schema().fields()) {
      if (field.type() != Field.Type.OBJECT && field.type() != Field.Type.LIST) {
        properties.put(field.name(), property(field, collection));
      }
    }
    properties.put(GEOMETRY, geometry(collection));
    return schema(collection.title(), address, properties);
  }

  /**
   * @param address of this document
   */
  public static Map<String, Object> schema(FeatureCollection collection, String address) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Field field : collection.schema().fields()) {
      properties.put(field.name(), property(field, collection));
    }
    properties.put(GEOMETRY, geometry(collection));
    return schema(collection.title(), address, properties);
  }

  /** The properties alone, as the description of a layer of tiles has them. */
  static Map<String, Object> properties(FeatureCollection collection) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Field field : collection.schema().fields()) {
      properties.put(field.name(), property(field, collection));
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    return schema;
  }

  private static Map<String, Object> schema(
      String title, String address, Map<String, Object> properties) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", DIALECT);
    schema.put("$id", address);
    schema.put("title", title);
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> geometry(FeatureCollection collection) {
    Map<String, Object> geometry = new LinkedHashMap<>();
    geometry.put("title", "Geometry");
    geometry.put("x-ogc-role", "primary-geometry");
    geometry.put(
        "format",
        collection.geometryType().equals("Point") ? "geometry-point" : "geometry-multipolygon");
    return geometry;
  }

  private static Map<String, Object> property(Field field, FeatureCollection collection) {
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("title", field.name());
    property.put("description", field.text());
    String type =
        switch (field.type()) {
          case INTEGER -> "integer";
          case NUMBER -> "number";
          case BOOLEAN -> "boolean";
          case LIST -> "array";
          case OBJECT -> "object";
          default -> "string";
        };
    boolean nullable = MENTIONS_NULL.matcher(field.text()).find();
    property.put("type", nullable ? List.of(type, "null") : type);
    if (field.type() == Field.Type.DATE) {
      property.put("format", "date");
    }
    roles(field, collection).forEach(role -> property.put("x-ogc-role", role));
    return property;
  }

  private static List<String> roles(Field field, FeatureCollection collection) {
    List<String> roles = new ArrayList<>();
    collection
        .time()
        .ifPresent(
            time -> {
              boolean starts = field.name().equals(time.start());
              boolean ends = field.name().equals(time.end());
              if (starts && ends) {
                roles.add("primary-instant");
              } else if (starts) {
                roles.add("primary-interval-start");
              } else if (ends) {
                roles.add("primary-interval-end");
              }
            });
    return roles;
  }
}
