package org.displacementmapper.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * Which units of one level share a border: at least {@value #LEAST_BORDER_DEGREES} degrees of the
 * one's outline, some 200 m, run within {@value #GAP_DEGREES} degrees of the other's, so that a
 * sliver between two outlines parts nobody and a common corner joins nobody. Degrees are taken as
 * they are: what is asked is whether, not how long.
 *
 * <p>Found when first asked for and kept. Safe for use by many threads.
 */
final class Neighbours {

  static final double GAP_DEGREES = 0.0005;
  static final double LEAST_BORDER_DEGREES = 0.002;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Map<Integer, Map<String, List<String>>> byLevel = new ConcurrentHashMap<>();

  /** P-codes in their order of the units that the unit borders on, among all of its level. */
  List<String> of(AdminUnit unit, List<AdminUnit> level) {
    return byLevel
        .computeIfAbsent(unit.level(), any -> new ConcurrentHashMap<>())
        .computeIfAbsent(unit.pcode(), any -> find(unit, level));
  }

  private static List<String> find(AdminUnit unit, List<AdminUnit> level) {
    Envelope around = unit.geometry().getEnvelopeInternal();
    around.expandBy(GAP_DEGREES);
    IndexedFacetDistance outline = null;
    List<String> found = new ArrayList<>();
    for (AdminUnit other : level) {
      if (other.pcode().equals(unit.pcode())
          || !around.intersects(other.geometry().getEnvelopeInternal())) {
        continue;
      }
      if (outline == null) {
        outline = new IndexedFacetDistance(unit.geometry());
      }
      if (runsAlong(other.geometry(), outline, around)) {
        found.add(other.pcode());
      }
    }
    return List.copyOf(found);
  }

  private static boolean runsAlong(
      Geometry geometry, IndexedFacetDistance outline, Envelope around) {
    double length = 0;
    Geometry lines = geometry.getBoundary();
    for (int i = 0; i < lines.getNumGeometries(); i++) {
      Coordinate[] points = lines.getGeometryN(i).getCoordinates();
      boolean wasNear = isNear(points[0], outline, around);
      for (int at = 1; at < points.length; at++) {
        boolean near = isNear(points[at], outline, around);
        if (near && wasNear && isNear(middle(points[at - 1], points[at]), outline, around)) {
          length += points[at - 1].distance(points[at]);
          if (length >= LEAST_BORDER_DEGREES) {
            return true;
          }
        }
        wasNear = near;
      }
    }
    return false;
  }

  private static boolean isNear(Coordinate point, IndexedFacetDistance outline, Envelope around) {
    return around.contains(point)
        && outline.isWithinDistance(FACTORY.createPoint(point), GAP_DEGREES);
  }

  private static Coordinate middle(Coordinate a, Coordinate b) {
    return new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
  }
}
