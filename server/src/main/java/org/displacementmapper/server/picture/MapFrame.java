package org.displacementmapper.server.picture;

import java.awt.Shape;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.locationtech.jts.awt.PointTransformation;
import org.locationtech.jts.awt.ShapeWriter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Where a part of the world lies in a box of the picture, in Web Mercator as on the page.
 * Immutable.
 *
 * @param worldPx width of the whole world
 * @param west of the box, in parts of the world from the date line
 * @param north of the box, in parts of the world
 */
record MapFrame(Rectangle2D box, double worldPx, double west, double north) {

  /** Width of the whole world at zoom 0 of the page's map. */
  private static final double TILE_PX = 512;

  /** Bends closer than this, in pixels, are left out. */
  private static final double DECIMATION_PX = 0.3;

  private static final double LIMIT_LAT = 85.05;

  /** The smallest map that shows the whole envelope, in degrees, in its middle. */
  static MapFrame fitting(Rectangle2D box, Envelope degrees, double margin) {
    double left = mercatorX(degrees.getMinX());
    double right = mercatorX(degrees.getMaxX());
    double top = mercatorY(degrees.getMaxY());
    double bottom = mercatorY(degrees.getMinY());
    double world =
        Math.min(
            (box.getWidth() - 2 * margin) / (right - left),
            (box.getHeight() - 2 * margin) / (bottom - top));
    return around(box, Math.max(world, TILE_PX / 4), (left + right) / 2, (top + bottom) / 2);
  }

  /** The map of a zoom of the page about a place. */
  static MapFrame at(Rectangle2D box, double zoom, double lon, double lat) {
    return around(box, TILE_PX * Math.pow(2, zoom), mercatorX(lon), mercatorY(lat));
  }

  private static MapFrame around(Rectangle2D box, double worldPx, double x, double y) {
    return new MapFrame(
        box, worldPx, x - box.getWidth() / 2 / worldPx, y - box.getHeight() / 2 / worldPx);
  }

  Point2D point(double lon, double lat) {
    return new Point2D.Double(
        box.getX() + (mercatorX(lon) - west) * worldPx,
        box.getY() + (mercatorY(lat) - north) * worldPx);
  }

  Shape shape(Geometry geometry) {
    PointTransformation place =
        (Coordinate from, Point2D to) -> to.setLocation(point(from.x, from.y));
    ShapeWriter writer = new ShapeWriter(place);
    writer.setRemoveDuplicatePoints(true);
    writer.setDecimation(DECIMATION_PX * 360 / worldPx); // in degrees
    return writer.toShape(geometry);
  }

  /** How high so many degrees are. */
  double heightPx(Envelope degrees) {
    return (mercatorY(degrees.getMinY()) - mercatorY(degrees.getMaxY())) * worldPx;
  }

  private static double mercatorX(double lon) {
    return (lon + 180) / 360;
  }

  private static double mercatorY(double lat) {
    double sin = Math.sin(Math.toRadians(Math.max(-LIMIT_LAT, Math.min(LIMIT_LAT, lat))));
    return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
  }
}
