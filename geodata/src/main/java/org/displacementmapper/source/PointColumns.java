package org.displacementmapper.source;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Where a row keeps its point: in its geometry, or in two columns. Tells swapped coordinates from
 * wrong ones.
 *
 * @param lon name of the column of the longitude
 * @param lat name of the column of the latitude
 */
record PointColumns(String lon, String lat) {

  /** The box in which a point of Myanmar lies: degrees east, degrees north. */
  private static final double WEST = 92;

  private static final double EAST = 102;
  private static final double SOUTH = 9;
  private static final double NORTH = 29;

  /** The point, or empty if the row gives none or gives a wrong one, which is then rejected. */
  Optional<Coordinate> read(Row row) {
    Geometry geometry = row.feature().geometry();
    if (geometry == null) {
      return readColumns(row);
    }
    if (!(geometry instanceof Point point)) {
      row.reject(
          "geometry",
          geometry.getGeometryType(),
          "an incident is one Point; write one feature for each place");
      return Optional.empty();
    }
    if (point.isEmpty()) {
      row.reject("geometry", "", "the point has no coordinates; give [longitude, latitude]");
      return Optional.empty();
    }
    return check(row, point.getX(), point.getY(), "geometry");
  }

  private Optional<Coordinate> readColumns(Row row) {
    Double x = row.decimal(lon, "longitude");
    Double y = row.decimal(lat, "latitude");
    if (row.isRejected() || (x == null && y == null)) {
      return Optional.empty();
    }
    if (x == null || y == null) {
      row.reject(
          x == null ? lon : lat,
          "",
          "longitude and latitude come together; give both, or leave both empty");
      return Optional.empty();
    }
    if (lon.equalsIgnoreCase("x") || lon.equalsIgnoreCase("easting")) {
      row.remark(
          "columns "
              + lon
              + " and "
              + lat
              + " were taken as longitude and latitude (WGS 84); if they are not, name their system"
              + " with --crs");
    }
    return check(row, x, y, "");
  }

  private Optional<Coordinate> check(Row row, double x, double y, String column) {
    String found = x + " E, " + y + " N";
    if (!inBox(x, y) && inBox(y, x)) {
      row.reject(
          column.isEmpty() ? lon : column,
          found,
          "longitude and latitude look swapped: Myanmar lies within 92-102 E, 9-29 N; "
              + (column.isEmpty()
                  ? "exchange the values of " + lon + " and " + lat
                  : "GeoJSON and WKT want the longitude first"));
      return Optional.empty();
    }
    // Written so that a value that is no number is out of range too.
    if (!(Math.abs(y) <= 90)) {
      row.reject(column.isEmpty() ? lat : column, found, "latitude must be -90 to 90 degrees");
      return Optional.empty();
    }
    if (!(Math.abs(x) <= 180)) {
      row.reject(
          column.isEmpty() ? lon : column,
          found,
          "longitude must be -180 to 180 degrees; for metres name their system with --crs");
      return Optional.empty();
    }
    if (!inBox(x, y)) {
      row.warn(
          column.isEmpty() ? lon : column,
          found,
          "the point lies outside 92-102 E, 9-29 N, the surroundings of Myanmar; check it");
    }
    return Optional.of(new Coordinate(x, y));
  }

  private static boolean inBox(double x, double y) {
    return x >= WEST && x <= EAST && y >= SOUTH && y <= NORTH;
  }
}
