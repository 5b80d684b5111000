package org.displacementmapper.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * The content of one record of a .shp file as a geometry, after the ESRI Shapefile Technical
 * Description (July 1998). Heights and measures, which come after the positions, are left out.
 */
final class ShapeGeometry {

  static final int NULL = 0;
  static final int POINT = 1;
  static final int LINES = 3;
  static final int POLYGONS = 5;
  static final int POINTS = 8;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** Bytes of a position and of a box. */
  private static final int POSITION = 16;

  private static final int BOX = 32;

  private ShapeGeometry() {}

  /** The plain type of one with heights or measures: 11, 13 … and 21, 23 … count as 1, 3 …. */
  static int plain(int type) {
    return type > 20 && type < 30 ? type - 20 : type > 10 && type < 20 ? type - 10 : type;
  }

  static boolean isKnown(int type) {
    int plain = plain(type);
    return type == NULL || plain == POINT || plain == LINES || plain == POLYGONS || plain == POINTS;
  }

  static String name(int type) {
    return switch (plain(type)) {
      case POINT -> "Point";
      case LINES -> "LineString";
      case POLYGONS -> "Polygon";
      case POINTS -> "MultiPoint";
      default -> "";
    };
  }

  /**
   * @return null for a null shape
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static Geometry read(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    require(bytes, 4);
    int type = bytes.getInt();
    switch (isKnown(type) ? plain(type) : -1) {
      case NULL:
        return null;
      case POINT:
        require(bytes, POSITION);
        return FACTORY.createPoint(position(bytes));
      case POINTS:
        require(bytes, BOX + 4);
        bytes.position(bytes.position() + BOX);
        return FACTORY.createMultiPointFromCoords(positions(bytes, count(bytes, POSITION)));
      case LINES:
        return lines(parts(bytes));
      case POLYGONS:
        return ShapeRings.polygons(parts(bytes), FACTORY);
      default:
        throw new IllegalArgumentException("there is no shape type " + type);
    }
  }

  private static Geometry lines(Coordinate[][] parts) {
    LineString[] lines = new LineString[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].length == 1) {
        throw new IllegalArgumentException("a line has one position: it must have at least two");
      }
      lines[i] = FACTORY.createLineString(parts[i]);
    }
    return lines.length == 1 ? lines[0] : FACTORY.createMultiLineString(lines);
  }

  private static Coordinate[][] parts(ByteBuffer bytes) {
    require(bytes, BOX + 8);
    bytes.position(bytes.position() + BOX);
    int parts = count(bytes, 4);
    int size = bytes.getInt();
    if (parts < 0 || size < 0 || size > (bytes.remaining() - 4L * parts) / POSITION) {
      throw overrun();
    }
    int[] starts = new int[parts + 1];
    for (int i = 0; i < parts; i++) {
      starts[i] = bytes.getInt();
    }
    starts[parts] = size;
    Coordinate[][] read = new Coordinate[parts][];
    for (int i = 0; i < parts; i++) {
      int length = starts[i + 1] - starts[i];
      if (starts[i] < 0 || length < 0 || (i == 0 && starts[0] != 0)) {
        throw new IllegalArgumentException("its parts do not follow one another");
      }
      read[i] = positions(bytes, length);
    }
    return read;
  }

  /** A number of items of so many bytes, which must all be there. */
  private static int count(ByteBuffer bytes, int each) {
    int count = bytes.getInt();
    if (count < 0 || count > bytes.remaining() / each) {
      throw overrun();
    }
    return count;
  }

  private static Coordinate[] positions(ByteBuffer bytes, int count) {
    require(bytes, (long) count * POSITION);
    Coordinate[] positions = new Coordinate[count];
    for (int i = 0; i < count; i++) {
      positions[i] = position(bytes);
    }
    return positions;
  }

  private static Coordinate position(ByteBuffer bytes) {
    return new CoordinateXY(bytes.getDouble(), bytes.getDouble());
  }

  private static void require(ByteBuffer bytes, long needed) {
    if (bytes.remaining() < needed) {
      throw overrun();
    }
  }

  private static IllegalArgumentException overrun() {
    return new IllegalArgumentException("it says that it is longer than its record: damaged");
  }
}
