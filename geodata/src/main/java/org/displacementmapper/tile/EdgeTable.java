package org.displacementmapper.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.noding.SegmentString;

/**
 * Straight edges between nodes, each held once, with the units that lie on either side.
 *
 * <p>Lines that run along the same edge are added up: a unit counts +1 on its left and -1 on its
 * right. A unit found on both sides of one edge, because it has become too thin for the grid, drops
 * out: of "a | b" and "b | c" remains "a | c".
 *
 * <p>Not thread safe; lives inside one call.
 */
final class EdgeTable {

  /** A side about which nothing was said. Ranks after everything. */
  static final int UNKNOWN = Integer.MAX_VALUE;

  /** Where there is no unit: sea, another country, a lake. Ranks after the units. */
  static final int NOTHING = UNKNOWN - 1;

  /** One edge; left and right as seen on the way from its lower to its higher node. */
  static final class Edge {
    final int from;
    final int to;
    private int[] units = new int[2];
    private int[] sums = new int[2];
    private int size;
    private boolean onFrame;

    private Edge(int from, int to) {
      this.from = from;
      this.to = to;
    }

    private void add(int unit, int sign) {
      if (unit == UNKNOWN) {
        return;
      }
      for (int i = 0; i < size; i++) {
        if (units[i] == unit) {
          sums[i] += sign;
          return;
        }
      }
      if (size == units.length) {
        units = Arrays.copyOf(units, 2 * size);
        sums = Arrays.copyOf(sums, 2 * size);
      }
      units[size] = unit;
      sums[size++] = sign;
    }

    /** The lowest unit on the left; {@link #UNKNOWN} if there is none. */
    int left() {
      return side(1, 0);
    }

    int right() {
      return side(-1, 0);
    }

    boolean isOnFrame() {
      return onFrame;
    }

    boolean dividesNothing() {
      return left() == UNKNOWN && right() == UNKNOWN;
    }

    /** The n-th lowest unit of one side: more than one where units overlap. */
    int side(int sign, int n) {
      return size <= 2 && n == 0 ? lowest(sign) : sorted(sign, n);
    }

    private int lowest(int sign) {
      int lowest = UNKNOWN;
      for (int i = 0; i < size; i++) {
        if (sums[i] * sign > 0) {
          lowest = Math.min(lowest, units[i]);
        }
      }
      return lowest;
    }

    private int sorted(int sign, int n) {
      int[] found = new int[size];
      int count = 0;
      for (int i = 0; i < size; i++) {
        if (sums[i] * sign > 0) {
          found[count++] = units[i];
        }
      }
      Arrays.sort(found, 0, count);
      return n < count ? found[n] : UNKNOWN;
    }
  }

  private final Map<Coordinate, Integer> indexes = new HashMap<>();
  private final List<Coordinate> nodes = new ArrayList<>();
  private final Map<Long, Edge> edgesByEnds = new HashMap<>();
  private final List<Edge> edges = new ArrayList<>();

  /** Says that the unit lies inside the polygons. */
  void addPolygons(Geometry polygons, int unit) {
    for (int i = 0; i < polygons.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) polygons.getGeometryN(i);
      if (!polygon.isEmpty()) {
        addRing(polygon.getExteriorRing(), true, unit);
        for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
          addRing(polygon.getInteriorRingN(h), false, unit);
        }
      }
    }
  }

  private void addRing(LinearRing ring, boolean shell, int unit) {
    Coordinate[] points = ring.getCoordinates();
    boolean unitOnLeft = Orientation.isCCW(points) == shell;
    for (int i = 1; i < points.length; i++) {
      if (unitOnLeft) {
        add(points[i - 1], points[i], unit, UNKNOWN);
      } else {
        add(points[i - 1], points[i], UNKNOWN, unit);
      }
    }
  }

  /** Says what lies left and right of the straight way from one place to another. */
  void add(Coordinate from, Coordinate to, int left, int right) {
    int a = node(from);
    int b = node(to);
    if (a < b) {
      Edge edge = edge(a, b);
      edge.add(left, 1);
      edge.add(right, -1);
    } else if (b < a) {
      Edge edge = edge(b, a);
      edge.add(left, -1);
      edge.add(right, 1);
    }
  }

  /** Adds all edges of a line whose data is the arc it belongs to. */
  void add(SegmentString line) {
    Arc arc = (Arc) line.getData();
    for (int i = 1; i < line.size(); i++) {
      add(line.getCoordinate(i - 1), line.getCoordinate(i), arc.left(), arc.right());
    }
  }

  /** Adds an edge that stays even if it divides nothing. */
  void addFrame(Coordinate from, Coordinate to) {
    int a = node(from);
    int b = node(to);
    edge(Math.min(a, b), Math.max(a, b)).onFrame = true;
  }

  List<Coordinate> nodes() {
    return nodes;
  }

  /** The edges that divide something or belong to the frame, in the order in which they came. */
  List<Edge> edges() {
    return edges.stream().filter(edge -> edge.onFrame || !edge.dividesNothing()).toList();
  }

  private int node(Coordinate place) {
    Integer known = indexes.putIfAbsent(place, nodes.size());
    if (known == null) {
      nodes.add(place);
      return nodes.size() - 1;
    }
    return known;
  }

  private Edge edge(int from, int to) {
    return edgesByEnds.computeIfAbsent(
        (long) from << 32 | to,
        key -> {
          Edge edge = new Edge(from, to);
          edges.add(edge);
          return edge;
        });
  }
}
