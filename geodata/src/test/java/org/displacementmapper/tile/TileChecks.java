package org.displacementmapper.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** What must hold for the parts of units in any tile, checked without the code that cut them. */
final class TileChecks {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private TileChecks() {}

  static List<Geometry> present(List<Optional<Geometry>> parts) {
    return parts.stream().flatMap(Optional::stream).toList();
  }

  static Geometry union(List<Geometry> parts) {
    return parts.isEmpty() ? FACTORY.createPolygon() : OverlayNGRobust.union(parts);
  }

  static double area(List<Geometry> parts) {
    return parts.stream().mapToDouble(Geometry::getArea).sum();
  }

  /** Area of all holes of a geometry. */
  static double holes(Geometry polygons) {
    double area = 0;
    for (int i = 0; i < polygons.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) polygons.getGeometryN(i);
      area += FACTORY.createPolygon(polygon.getExteriorRing()).getArea() - polygon.getArea();
    }
    return area;
  }

  static void assertValidOnGrid(List<Optional<Geometry>> parts, TileGrid grid, String where) {
    for (int unit = 0; unit < parts.size(); unit++) {
      if (parts.get(unit).isPresent()) {
        Geometry part = parts.get(unit).get();
        String what = where + ", unit " + unit;
        assertTrue(part.isValid(), what + " is not valid: " + part);
        assertTrue(grid.bounds().contains(part.getEnvelopeInternal()), what + " leaves the tile");
        for (Coordinate c : part.getCoordinates()) {
          assertTrue(c.x == Math.rint(c.x) && c.y == Math.rint(c.y), what + " leaves the grid");
        }
      }
    }
  }

  static void assertNoOverlap(List<Optional<Geometry>> parts, String where) {
    List<Geometry> present = present(parts);
    assertEquals(union(present).getArea(), area(present), 1e-6, where + " overlaps");
  }

  /**
   * Along the edge where two tiles meet, each unit begins and ends at the same places in both.
   *
   * @param west the tile whose eastern edge is the western one of {@code east}
   */
  static void assertMeet(Coverage coverage, TileGrid west, TileGrid east, String where) {
    Geometry seamInWest = seam(west.edges().getMaxX(), west);
    Geometry seamInEast = seam(east.edges().getMinX(), east);
    List<Optional<Geometry>> inWest = coverage.cut(west);
    List<Optional<Geometry>> inEast = coverage.cut(east);
    for (int unit = 0; unit < inWest.size(); unit++) {
      assertEquals(
          shadow(inWest.get(unit), seamInWest),
          shadow(inEast.get(unit), seamInEast),
          where + ", unit " + unit + " breaks at the seam");
    }
  }

  private static Geometry seam(double x, TileGrid grid) {
    return FACTORY.createLineString(
        new Coordinate[] {
          new Coordinate(x, grid.edges().getMinY()), new Coordinate(x, grid.edges().getMaxY())
        });
  }

  /** What of the seam a unit covers, as its ends from one side to the other. */
  private static String shadow(Optional<Geometry> part, Geometry seam) {
    if (part.isEmpty()) {
      return "";
    }
    Geometry covered =
        OverlayNGRobust.overlay(part.get(), seam, OverlayNG.INTERSECTION).union().norm();
    StringBuilder ends = new StringBuilder();
    for (int i = 0; i < covered.getNumGeometries(); i++) {
      if (covered.getGeometryN(i) instanceof LineString line && !line.isEmpty()) {
        double a = line.getStartPoint().getY();
        double b = line.getEndPoint().getY();
        ends.append(' ').append(Math.min(a, b)).append("..").append(Math.max(a, b));
      }
    }
    return ends.toString();
  }

  /** A copy in the coordinates of a grid, not rounded. */
  static Geometry onGrid(Geometry lonLat, TileGrid grid) {
    Geometry copy = lonLat.copy();
    copy.apply(
        (CoordinateFilter)
            c -> {
              double x = grid.x(c.x);
              c.y = grid.y(c.y);
              c.x = x;
            });
    copy.geometryChanged();
    return copy;
  }

  static Geometry clip(Geometry geometry, Geometry box) {
    return OverlayNGRobust.overlay(geometry, box, OverlayNG.INTERSECTION);
  }
}
