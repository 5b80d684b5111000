package org.displacementmapper.server.picture;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** On which unit a name would stand: on another than its own it says what is false. */
final class Grounds {

  static final Grounds NONE = new Grounds(Map.of());

  private static final int COLUMNS = 9;
  private static final int ROWS = 5;

  private final Map<Scene.Label, Path2D> shapes;

  private Grounds(Map<Scene.Label, Path2D> shapes) {
    this.shapes = shapes;
  }

  static Grounds of(List<Scene.Label> labels, MapFrame frame) {
    Map<Scene.Label, Path2D> shapes = new IdentityHashMap<>();
    for (Scene.Label label : labels) {
      Path2D shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);
      shape.append(frame.shape(label.shape()), false);
      shapes.put(label, shape);
    }
    return new Grounds(shapes);
  }

  /**
   * @param others share of the box, 0 to 1, in units other than the label's; sea and abroad are
   *     none
   * @param own share in the label's own unit
   */
  record Shares(double others, double own) {}

  Shares shares(Scene.Label label, Rectangle2D box) {
    int others = 0;
    int own = 0;
    for (int row = 0; row < ROWS; row++) {
      double y = box.getY() + box.getHeight() * (row + 0.5) / ROWS;
      for (int column = 0; column < COLUMNS; column++) {
        double x = box.getX() + box.getWidth() * (column + 0.5) / COLUMNS;
        if (shapes.get(label).contains(x, y)) {
          own++;
        } else if (shapes.values().stream().anyMatch(shape -> shape.contains(x, y))) {
          others++;
        }
      }
    }
    double all = ROWS * COLUMNS;
    return new Shares(others / all, own / all);
  }

  /** Whether the box touches the label's unit or is less than so many pixels from it. */
  boolean isBeside(Scene.Label label, Rectangle2D box, double px) {
    return shapes
        .get(label)
        .intersects(
            box.getX() - px, box.getY() - px, box.getWidth() + 2 * px, box.getHeight() + 2 * px);
  }
}
