package org.displacementmapper.tile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.displacementmapper.feature.Feature;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A tile as a GeoJSON FeatureCollection (RFC 7946) in degrees, cut like any other tile.
 *
 * <p>Coordinates have the decimals of the {@link DegreeGrid}, exactly. Lists become arrays, dates
 * text; numbers that are not finite become null. A layer without features is an empty collection.
 */
public final class GeoJsonTileEncoder implements TileEncoder {

  private static final JsonFactory JSON = new JsonFactory();
  private static final byte[] BEGIN =
      "{\"type\":\"FeatureCollection\",\"features\":[".getBytes(StandardCharsets.UTF_8);
  private static final byte[] END = "]}".getBytes(StandardCharsets.UTF_8);

  @Override
  public String id() {
    return "geojson";
  }

  @Override
  public String mediaType() {
    return "application/geo+json";
  }

  @Override
  public TileGrid grid(Tile tile) {
    return new DegreeGrid(tile);
  }

  @Override
  public byte[] encode(String layer, TileGrid grid, List<Feature> features) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int decimals = ((DegreeGrid) grid).decimals();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeArrayFieldStart("features");
      for (Feature feature : features) {
        if (feature.geometry() != null && !feature.geometry().isEmpty()) {
          new Writer(json, decimals).feature(feature);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** One collection of the features of all; they have begin and end of a tile in common. */
  @Override
  public byte[] join(List<byte[]> layers) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(BEGIN);
    for (byte[] layer : layers) {
      int length = layer.length - BEGIN.length - END.length;
      if (length > 0) {
        if (out.size() > BEGIN.length) {
          out.write(',');
        }
        out.write(layer, BEGIN.length, length);
      }
    }
    out.writeBytes(END);
    return out.toByteArray();
  }

  private record Writer(JsonGenerator json, int decimals) {

    void feature(Feature feature) throws IOException {
      json.writeStartObject();
      json.writeStringField("type", "Feature");
      if (feature.id() != null) {
        json.writeStringField("id", feature.id());
      }
      json.writeFieldName("geometry");
      geometry(feature.geometry());
      json.writeObjectFieldStart("properties");
      for (Map.Entry<String, Object> entry : feature.values().entrySet()) {
        json.writeFieldName(entry.getKey());
        value(entry.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
    }

    private void geometry(Geometry geometry) throws IOException {
      json.writeStartObject();
      json.writeStringField("type", geometry.getGeometryType());
      json.writeFieldName("coordinates");
      if (geometry instanceof GeometryCollection collection) {
        json.writeStartArray();
        for (int i = 0; i < collection.getNumGeometries(); i++) {
          coordinates(collection.getGeometryN(i));
        }
        json.writeEndArray();
      } else {
        coordinates(geometry);
      }
      json.writeEndObject();
    }

    private void coordinates(Geometry single) throws IOException {
      if (single instanceof Polygon polygon) {
        json.writeStartArray();
        ring(polygon.getExteriorRing(), true);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          ring(polygon.getInteriorRingN(hole), false);
        }
        json.writeEndArray();
      } else if (single instanceof LineString line) {
        positions(line.getCoordinates());
      } else {
        position(single.getCoordinate());
      }
    }

    private void ring(LinearRing ring, boolean counterClockwise) throws IOException {
      boolean right = Orientation.isCCW(ring.getCoordinates()) == counterClockwise;
      positions((right ? ring : ring.reverse()).getCoordinates());
    }

    private void positions(Coordinate[] positions) throws IOException {
      json.writeStartArray();
      for (Coordinate position : positions) {
        position(position);
      }
      json.writeEndArray();
    }

    private void position(Coordinate position) throws IOException {
      json.writeStartArray();
      json.writeNumber(degrees(position.x));
      json.writeNumber(degrees(position.y));
      json.writeEndArray();
    }

    private String degrees(double steps) {
      BigDecimal exact = BigDecimal.valueOf(Math.round(steps), decimals);
      return exact.stripTrailingZeros().toPlainString();
    }

    private void value(Object value) throws IOException {
      if (value == null) {
        json.writeNull();
      } else if (value instanceof List<?> list) {
        json.writeStartArray();
        for (Object item : list) {
          value(item);
        }
        json.writeEndArray();
      } else if (value instanceof Boolean truth) {
        json.writeBoolean(truth);
      } else if (value instanceof Number number) {
        number(number);
      } else {
        json.writeString(value.toString());
      }
    }

    private void number(Number number) throws IOException {
      double real = number.doubleValue();
      if (!Double.isFinite(real)) {
        json.writeNull();
      } else if (number instanceof Long || isWhole(real)) {
        json.writeNumber(number.longValue());
      } else {
        json.writeNumber(real);
      }
    }

    private static boolean isWhole(double real) {
      return real == Math.rint(real) && Math.abs(real) < 1L << 53;
    }
  }
}
