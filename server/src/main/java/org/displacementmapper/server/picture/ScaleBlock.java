package org.displacementmapper.server.picture;

import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * Our national estimate as a circle with its 80 % interval as a thick bar and the 95 % one as a
 * thin line, and the UN figure as a diamond, on an axis from 0: the same marks as on the page.
 */
record ScaleBlock(Captions.Scale scale) implements Block {

  private static final double HEIGHT = 86;
  private static final double TEXT = 18;
  private static final double AXIS_TOP = 28;
  private static final double AXIS_BOTTOM = 58;

  @Override
  public double height(double width, double unit) {
    return HEIGHT * unit;
  }

  @Override
  public void paint(Pen pen, double x, double y, double width, double unit) {
    Axis axis = new Axis(x, width, scale.ticks().get(scale.ticks().size() - 1).value());
    axis(pen, axis, y, unit);
    double middle = y + (AXIS_TOP + AXIS_BOTTOM) / 2 * unit - unit;
    double low = axis.at(scale.low80());
    double high = axis.at(scale.high80());
    pen.fill(
        new Rectangle2D.Double(low, middle - 8.5 * unit, high - low, 17 * unit),
        pen.look().colour("estimate", 0.42));
    pen.stroke(
        new Line2D.Double(axis.at(scale.low95()), middle, axis.at(scale.high95()), middle),
        "estimate",
        2.4 * unit);
    double best = axis.at(scale.best());
    pen.fill(MarkPainter.circle(best, middle, 17 * unit), "background");
    pen.fill(MarkPainter.circle(best, middle, 15 * unit), "estimate");
    scale.un().ifPresent(people -> diamond(pen, axis.at(people), middle, unit));
    limits(pen, low, high, x, width, y, unit);
  }

  private record Axis(double x, double width, long end) {

    double at(long people) {
      return x + width * Math.min(1.0, (double) people / end);
    }
  }

  private void axis(Pen pen, Axis axis, double y, double unit) {
    double bottom = y + AXIS_BOTTOM * unit;
    pen.stroke(
        new Line2D.Double(axis.x(), bottom, axis.x() + axis.width(), bottom),
        "hairline",
        1.4 * unit);
    for (Captions.Tick tick : scale.ticks()) {
      double at = axis.at(tick.value());
      pen.stroke(new Line2D.Double(at, y + 12 * unit, at, bottom), "hairline", 1.4 * unit);
      if (tick.text().isEmpty()) {
        continue;
      }
      Text.Line line = Text.of(tick.text(), false, "text-3", TEXT * unit, pen.look()).line();
      double wide = line.layout().getAdvance();
      double left = Math.max(axis.x(), Math.min(axis.x() + axis.width() - wide, at - wide / 2));
      pen.write(line, left, bottom + 21 * unit);
    }
  }

  /** The limits in words above them, apart from each other. */
  private void limits(
      Pen pen, double low, double high, double x, double width, double y, double unit) {
    Text.Line left = Text.of(scale.low80Text(), true, "estimate", TEXT * unit, pen.look()).line();
    Text.Line right = Text.of(scale.high80Text(), true, "estimate", TEXT * unit, pen.look()).line();
    double middle = (low + high) / 2;
    double gap = 5 * unit;
    double leftEnd = Math.min(middle - gap, low + left.layout().getAdvance() / 2);
    double rightStart = Math.max(middle + gap, high - right.layout().getAdvance() / 2);
    double most = x + width - right.layout().getAdvance();
    pen.writeWithHalo(
        left, Math.max(x, leftEnd - left.layout().getAdvance()), y + 20 * unit, 2 * unit);
    pen.writeWithHalo(right, Math.min(most, rightStart), y + 20 * unit, 2 * unit);
  }

  private static void diamond(Pen pen, double x, double y, double unit) {
    pen.fill(square(x, y, 12 * unit), "background");
    pen.fill(square(x, y, 9.5 * unit), "un");
  }

  private static Shape square(double x, double y, double radius) {
    Path2D path = new Path2D.Double();
    path.moveTo(x, y - radius);
    path.lineTo(x + radius, y);
    path.lineTo(x, y + radius);
    path.lineTo(x - radius, y);
    path.closePath();
    return path;
  }
}
