package org.displacementmapper.server.ogc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.displacementmapper.feature.Feature;
import org.geotools.api.referencing.operation.TransformException;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes features as GeoJSON in any system of coordinates, one after the other, so that a page of
 * any size needs the memory of one feature.
 *
 * <p>CRS84 is written exactly; other degrees to 9 decimals, metres to a tenth of a millimetre.
 */
final class ItemsWriter {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int DEGREE_DECIMALS = 9;
  private static final int METRE_DECIMALS = 4;

  private final JsonGenerator json;
  private final Crs crs;
  private final Set<String> properties;

  /**
   * @param properties to keep; empty: all
   */
  ItemsWriter(OutputStream out, Crs crs, Set<String> properties) throws IOException {
    this.json = FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    this.crs = crs;
    this.properties = properties;
  }

  void collection(List<Feature> features, Map<String, Object> about)
      throws IOException, TransformException {
    json.writeStartObject();
    json.writeStringField("type", "FeatureCollection");
    members(about);
    json.writeArrayFieldStart("features");
    for (Feature feature : features) {
      json.writeRaw('\n');
      feature(feature, Map.of());
    }
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
  }

  /** One feature that stands alone. */
  void single(Feature feature, Map<String, Object> about) throws IOException, TransformException {
    feature(feature, about);
    json.flush();
  }

  private void feature(Feature feature, Map<String, Object> about)
      throws IOException, TransformException {
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeStringField("id", feature.id());
    members(about);
    json.writeFieldName("geometry");
    if (feature.geometry() == null || feature.geometry().isEmpty()) {
      json.writeNull();
    } else {
      // The right-hand rule is one of longitude and latitude: rings are turned before they are
      // transformed.
      geometry(feature.geometry());
    }
    json.writeObjectFieldStart("properties");
    for (Map.Entry<String, Object> value : feature.values().entrySet()) {
      if (properties.isEmpty() || properties.contains(value.getKey())) {
        json.writeFieldName(value.getKey());
        value(value.getValue());
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void members(Map<String, Object> members) throws IOException {
    for (Map.Entry<String, Object> member : members.entrySet()) {
      json.writeFieldName(member.getKey());
      value(member.getValue());
    }
  }

  private void geometry(Geometry lonLat) throws IOException, TransformException {
    Geometry geometry = crs.fromLonLat(rightHanded(lonLat));
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

  private static Geometry rightHanded(Geometry geometry) {
    if (geometry instanceof Polygon polygon) {
      LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
      for (int i = 0; i < holes.length; i++) {
        holes[i] = turned(polygon.getInteriorRingN(i), false);
      }
      return polygon.getFactory().createPolygon(turned(polygon.getExteriorRing(), true), holes);
    }
    if (geometry instanceof GeometryCollection collection && geometry.getDimension() == 2) {
      Polygon[] parts = new Polygon[collection.getNumGeometries()];
      for (int i = 0; i < parts.length; i++) {
        parts[i] = (Polygon) rightHanded(collection.getGeometryN(i));
      }
      return geometry.getFactory().createMultiPolygon(parts);
    }
    return geometry;
  }

  private static LinearRing turned(LinearRing ring, boolean counterClockwise) {
    return Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise
        ? ring
        : ring.reverse();
  }

  private void coordinates(Geometry single) throws IOException {
    if (single instanceof Polygon polygon) {
      json.writeStartArray();
      positions(polygon.getExteriorRing());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        positions(polygon.getInteriorRingN(hole));
      }
      json.writeEndArray();
    } else if (single instanceof LineString line) {
      positions(line);
    } else {
      position(single.getCoordinate());
    }
  }

  private void positions(LineString line) throws IOException {
    json.writeStartArray();
    for (Coordinate position : line.getCoordinates()) {
      position(position);
    }
    json.writeEndArray();
  }

  private void position(Coordinate position) throws IOException {
    json.writeStartArray();
    number(position.x);
    number(position.y);
    json.writeEndArray();
  }

  private void number(double value) throws IOException {
    if (crs == Crs.CRS84) {
      json.writeNumber(value);
    } else {
      int decimals = crs.isDegrees() ? DEGREE_DECIMALS : METRE_DECIMALS;
      json.writeNumber(
          BigDecimal.valueOf(value)
              .setScale(decimals, RoundingMode.HALF_EVEN)
              .stripTrailingZeros()
              .toPlainString());
    }
  }

  private void value(Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Integer || value instanceof Long) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof Number number) {
      real(number.doubleValue());
    } else if (value instanceof Map<?, ?> members) {
      json.writeStartObject();
      for (Map.Entry<?, ?> member : members.entrySet()) {
        json.writeFieldName(member.getKey().toString());
        value(member.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof Iterable<?> items) {
      json.writeStartArray();
      for (Object item : items) {
        value(item);
      }
      json.writeEndArray();
    } else {
      json.writeString(value.toString());
    }
  }

  private void real(double value) throws IOException {
    if (!Double.isFinite(value)) {
      json.writeNull();
    } else if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
      json.writeNumber((long) value);
    } else {
      json.writeNumber(value);
    }
  }
}
