package org.displacementmapper.boundary;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * Finds the unit of a point, exactly and fast: the first one, in the order given, that contains the
 * point or has it on its border. Units in P-code order thus give a shared border, or a small
 * overlap, always to the lower P-code.
 *
 * <p>Outlines are straight in longitude and latitude and must not cross the 180th meridian.
 * Immutable and safe for use by many threads. A point takes about 50 ns, near a border 300 ns; 330
 * townships take 15 MB and a quarter of a second of one core to build.
 */
public final class PointLocator {

  /** What {@link #locate} says of a point outside every unit. */
  public static final int NOWHERE = CellGrid.NONE;

  private final List<AdminUnit> units;
  private final Outlines outlines;
  private final CellGrid grid;

  public PointLocator(List<AdminUnit> units) {
    this.units = List.copyOf(units);
    List<Geometry> areas = this.units.stream().map(AdminUnit::geometry).toList();
    this.outlines = new Outlines(areas);
    this.grid = new CellGrid(outlines, areas.stream().mapToInt(Geometry::getNumPoints).sum());
  }

  public List<AdminUnit> units() {
    return units;
  }

  /** Index of the unit in {@link #units()}, or {@link #NOWHERE}. */
  public int locate(double lon, double lat) {
    return grid.locate(lon, lat);
  }

  public Optional<AdminUnit> findUnit(double lon, double lat) {
    int index = locate(lon, lat);
    return index == NOWHERE ? Optional.empty() : Optional.of(units.get(index));
  }

  /**
   * The unit of the point, else the one whose border is nearest; of equally near ones the first.
   *
   * @param limitMetres up to 100 km; nothing is found beyond it
   */
  public Optional<Nearest> findNearest(double lon, double lat, double limitMetres) {
    int unit = locate(lon, lat);
    if (unit != NOWHERE) {
      return Optional.of(new Nearest(units.get(unit), 0));
    }
    BorderDistance distance = new BorderDistance(outlines, lon, lat, limitMetres);
    BitSet candidates = grid.areasIn(distance.reach());
    for (int area = candidates.nextSetBit(0); area >= 0; area = candidates.nextSetBit(area + 1)) {
      if (distance.approach(area)) {
        unit = area;
      }
    }
    double metres = distance.metres();
    return metres <= limitMetres
        ? Optional.of(new Nearest(units.get(unit), metres))
        : Optional.empty();
  }

  /** Metres from the point to one unit, 0 inside it; infinite beyond the limit. */
  public double distanceMetres(int unit, double lon, double lat, double limitMetres) {
    if (outlines.covers(unit, lon, lat)) {
      return 0;
    }
    BorderDistance distance = new BorderDistance(outlines, lon, lat, limitMetres);
    distance.approach(unit);
    return distance.metres();
  }
}
