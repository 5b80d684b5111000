package org.displacementmapper.server.picture;

import java.awt.geom.Line2D;

/** A hairline between two parts. */
record RuleBlock() implements Block {

  @Override
  public double height(double width, double unit) {
    return 12 * unit;
  }

  @Override
  public void paint(Pen pen, double x, double y, double width, double unit) {
    pen.stroke(new Line2D.Double(x, y, x + width, y), "hairline", Math.max(0.8, unit));
  }
}
