package org.displacementmapper.exposure;

import org.displacementmapper.boundary.PopulationGrid;

/**
 * The people along one line of latitude, taken to live evenly within each cell that it runs
 * through. Used by one thread, for lines from south to north.
 */
final class GridRow implements Intervals.Density {

  private final PopulationGrid grid;

  /** People of the row from its west border to the west border of each column, and to its end. */
  private final double[] before;

  private int row = Integer.MIN_VALUE;
  private double share;

  GridRow(PopulationGrid grid) {
    this.grid = grid;
    this.before = new double[grid.columns() + 1];
  }

  /**
   * @param lat of a line
   * @param height degrees of latitude that the line stands for
   */
  GridRow at(double lat, double height) {
    share = height * grid.cellsPerDegree();
    int wanted = (int) Math.floor(lat * grid.cellsPerDegree()) - grid.firstRow();
    if (wanted != row) {
      row = wanted;
      boolean inside = row >= 0 && row < grid.rows();
      for (int column = 0; column < grid.columns(); column++) {
        before[column + 1] = before[column] + (inside ? grid.people(column, row) : 0);
      }
    }
    return this;
  }

  @Override
  public double between(double west, double east) {
    return share * (upTo(east) - upTo(west));
  }

  private double upTo(double lon) {
    double columns = lon * grid.cellsPerDegree() - grid.firstColumn();
    if (columns <= 0) {
      return 0;
    }
    if (columns >= grid.columns()) {
      return before[grid.columns()];
    }
    int column = (int) columns;
    return before[column] + (columns - column) * (before[column + 1] - before[column]);
  }
}
