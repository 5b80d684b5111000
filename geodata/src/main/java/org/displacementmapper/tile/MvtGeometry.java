package org.displacementmapper.tile;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * The drawing commands of one feature of a vector tile: Mapbox Vector Tile specification 2.1,
 * section 4.3. Takes whole-number coordinates with y southwards. Not thread safe.
 */
final class MvtGeometry {

  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int CLOSE_PATH = 7;

  private final Protobuf commands = new Protobuf();
  private long x;
  private long y;

  /** The geometry type of the specification: 1 points, 2 lines, 3 polygons. */
  static int type(Geometry geometry) {
    return geometry.getDimension() + 1;
  }

  static Protobuf commands(Geometry geometry) {
    MvtGeometry writer = new MvtGeometry();
    if (geometry.getDimension() == 0) {
      writer.points(geometry);
      return writer.commands;
    }
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon) {
        writer.polygon(polygon);
      } else {
        writer.line((LineString) geometry.getGeometryN(i));
      }
    }
    return writer.commands;
  }

  private void points(Geometry points) {
    command(MOVE_TO, points.getNumGeometries());
    for (int i = 0; i < points.getNumGeometries(); i++) {
      step(((Point) points.getGeometryN(i)).getCoordinate());
    }
  }

  private void line(LineString line) {
    path(line.getCoordinates(), line.getNumPoints());
  }

  private void polygon(Polygon polygon) {
    ring(polygon.getExteriorRing(), true);
    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
      ring(polygon.getInteriorRingN(hole), false);
    }
  }

  /**
   * Shells have a positive area by the surveyor's formula in tile coordinates, holes a negative.
   */
  private void ring(LinearRing ring, boolean positive) {
    LineString wound = Orientation.isCCW(ring.getCoordinates()) == positive ? ring : ring.reverse();
    path(wound.getCoordinates(), wound.getNumPoints() - 1);
    command(CLOSE_PATH, 1);
  }

  private void path(Coordinate[] points, int count) {
    command(MOVE_TO, 1);
    step(points[0]);
    command(LINE_TO, count - 1);
    for (int i = 1; i < count; i++) {
      step(points[i]);
    }
  }

  private void command(int id, int count) {
    commands.varint((long) count << 3 | id);
  }

  private void step(Coordinate to) {
    long toX = Math.round(to.x);
    long toY = Math.round(to.y);
    commands.varint(Protobuf.zigzag(toX - x)).varint(Protobuf.zigzag(toY - y));
    x = toX;
    y = toY;
  }
}
