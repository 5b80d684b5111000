package org.displacementmapper.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.linemerge.LineMerger;
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

  /** Along the edges where tiles meet, each unit begins and ends at the same places in both. */
  static void assertMeetsNeighbours(
      Coverage coverage, TileEncoder encoder, Tile tile, String seed) {
    Tile east = neighbour(tile, 1, 0);
    Tile south = neighbour(tile, 0, 1);
    TileGrid grid = encoder.grid(tile);
    List<Optional<Geometry>> parts = coverage.cut(grid);
    for (Tile neighbour : List.of(east, south)) {
      TileGrid other = encoder.grid(neighbour);
      List<Optional<Geometry>> otherParts = coverage.cut(other);
      boolean toSouth = neighbour.equals(south);
      boolean seamIsHigh = !toSouth || !grid.northUp();
      for (int unit = 0; unit < parts.size(); unit++) {
        assertEquals(
            shadow(parts.get(unit), seam(grid.edges(), toSouth, seamIsHigh)),
            shadow(otherParts.get(unit), seam(other.edges(), toSouth, !seamIsHigh)),
            seed + ", unit " + unit + " breaks between " + tile + " and " + neighbour);
      }
    }
  }

  private static Tile neighbour(Tile tile, int columns, int rows) {
    return tile instanceof Crs84Tile degrees
        ? new Crs84Tile(degrees.z(), tile.x() + columns, tile.y() + rows)
        : new TileCoord(tile.zoom(), tile.x() + columns, tile.y() + rows);
  }

  private static LineString seam(Envelope edges, boolean horizontal, boolean high) {
    double x = high ? edges.getMaxX() : edges.getMinX();
    double y = high ? edges.getMaxY() : edges.getMinY();
    return FACTORY.createLineString(
        horizontal
            ? new Coordinate[] {
              new Coordinate(edges.getMinX(), y), new Coordinate(edges.getMaxX(), y)
            }
            : new Coordinate[] {
              new Coordinate(x, edges.getMinY()), new Coordinate(x, edges.getMaxY())
            });
  }

  /** What of a seam a unit covers: from where to where, in steps from the beginning of the seam. */
  private static SortedMap<Double, Double> shadow(Optional<Geometry> part, LineString seam) {
    SortedMap<Double, Double> shadow = new TreeMap<>();
    if (part.isPresent()) {
      LineMerger merger = new LineMerger();
      merger.add(OverlayNGRobust.overlay(part.get(), seam, OverlayNG.INTERSECTION));
      for (Object merged : merger.getMergedLineStrings()) {
        LineString line = (LineString) merged;
        double from = line.getStartPoint().distance(seam.getStartPoint());
        double to = line.getEndPoint().distance(seam.getStartPoint());
        shadow.put(Math.min(from, to), Math.max(from, to));
      }
    }
    return shadow;
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
