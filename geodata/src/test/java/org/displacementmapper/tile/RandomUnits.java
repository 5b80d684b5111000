package org.displacementmapper.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * Units as bad as real ones: Voronoi cells on a round piece of land with a lake, enclaves, strips,
 * islands and specks, whose common borders do not quite match.
 */
final class RandomUnits {

  static final Envelope LAND = new Envelope(95, 97, 20, 22);

  /** How far borders are moved at most: wide enough to matter to validity, not to be seen. */
  static final double JITTER_DEGREES = 3e-6;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Random random;

  RandomUnits(long seed) {
    random = new Random(seed);
  }

  List<Geometry> units() {
    Geometry lake = circle(96.1, 21.1, 0.15 + 0.1 * random.nextDouble());
    Geometry land = minus(circle(96, 21, 1), lake);
    List<Geometry> units = new ArrayList<>();
    for (Geometry cell : cells(12 + random.nextInt(40))) {
      split(and(cell, land), units);
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      units.add(circle(95.05 + 0.1 * i, 20.02, 0.04 * random.nextDouble()));
    }
    return units.stream().filter(u -> !u.isEmpty()).map(this::jittered).toList();
  }

  private List<Geometry> cells(int count) {
    List<Coordinate> sites = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sites.add(somewhere());
    }
    VoronoiDiagramBuilder voronoi = new VoronoiDiagramBuilder();
    voronoi.setSites(sites);
    voronoi.setClipEnvelope(LAND);
    Geometry diagram = voronoi.getDiagram(FACTORY);
    List<Geometry> cells = new ArrayList<>();
    for (int i = 0; i < diagram.getNumGeometries(); i++) {
      cells.add(diagram.getGeometryN(i));
    }
    return cells;
  }

  /** Cuts an enclave or a strip out of some cells: each becomes a unit. */
  private void split(Geometry cell, List<Geometry> units) {
    if (cell.isEmpty()) {
      return;
    }
    Coordinate centre = cell.getInteriorPoint().getCoordinate();
    double size = Math.pow(10, -1 - 4 * random.nextDouble());
    Geometry piece =
        switch (random.nextInt(4)) {
          case 0 -> circle(centre.x, centre.y, size);
          case 1 -> FACTORY.toGeometry(new Envelope(90, 100, centre.y, centre.y + size / 30));
          default -> FACTORY.createPolygon();
        };
    units.add(polygonal(minus(cell, piece)));
    units.add(polygonal(and(cell, piece)));
  }

  private Coordinate somewhere() {
    return new Coordinate(
        LAND.getMinX() + random.nextDouble() * LAND.getWidth(),
        LAND.getMinY() + random.nextDouble() * LAND.getHeight());
  }

  /** Divides edges at places and by amounts of its own, as if each unit had been drawn apart. */
  private Geometry jittered(Geometry unit) {
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < unit.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) unit.getGeometryN(i);
      LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
      for (int h = 0; h < holes.length; h++) {
        holes[h] = jittered(polygon.getInteriorRingN(h));
      }
      polygons.add(FACTORY.createPolygon(jittered(polygon.getExteriorRing()), holes));
    }
    Geometry all = FACTORY.buildGeometry(polygons);
    return all.isValid() ? all : unit;
  }

  private LinearRing jittered(LinearRing ring) {
    List<Coordinate> points = new ArrayList<>();
    for (int i = 0; i < ring.getNumPoints() - 1; i++) {
      Coordinate from = ring.getCoordinateN(i);
      Coordinate to = ring.getCoordinateN(i + 1);
      points.add(from);
      if (random.nextInt(3) == 0 && from.distance(to) > 20 * JITTER_DEGREES) {
        double share = 0.2 + 0.6 * random.nextDouble();
        points.add(
            new Coordinate(
                from.x + share * (to.x - from.x) + jitter(),
                from.y + share * (to.y - from.y) + jitter()));
      }
    }
    points.add(points.get(0).copy());
    return FACTORY.createLinearRing(points.toArray(new Coordinate[0]));
  }

  private double jitter() {
    return (2 * random.nextDouble() - 1) * JITTER_DEGREES;
  }

  private static Geometry circle(double lon, double lat, double radius) {
    return FACTORY.createPoint(new Coordinate(lon, lat)).buffer(radius);
  }

  private static Geometry and(Geometry a, Geometry b) {
    return polygonal(OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION));
  }

  private static Geometry minus(Geometry a, Geometry b) {
    return polygonal(OverlayNGRobust.overlay(a, b, OverlayNG.DIFFERENCE));
  }

  private static Geometry polygonal(Geometry geometry) {
    List<Geometry> polygons = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        polygons.add(polygon);
      }
    }
    return polygons.isEmpty() ? FACTORY.createPolygon() : FACTORY.buildGeometry(polygons);
  }
}
