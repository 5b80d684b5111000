package org.displacementmapper.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Well-known binary of a file that may be damaged or hostile, after OGC 06-103r4: ISO codes and
 * those of EWKB, both byte orders, heights and measures dropped. Counts are compared with the bytes
 * that are there before memory is taken, and depth and positions are bounded, which the reader of
 * JTS does not do.
 */
final class Wkb {

  /** Positions of one geometry, as in the other formats. */
  static final int MAX_POSITIONS = 2_000_000;

  private static final int MAX_DEPTH = 8;
  private static final int EWKB_Z = 0x80000000;
  private static final int EWKB_M = 0x40000000;
  private static final int EWKB_SRID = 0x20000000;

  /** Bytes of the least geometry: byte order, type, a count of nothing. */
  private static final int LEAST_PART = 9;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final ByteBuffer bytes;
  private int positions;

  private Wkb(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /**
   * The geometry that begins at a byte; what follows it is passed over.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static Geometry read(byte[] bytes, int offset) {
    if (offset >= bytes.length) {
      throw cutOff();
    }
    return new Wkb(ByteBuffer.wrap(bytes, offset, bytes.length - offset)).geometry(0);
  }

  private Geometry geometry(int depth) {
    need(5, 1);
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException(
          "its collections are nested deeper than " + MAX_DEPTH + ": no map needs that");
    }
    byte order = bytes.get();
    if (order != 0 && order != 1) {
      throw new IllegalArgumentException("its byte order is " + order + " and not 0 or 1: damaged");
    }
    bytes.order(order == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int code = bytes.getInt();
    if ((code & EWKB_SRID) != 0) {
      need(4, 1);
      bytes.getInt();
    }
    int dimensions = 2 + ((code & EWKB_Z) != 0 ? 1 : 0) + ((code & EWKB_M) != 0 ? 1 : 0);
    int type = code & ~(EWKB_Z | EWKB_M | EWKB_SRID);
    if (type >= 1000 && type < 4000) {
      dimensions = type >= 3000 ? 4 : 3;
      type %= 1000;
    }
    return switch (type) {
      case 1 -> point(dimensions);
      case 2 -> line(dimensions);
      case 3 -> polygon(dimensions);
      case 4 -> FACTORY.createMultiPoint(parts(depth, Point.class).toArray(Point[]::new));
      case 5 ->
          FACTORY.createMultiLineString(parts(depth, LineString.class).toArray(LineString[]::new));
      case 6 -> FACTORY.createMultiPolygon(parts(depth, Polygon.class).toArray(Polygon[]::new));
      case 7 ->
          FACTORY.createGeometryCollection(parts(depth, Geometry.class).toArray(Geometry[]::new));
      default -> throw new IllegalArgumentException(otherType(type));
    };
  }

  private static String otherType(int type) {
    String name =
        switch (type) {
          case 8 -> "a CircularString";
          case 9 -> "a CompoundCurve";
          case 10 -> "a CurvePolygon";
          case 11 -> "a MultiCurve";
          case 12 -> "a MultiSurface";
          case 15 -> "a PolyhedralSurface";
          case 16 -> "a TIN";
          case 17 -> "a Triangle";
          default -> "of type " + type;
        };
    return "it is "
        + name
        + ": points, lines and polygons are read; turn curves into lines before the export";
  }

  private Point point(int dimensions) {
    need(8 * dimensions, 1);
    Coordinate position = position(dimensions);
    // So WKB writes a point that is empty.
    return Double.isNaN(position.x) && Double.isNaN(position.y)
        ? FACTORY.createPoint()
        : FACTORY.createPoint(position);
  }

  private LineString line(int dimensions) {
    Coordinate[] line = positions(dimensions);
    if (line.length == 1) {
      throw new IllegalArgumentException("a line has one position: it must have at least two");
    }
    return FACTORY.createLineString(line);
  }

  private Polygon polygon(int dimensions) {
    int count = count(4);
    List<LinearRing> rings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rings.add(ring(dimensions));
    }
    if (rings.isEmpty()) {
      return FACTORY.createPolygon();
    }
    if (rings.get(0).isEmpty() && rings.size() > 1) {
      throw new IllegalArgumentException("its outer ring is empty and it has holes");
    }
    return FACTORY.createPolygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private LinearRing ring(int dimensions) {
    Coordinate[] ring = positions(dimensions);
    if (ring.length > 0 && !ring[0].equals2D(ring[ring.length - 1])) {
      throw new IllegalArgumentException("a ring is not closed: it must end where it begins");
    }
    if (ring.length > 0 && ring.length < 4) {
      throw new IllegalArgumentException(
          "a ring has " + ring.length + " positions: it must have at least 4");
    }
    return FACTORY.createLinearRing(ring);
  }

  private <T extends Geometry> List<T> parts(int depth, Class<T> kind) {
    int count = count(LEAST_PART);
    List<T> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Geometry part = geometry(depth + 1);
      if (!kind.isInstance(part)) {
        throw new IllegalArgumentException(
            "it has a " + part.getGeometryType() + " where it must have a " + kind.getSimpleName());
      }
      parts.add(kind.cast(part));
      take(1);
    }
    return parts;
  }

  private Coordinate[] positions(int dimensions) {
    int count = count(8 * dimensions);
    take(count);
    Coordinate[] read = new Coordinate[count];
    for (int i = 0; i < count; i++) {
      read[i] = position(dimensions);
    }
    return read;
  }

  /** Counts parts with positions: both take memory. */
  private void take(int count) {
    positions += count;
    if (positions > MAX_POSITIONS) {
      throw tooLarge();
    }
  }

  static IllegalArgumentException tooLarge() {
    return new IllegalArgumentException(
        String.format(Locale.ROOT, "it has more than %,d positions: simplify it", MAX_POSITIONS));
  }

  private Coordinate position(int dimensions) {
    Coordinate position = new CoordinateXY(bytes.getDouble(), bytes.getDouble());
    bytes.position(bytes.position() + 8 * (dimensions - 2));
    return position;
  }

  /** A count of things of which each takes at least so many bytes. */
  private int count(int bytesEach) {
    need(4, 1);
    int count = bytes.getInt();
    if (count < 0) {
      throw cutOff();
    }
    need(bytesEach, count);
    return count;
  }

  private void need(int bytesEach, int count) {
    if ((long) bytesEach * count > bytes.remaining()) {
      throw cutOff();
    }
  }

  private static IllegalArgumentException cutOff() {
    return new IllegalArgumentException("it says that it is longer than its bytes: cut off");
  }
}
