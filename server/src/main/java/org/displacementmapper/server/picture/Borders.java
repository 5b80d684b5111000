package org.displacementmapper.server.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The lines between units, each once, and those round them all. An edge that two units share,
 * corner for corner, lies between them; where neighbours do not fit, both edges count as outer.
 *
 * @param inner between two units
 * @param outer where a unit ends and no other begins
 */
public record Borders(Geometry inner, Geometry outer) {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private record Edge(double x1, double y1, double x2, double y2) {

    static Edge of(Coordinate from, Coordinate to) {
      return from.compareTo(to) <= 0
          ? new Edge(from.x, from.y, to.x, to.y)
          : new Edge(to.x, to.y, from.x, from.y);
    }
  }

  /** Of polygons and multi-polygons in any order. */
  public static Borders of(List<Geometry> units) {
    List<LineString> rings = new ArrayList<>();
    units.forEach(unit -> addRings(unit, rings));
    Map<Edge, Integer> times = new HashMap<>();
    rings.forEach(ring -> count(ring.getCoordinates(), times));
    List<LineString> inner = new ArrayList<>();
    List<LineString> outer = new ArrayList<>();
    rings.forEach(ring -> split(ring.getCoordinates(), times, inner, outer));
    return new Borders(lines(inner), lines(outer));
  }

  private static Geometry lines(List<LineString> lines) {
    return FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
  }

  private static void addRings(Geometry unit, List<LineString> rings) {
    for (int i = 0; i < unit.getNumGeometries(); i++) {
      if (unit.getGeometryN(i) instanceof Polygon polygon) {
        rings.add(polygon.getExteriorRing());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          rings.add(polygon.getInteriorRingN(hole));
        }
      }
    }
  }

  private static void count(Coordinate[] ring, Map<Edge, Integer> times) {
    for (int i = 1; i < ring.length; i++) {
      times.merge(Edge.of(ring[i - 1], ring[i]), 1, Integer::sum);
    }
  }

  /** Cuts the ring where it changes from inner to outer; an inner edge is taken the first time. */
  private static void split(
      Coordinate[] ring, Map<Edge, Integer> times, List<LineString> inner, List<LineString> outer) {
    CoordinateList line = new CoordinateList();
    List<LineString> into = outer;
    for (int i = 1; i < ring.length; i++) {
      Edge edge = Edge.of(ring[i - 1], ring[i]);
      int count = times.get(edge);
      List<LineString> wanted = count == 1 ? outer : inner;
      boolean drawn = count <= 0;
      if (drawn || wanted != into) {
        end(line, into);
        line = new CoordinateList();
      }
      if (!drawn) {
        into = wanted;
        line.add(ring[i - 1], false);
        line.add(ring[i], false);
        if (count > 1) {
          times.put(edge, 0);
        }
      }
    }
    end(line, into);
  }

  private static void end(CoordinateList line, List<LineString> into) {
    if (line.size() > 1) {
      into.add(FACTORY.createLineString(line.toCoordinateArray()));
    }
  }
}
