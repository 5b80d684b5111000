package org.displacementmapper.server.picture;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Draws a whole picture. Wide ones have the map at the left and the words beside it, others the
 * words above and below; small ones are map and date only, the words standing beside them on the
 * page. Stateless; needs 4 bytes of memory for each pixel, and 1 more for the file.
 */
public final class PicturePainter {

  private static final int SMALL_WIDTH = 300;
  private static final int SMALL_HEIGHT = 240;
  private static final double WIDE = 1.2;

  /** Width of a column at which letters have the size of the design. */
  private static final double USUAL_COLUMN = 720;

  private static final double USUAL_HEIGHT = 640;

  private PicturePainter() {}

  /** What was drawn, and what was written where. */
  record Drawing(BufferedImage image, List<Pen.Written> written) {}

  /** The picture as PNG. */
  public static byte[] png(PictureSize size, Look look, Scene scene, Captions captions) {
    return IndexedPng.bytes(draw(size, look, scene, captions).image());
  }

  static Drawing draw(PictureSize size, Look look, Scene scene, Captions captions) {
    int scale = size.scale();
    BufferedImage image =
        new BufferedImage(size.width() * scale, size.height() * scale, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(scale, scale);
      Pen pen = new Pen(graphics, look, captions.digits());
      Rectangle2D whole = new Rectangle2D.Double(0, 0, size.width(), size.height());
      pen.fill(whole, "background");
      if (size.width() < SMALL_WIDTH || size.height() < SMALL_HEIGHT) {
        small(pen, whole, scene, captions, scale);
      } else if (whole.getWidth() >= WIDE * whole.getHeight()) {
        wide(pen, whole, scene, captions, scale);
      } else {
        tall(pen, whole, scene, captions, scale);
      }
      return new Drawing(image, List.copyOf(pen.written()));
    } finally {
      graphics.dispose();
    }
  }

  private static void small(Pen pen, Rectangle2D whole, Scene scene, Captions captions, int scale) {
    Text date = Text.of(captions.date(), true, "text", 11, pen.look());
    Text.Line line = date.line();
    double width = Math.min(whole.getWidth(), line.layout().getAdvance() + 8);
    Rectangle2D ground =
        new Rectangle2D.Double(0, whole.getHeight() - date.lineHeight(), width, date.lineHeight());
    new MapPainter(pen, scene, whole, scale).paint(List.of(ground));
    pen.fill(ground, pen.look().colour("background", 0.85));
    pen.write(line, 4, ground.getY() + LabelPainter.baselineIn(line, ground.getHeight()));
  }

  private static void wide(Pen pen, Rectangle2D whole, Scene scene, Captions captions, int scale) {
    double mapWidth = Math.min(0.4 * whole.getWidth(), 0.74 * whole.getHeight());
    new MapPainter(pen, scene, new Rectangle2D.Double(0, 0, mapWidth, whole.getHeight()), scale)
        .paint(List.of());
    double margin = Math.max(8, Math.min(40, whole.getHeight() * 0.055));
    Rectangle2D panel =
        new Rectangle2D.Double(
            mapWidth + margin,
            margin,
            whole.getWidth() - mapWidth - 2 * margin,
            whole.getHeight() - 2 * margin);
    double most = Math.min(panel.getWidth() / USUAL_COLUMN, whole.getHeight() / USUAL_HEIGHT * 1.1);
    Column column = head(captions, pen.look());
    captions.scale().ifPresent(scaleBar -> column.optional(5, new ScaleBlock(scaleBar)));
    column.always(new Paragraph(captions.interval(), 19, 2, pen.look()));
    if (!captions.note().isEmpty()) {
      column.optional(4, new Paragraph(captions.note(), 19, 12, pen.look()));
    }
    legend(column, captions, pen.look(), scale);
    credits(column, captions, pen.look());
    column.fit(panel.getWidth(), panel.getHeight(), Math.max(0.3, most)).paint(pen, panel);
  }

  private static void tall(Pen pen, Rectangle2D whole, Scene scene, Captions captions, int scale) {
    double margin = Math.max(8, whole.getWidth() * 0.025);
    double width = whole.getWidth() - 2 * margin;
    double most = Math.max(0.3, Math.min(1.5, width / USUAL_COLUMN));
    double room = whole.getHeight() - 4 * margin;
    Column above = head(captions, pen.look());
    above.always(new Paragraph(captions.interval(), 19, 0, pen.look()));
    Column.Fitted top = above.fit(width, room * 0.22, most);
    Column below = new Column();
    legend(below, captions, pen.look(), scale);
    credits(below, captions, pen.look());
    double part = captions.legend().groups().isEmpty() ? 0.26 : 0.34;
    Column.Fitted bottom = below.fit(width, room * part, most);
    top.paint(pen, new Rectangle2D.Double(margin, margin, width, top.height()));
    double mapTop = margin * 2 + top.height();
    double mapBottom = whole.getHeight() - margin * 2 - bottom.height();
    Rectangle2D map = new Rectangle2D.Double(0, mapTop, whole.getWidth(), mapBottom - mapTop);
    new MapPainter(pen, scene, map, scale).paint(List.of());
    bottom.paint(pen, new Rectangle2D.Double(margin, mapBottom + margin, width, bottom.height()));
  }

  private static Column head(Captions captions, Look look) {
    return new Column()
        .always(new Paragraph(captions.kicker(), 20, 6, look))
        .always(new Paragraph(captions.headline(), 41, 10, look));
  }

  private static void legend(Column column, Captions captions, Look look, int scale) {
    Captions.Legend legend = captions.legend();
    column.optional(1, new Paragraph(List.of(Run.bold(legend.title())), 19, 4, look));
    column.optional(1, new RampBlock(legend));
    if (!legend.marks().isEmpty()) {
      column.optional(3, new Paragraph(List.of(Run.bold(legend.marks())), 16, 1, look));
    }
    if (!legend.keys().isEmpty()) {
      column.optional(3, new KeyBlock(legend.keys(), scale));
    }
    if (!legend.groups().isEmpty()) {
      column.optional(2, new KeyBlock(legend.groups(), scale));
    }
  }

  private static void credits(Column column, Captions captions, Look look) {
    column.last(new RuleBlock()).last(new Paragraph(captions.credits(), 15.5, 0, look));
  }
}
