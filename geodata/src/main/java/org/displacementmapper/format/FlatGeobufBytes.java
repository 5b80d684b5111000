package org.displacementmapper.format;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.wololo.flatgeobuf.generated.GeometryType;

/** Geometries as the tables of a FlatGeobuf feature; see {@link FlatGeobufGeometry}. */
final class FlatGeobufBytes {

  private FlatGeobufBytes() {}

  static int type(Geometry geometry) {
    return switch (geometry.getGeometryType()) {
      case Geometry.TYPENAME_POINT -> GeometryType.Point;
      case Geometry.TYPENAME_MULTIPOINT -> GeometryType.MultiPoint;
      case Geometry.TYPENAME_POLYGON -> GeometryType.Polygon;
      case Geometry.TYPENAME_MULTIPOLYGON -> GeometryType.MultiPolygon;
      case Geometry.TYPENAME_MULTILINESTRING -> GeometryType.MultiLineString;
      case Geometry.TYPENAME_GEOMETRYCOLLECTION -> GeometryType.GeometryCollection;
      default -> GeometryType.LineString;
    };
  }

  /** Adds the table; returns its offset. */
  static int add(FlatBufferBuilder buffer, Geometry geometry) {
    int type = type(geometry);
    return switch (type) {
      case GeometryType.MultiPolygon, GeometryType.GeometryCollection ->
          collection(buffer, geometry, type);
      case GeometryType.Polygon -> parts(buffer, rings((Polygon) geometry), type);
      case GeometryType.MultiLineString -> parts(buffer, lines(geometry), type);
      default -> parts(buffer, List.<Coordinate[]>of(geometry.getCoordinates()), type);
    };
  }

  private static int collection(FlatBufferBuilder buffer, Geometry geometry, int type) {
    List<Integer> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (!part.isEmpty()) {
        parts.add(add(buffer, part));
      }
    }
    int[] offsets = parts.stream().mapToInt(Integer::intValue).toArray();
    int vector = org.wololo.flatgeobuf.generated.Geometry.createPartsVector(buffer, offsets);
    return org.wololo.flatgeobuf.generated.Geometry.createGeometry(
        buffer, 0, 0, 0, 0, 0, 0, type, vector);
  }

  private static List<Coordinate[]> rings(Polygon polygon) {
    List<Coordinate[]> rings = new ArrayList<>();
    rings.add(polygon.getExteriorRing().getCoordinates());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(polygon.getInteriorRingN(i).getCoordinates());
    }
    return rings;
  }

  private static List<Coordinate[]> lines(Geometry geometry) {
    List<Coordinate[]> lines = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (!geometry.getGeometryN(i).isEmpty()) {
        lines.add(geometry.getGeometryN(i).getCoordinates());
      }
    }
    return lines;
  }

  /** All positions in one list; where there are several parts, the ends of each. */
  private static int parts(FlatBufferBuilder buffer, List<Coordinate[]> parts, int type) {
    int size = parts.stream().mapToInt(part -> part.length).sum();
    double[] numbers = new double[2 * size];
    long[] ends = new long[parts.size()];
    int at = 0;
    for (int i = 0; i < ends.length; i++) {
      for (Coordinate position : parts.get(i)) {
        numbers[at++] = position.x;
        numbers[at++] = position.y;
      }
      ends[i] = at / 2;
    }
    int endsVector =
        ends.length < 2
            ? 0
            : org.wololo.flatgeobuf.generated.Geometry.createEndsVector(buffer, ends);
    int xy = org.wololo.flatgeobuf.generated.Geometry.createXyVector(buffer, numbers);
    return org.wololo.flatgeobuf.generated.Geometry.createGeometry(
        buffer, endsVector, xy, 0, 0, 0, 0, type, 0);
  }
}
