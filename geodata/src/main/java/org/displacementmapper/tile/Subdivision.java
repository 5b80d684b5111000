package org.displacementmapper.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.displacementmapper.tile.EdgeTable.Edge;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Quadrant;

/**
 * The faces into which noded edges divide the plane. Face 0 is the unbounded one.
 *
 * <p>Each edge e has two halves: 2e runs from its lower node to its higher one, 2e + 1 back; a half
 * belongs to the face on its left. Following the halves of a face, turning as far right as possible
 * at every node, gives the ways round it. Where a way meets itself it is cut in two, which makes a
 * hole that touches its shell a ring of its own, as the simple features model wants.
 *
 * <p>Edges that end in nothing do no harm; edges that cross give wrong faces.
 */
final class Subdivision {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  static final int UNBOUNDED = 0;

  private final List<Coordinate> nodes;
  private final List<Edge> edges;
  private final int[] next;
  private final int[] faceOfHalf;
  private final List<Face> faces = new ArrayList<>();

  private static final class Face {
    final Coordinate[] shell;
    final Envelope envelope = new Envelope();
    final double area;
    final List<LinearRing> holes = new ArrayList<>();

    Face(Coordinate[] shell) {
      this.shell = shell;
      for (Coordinate point : shell) {
        envelope.expandToInclude(point);
      }
      area = Area.ofRing(shell);
    }

    boolean surrounds(Coordinate place) {
      return envelope.covers(place)
          && PointLocation.locateInRing(place, shell) == Location.INTERIOR;
    }
  }

  Subdivision(List<Coordinate> nodes, List<Edge> edges) {
    this.nodes = nodes;
    this.edges = edges;
    next = new int[2 * edges.size()];
    faceOfHalf = new int[2 * edges.size()];
    linkHalves();
    traceFaces();
  }

  int faceCount() {
    return faces.size();
  }

  /** The face on the left of an edge, as seen from its lower to its higher node. */
  int faceLeftOf(int edge) {
    return faceOfHalf[2 * edge];
  }

  int faceRightOf(int edge) {
    return faceOfHalf[2 * edge + 1];
  }

  /** The outline of a bounded face. */
  Polygon polygon(int face) {
    Face f = faces.get(face);
    return FACTORY.createPolygon(
        FACTORY.createLinearRing(f.shell), f.holes.toArray(new LinearRing[0]));
  }

  int edgeCount() {
    return edges.size();
  }

  Edge edge(int edge) {
    return edges.get(edge);
  }

  double length(int edge) {
    return nodes.get(edge(edge).from).distance(nodes.get(edge(edge).to));
  }

  /** The faces between the other edges, which move up. */
  Subdivision without(BitSet removed) {
    List<Edge> rest = new ArrayList<>();
    for (int e = removed.nextClearBit(0); e < edges.size(); e = removed.nextClearBit(e + 1)) {
      rest.add(edges.get(e));
    }
    return new Subdivision(nodes, rest);
  }

  private int start(int half) {
    Edge edge = edges.get(half >> 1);
    return (half & 1) == 0 ? edge.from : edge.to;
  }

  private void linkHalves() {
    int[][] leaving = halvesLeavingNodes();
    for (int node = 0; node < leaving.length; node++) {
      int[] halves = leaving[node];
      if (halves.length > 2) {
        halves = sortedCounterClockwise(halves);
      }
      for (int i = 0; i < halves.length; i++) {
        int arriving = halves[i] ^ 1;
        next[arriving] = halves[(i + halves.length - 1) % halves.length];
      }
    }
  }

  private int[][] halvesLeavingNodes() {
    int[] counts = new int[nodes.size()];
    for (int half = 0; half < next.length; half++) {
      counts[start(half)]++;
    }
    int[][] leaving = new int[nodes.size()][];
    for (int node = 0; node < leaving.length; node++) {
      leaving[node] = new int[counts[node]];
    }
    for (int half = 0; half < next.length; half++) {
      int node = start(half);
      leaving[node][--counts[node]] = half;
    }
    return leaving;
  }

  private int[] sortedCounterClockwise(int[] halves) {
    Coordinate centre = nodes.get(start(halves[0]));
    Comparator<Integer> byAngle =
        (a, b) -> {
          Coordinate p = nodes.get(start(a ^ 1));
          Coordinate q = nodes.get(start(b ^ 1));
          int quadrants = Quadrant.quadrant(centre, p) - Quadrant.quadrant(centre, q);
          return quadrants != 0 ? quadrants : -Orientation.index(centre, p, q);
        };
    return Arrays.stream(halves).boxed().sorted(byAngle).mapToInt(Integer::intValue).toArray();
  }

  /** A way round a face, cut where it meets itself. */
  private record Way(List<Coordinate[]> shells, List<Coordinate[]> holes) {}

  private void traceFaces() {
    faces.add(new Face(new Coordinate[0]));
    int[] wayOfHalf = new int[next.length];
    Arrays.fill(wayOfHalf, -1);
    List<Way> ways = new ArrayList<>();
    int[] faceOfWay = new int[next.length];
    int[] seenAt = new int[nodes.size()];
    Arrays.fill(seenAt, -1);
    for (int half = 0; half < next.length; half++) {
      if (wayOfHalf[half] < 0) {
        ways.add(walk(half, ways.size(), wayOfHalf, seenAt));
      }
    }
    for (int w = 0; w < ways.size(); w++) {
      Way way = ways.get(w);
      if (!way.shells().isEmpty()) {
        faceOfWay[w] = faces.size();
        faces.add(new Face(way.shells().get(0)));
      }
    }
    for (int w = 0; w < ways.size(); w++) {
      Way way = ways.get(w);
      if (way.shells().isEmpty() && !way.holes().isEmpty()) {
        faceOfWay[w] = faceAround(way.holes().get(0)[0]);
      }
      for (Coordinate[] hole : way.holes()) {
        faces.get(faceOfWay[w]).holes.add(FACTORY.createLinearRing(hole));
      }
    }
    for (int half = 0; half < next.length; half++) {
      faceOfHalf[half] = faceOfWay[wayOfHalf[half]];
    }
  }

  private Way walk(int first, int way, int[] wayOfHalf, int[] seenAt) {
    Way rings = new Way(new ArrayList<>(), new ArrayList<>());
    List<Integer> path = new ArrayList<>();
    int half = first;
    do {
      wayOfHalf[half] = way;
      int node = start(half);
      if (seenAt[node] >= 0) {
        cutRing(path, seenAt[node], seenAt, rings);
      }
      seenAt[node] = path.size();
      path.add(node);
      half = next[half];
    } while (half != first);
    cutRing(path, 0, seenAt, rings);
    return rings;
  }

  /** Takes the end of the path, from a position on, as a ring. */
  private void cutRing(List<Integer> path, int position, int[] seenAt, Way rings) {
    List<Integer> end = path.subList(position, path.size());
    Coordinate[] ring = new Coordinate[end.size() + 1];
    for (int i = 0; i < end.size(); i++) {
      ring[i] = nodes.get(end.get(i)).copy();
      seenAt[end.get(i)] = -1;
    }
    ring[end.size()] = ring[0].copy();
    end.clear();
    if (ring.length >= 4) {
      (Orientation.isCCW(ring) ? rings.shells() : rings.holes()).add(ring);
    }
  }

  /** The smallest face whose shell surrounds a node that is not on it. */
  private int faceAround(Coordinate place) {
    int innermost = UNBOUNDED;
    for (int face = UNBOUNDED + 1; face < faces.size(); face++) {
      Face candidate = faces.get(face);
      if ((innermost == UNBOUNDED || candidate.area < faces.get(innermost).area)
          && candidate.surrounds(place)) {
        innermost = face;
      }
    }
    return innermost;
  }
}
