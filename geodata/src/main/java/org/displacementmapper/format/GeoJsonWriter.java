package org.displacementmapper.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import org.displacementmapper.feature.Feature;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes one FeatureCollection, feature by feature. */
final class GeoJsonWriter {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** Names that RFC 7946, section 7.1, keeps for other places, and those that are written here. */
  private static final Set<String> RESERVED =
      Set.of("type", "features", "feature", "geometry", "properties", "coordinates", "geometries");

  private final JsonGenerator json;

  GeoJsonWriter(OutputStream out) throws IOException {
    json = FACTORY.createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setPrettyPrinter(new MinimalPrettyPrinter(""));
  }

  void begin(Map<String, ?> about) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "FeatureCollection");
    for (Map.Entry<String, ?> member : about.entrySet()) {
      if (RESERVED.contains(member.getKey())) {
        throw new IllegalArgumentException(
            "\"" + member.getKey() + "\" has a meaning in GeoJSON: take another name");
      }
      json.writeFieldName(member.getKey());
      JsonText.write(json, member.getValue());
    }
    json.writeArrayFieldStart("features");
  }

  void feature(Feature feature) throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    if (feature.id() != null) {
      json.writeStringField("id", feature.id());
    }
    json.writeFieldName("geometry");
    geometry(feature.geometry());
    json.writeFieldName("properties");
    JsonText.write(json, feature.values());
    json.writeEndObject();
  }

  void end() throws IOException {
    json.writeRaw('\n');
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }

  /** An empty geometry is null, as the RFC allows (section 3.1). */
  private void geometry(Geometry geometry) throws IOException {
    if (geometry == null || geometry.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    boolean ring = geometry instanceof LinearRing;
    json.writeStringField("type", ring ? "LineString" : geometry.getGeometryType());
    if (geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
      json.writeArrayFieldStart("geometries");
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        geometry(geometry.getGeometryN(i));
      }
      json.writeEndArray();
    } else {
      json.writeFieldName("coordinates");
      coordinates(geometry);
    }
    json.writeEndObject();
  }

  private void coordinates(Geometry geometry) throws IOException {
    if (geometry instanceof Point point) {
      position(point.getCoordinate());
    } else if (geometry instanceof LineString line) {
      line(line.getCoordinateSequence(), false);
    } else if (geometry instanceof Polygon polygon) {
      json.writeStartArray();
      ring(polygon.getExteriorRing(), true);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        ring(polygon.getInteriorRingN(i), false);
      }
      json.writeEndArray();
    } else if (geometry instanceof GeometryCollection parts) {
      json.writeStartArray();
      for (int i = 0; i < parts.getNumGeometries(); i++) {
        if (!parts.getGeometryN(i).isEmpty()) {
          coordinates(parts.getGeometryN(i));
        }
      }
      json.writeEndArray();
    } else {
      throw new IllegalArgumentException("GeoJSON has no " + geometry.getGeometryType());
    }
  }

  private void ring(LinearRing ring, boolean counterClockwise) throws IOException {
    CoordinateSequence positions = ring.getCoordinateSequence();
    line(positions, Orientation.isCCW(positions) != counterClockwise);
  }

  private void line(CoordinateSequence positions, boolean backwards) throws IOException {
    json.writeStartArray();
    int last = positions.size() - 1;
    for (int i = 0; i <= last; i++) {
      position(positions.getCoordinate(backwards ? last - i : i));
    }
    json.writeEndArray();
  }

  private void position(Coordinate position) throws IOException {
    json.writeStartArray();
    json.writeNumber(Degrees.text(position.getX()));
    json.writeNumber(Degrees.text(position.getY()));
    json.writeEndArray();
  }
}
