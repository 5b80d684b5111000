package org.displacementmapper.join;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.PointLocator;

/**
 * Gives any point its unit by geometry alone, as cells for the row of a table: the unit that
 * contains it (on a shared border the one of the lower P-code), else the nearest within 5 km.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class PointJoin {

  /**
   * Codes of the unit and of those it lies in, empty for levels that are not known; the name of the
   * finest; {@code inside}, {@code nearest}, {@code country} (farther than 5 km from every unit) or
   * {@code invalid} (no usable coordinates); metres to the unit, 0 inside, else with two decimals.
   */
  public static final List<String> COLUMNS =
      List.of("adm1_pcode", "adm2_pcode", "adm3_pcode", "unit_name", "basis", "distance_m");

  private static final List<String> OUTSIDE = unplaced(Basis.COUNTRY);
  private static final List<String> INVALID = unplaced(Basis.INVALID);

  private final Boundaries boundaries;
  private final PointLocator locator;

  /** Of each unit of the locator, the cells of the points inside. */
  private final List<List<String>> inside;

  public PointJoin(Boundaries boundaries) {
    this.boundaries = boundaries;
    this.locator = boundaries.locator();
    this.inside = locator.units().stream().map(unit -> cells(unit, Basis.INSIDE, "0")).toList();
  }

  /**
   * A cell for each of {@link #COLUMNS}. The same list for all points inside one unit.
   *
   * @param lon degrees; out of range or NaN is invalid
   * @param lat as {@code lon}
   */
  public List<String> columns(double lon, double lat) {
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      return INVALID;
    }
    int unit = locator.locate(lon, lat);
    if (unit != PointLocator.NOWHERE) {
      return inside.get(unit);
    }
    return boundaries
        .findNearest(lon, lat)
        .map(near -> cells(near.unit(), Basis.NEAREST, metres(near.distanceMetres())))
        .orElse(OUTSIDE);
  }

  private List<String> cells(AdminUnit unit, Basis basis, String metres) {
    List<String> cells = new ArrayList<>(COLUMNS.size());
    for (int level = 1; level <= AdminUnit.MAX_LEVEL; level++) {
      cells.add(boundaries.findAncestorPcode(unit.pcode(), level).orElse(""));
    }
    cells.add(unit.name());
    cells.add(basis.word());
    cells.add(metres);
    return List.copyOf(cells);
  }

  private static List<String> unplaced(Basis basis) {
    return List.of("", "", "", "", basis.word(), "");
  }

  private static String metres(double metres) {
    return BigDecimal.valueOf(Math.round(metres * 100), 2).toPlainString();
  }
}
