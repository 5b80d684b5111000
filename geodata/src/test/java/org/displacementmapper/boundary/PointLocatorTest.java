package org.displacementmapper.boundary;

import static org.displacementmapper.testing.Geometries.square;
import static org.displacementmapper.testing.Geometries.unit;
import static org.displacementmapper.testing.Geometries.wkt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

class PointLocatorTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  @Test
  void placesAPointOnASharedBorderInTheFirstUnit() {
    PointLocator locator =
        new PointLocator(List.of(paper("A", square(0, 0, 1)), paper("B", square(1, 0, 1))));
    assertEquals(0, locator.locate(0.5, 0.5));
    assertEquals(0, locator.locate(1, 0.5));
    assertEquals(0, locator.locate(1, 0));
    assertEquals(0, locator.locate(1, 1));
    assertEquals(1, locator.locate(2, 1));
    assertEquals(1, locator.locate(1.0000001, 0.5));
  }

  @Test
  void placesAPointOfAnOverlapInTheFirstUnit() {
    PointLocator locator =
        new PointLocator(List.of(paper("A", square(1, 0, 2)), paper("B", square(0, 0, 2))));
    assertEquals(0, locator.locate(1.5, 0.5));
    assertEquals(1, locator.locate(0.5, 0.5));
  }

  @Test
  void leavesHolesAndEverythingOutsideToNobody() {
    PointLocator locator =
        new PointLocator(
            List.of(
                paper("A", wkt("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 3, 3 3, 3 1, 1 1))"))));
    assertEquals(PointLocator.NOWHERE, locator.locate(2, 2));
    assertEquals(0, locator.locate(1, 2));
    assertEquals(PointLocator.NOWHERE, locator.locate(4.1, 2));
    assertEquals(PointLocator.NOWHERE, locator.locate(Double.NaN, 2));
    assertEquals(PointLocator.NOWHERE, locator.locate(2, Double.NaN));
    assertEquals(PointLocator.NOWHERE, locator.locate(Double.POSITIVE_INFINITY, 2));
  }

  @Test
  void acceptsUnitsWithoutAnyOutline() {
    PointLocator locator =
        new PointLocator(List.of(paper("A", wkt("POLYGON EMPTY")), paper("B", square(0, 0, 1))));
    assertEquals(1, locator.locate(0.5, 0.5));
    assertEquals("B", locator.findNearest(1.001, 0.5, 5000).orElseThrow().unit().pcode());
  }

  /** The fault of a first prototype: a cell that only a neighbour's outline touched. */
  @Test
  void findsTheUnitThatCoversAWholeCellTouchedByAnotherOutline() {
    PointLocator locator =
        new PointLocator(
            List.of(
                paper("A", wkt("POLYGON ((5 5, 5.01 5, 5.01 5.01, 5 5))")),
                paper("B", square(0, 0, 10))));
    assertEquals(1, locator.locate(5.011, 5.0));
    assertEquals(0, locator.locate(5.009, 5.001));
  }

  @Test
  void agreesWithAPlainLoopOnRandomCoverages() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 12; round++) {
      List<AdminUnit> units = randomCoverage(random, 3 + random.nextInt(40));
      assertAgreement(units, random, 3000, "seed " + seed + ", round " + round);
    }
  }

  @Test
  void agreesWithAPlainLoopOnRandomOverlaps() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 12; round++) {
      List<AdminUnit> units = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        units.add(paper("U" + i, randomStar(random, 3 + random.nextInt(120))));
      }
      assertAgreement(units, random, 3000, "seed " + seed + ", round " + round);
    }
  }

  @Test
  void measuresTheGeodesicToTheNearestBorder() {
    PointLocator locator = new PointLocator(List.of(paper("A", square(96, 18, 1))));
    Nearest east = locator.findNearest(97.01, 18.5, 5000).orElseThrow();
    double expected = Geodesic.WGS84.Inverse(18.5, 97.01, 18.5, 97).s12;
    assertEquals(expected, east.distanceMetres(), 0.01);
    Nearest corner = locator.findNearest(97.02, 19.03, 5000).orElseThrow();
    assertEquals(Geodesic.WGS84.Inverse(19.03, 97.02, 19, 97).s12, corner.distanceMetres(), 1e-6);
    assertEquals(0, locator.findNearest(96.5, 18.5, 5000).orElseThrow().distanceMetres());
    assertEquals(Optional.empty(), locator.findNearest(97.1, 18.5, 5000));
    assertEquals(Optional.empty(), locator.findNearest(-97.1, -88.5, 5000));
  }

  @Test
  void givesAPointAsNearToTwoUnitsToTheFirst() {
    Geometry middle = wkt("POLYGON ((1 -0.3, 2 0, 1 0.3, 1 -0.3))");
    Geometry above = wkt("POLYGON ((1 0.3, 2 0, 1.5 1, 1 0.3))");
    Geometry below = wkt("POLYGON ((1.5 -1, 2 0, 1 -0.3, 1.5 -1))");
    // From the east the nearest point is the corner that all three share.
    for (List<Geometry> order :
        List.of(List.of(above, middle, below), List.of(below, above, middle))) {
      PointLocator locator =
          new PointLocator(
              List.of(
                  paper("A", order.get(0)), paper("B", order.get(1)), paper("C", order.get(2))));
      assertEquals("A", locator.findNearest(2.01, 0.001, 5000).orElseThrow().unit().pcode());
    }
  }

  @Test
  void measuresDistancesAsAPlainSearchAlongEverySegmentDoes() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<AdminUnit> units = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      units.add(paper("U" + i, randomStar(random, 3 + random.nextInt(20))));
    }
    PointLocator locator = new PointLocator(units);
    int found = 0;
    for (int i = 0; i < 100; i++) {
      Coordinate near = cornerOf(units.get(random.nextInt(units.size())), random);
      double lon = near.x + random.nextGaussian() * 0.02;
      double lat = near.y + random.nextGaussian() * 0.02;
      if (locator.locate(lon, lat) != PointLocator.NOWHERE) {
        continue;
      }
      double plain = Double.POSITIVE_INFINITY;
      for (AdminUnit unit : units) {
        plain = Math.min(plain, plainDistanceMetres(unit.geometry(), lon, lat));
      }
      String where = "seed " + seed + ", point " + lon + " " + lat;
      double fast = locator.findNearest(lon, lat, 5000).map(Nearest::distanceMetres).orElse(9999.0);
      if (plain < 4999.9) {
        assertEquals(plain, fast, 0.02, where);
        found++;
      } else if (plain > 5000.1) {
        assertEquals(9999.0, fast, where);
      }
    }
    assertTrue(found > 5, "only " + found + " points with seed " + seed);
  }

  /** Ternary search along every segment, each step with a geodesic. */
  private static double plainDistanceMetres(Geometry geometry, double lon, double lat) {
    double best = Double.POSITIVE_INFINITY;
    for (Object line : LinearComponentExtracter.getLines(geometry)) {
      best = Math.min(best, plainDistanceMetres(((LineString) line).getCoordinates(), lon, lat));
    }
    return best;
  }

  private static double plainDistanceMetres(Coordinate[] ring, double lon, double lat) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i + 1 < ring.length; i++) {
      double from = 0;
      double to = 1;
      for (int step = 0; step < 45; step++) {
        double one = from + (to - from) / 3;
        double two = to - (to - from) / 3;
        if (metres(ring[i], ring[i + 1], one, lon, lat)
            < metres(ring[i], ring[i + 1], two, lon, lat)) {
          to = two;
        } else {
          from = one;
        }
      }
      best = Math.min(best, metres(ring[i], ring[i + 1], from, lon, lat));
    }
    return best;
  }

  private static double metres(Coordinate a, Coordinate b, double along, double lon, double lat) {
    return Geodesic.WGS84.Inverse(lat, lon, a.y + along * (b.y - a.y), a.x + along * (b.x - a.x))
        .s12;
  }

  private static void assertAgreement(
      List<AdminUnit> units, Random random, int points, String message) {
    PointLocator locator = new PointLocator(units);
    for (int i = 0; i < points; i++) {
      Coordinate point = interestingPoint(units, random);
      assertEquals(
          plain(units, point),
          locator.locate(point.x, point.y),
          () -> message + ", point " + point.x + " " + point.y);
    }
  }

  private static int plain(List<AdminUnit> units, Coordinate at) {
    Point point = FACTORY.createPoint(at);
    for (int i = 0; i < units.size(); i++) {
      if (units.get(i).geometry().covers(point)) {
        return i;
      }
    }
    return PointLocator.NOWHERE;
  }

  /** Anywhere, or on a corner, at the height of one, on the middle of a segment, or a hair off. */
  private static Coordinate interestingPoint(List<AdminUnit> units, Random random) {
    Coordinate corner = cornerOf(units.get(random.nextInt(units.size())), random);
    Coordinate other = cornerOf(units.get(random.nextInt(units.size())), random);
    return switch (random.nextInt(6)) {
      case 0 -> corner;
      case 1 -> new Coordinate(other.x, corner.y);
      case 2 -> new Coordinate((corner.x + other.x) / 2, (corner.y + other.y) / 2);
      case 3 -> new Coordinate(Math.nextUp(corner.x), Math.nextDown(corner.y));
      case 4 -> new Coordinate(corner.x + random.nextGaussian() * 1e-3, corner.y);
      default -> new Coordinate(95 + random.nextDouble() * 6, 15 + random.nextDouble() * 6);
    };
  }

  private static Coordinate cornerOf(AdminUnit unit, Random random) {
    Coordinate[] corners = unit.geometry().getCoordinates();
    return corners[random.nextInt(corners.length)];
  }

  private static List<AdminUnit> randomCoverage(Random random, int size) {
    List<Coordinate> sites = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      sites.add(new Coordinate(96 + random.nextInt(400) / 100.0, 16 + random.nextInt(400) / 100.0));
    }
    VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
    builder.setSites(sites);
    builder.setClipEnvelope(new Envelope(96, 100, 16, 20));
    Geometry cells = builder.getDiagram(FACTORY);
    List<AdminUnit> units = new ArrayList<>();
    for (int i = 0; i < cells.getNumGeometries(); i++) {
      units.add(paper("U" + i, cells.getGeometryN(i)));
    }
    return units;
  }

  /** Two islands, one with a hole. */
  private static Geometry randomStar(Random random, int corners) {
    double x = 97 + random.nextDouble() * 2;
    double y = 17 + random.nextDouble() * 2;
    Geometry big = star(random, corners, x, y, 1.2);
    Geometry hole = star(random, corners, x, y, 0.35);
    return big.difference(hole).union(star(random, 3 + random.nextInt(4), x + 1.5, y, 0.2));
  }

  private static Geometry star(Random random, int corners, double x, double y, double radius) {
    SplittableRandom jitter = new SplittableRandom(random.nextLong());
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double r = radius * (0.4 + 0.6 * jitter.nextDouble());
      ring[i] = new Coordinate(x + r * Math.cos(angle), y + r * Math.sin(angle));
    }
    ring[corners] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }

  private static AdminUnit paper(String pcode, Geometry geometry) {
    return unit(pcode, 3, "", geometry);
  }
}
