package org.displacementmapper.server.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws shapes and texts, and keeps what was written where. Counts are in the digits of the
 * language. For one thread.
 */
final class Pen {

  /**
   * A text that was drawn.
   *
   * @param box round its line
   */
  record Written(String text, Rectangle2D box) {}

  private final Graphics2D graphics;
  private final Look look;
  private final String digits;
  private final List<Written> written = new ArrayList<>();

  /**
   * @param digits the ten of the language, from nothing to nine
   */
  Pen(Graphics2D graphics, Look look, String digits) {
    this.graphics = graphics;
    this.look = look;
    this.digits = digits;
    smooth(graphics);
  }

  static void smooth(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  Look look() {
    return look;
  }

  /** A count of so many on a mark in the middle of it, whose baseline is lower by this. */
  void count(int count, double x, double y, double down, double size, double halo) {
    StringBuilder text = new StringBuilder();
    Integer.toString(count).chars().forEach(digit -> text.append(digits.charAt(digit - '0')));
    Text.Line line = Text.of(text.toString(), true, "text", size, look).line();
    writeWithHalo(line, x - line.layout().getAdvance() / 2, y + down, halo);
  }

  List<Written> written() {
    return written;
  }

  void fill(Shape shape, Paint paint) {
    graphics.setPaint(paint);
    graphics.fill(shape);
  }

  void fill(Shape shape, String colour) {
    fill(shape, look.colour(colour));
  }

  void stroke(Shape shape, Color colour, BasicStroke stroke) {
    graphics.setPaint(colour);
    graphics.setStroke(stroke);
    graphics.draw(shape);
  }

  void stroke(Shape shape, String colour, double width) {
    stroke(shape, look.colour(colour), round(width));
  }

  static BasicStroke round(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  /** Draws only inside the box until it is lifted. */
  void clip(Rectangle2D box, Runnable drawing) {
    Shape before = graphics.getClip();
    graphics.clip(box);
    drawing.run();
    graphics.setClip(before);
  }

  /** Writes one line, its baseline starting there. */
  void write(Text.Line line, double x, double baseline) {
    line.layout().draw(graphics, (float) x, (float) baseline);
    remember(line, x, baseline);
  }

  /** The same with an edge of the ground's colour round every letter. */
  void writeWithHalo(Text.Line line, double x, double baseline, double width) {
    Shape outline = line.layout().getOutline(AffineTransform.getTranslateInstance(x, baseline));
    stroke(outline, look.colour("background"), round(2 * width));
    write(line, x, baseline);
  }

  private void remember(Text.Line line, double x, double baseline) {
    double ascent = line.layout().getAscent();
    written.add(
        new Written(
            line.text(),
            new Rectangle2D.Double(
                x,
                baseline - ascent,
                line.layout().getVisibleAdvance(),
                ascent + line.layout().getDescent())));
  }
}
