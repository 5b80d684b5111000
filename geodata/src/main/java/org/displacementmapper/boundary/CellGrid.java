package org.displacementmapper.boundary;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;

/**
 * A grid over some areas that knows of each cell which areas can cover a point in it: most cells
 * lie wholly in one area, or in none, and need no look at any outline.
 *
 * <p>A cell that an outline touches lists its candidates in the order of the areas, up to the first
 * one that covers the whole cell. Immutable.
 */
final class CellGrid {

  static final int NONE = -1;

  private static final int CELLS_PER_CORNER = 10;
  private static final int MIN_CELLS = 1 << 10;
  private static final int MAX_CELLS = 1 << 21;

  /** Logarithm of the cells along a side of a block. */
  private static final int BLOCK_BITS = 4;

  /** Widens outlines by 0.1 mm, far more than the rounding of a cell's edge. */
  private static final double MARGIN_DEGREES = 1e-9;

  private final Outlines outlines;
  private final Envelope envelope;
  private final int columns;
  private final int rows;
  private final double columnsPerDegree;
  private final double rowsPerDegree;

  /**
   * The area that covers the whole cell, {@link #NONE}, or -2 - the index of a list in {@link
   * #candidates}.
   */
  private final int[] cells;

  /** Of each block of cells, whether any area reaches into it. */
  private final BitSet occupied = new BitSet();

  /** Lists of 2 * area, +1 if it covers the whole cell; each ended by such a one or by NONE. */
  private final int[] candidates;

  CellGrid(Outlines outlines, int corners) {
    this.outlines = outlines;
    envelope = new Envelope();
    for (int area = 0; area < outlines.size(); area++) {
      envelope.expandToInclude(outlines.envelope(area));
    }
    double width = Math.max(envelope.getWidth(), MARGIN_DEGREES);
    double height = Math.max(envelope.getHeight(), MARGIN_DEGREES);
    double wanted = Math.min(MAX_CELLS, Math.max(MIN_CELLS, (double) corners * CELLS_PER_CORNER));
    columns = (int) Math.max(1, Math.min(wanted, Math.sqrt(wanted * width / height)));
    rows = (int) Math.max(1, wanted / columns);
    columnsPerDegree = columns / width;
    rowsPerDegree = rows / height;
    cells = new int[columns * rows];
    Arrays.fill(cells, NONE);
    candidates = new Filling().fill();
    for (int cell = 0; cell < cells.length; cell++) {
      if (cells[cell] != NONE) {
        occupied.set(block(cell % columns, cell / columns));
      }
    }
  }

  private int block(int column, int row) {
    return (row >> BLOCK_BITS) * ((columns >> BLOCK_BITS) + 1) + (column >> BLOCK_BITS);
  }

  /** The first area that covers the point, or {@link #NONE}, as also for NaN. */
  int locate(double x, double y) {
    if (!envelope.covers(x, y)) {
      return NONE;
    }
    int cell = cells[row(y) * columns + column(x)];
    if (cell >= NONE) {
      return cell;
    }
    for (int i = -2 - cell; candidates[i] != NONE; i++) {
      int area = candidates[i] >> 1;
      if ((candidates[i] & 1) != 0 || outlines.covers(area, x, y)) {
        return area;
      }
    }
    return NONE;
  }

  /**
   * The areas that reach into the cells of a box, in order. One that an earlier area covers in
   * those cells may be missing: from outside both, the earlier is nearer.
   */
  BitSet areasIn(Envelope box) {
    BitSet areas = new BitSet();
    if (!envelope.intersects(box)) {
      return areas;
    }
    int firstColumn = column(box.getMinX());
    int lastColumn = column(box.getMaxX());
    int firstRow = row(box.getMinY());
    int lastRow = row(box.getMaxY());
    if (isVacant(firstColumn, lastColumn, firstRow, lastRow)) {
      return areas;
    }
    for (int row = firstRow; row <= lastRow; row++) {
      for (int column = firstColumn; column <= lastColumn; column++) {
        int cell = cells[row * columns + column];
        if (cell > NONE) {
          areas.set(cell);
        } else if (cell < NONE) {
          for (int i = -2 - cell; candidates[i] != NONE; i++) {
            areas.set(candidates[i] >> 1);
          }
        }
      }
    }
    return areas;
  }

  /** A quick look for the many points that are far from everything. */
  private boolean isVacant(int firstColumn, int lastColumn, int firstRow, int lastRow) {
    for (int row = firstRow; row >> BLOCK_BITS <= lastRow >> BLOCK_BITS; row += 1 << BLOCK_BITS) {
      int next = occupied.nextSetBit(block(firstColumn, row));
      if (next >= 0 && next <= block(lastColumn, row)) {
        return false;
      }
    }
    return true;
  }

  /** Rises with x, so that what lies between two points lies in the columns between theirs. */
  private int column(double x) {
    return clamp((x - envelope.getMinX()) * columnsPerDegree, columns);
  }

  private int row(double y) {
    return clamp((y - envelope.getMinY()) * rowsPerDegree, rows);
  }

  private static int clamp(double position, int size) {
    return Math.max(0, Math.min((int) position, size - 1));
  }

  /** Lists grow in the order of the areas; equal ones are kept once. */
  private final class Filling {

    /** Of each list: the list without its last entry, and that entry. */
    private int[] shorter = new int[1024];

    private int[] entries = new int[1024];
    private final Map<Long, Integer> listsBefore = new HashMap<>();

    private int[] fill() {
      for (int area = 0; area < outlines.size(); area++) {
        if (!outlines.envelope(area).isNull()) {
          fill(area);
        }
      }
      return flatten();
    }

    private void fill(int area) {
      Envelope window = outlines.envelope(area);
      int left = column(window.getMinX());
      int bottom = row(window.getMinY());
      int width = column(window.getMaxX()) - left + 1;
      int height = row(window.getMaxY()) - bottom + 1;
      BitSet touched = new BitSet(width * height);
      outlines.visitSegments(area, segment -> touch(segment, left, bottom, width, height, touched));
      for (int y = 0; y < height; y++) {
        boolean known = false;
        boolean inside = false;
        for (int x = 0; x < width; x++) {
          int cell = (bottom + y) * columns + left + x;
          if (touched.get(y * width + x)) {
            add(cell, area * 2);
            known = false;
            continue;
          }
          if (!known) {
            // No outline runs through the cells of this run: one point speaks for all.
            inside = outlines.covers(area, centreX(left + x), centreY(bottom + y));
            known = true;
          }
          if (inside) {
            add(cell, area * 2 + 1);
          }
        }
      }
    }

    private void touch(int i, int left, int bottom, int width, int height, BitSet touched) {
      double ax = outlines.x(i);
      double ay = outlines.y(i);
      double bx = outlines.x(i + 1);
      double by = outlines.y(i + 1);
      double minX = Math.min(ax, bx);
      double maxX = Math.max(ax, bx);
      int firstRow = row(Math.min(ay, by) - MARGIN_DEGREES);
      int lastRow = row(Math.max(ay, by) + MARGIN_DEGREES);
      for (int row = firstRow; row <= lastRow; row++) {
        double from = minX;
        double to = maxX;
        if (lastRow > firstRow + 1) {
          // Only the part of a long segment that lies at the height of this row.
          double low = envelope.getMinY() + row / rowsPerDegree - MARGIN_DEGREES;
          double high = envelope.getMinY() + (row + 1) / rowsPerDegree + MARGIN_DEGREES;
          double atLow = ax + (bx - ax) * part(low, ay, by);
          double atHigh = ax + (bx - ax) * part(high, ay, by);
          from = Math.min(atLow, atHigh);
          to = Math.max(atLow, atHigh);
        }
        int first = column(from - MARGIN_DEGREES) - left;
        int last = column(to + MARGIN_DEGREES) - left;
        int y = row - bottom;
        if (y >= 0 && y < height) {
          touched.set(y * width + Math.max(first, 0), y * width + Math.min(last, width - 1) + 1);
        }
      }
    }

    private double part(double y, double ay, double by) {
      return Math.max(0, Math.min(1, (y - ay) / (by - ay)));
    }

    private double centreX(int column) {
      return envelope.getMinX() + (column + 0.5) / columnsPerDegree;
    }

    private double centreY(int row) {
      return envelope.getMinY() + (row + 0.5) / rowsPerDegree;
    }

    private void add(int cell, int entry) {
      int before = cells[cell];
      boolean whole = (entry & 1) != 0;
      if (before >= 0 || (before < NONE && (entries[-2 - before] & 1) != 0)) {
        return;
      }
      cells[cell] = before == NONE && whole ? entry >> 1 : -2 - list(before, entry);
    }

    private int list(int before, int entry) {
      int shorterList = before == NONE ? NONE : -2 - before;
      long key = ((long) shorterList << 32) | entry;
      Integer known = listsBefore.get(key);
      if (known != null) {
        return known;
      }
      int list = listsBefore.size();
      if (list == entries.length) {
        entries = Arrays.copyOf(entries, list * 2);
        shorter = Arrays.copyOf(shorter, list * 2);
      }
      entries[list] = entry;
      shorter[list] = shorterList;
      listsBefore.put(key, list);
      return list;
    }

    /** Writes every list out in order and points the cells at it. */
    private int[] flatten() {
      int lists = listsBefore.size();
      int[] lengths = new int[lists];
      int[] ends = new int[lists];
      int size = 0;
      for (int list = 0; list < lists; list++) {
        lengths[list] = 1 + (shorter[list] == NONE ? 0 : lengths[shorter[list]]);
        size += lengths[list] + 1;
        ends[list] = size - 1;
      }
      int[] flat = new int[size];
      for (int list = 0; list < lists; list++) {
        int at = ends[list];
        flat[at] = NONE;
        for (int part = list; part != NONE; part = shorter[part]) {
          flat[--at] = entries[part];
        }
      }
      for (int cell = 0; cell < cells.length; cell++) {
        if (cells[cell] < NONE) {
          int list = -2 - cells[cell];
          cells[cell] = -2 - (ends[list] - lengths[list]);
        }
      }
      return flat;
    }
  }
}
