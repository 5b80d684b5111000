package org.displacementmapper.boundary;

import java.util.Arrays;

/**
 * People by cell of a regular grid of longitude and latitude, as imported from a raster. Cells are
 * {@code 1 / cellsPerDegree} degrees wide and high and lie on whole multiples of that; row 0 is the
 * southernmost, column 0 the westernmost.
 *
 * <p>Immutable; four bytes a cell: the shipped country at 240 cells a degree takes 40 MB.
 */
public final class PopulationGrid {

  /** Grids are made no finer; 460 m north to south. */
  public static final int FINEST_CELLS_PER_DEGREE = 240;

  private final String source;
  private final String licence;
  private final int cellsPerDegree;
  private final int firstColumn;
  private final int firstRow;
  private final int columns;
  private final float[] people;

  /**
   * @param source who made the raster, as a credit line
   * @param cellsPerDegree a divisor of {@value #FINEST_CELLS_PER_DEGREE}
   * @param firstColumn longitude of the west border times {@code cellsPerDegree}
   * @param firstRow latitude of the south border times {@code cellsPerDegree}
   * @param people row by row from the south; finite and never negative; not copied
   */
  public PopulationGrid(
      String source,
      String licence,
      int cellsPerDegree,
      int firstColumn,
      int firstRow,
      int columns,
      float[] people) {
    if (cellsPerDegree < 1 || FINEST_CELLS_PER_DEGREE % cellsPerDegree != 0) {
      throw new IllegalArgumentException(
          "cells per degree must divide %d, were %d"
              .formatted(FINEST_CELLS_PER_DEGREE, cellsPerDegree));
    }
    if (columns < 1 || people.length == 0 || people.length % columns != 0) {
      throw new IllegalArgumentException(
          "%d cells do not fill rows of %d".formatted(people.length, columns));
    }
    this.source = source;
    this.licence = licence;
    this.cellsPerDegree = cellsPerDegree;
    this.firstColumn = firstColumn;
    this.firstRow = firstRow;
    this.columns = columns;
    this.people = people;
  }

  public String source() {
    return source;
  }

  public String licence() {
    return licence;
  }

  public int cellsPerDegree() {
    return cellsPerDegree;
  }

  public int firstColumn() {
    return firstColumn;
  }

  public int firstRow() {
    return firstRow;
  }

  public int columns() {
    return columns;
  }

  public int rows() {
    return people.length / columns;
  }

  /** The people of a cell; {@code column} and {@code row} count from 0. */
  public float people(int column, int row) {
    return people[row * columns + column];
  }

  /** All cells, row by row from the south: a copy. */
  public float[] people() {
    return people.clone();
  }

  public double totalPeople() {
    double sum = 0;
    for (float cell : people) {
      sum += cell;
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PopulationGrid grid
        && source.equals(grid.source)
        && licence.equals(grid.licence)
        && cellsPerDegree == grid.cellsPerDegree
        && firstColumn == grid.firstColumn
        && firstRow == grid.firstRow
        && columns == grid.columns
        && Arrays.equals(people, grid.people);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(people);
  }

  @Override
  public String toString() {
    return "%s, %d x %d cells".formatted(source, columns, rows());
  }
}
