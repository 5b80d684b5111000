package org.displacementmapper.server.picture;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Signs and what they mean, as many in a row as fit. */
record KeyBlock(List<Captions.Key> keys, int scale) implements Block {

  private static final double TEXT = 16;
  private static final double SIGN = 27;
  private static final double APART = 20;

  private record Placed(Captions.Key key, double x, int row, List<Text.Line> lines) {}

  @Override
  public double height(double width, double unit) {
    return rows(width, unit) * row(unit) + 8 * unit;
  }

  @Override
  public void paint(Pen pen, double x, double y, double width, double unit) {
    for (Placed placed : placed(width, unit, pen.look())) {
      double top = y + placed.row() * row(unit);
      sign(pen, placed.key().sign(), x + placed.x(), top + row(unit) / 2, unit);
      for (int i = 0; i < placed.lines().size(); i++) {
        Text.Line line = placed.lines().get(i);
        double baseline = top + i * row(unit) + LabelPainter.baselineIn(line, row(unit));
        pen.write(line, x + placed.x() + SIGN * unit, baseline);
      }
    }
  }

  private int rows(double width, double unit) {
    return placed(width, unit, Look.LIGHT).stream()
        .mapToInt(placed -> placed.row() + placed.lines().size())
        .max()
        .orElse(0);
  }

  private double row(double unit) {
    boolean burmese =
        keys.stream().anyMatch(key -> key.text().codePoints().anyMatch(Text::isBurmese));
    return TEXT * unit * (burmese ? 1.62 : 1.42);
  }

  private List<Placed> placed(double width, double unit, Look look) {
    List<Placed> placed = new ArrayList<>();
    double x = 0;
    int row = 0;
    for (Captions.Key key : keys) {
      Text text = Text.of(key.text(), false, "text-2", TEXT * unit, look);
      List<Text.Line> lines = text.lines(width - SIGN * unit);
      double wide = SIGN * unit + text.width();
      if (x > 0 && x + wide > width) {
        x = 0;
        row++;
      }
      placed.add(new Placed(key, x, row, lines));
      if (lines.size() > 1) {
        x = 0;
        row += lines.size();
      } else {
        x += wide + APART * unit;
      }
    }
    return placed;
  }

  private void sign(Pen pen, Captions.Sign sign, double x, double y, double unit) {
    double middle = x + 9 * unit;
    switch (sign) {
      case HATCH -> {
        Rectangle2D swatch = new Rectangle2D.Double(x, y - 7 * unit, 19 * unit, 14 * unit);
        pen.fill(swatch, "soft");
        pen.fill(swatch, pen.look().hatch(scale));
        pen.stroke(swatch, "control", unit);
      }
      case GROUP ->
          pen.stroke(
              new Rectangle2D.Double(x + unit, y - 6 * unit, 17 * unit, 12 * unit), "un", 2 * unit);
      case EXACT -> MarkPainter.dot(pen, middle, y, unit);
      case NEAR -> MarkPainter.ring(pen, middle, y, unit);
      case SEVERAL -> {
        MarkPainter.disc(pen, middle, y, 8 * unit, unit);
        pen.count(9, middle, y, 4 * unit, 11 * unit, 1.6 * unit);
      }
      case AREA -> {
        MarkPainter.vague(pen, middle, y, 8 * unit, unit);
        pen.count(4, middle, y, 4 * unit, 11 * unit, 1.6 * unit);
      }
    }
  }
}
