package org.displacementmapper.tile;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.displacementmapper.feature.Feature;
import org.locationtech.jts.geom.Geometry;

/**
 * Mapbox Vector Tiles, version 2.1 of the specification.
 *
 * <p>Whole numbers are written as integers, lists as text joined by commas, dates and anything else
 * as text; null and numbers that are not finite are left out. The id of a feature is written only
 * if it is a whole number, because others have no place in this format: keep a property with it. A
 * layer without features is no bytes at all.
 */
public final class MvtEncoder implements TileEncoder {

  private static final int TILE_LAYER = 3;

  private static final int LAYER_NAME = 1;
  private static final int LAYER_FEATURE = 2;
  private static final int LAYER_KEY = 3;
  private static final int LAYER_VALUE = 4;
  private static final int LAYER_EXTENT = 5;
  private static final int LAYER_VERSION = 15;

  private static final int FEATURE_ID = 1;
  private static final int FEATURE_TAGS = 2;
  private static final int FEATURE_TYPE = 3;
  private static final int FEATURE_GEOMETRY = 4;

  private static final int VALUE_TEXT = 1;
  private static final int VALUE_DOUBLE = 3;
  private static final int VALUE_UNSIGNED = 5;
  private static final int VALUE_SIGNED = 6;
  private static final int VALUE_BOOLEAN = 7;

  @Override
  public String id() {
    return "mvt";
  }

  @Override
  public String mediaType() {
    return "application/vnd.mapbox-vector-tile";
  }

  @Override
  public TileGrid grid(Tile tile) {
    return new UnitGrid(tile);
  }

  @Override
  public byte[] encode(String layer, TileGrid grid, List<Feature> features) {
    Protobuf written = new Protobuf();
    Map<String, Integer> keys = new LinkedHashMap<>();
    Map<Object, Integer> values = new LinkedHashMap<>();
    for (Feature feature : features) {
      Geometry geometry = feature.geometry();
      if (geometry != null && !geometry.isEmpty()) {
        written.message(LAYER_FEATURE, feature(feature, geometry, keys, values));
      }
    }
    if (written.isEmpty()) {
      return new byte[0];
    }
    Protobuf out = new Protobuf().unsigned(LAYER_VERSION, 2).text(LAYER_NAME, layer);
    out.append(written);
    keys.keySet().forEach(key -> out.text(LAYER_KEY, key));
    values.keySet().forEach(value -> out.message(LAYER_VALUE, value(value)));
    out.unsigned(LAYER_EXTENT, UnitGrid.EXTENT);
    return new Protobuf().message(TILE_LAYER, out).toByteArray();
  }

  /** A tile is its layers one after the other. */
  @Override
  public byte[] join(List<byte[]> layers) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    layers.forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static Protobuf feature(
      Feature feature, Geometry geometry, Map<String, Integer> keys, Map<Object, Integer> values) {
    Protobuf tags = new Protobuf();
    feature
        .values()
        .forEach(
            (key, value) -> {
              Object plain = plain(value);
              if (plain != null) {
                tags.varint(keys.computeIfAbsent(key, k -> keys.size()));
                tags.varint(values.computeIfAbsent(plain, v -> values.size()));
              }
            });
    Protobuf out = new Protobuf();
    if (isWholeNumber(feature.id())) {
      out.unsigned(FEATURE_ID, Long.parseLong(feature.id()));
    }
    if (!tags.isEmpty()) {
      out.message(FEATURE_TAGS, tags);
    }
    return out.unsigned(FEATURE_TYPE, MvtGeometry.type(geometry))
        .message(FEATURE_GEOMETRY, MvtGeometry.commands(geometry));
  }

  private static boolean isWholeNumber(String id) {
    return id != null && id.matches("0|[1-9][0-9]{0,17}");
  }

  /** A value as the format knows it: Long, Double, Boolean or String; null to leave it out. */
  private static Object plain(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
    if (value instanceof Number number) {
      double real = number.doubleValue();
      boolean whole =
          number instanceof Long || real == Math.rint(real) && Math.abs(real) < 1L << 53;
      return whole ? (Object) number.longValue() : Double.isFinite(real) ? (Object) real : null;
    }
    return value == null || value instanceof Boolean ? value : value.toString();
  }

  private static Protobuf value(Object plain) {
    Protobuf out = new Protobuf();
    if (plain instanceof Long number) {
      return number < 0 ? out.signed(VALUE_SIGNED, number) : out.unsigned(VALUE_UNSIGNED, number);
    }
    if (plain instanceof Double number) {
      return out.fixed64(VALUE_DOUBLE, number);
    }
    if (plain instanceof Boolean truth) {
      return out.unsigned(VALUE_BOOLEAN, truth ? 1 : 0);
    }
    return out.text(VALUE_TEXT, (String) plain);
  }
}
