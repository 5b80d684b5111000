package org.displacementmapper.server.picture;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins marks that would lie on one another into one with the sum: first within squares, then with
 * the largest cluster that is near. Takes time in proportion to the marks.
 */
final class Clusters {

  /** Marks at one place of the picture, the middle of them all. */
  record Cluster(double x, double y, int count) {}

  private static final class Square {
    double x;
    double y;
    int count;
  }

  private record Cell(int column, int row) {}

  private final double reach;
  private final Map<Cell, Square> squares = new HashMap<>();

  /**
   * @param reach distance in pixels within which marks become one
   */
  Clusters(double reach) {
    this.reach = reach;
  }

  void add(Point2D at, int count) {
    Cell cell = new Cell((int) Math.floor(at.getX() / reach), (int) Math.floor(at.getY() / reach));
    Square square = squares.computeIfAbsent(cell, missing -> new Square());
    square.x += at.getX() * count;
    square.y += at.getY() * count;
    square.count += count;
  }

  /** The clusters, the largest first. */
  List<Cluster> joined() {
    List<Cluster> open = new ArrayList<>();
    squares
        .values()
        .forEach(
            square ->
                open.add(
                    new Cluster(square.x / square.count, square.y / square.count, square.count)));
    open.sort(
        Comparator.comparingInt(Cluster::count)
            .reversed()
            .thenComparingDouble(Cluster::x)
            .thenComparingDouble(Cluster::y));
    List<Cluster> joined = new ArrayList<>();
    for (Cluster cluster : open) {
      int near = nearest(joined, cluster);
      if (near < 0) {
        joined.add(cluster);
      } else {
        joined.set(near, together(joined.get(near), cluster));
      }
    }
    return joined;
  }

  private int nearest(List<Cluster> joined, Cluster cluster) {
    for (int i = 0; i < joined.size(); i++) {
      Cluster other = joined.get(i);
      if (Point2D.distance(other.x(), other.y(), cluster.x(), cluster.y()) < reach) {
        return i;
      }
    }
    return -1;
  }

  private static Cluster together(Cluster a, Cluster b) {
    int count = a.count() + b.count();
    return new Cluster(
        (a.x() * a.count() + b.x() * b.count()) / count,
        (a.y() * a.count() + b.y() * b.count()) / count,
        count);
  }
}
