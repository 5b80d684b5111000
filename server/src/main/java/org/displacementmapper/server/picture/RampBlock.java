package org.displacementmapper.server.picture;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** The classes as a row of shades with their breaks below. */
record RampBlock(Captions.Legend legend) implements Block {

  private static final double HEIGHT = 52;
  private static final double SHADES = 18;
  private static final double TEXT = 17;

  @Override
  public double height(double width, double unit) {
    return HEIGHT * unit;
  }

  @Override
  public void paint(Pen pen, double x, double y, double width, double unit) {
    int count = legend.colours().size();
    double step = width / count;
    for (int i = 0; i < count; i++) {
      Rectangle2D shade = new Rectangle2D.Double(x + i * step, y, step, SHADES * unit);
      pen.fill(shade, legend.colours().get(i));
    }
    pen.stroke(new Rectangle2D.Double(x, y, width, SHADES * unit), "control", unit);
    for (int i = 1; i < count; i++) {
      double at = x + i * step;
      pen.stroke(new Line2D.Double(at, y, at, y + (SHADES + 6) * unit), "control", unit);
      Text.Line line =
          Text.of(legend.breaks().get(i - 1), false, "text-2", size(unit, step), pen.look()).line();
      pen.write(line, at - line.layout().getAdvance() / 2, y + (SHADES + 25) * unit);
    }
  }

  /** As large as lets the longest break stay apart from the next. */
  private double size(double unit, double step) {
    double longest = 1;
    for (String text : legend.breaks()) {
      longest = Math.max(longest, Text.of(text, false, "text-2", 100, Look.LIGHT).width() / 100);
    }
    return Math.min(TEXT * unit, step * 0.94 / longest);
  }
}
