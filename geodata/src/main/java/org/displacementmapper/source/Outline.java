package org.displacementmapper.source;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Whether a geometry can be the outline of a unit, and its one form that does not depend on the
 * file format: rings in normal order, no position twice running, a single polygon by itself.
 *
 * <p>A fault such as a spike, or a ring that crosses itself in a corner, is repaired with JTS's
 * {@code GeometryFixer} and reported with its place, provided that the area stays the same within
 * {@value #MOST_CHANGE}; where more would change, nobody can tell what was meant, and the unit is
 * refused.
 */
final class Outline {

  private static final Envelope WORLD = new Envelope(-180, 180, -90, 90);
  private static final Envelope MYANMAR = new Envelope(92, 102, 9, 29);

  /** Share of the area that a repair may change. */
  private static final double MOST_CHANGE = 0.001;

  private Outline() {}

  /**
   * The outline of the row's unit. Rejects the row if its geometry is missing, empty, no polygon,
   * elsewhere or faulty beyond repair, and then gives null.
   */
  static Geometry read(Row row, String unit) {
    Geometry geometry = row.feature().geometry();
    if (geometry == null || geometry.isEmpty()) {
      row.reject("geometry", "", "the outline is empty; a unit needs a polygon");
      return null;
    }
    if (!(geometry instanceof Polygonal)) {
      row.reject(
          "geometry", geometry.getGeometryType(), "an outline must be a Polygon or MultiPolygon");
      return null;
    }
    Envelope box = geometry.getEnvelopeInternal();
    Envelope swapped = new Envelope(box.getMinY(), box.getMaxY(), box.getMinX(), box.getMaxX());
    if (!MYANMAR.intersects(box) && MYANMAR.intersects(swapped)) {
      row.reject(
          "geometry",
          text(new Coordinate(box.getMinX(), box.getMinY())),
          "longitude and latitude look swapped: GeoJSON and WKT want the longitude first");
      return null;
    }
    if (!WORLD.contains(box)) {
      row.reject(
          "geometry",
          text(new Coordinate(box.getMinX(), box.getMinY())),
          "coordinates are outside -180 to 180 and -90 to 90: the file is projected; export it as"
              + " longitude and latitude (WGS 84, EPSG:4326), or name its system with --crs");
      return null;
    }
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    return canonical(error == null ? geometry : repaired(row, unit, geometry, error));
  }

  /** The same area without the fault; null, and the row rejected, if that cannot be had. */
  private static Geometry repaired(
      Row row, String unit, Geometry geometry, TopologyValidationError error) {
    String fault = error.getMessage().toLowerCase(Locale.ROOT);
    double before = geometry.getArea();
    Geometry fixed = GeometryFixer.fix(geometry);
    double change = Math.abs(fixed.getArea() - before);
    if (!(fixed instanceof Polygonal) || fixed.isEmpty() || change > MOST_CHANGE * before) {
      row.reject(
          "geometry",
          text(error.getCoordinate()),
          "the outline is not valid at this place: "
              + fault
              + "; repair it in a GIS (\"fix geometries\")");
      return null;
    }
    row.warn(
        "geometry",
        text(error.getCoordinate()),
        String.format(
            Locale.ROOT,
            "the outline of %s was not valid at this place (%s) and was repaired; its area changed"
                + " by %s km²",
            unit,
            fault,
            SquareKilometres.text(change, geometry.getCentroid().getY())));
    return fixed;
  }

  private static Geometry canonical(Geometry geometry) {
    if (geometry == null) {
      return null;
    }
    Geometry single = geometry.getNumGeometries() == 1 ? geometry.getGeometryN(0) : geometry;
    GeometryTransformer once =
        new GeometryTransformer() {
          @Override
          protected CoordinateSequence transformCoordinates(
              CoordinateSequence positions, Geometry parent) {
            return createCoordinateSequence(
                CoordinateArrays.removeRepeatedPoints(positions.toCoordinateArray()));
          }
        };
    return once.transform(single).norm();
  }

  private static String text(Coordinate place) {
    return place == null ? "" : place.getX() + " E, " + place.getY() + " N";
  }
}
