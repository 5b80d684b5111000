package org.displacementmapper.server.picture;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Marks of incidents by how precisely their place is known: a dot where it is exact, a ring for a
 * village or town, a white disc with a count for several, and a hatched disc with a dashed edge and
 * a count for what is only known to lie somewhere in an area. The two kinds never join.
 */
final class MarkPainter {

  private static final double REACH = 15;

  /** Where many are drawn they join over a longer way, so that the shades stay visible. */
  private static final int MANY = 150;

  private static final double REACH_OF_MANY = 24;

  private final Pen pen;
  private final MapFrame frame;
  private final double size;
  private final List<Rectangle2D> boxes = new ArrayList<>();

  MarkPainter(Pen pen, MapFrame frame, double size) {
    this.pen = pen;
    this.frame = frame;
    this.size = Math.max(0.75, size);
  }

  /** Draws all marks, the vague ones below; returns where they are. */
  List<Rectangle2D> paint(Scene scene) {
    Clusters areas = new Clusters(20 * size);
    scene.areas().stream()
        .filter(area -> isInView(frame.point(area.lon(), area.lat())))
        .forEach(area -> areas.add(frame.point(area.lon(), area.lat()), area.incidents()));
    areas.joined().forEach(this::area);
    spots(scene.spots());
    return boxes;
  }

  private void spots(List<Scene.Spot> spots) {
    double reach = (spots.size() > MANY ? REACH_OF_MANY : REACH) * size;
    Clusters clusters = new Clusters(reach);
    Clusters exact = new Clusters(reach);
    for (Scene.Spot spot : spots) {
      Point2D at = frame.point(spot.lon(), spot.lat());
      if (isInView(at)) {
        (spot.exact() ? exact : clusters).add(at, 1);
      }
    }
    clusters.joined().forEach(this::near);
    exact.joined().forEach(this::exact);
    spots.stream()
        .filter(Scene.Spot::selected)
        .forEach(spot -> selected(frame.point(spot.lon(), spot.lat())));
  }

  private boolean isInView(Point2D point) {
    return frame.box().contains(point);
  }

  private void near(Clusters.Cluster cluster) {
    if (cluster.count() == 1) {
      ring(pen, cluster.x(), cluster.y(), size);
      boxes.add(circle(cluster.x(), cluster.y(), 5.5 * size).getBounds2D());
    } else {
      several(cluster);
    }
  }

  private void exact(Clusters.Cluster cluster) {
    if (cluster.count() == 1) {
      dot(pen, cluster.x(), cluster.y(), size);
      boxes.add(circle(cluster.x(), cluster.y(), 5 * size).getBounds2D());
    } else {
      several(cluster);
    }
  }

  private void several(Clusters.Cluster cluster) {
    double radius = radius(cluster.count());
    disc(pen, cluster.x(), cluster.y(), radius, size);
    count(cluster);
    boxes.add(circle(cluster.x(), cluster.y(), radius).getBounds2D());
  }

  private void area(Clusters.Cluster cluster) {
    double radius = radius(cluster.count());
    vague(pen, cluster.x(), cluster.y(), radius, size);
    count(cluster);
    boxes.add(circle(cluster.x(), cluster.y(), radius).getBounds2D());
  }

  /** Room for the digits of the count. */
  private double radius(int count) {
    return (7.2 + 2 * (Integer.toString(count).length() - 1)) * size;
  }

  private void count(Clusters.Cluster cluster) {
    pen.count(cluster.count(), cluster.x(), cluster.y(), 3.8 * size, 10.5 * size, 1.6 * size);
  }

  private void selected(Point2D at) {
    Shape ring = circle(at.getX(), at.getY(), 9 * size);
    pen.stroke(ring, "background", 5 * size);
    pen.stroke(ring, "text", 2.2 * size);
  }

  static void dot(Pen pen, double x, double y, double size) {
    pen.fill(circle(x, y, 5.3 * size), "background");
    pen.fill(circle(x, y, 3.8 * size), "text");
  }

  static void ring(Pen pen, double x, double y, double size) {
    Shape ring = circle(x, y, 3.9 * size);
    pen.stroke(ring, "background", 3.6 * size);
    pen.fill(ring, pen.look().colour("background", 0.92));
    pen.stroke(ring, "text", 1.8 * size);
  }

  static void disc(Pen pen, double x, double y, double radius, double size) {
    pen.fill(circle(x, y, radius + 1.6 * size), "background");
    pen.stroke(circle(x, y, radius), "text", 1.8 * size);
  }

  static void vague(Pen pen, double x, double y, double radius, double size) {
    Shape edge = circle(x, y, radius);
    pen.fill(circle(x, y, radius + 1.2 * size), pen.look().colour("background", 0.75));
    BasicStroke thin = Pen.round(size);
    double step = 3.6 * size;
    for (double shift = -2 * radius + step / 2; shift < 2 * radius; shift += step) {
      chord(x, y, radius, shift)
          .ifPresent(line -> pen.stroke(line, pen.look().colour("text", 0.55), thin));
    }
    pen.stroke(edge, pen.look().colour("text"), MapPainter.dashed(1.4 * size, size));
  }

  /** The part of a line falling to the right that lies in the circle. */
  private static Optional<Line2D> chord(double x, double y, double radius, double shift) {
    double distance = shift / Math.sqrt(2);
    double half = radius * radius - distance * distance;
    if (half <= 0) {
      return Optional.empty();
    }
    double along = Math.sqrt(half / 2);
    double middleX = x + shift / 2;
    double middleY = y - shift / 2;
    return Optional.of(
        new Line2D.Double(middleX - along, middleY - along, middleX + along, middleY + along));
  }

  static Ellipse2D circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
