package org.displacementmapper.server.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.TexturePaint;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.displacementmapper.layer.Theme;

/** Colours of one mode by their names in {@code theme.json}, and hatches made of them. */
public enum Look {
  LIGHT,
  DARK;

  private static final int HATCH_STEP = 7;

  Color colour(String name) {
    Theme theme = Theme.theme();
    return Color.decode(this == DARK ? theme.darkColour(name) : theme.colour(name));
  }

  Color colour(String name, double opacity) {
    Color full = colour(name);
    return new Color(
        full.getRed(), full.getGreen(), full.getBlue(), (int) Math.round(255 * opacity));
  }

  /**
   * Diagonal lines, each with a pale companion so that they are seen on any shade: rising to the
   * right where there is no UN figure.
   *
   * @param scale of the picture
   */
  Paint hatch(int scale) {
    int size = HATCH_STEP * scale;
    BufferedImage cell = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = cell.createGraphics();
    Pen.smooth(pen);
    pen.setStroke(new BasicStroke(1.1f * scale));
    hatchLines(pen, colour("background", 0.55), size, 1.2 * scale);
    hatchLines(pen, colour("text", 0.5), size, 0);
    pen.dispose();
    return new TexturePaint(cell, new Rectangle2D.Double(0, 0, HATCH_STEP, HATCH_STEP));
  }

  private static void hatchLines(Graphics2D pen, Color colour, int size, double shift) {
    pen.setColor(colour);
    for (int offset = -size; offset <= size; offset += size) {
      pen.draw(
          new Line2D.Double(offset + shift - size, size * 2.0, offset + shift + size * 2.0, -size));
    }
  }
}
