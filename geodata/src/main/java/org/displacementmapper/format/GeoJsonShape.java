package org.displacementmapper.format;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.function.DoubleFunction;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes geometries as GeoJSON. Rings are turned by the right-hand rule of RFC 7946, which is one
 * of longitude and latitude.
 *
 * @param number a coordinate as text
 * @param latFirst whether the first number of a position is the latitude or northing
 */
public record GeoJsonShape(JsonGenerator json, DoubleFunction<String> number, boolean latFirst) {

  /** Degrees as files have them: at most seven decimals, no exponent. */
  public static final DoubleFunction<String> DEGREES = Degrees::text;

  /** An empty geometry is null, as the RFC allows (section 3.1). */
  public void write(Geometry geometry) throws IOException {
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
        write(geometry.getGeometryN(i));
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
    line(positions, Orientation.isCCW(positions) != (counterClockwise != latFirst));
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
    json.writeNumber(number.apply(position.getX()));
    json.writeNumber(number.apply(position.getY()));
    json.writeEndArray();
  }
}
