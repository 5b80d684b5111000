package org.displacementmapper.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The polygons of units that lie side by side, cut into tiles in such a way that neighbours keep
 * their common border at every zoom.
 *
 * <p>Units need not fit exactly: see {@link CoverageCleaner}. Cleaning, and simplifying for a zoom,
 * happen when first needed and are kept. Thread safe.
 */
public final class Coverage {

  /** Beyond this zoom the boundaries drawn are coarser than the screen: nothing to leave out. */
  static final int LAST_SIMPLIFIED_ZOOM = 10;

  /** The first zoom at which a tile has every corner of the boundaries. */
  public static final int EXACT_ZOOM = LAST_SIMPLIFIED_ZOOM + 1;

  /**
   * What may be left out, in units of a 4096th of a tile: the square root of the area by which a
   * corner changes its unit. Half a pixel where a tile is drawn 512 pixels wide.
   */
  private static final double TOLERANCE_UNITS = 4;

  private final List<Geometry> units;
  private final Map<Integer, CoverageLevel> levels = new ConcurrentHashMap<>();
  private Geometry[] clean;

  private Coverage(List<Geometry> units) {
    this.units = units;
  }

  /**
   * @param units a polygon or multi-polygon each, in degrees, may be empty; where they overlap the
   *     earlier one wins
   */
  public static Coverage of(List<? extends Geometry> units) {
    for (Geometry unit : units) {
      if (unit.getDimension() > 2 || !unit.isEmpty() && unit.getDimension() != 2) {
        throw new IllegalArgumentException(
            "a coverage is made of polygons, found a " + unit.getGeometryType());
      }
    }
    return new Coverage(List.copyOf(units));
  }

  /** Number of units. */
  public int size() {
    return units.size();
  }

  /**
   * The part of each unit that a tile shows, in grid coordinates, in the order of the units; empty
   * if it lies elsewhere or is too small for the grid.
   *
   * <p>All are valid, none overlap, and together they leave no gap that the coverage does not have.
   */
  public List<Optional<Geometry>> cut(TileGrid grid) {
    Geometry[] parts = new CoverageCutter(level(grid.tile().zoom()), grid).cut(units.size());
    List<Optional<Geometry>> cut = new ArrayList<>(parts.length);
    for (Geometry part : parts) {
      cut.add(Optional.ofNullable(part));
    }
    return cut;
  }

  /**
   * Boxes in degrees that hold all of a unit that is drawn at any zoom, one for each of its parts:
   * simplifying leaves out corners and moves none.
   */
  public List<Envelope> extents(int unit) {
    Geometry parts = clean()[unit];
    List<Envelope> boxes = new ArrayList<>();
    for (int i = 0; parts != null && i < parts.getNumGeometries(); i++) {
      boxes.add(parts.getGeometryN(i).getEnvelopeInternal());
    }
    return boxes;
  }

  private CoverageLevel level(int zoom) {
    return levels.computeIfAbsent(
        Math.min(zoom, EXACT_ZOOM),
        z -> new CoverageLevel(z > LAST_SIMPLIFIED_ZOOM ? clean() : simplified(z)));
  }

  private Geometry[] simplified(int zoom) {
    Geometry[] all = clean().clone();
    int[] present = IntStream.range(0, all.length).filter(i -> all[i] != null).toArray();
    Geometry[] polygons = IntStream.of(present).mapToObj(i -> all[i]).toArray(Geometry[]::new);
    Geometry[] simplified = CoverageSimplifier.simplify(polygons, toleranceDegrees(zoom));
    for (int i = 0; i < present.length; i++) {
      all[present[i]] = simplified[i];
    }
    return all;
  }

  static double toleranceDegrees(int zoom) {
    return TOLERANCE_UNITS * 360 / UnitGrid.EXTENT / (1 << zoom);
  }

  /** The polygons of the units as a strict coverage, then those of enclosed holes. */
  synchronized Geometry[] clean() {
    if (clean == null) {
      clean = new CoverageCleaner(units).clean();
    }
    return clean;
  }
}
