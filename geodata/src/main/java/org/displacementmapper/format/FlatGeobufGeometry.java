package org.displacementmapper.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.wololo.flatgeobuf.generated.GeometryType;

/**
 * Reads one geometry of a FlatGeobuf file, without heights, measures and times. A feature may name
 * one part many times over, so the parts together may not be larger than the feature.
 */
final class FlatGeobufGeometry {

  /** A geometry that is no such; its message says why. */
  static final class FaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FaultException(String message) {
      super(message);
    }
  }

  private static final int MAX_DEPTH = 20;
  private static final int POSITION_BYTES = 16;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** Bytes that have not been taken by a part yet. */
  private long left;

  FlatGeobufGeometry(int featureBytes) {
    this.left = featureBytes;
  }

  /**
   * @param type of all features of the file; unknown if the geometry tells its own
   * @throws FaultException if it is no geometry
   * @throws IndexOutOfBoundsException if an offset leads out of the feature
   */
  Geometry read(org.wololo.flatgeobuf.generated.Geometry table, int type) {
    return read(table, type, 0);
  }

  private Geometry read(org.wololo.flatgeobuf.generated.Geometry table, int known, int depth) {
    if (depth > MAX_DEPTH) {
      throw new FaultException("its geometry has more than " + MAX_DEPTH + " levels");
    }
    int type = known == GeometryType.Unknown ? table.type() : known;
    take(Integer.BYTES);
    return switch (type) {
      case GeometryType.Point -> point(positions(table));
      case GeometryType.MultiPoint -> FACTORY.createMultiPointFromCoords(positions(table));
      case GeometryType.LineString -> line(positions(table));
      case GeometryType.MultiLineString -> lines(table);
      case GeometryType.Polygon -> polygon(table);
      case GeometryType.MultiPolygon -> polygons(table, depth);
      case GeometryType.GeometryCollection ->
          FACTORY.createGeometryCollection(
              parts(table, GeometryType.Unknown, depth).toArray(Geometry[]::new));
      default ->
          throw new FaultException(
              "its geometry is of type "
                  + (type < GeometryType.names.length ? GeometryType.names[type] : type)
                  + ": points, lines and polygons can be read");
    };
  }

  private void take(long bytes) {
    left -= bytes;
    if (bytes < 0 || left < 0) {
      throw new FaultException("its geometry claims to be larger than the feature");
    }
  }

  private Coordinate[] positions(org.wololo.flatgeobuf.generated.Geometry table) {
    int numbers = table.xyLength();
    take((long) numbers * Double.BYTES);
    if (numbers % 2 != 0) {
      throw new FaultException("its geometry has a longitude without a latitude");
    }
    Coordinate[] positions = new Coordinate[numbers / 2];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = new CoordinateXY(table.xy(2 * i), table.xy(2 * i + 1));
    }
    return positions;
  }

  private static Geometry point(Coordinate[] positions) {
    if (positions.length > 1) {
      throw new FaultException("a point has " + positions.length + " positions");
    }
    return positions.length == 0 ? FACTORY.createPoint() : FACTORY.createPoint(positions[0]);
  }

  private static LineString line(Coordinate[] positions) {
    if (positions.length == 1) {
      throw new FaultException("a line has 1 position: it must have at least 2");
    }
    return FACTORY.createLineString(positions);
  }

  private Geometry lines(org.wololo.flatgeobuf.generated.Geometry table) {
    return FACTORY.createMultiLineString(
        split(table).stream().map(FlatGeobufGeometry::line).toArray(LineString[]::new));
  }

  private Polygon polygon(org.wololo.flatgeobuf.generated.Geometry table) {
    List<LinearRing> rings = new ArrayList<>();
    for (Coordinate[] positions : split(table)) {
      if (positions.length > 0) {
        rings.add(ring(positions));
      }
    }
    return rings.isEmpty()
        ? FACTORY.createPolygon()
        : FACTORY.createPolygon(
            rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private static LinearRing ring(Coordinate[] positions) {
    try {
      return ShapeRings.ring(positions, FACTORY);
    } catch (IllegalArgumentException e) {
      throw new FaultException(e.getMessage());
    }
  }

  private Geometry polygons(org.wololo.flatgeobuf.generated.Geometry table, int depth) {
    // Some writers put a single polygon there without a list of parts.
    return table.partsLength() == 0
        ? FACTORY.createMultiPolygon(new Polygon[] {polygon(table)})
        : FACTORY.createMultiPolygon(
            parts(table, GeometryType.Polygon, depth).toArray(Polygon[]::new));
  }

  private List<Geometry> parts(
      org.wololo.flatgeobuf.generated.Geometry table, int type, int depth) {
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < table.partsLength(); i++) {
      parts.add(read(table.parts(i), type, depth + 1));
    }
    return parts;
  }

  /** The positions by the ends of their parts; where there are none, they are one part. */
  private List<Coordinate[]> split(org.wololo.flatgeobuf.generated.Geometry table) {
    Coordinate[] positions = positions(table);
    int size = table.endsLength();
    take((long) size * Integer.BYTES);
    if (size == 0) {
      return List.<Coordinate[]>of(positions);
    }
    List<Coordinate[]> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < size; i++) {
      long end = table.ends(i);
      if (end < start || end > positions.length) {
        throw new FaultException("a part of its geometry ends where no position is");
      }
      parts.add(Arrays.copyOfRange(positions, start, (int) end));
      start = (int) end;
    }
    if (start != positions.length) {
      throw new FaultException("its geometry has positions that belong to no part");
    }
    return parts;
  }
}
