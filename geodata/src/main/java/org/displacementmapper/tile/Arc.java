package org.displacementmapper.tile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.displacementmapper.tile.EdgeTable.Edge;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * A line of edges with the same unit on its left and the same on its right all along; either may be
 * {@link EdgeTable#NOTHING} or {@link EdgeTable#UNKNOWN}.
 */
record Arc(Coordinate[] points, int left, int right) {

  /** Joins the edges of a table into arcs that are as long as they can be. */
  static List<Arc> of(EdgeTable table) {
    return new Chain(table).arcs();
  }

  private static final class Chain {
    private final List<Coordinate> nodes;
    private final List<Edge> edges;
    private final boolean[] used;

    /** The two edges at each node, or -1; {@code degree} says if there are more. */
    private final int[] first;

    private final int[] second;
    private final int[] degree;

    Chain(EdgeTable table) {
      nodes = table.nodes();
      edges = table.edges();
      used = new boolean[edges.size()];
      first = new int[nodes.size()];
      second = new int[nodes.size()];
      degree = new int[nodes.size()];
      for (int e = 0; e < edges.size(); e++) {
        attach(edges.get(e).from, e);
        attach(edges.get(e).to, e);
      }
    }

    private void attach(int node, int edge) {
      if (degree[node]++ == 0) {
        first[node] = edge;
      } else {
        second[node] = edge;
      }
    }

    List<Arc> arcs() {
      List<Arc> arcs = new ArrayList<>();
      for (int e = 0; e < edges.size(); e++) {
        if (!used[e]) {
          arcs.add(arcThrough(e));
        }
        addOverlaps(edges.get(e), arcs);
      }
      return arcs;
    }

    private Arc arcThrough(int start) {
      Edge edge = edges.get(start);
      used[start] = true;
      Deque<Coordinate> points = new ArrayDeque<>();
      points.add(nodes.get(edge.from));
      points.add(nodes.get(edge.to));
      int left = edge.left();
      int right = edge.right();
      for (int node = edge.to, e; (e = onward(node, left, right)) >= 0; ) {
        node = otherEnd(e, node);
        points.addLast(nodes.get(node));
      }
      for (int node = edge.from, e; (e = onward(node, right, left)) >= 0; ) {
        node = otherEnd(e, node);
        points.addFirst(nodes.get(node));
      }
      return new Arc(points.toArray(new Coordinate[0]), left, right);
    }

    /** The unused edge by which an arc goes on from a node, or -1 if it ends there. */
    private int onward(int node, int left, int right) {
      if (degree[node] != 2) {
        return -1;
      }
      int e = used[first[node]] ? second[node] : first[node];
      if (used[e]) {
        return -1;
      }
      Edge edge = edges.get(e);
      boolean same =
          edge.from == node
              ? edge.left() == left && edge.right() == right
              : edge.right() == left && edge.left() == right;
      used[e] = same;
      return same ? e : -1;
    }

    private int otherEnd(int e, int node) {
      Edge edge = edges.get(e);
      return edge.from == node ? edge.to : edge.from;
    }

    /**
     * Where units overlap, an edge has more than one unit on a side: the others get their own arcs.
     */
    private void addOverlaps(Edge edge, List<Arc> arcs) {
      Coordinate[] points = {nodes.get(edge.from), nodes.get(edge.to)};
      for (int n = 1; ; n++) {
        int left = edge.side(1, n);
        int right = edge.side(-1, n);
        if (left == EdgeTable.UNKNOWN && right == EdgeTable.UNKNOWN) {
          return;
        }
        arcs.add(new Arc(points, left, right));
      }
    }
  }

  /** The same with {@link EdgeTable#NOTHING} on a side of which nothing is known. */
  Arc openSides() {
    return new Arc(points, Math.min(left, EdgeTable.NOTHING), Math.min(right, EdgeTable.NOTHING));
  }

  Envelope envelope() {
    Envelope envelope = new Envelope();
    for (Coordinate point : points) {
      envelope.expandToInclude(point);
    }
    return envelope;
  }

  /** Pieces of at most so many edges. */
  List<Arc> pieces(int edges) {
    List<Arc> pieces = new ArrayList<>();
    for (int start = 0; start < points.length - 1; start += edges) {
      int end = Math.min(points.length, start + edges + 1);
      pieces.add(new Arc(Arrays.copyOfRange(points, start, end), left, right));
    }
    return pieces;
  }
}
