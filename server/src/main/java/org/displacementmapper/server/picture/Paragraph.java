package org.displacementmapper.server.picture;

import java.util.List;

/**
 * Words broken into lines.
 *
 * @param size of letters at unit 1
 * @param below room under it at unit 1
 */
record Paragraph(List<Run> runs, double size, double below, Look look) implements Block {

  /** Headlines are set closer than text; Burmese never is, as its signs would collide. */
  private static final double HEADLINE = 30;

  private static final double CLOSE = 0.93;

  @Override
  public double height(double width, double unit) {
    Text text = text(unit);
    return text.lines(width).size() * lineHeight(text) + below * unit;
  }

  @Override
  public void paint(Pen pen, double x, double y, double width, double unit) {
    Text text = text(unit);
    double height = lineHeight(text);
    double top = y;
    for (Text.Line line : text.lines(width)) {
      pen.write(line, x, top + LabelPainter.baselineIn(line, height));
      top += height;
    }
  }

  private Text text(double unit) {
    return new Text(runs, size * unit, look);
  }

  private double lineHeight(Text text) {
    return text.lineHeight() * (size >= HEADLINE ? CLOSE : 1);
  }
}
