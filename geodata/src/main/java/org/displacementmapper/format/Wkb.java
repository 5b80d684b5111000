package org.displacementmapper.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;

/**
 * Well-known binary of a file that may be damaged or hostile: ISO and EWKB codes, both byte orders,
 * heights and measures dropped. Counts are checked against the bytes that are there before memory
 * is taken, and nesting is bounded, which the reader of JTS does not do.
 */
final class Wkb {

  private static final int MAX_DEPTH = 8;
  private static final int EWKB_Z = 0x80000000;
  private static final int EWKB_M = 0x40000000;
  private static final int EWKB_SRID = 0x20000000;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final ByteBuffer bytes;

  private Wkb(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /**
   * @throws ParseException in words for the user
   */
  static Geometry read(byte[] bytes, int offset) throws ParseException {
    if (offset >= bytes.length) {
      throw cutOff();
    }
    try {
      return new Wkb(ByteBuffer.wrap(bytes, offset, bytes.length - offset)).geometry(0);
    } catch (IllegalArgumentException e) {
      throw new ParseException("the geometry is broken: " + e.getMessage());
    }
  }

  private Geometry geometry(int depth) throws ParseException {
    need(5, 1);
    if (depth > MAX_DEPTH) {
      throw new ParseException("the geometry holds others more than " + MAX_DEPTH + " deep");
    }
    bytes.order(bytes.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int code = bytes.getInt();
    if ((code & EWKB_SRID) != 0) {
      need(4, 1);
      bytes.getInt();
    }
    int dimensions = 2 + ((code & EWKB_Z) != 0 ? 1 : 0) + ((code & EWKB_M) != 0 ? 1 : 0);
    int iso = code & ~(EWKB_Z | EWKB_M | EWKB_SRID);
    if (iso >= 1000 && iso < 4000) {
      dimensions = iso >= 3000 ? 4 : 3;
      iso %= 1000;
    }
    return switch (iso) {
      case 1 -> point(dimensions);
      case 2 -> FACTORY.createLineString(positions(dimensions));
      case 3 -> polygon(dimensions);
      case 4 -> FACTORY.createMultiPoint(parts(depth, Point.class).toArray(Point[]::new));
      case 5 ->
          FACTORY.createMultiLineString(parts(depth, LineString.class).toArray(LineString[]::new));
      case 6 -> FACTORY.createMultiPolygon(parts(depth, Polygon.class).toArray(Polygon[]::new));
      case 7 ->
          FACTORY.createGeometryCollection(parts(depth, Geometry.class).toArray(Geometry[]::new));
      default ->
          throw new ParseException(
              "the geometry is of type "
                  + iso
                  + ": points, lines and polygons are read, not curves or surfaces");
    };
  }

  private Point point(int dimensions) throws ParseException {
    need(8 * dimensions, 1);
    Coordinate position = position(dimensions);
    return Double.isNaN(position.x) && Double.isNaN(position.y)
        ? FACTORY.createPoint()
        : FACTORY.createPoint(finite(position));
  }

  private Polygon polygon(int dimensions) throws ParseException {
    int count = count(4);
    if (count == 0) {
      return FACTORY.createPolygon();
    }
    LinearRing[] rings = new LinearRing[count];
    for (int i = 0; i < count; i++) {
      rings[i] = FACTORY.createLinearRing(positions(dimensions));
    }
    return FACTORY.createPolygon(rings[0], Arrays.copyOfRange(rings, 1, count));
  }

  private <T extends Geometry> List<T> parts(int depth, Class<T> kind) throws ParseException {
    int count = count(5);
    List<T> parts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Geometry part = geometry(depth + 1);
      if (!kind.isInstance(part)) {
        throw new ParseException(
            "the geometry has a " + part.getGeometryType() + " where it cannot have one");
      }
      parts.add(kind.cast(part));
    }
    return parts;
  }

  private Coordinate[] positions(int dimensions) throws ParseException {
    Coordinate[] positions = new Coordinate[count(8 * dimensions)];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = finite(position(dimensions));
    }
    return positions;
  }

  private Coordinate position(int dimensions) {
    Coordinate position = new Coordinate(bytes.getDouble(), bytes.getDouble());
    bytes.position(bytes.position() + 8 * (dimensions - 2));
    return position;
  }

  private static Coordinate finite(Coordinate position) throws ParseException {
    if (!Double.isFinite(position.x) || !Double.isFinite(position.y)) {
      throw new ParseException("the geometry has a coordinate that is no finite number");
    }
    return position;
  }

  /** A count of things of which each takes at least so many bytes. */
  private int count(int bytesEach) throws ParseException {
    need(4, 1);
    int count = bytes.getInt();
    if (count < 0) {
      throw cutOff();
    }
    need(bytesEach, count);
    return count;
  }

  private void need(int bytesEach, int count) throws ParseException {
    if ((long) bytesEach * count > bytes.remaining()) {
      throw cutOff();
    }
  }

  private static ParseException cutOff() {
    return new ParseException("the geometry is cut off");
  }
}
