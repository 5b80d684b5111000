package org.displacementmapper.join;

import java.util.Map;
import java.util.Optional;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.PointLocator;
import org.displacementmapper.incident.Where;

/** The point that a source gives, if it gives one, and how it lies to the units. */
final class Spot {

  private final Where where;
  private final PointLocator locator;
  private final Map<String, Integer> indexOfLeaf;
  private final double limitMetres;
  private final Optional<AdminUnit> leaf;

  /**
   * @param indexOfLeaf of each P-code, its place in the units of the locator
   * @param limitMetres distances beyond it are infinite
   */
  Spot(Where where, PointLocator locator, Map<String, Integer> indexOfLeaf, double limitMetres) {
    this.where = where;
    this.locator = locator;
    this.indexOfLeaf = indexOfLeaf;
    this.limitMetres = limitMetres;
    this.leaf = where.hasPoint() ? locator.findUnit(where.lon(), where.lat()) : Optional.empty();
  }

  boolean isGiven() {
    return where.hasPoint();
  }

  /** The leaf that the point lies in. */
  Optional<AdminUnit> leaf() {
    return leaf;
  }

  boolean isIn(Area area) {
    return leaf.isPresent() && area.has(leaf.get().pcode());
  }

  /** Whether it lies in a unit that is not of the area. */
  boolean isElsewhere(Area area) {
    return leaf.isPresent() && !isIn(area);
  }

  double metresTo(Area area) {
    return isIn(area)
        ? 0
        : area.leaves().stream().mapToDouble(this::metresTo).min().orElse(Double.POSITIVE_INFINITY);
  }

  /** The leaf of the area that is nearest; of equally near ones the lowest P-code. */
  AdminUnit nearestOf(Area area) {
    AdminUnit nearest = area.leaves().get(0);
    double best = Double.POSITIVE_INFINITY;
    for (AdminUnit candidate : area.leaves()) {
      double metres = metresTo(candidate);
      if (metres < best) {
        best = metres;
        nearest = candidate;
      }
    }
    return nearest;
  }

  private double metresTo(AdminUnit unit) {
    int index = indexOfLeaf.get(unit.pcode());
    return locator.distanceMetres(index, where.lon(), where.lat(), limitMetres);
  }
}
