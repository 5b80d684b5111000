package org.displacementmapper.source;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Whether a geometry can be the outline of a unit. */
final class Outline {

  private static final Envelope WORLD = new Envelope(-180, 180, -90, 90);
  private static final Envelope MYANMAR = new Envelope(92, 102, 9, 29);

  private Outline() {}

  /** Rejects the row if its geometry is missing, empty, no polygon, elsewhere or crosses itself. */
  static void check(Row row) {
    Geometry geometry = row.feature().geometry();
    if (geometry == null || geometry.isEmpty()) {
      row.reject("geometry", "", "the outline is empty; a unit needs a polygon");
      return;
    }
    if (!(geometry instanceof Polygonal)) {
      row.reject(
          "geometry", geometry.getGeometryType(), "an outline must be a Polygon or MultiPolygon");
      return;
    }
    Envelope box = geometry.getEnvelopeInternal();
    Envelope swapped = new Envelope(box.getMinY(), box.getMaxY(), box.getMinX(), box.getMaxX());
    if (!MYANMAR.intersects(box) && MYANMAR.intersects(swapped)) {
      row.reject(
          "geometry",
          text(new Coordinate(box.getMinX(), box.getMinY())),
          "longitude and latitude look swapped: GeoJSON wants the longitude first");
      return;
    }
    if (!WORLD.contains(box)) {
      row.reject(
          "geometry",
          text(new Coordinate(box.getMinX(), box.getMinY())),
          "coordinates are outside -180 to 180 and -90 to 90: the file is projected; export it as"
              + " longitude and latitude (WGS 84, EPSG:4326)");
      return;
    }
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    if (error != null) {
      row.reject(
          "geometry",
          text(error.getCoordinate()),
          "the outline is not valid at this place: "
              + error.getMessage().toLowerCase(Locale.ROOT)
              + "; repair it in a GIS (\"fix geometries\")");
    }
  }

  private static String text(Coordinate place) {
    return place == null ? "" : place.getX() + " E, " + place.getY() + " N";
  }
}
