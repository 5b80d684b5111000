package org.displacementmapper.server.picture;

import java.awt.BasicStroke;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Draws the map itself from bottom to top: sea, land, units, hatches, borders, incidents, names. In
 * the order and the widths of the page's map ({@code web/src/map/style.ts}).
 */
final class MapPainter {

  /** Height of the country, in pixels, at which lines have the width of the page's. */
  private static final double USUAL_PX = 620;

  private static final double MARGIN = 0.03;

  /** Narrower maps have no names and no marks: they could not be read. */
  private static final double READABLE_PX = 200;

  private final Pen pen;
  private final Scene scene;
  private final MapFrame frame;
  private final double size;
  private final int scale;

  MapPainter(Pen pen, Scene scene, Rectangle2D box, int scale) {
    this.pen = pen;
    this.scene = scene;
    this.scale = scale;
    this.frame =
        scene
            .at()
            .map(at -> MapFrame.at(box, at.zoom(), at.lon(), at.lat()))
            .orElseGet(
                () ->
                    MapFrame.fitting(
                        box, scene.country(), MARGIN * Math.min(box.getWidth(), box.getHeight())));
    double country = Math.min(frame.heightPx(scene.country()), 1.4 * box.getHeight());
    this.size = Math.max(0.5, Math.min(2.2, country / USUAL_PX));
  }

  /**
   * @param taken parts of the box where nothing else may be written
   */
  void paint(List<Rectangle2D> taken) {
    Rectangle2D box = known();
    pen.clip(
        box,
        () -> {
          pen.fill(box, "sea");
          land();
          units();
          groups();
          if (box.getWidth() >= READABLE_PX) {
            List<Rectangle2D> marks = new MarkPainter(pen, frame, size).paint(scene);
            new LabelPainter(pen, frame, size).paint(scene, taken, marks);
          }
        });
  }

  /** The part of the box that the shipped neighbours reach: beyond, land would look like sea. */
  private Rectangle2D known() {
    Envelope land = new Envelope();
    scene.land().forEach(country -> land.expandToInclude(country.getEnvelopeInternal()));
    if (land.isNull()) {
      return frame.box();
    }
    Rectangle2D reach = new Rectangle2D.Double();
    reach.setFrameFromDiagonal(
        frame.point(land.getMinX(), land.getMaxY()), frame.point(land.getMaxX(), land.getMinY()));
    return frame.box().createIntersection(reach);
  }

  private void land() {
    for (Geometry country : scene.land()) {
      Shape shape = frame.shape(country);
      pen.fill(shape, "land");
      pen.stroke(shape, "hairline", Math.max(0.7, size));
    }
  }

  private void units() {
    List<Shape> shapes = new ArrayList<>();
    for (Scene.Unit unit : scene.units()) {
      shapes.add(frame.shape(unit.shape()));
    }
    Paint hatch = pen.look().hatch(scale);
    for (int i = 0; i < shapes.size(); i++) {
      Scene.Unit unit = scene.units().get(i);
      pen.fill(shapes.get(i), unit.colour().orElse("land"));
      if (unit.hatched()) {
        pen.fill(shapes.get(i), hatch);
      }
    }
    pen.stroke(frame.shape(scene.borders().inner()), "background", 1.1 * size);
    pen.stroke(frame.shape(scene.borders().outer()), "outline", 0.8 * size);
    for (int i = 0; i < shapes.size(); i++) {
      if (scene.units().get(i).selected()) {
        double bold = Math.max(0.8, size);
        pen.stroke(shapes.get(i), "background", 5 * bold);
        pen.stroke(shapes.get(i), "text", 2.2 * bold);
      }
    }
  }

  /** On the borders of the units, with an edge of the ground's colour to be seen on any shade. */
  private void groups() {
    double bold = Math.max(0.8, size);
    List<Shape> shapes = new ArrayList<>();
    for (Scene.Group group : scene.groups()) {
      for (int i = 0; i < group.outline().getNumGeometries(); i++) {
        Shape part = frame.shape(group.outline().getGeometryN(i));
        Rectangle2D box = part.getBounds2D();
        // A line round a smaller island would fill it.
        if (Math.max(box.getWidth(), box.getHeight()) > 10 * bold) {
          shapes.add(part);
        }
      }
    }
    shapes.forEach(shape -> pen.stroke(shape, "background", 4 * bold));
    shapes.forEach(shape -> pen.stroke(shape, "un", 2 * bold));
  }

  /** A dashed line of a length that fits the size. */
  static BasicStroke dashed(double width, double size) {
    float[] dashes = {(float) (3 * size), (float) (2 * size)};
    return new BasicStroke(
        (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
  }
}
