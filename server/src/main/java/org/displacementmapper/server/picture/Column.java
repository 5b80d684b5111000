package org.displacementmapper.server.picture;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Blocks below one another in a box: as large as fits; where it would become too small to read, the
 * least needed blocks go, one after the other. What is left shrinks as far as it must.
 */
final class Column {

  /** Below this the smallest letters, 16 at unit 1, are hard to read. */
  private static final double LEAST_UNIT = 0.55;

  private static final double STEP = 0.96;

  private static final double GIVEN_UP = 0.1;

  /**
   * @param need 0: always; of the others the highest goes first
   * @param last whether it stands at the bottom of the box
   */
  private record Entry(Block block, int need, boolean last) {}

  private final List<Entry> entries = new ArrayList<>();

  Column always(Block block) {
    entries.add(new Entry(block, 0, false));
    return this;
  }

  Column optional(int need, Block block) {
    entries.add(new Entry(block, need, false));
    return this;
  }

  Column last(Block block) {
    entries.add(new Entry(block, 0, true));
    return this;
  }

  /** What fits, and how large. */
  record Fitted(List<Block> first, List<Block> last, double unit, double height) {

    void paint(Pen pen, Rectangle2D box) {
      double y = box.getY();
      for (Block block : first) {
        block.paint(pen, box.getX(), y, box.getWidth(), unit);
        y += block.height(box.getWidth(), unit);
      }
      double bottom = box.getMaxY();
      for (int i = last.size() - 1; i >= 0; i--) {
        bottom -= last.get(i).height(box.getWidth(), unit);
      }
      for (Block block : last) {
        block.paint(pen, box.getX(), bottom, box.getWidth(), unit);
        bottom += block.height(box.getWidth(), unit);
      }
    }
  }

  /**
   * @param most the largest unit
   */
  Fitted fit(double width, double height, double most) {
    int needs = entries.stream().mapToInt(Entry::need).max().orElse(0);
    double least = Math.min(LEAST_UNIT, most);
    for (int need = needs; need >= 0; need--) {
      for (double unit = most; unit >= least; unit *= STEP) {
        Fitted fitted = fitted(need, width, unit);
        if (fitted.height() <= height) {
          return fitted;
        }
      }
    }
    double unit = least;
    Fitted fitted = fitted(0, width, unit);
    while (fitted.height() > height && unit > GIVEN_UP) {
      unit *= STEP;
      fitted = fitted(0, width, unit);
    }
    return fitted;
  }

  private Fitted fitted(int need, double width, double unit) {
    List<Block> first = new ArrayList<>();
    List<Block> last = new ArrayList<>();
    double height = 0;
    for (Entry entry : entries) {
      if (entry.need() <= need) {
        (entry.last() ? last : first).add(entry.block());
        height += entry.block().height(width, unit);
      }
    }
    return new Fitted(first, last, unit, height);
  }
}
