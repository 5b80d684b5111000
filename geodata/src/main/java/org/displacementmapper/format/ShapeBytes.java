package org.displacementmapper.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Geometries as the content of records of a .shp file; see {@link ShapeGeometry}. */
final class ShapeBytes {

  private static final byte[] NULL = new byte[4];

  private ShapeBytes() {}

  /** The shape type that holds this geometry; 0 for none, -1 for a collection of several. */
  static int type(Geometry geometry) {
    if (geometry == null || geometry.isEmpty()) {
      return ShapeGeometry.NULL;
    }
    return switch (geometry.getGeometryType()) {
      case Geometry.TYPENAME_POINT -> ShapeGeometry.POINT;
      case Geometry.TYPENAME_MULTIPOINT -> ShapeGeometry.POINTS;
      case Geometry.TYPENAME_POLYGON, Geometry.TYPENAME_MULTIPOLYGON -> ShapeGeometry.POLYGONS;
      case Geometry.TYPENAME_GEOMETRYCOLLECTION -> -1;
      default -> ShapeGeometry.LINES;
    };
  }

  static byte[] of(Geometry geometry) {
    int type = type(geometry);
    switch (type) {
      case ShapeGeometry.NULL:
        return NULL;
      case ShapeGeometry.POINT:
        ByteBuffer point = buffer(20);
        return position(point.putInt(type), geometry.getCoordinate()).array();
      case ShapeGeometry.POINTS:
        Coordinate[] positions = geometry.getCoordinates();
        ByteBuffer points = buffer(4 + 32 + 4 + 16 * positions.length);
        box(points.putInt(type), geometry).putInt(positions.length);
        for (Coordinate each : positions) {
          position(points, each);
        }
        return points.array();
      default:
        return parts(type, geometry, parts(geometry));
    }
  }

  private static byte[] parts(int type, Geometry geometry, List<Coordinate[]> parts) {
    int size = parts.stream().mapToInt(part -> part.length).sum();
    ByteBuffer bytes = buffer(4 + 32 + 8 + 4 * parts.size() + 16 * size);
    box(bytes.putInt(type), geometry).putInt(parts.size()).putInt(size);
    int start = 0;
    for (Coordinate[] part : parts) {
      bytes.putInt(start);
      start += part.length;
    }
    for (Coordinate[] part : parts) {
      for (Coordinate each : part) {
        position(bytes, each);
      }
    }
    return bytes.array();
  }

  /** Lines as they are; outer rings clockwise, holes the other way round. */
  private static List<Coordinate[]> parts(Geometry geometry) {
    List<Coordinate[]> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry each = geometry.getGeometryN(i);
      if (each instanceof Polygon polygon && !polygon.isEmpty()) {
        parts.add(ring(polygon.getExteriorRing(), false));
        for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
          parts.add(ring(polygon.getInteriorRingN(k), true));
        }
      } else if (each instanceof LineString line && !line.isEmpty()) {
        parts.add(line.getCoordinates());
      }
    }
    return parts;
  }

  private static Coordinate[] ring(LinearRing ring, boolean counterClockwise) {
    CoordinateSequence positions = ring.getCoordinateSequence();
    return Orientation.isCCW(positions) == counterClockwise
        ? ring.getCoordinates()
        : ring.reverse().getCoordinates();
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer box(ByteBuffer bytes, Geometry geometry) {
    Envelope box = geometry.getEnvelopeInternal();
    return bytes
        .putDouble(box.getMinX())
        .putDouble(box.getMinY())
        .putDouble(box.getMaxX())
        .putDouble(box.getMaxY());
  }

  private static ByteBuffer position(ByteBuffer bytes, Coordinate position) {
    return bytes.putDouble(position.getX()).putDouble(position.getY());
  }
}
