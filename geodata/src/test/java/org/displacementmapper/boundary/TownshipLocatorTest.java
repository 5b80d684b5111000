package org.displacementmapper.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.displacementmapper.testing.SharedBoundaries;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/** The locator on the 330 townships, against a loop over all of them. */
class TownshipLocatorTest {

  private static final int POINTS = 12_000;
  private static final double METRES_PER_DEGREE = 110_600;

  @Test
  void placesRandomAndBorderPointsAsAPlainLoopDoes() {
    Boundaries townships = SharedBoundaries.townships();
    PointLocator locator = townships.locator();
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<LineString> borders = borders(townships.leaves());
    int inside = 0;
    for (int i = 0; i < POINTS; i++) {
      Coordinate point =
          i % 2 == 0
              ? new Coordinate(92.1 + random.nextDouble() * 9.1, 9.6 + random.nextDouble() * 19)
              : nearBorder(borders, random);
      int plain = plain(townships.leaves(), point);
      assertEquals(
          plain,
          locator.locate(point.x, point.y),
          () -> "seed " + seed + ", point " + point.x + " " + point.y);
      inside += plain >= 0 ? 1 : 0;
    }
    assertTrue(inside > POINTS / 2, "only " + inside + " inside with seed " + seed);
  }

  @Test
  void placesCornersOfTownshipsAsAPlainLoopDoes() {
    Boundaries townships = SharedBoundaries.townships();
    PointLocator locator = townships.locator();
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<LineString> borders = borders(townships.leaves());
    for (int i = 0; i < 3_000; i++) {
      LineString border = borders.get(random.nextInt(borders.size()));
      Coordinate corner = border.getCoordinateN(random.nextInt(border.getNumPoints()));
      assertEquals(
          plain(townships.leaves(), corner),
          locator.locate(corner.x, corner.y),
          () -> "seed " + seed + ", corner " + corner);
    }
  }

  @Test
  void dissolvesTheStatesAndDistrictsThatThePublisherDraws() {
    Boundaries townships = SharedBoundaries.townships();
    assertDissolvedAsDrawn(SharedBoundaries.states().leaves(), townships);
    assertDissolvedAsDrawn(SharedBoundaries.districts().leaves(), townships);
  }

  private static void assertDissolvedAsDrawn(List<AdminUnit> drawn, Boundaries townships) {
    assertEquals(drawn.size(), townships.units(drawn.get(0).level()).size());
    for (AdminUnit unit : drawn) {
      Geometry dissolved = townships.unit(unit.pcode()).geometry();
      assertTrue(dissolved.isValid(), unit.pcode());
      assertEquals(unit.geometry().getNumGeometries(), dissolved.getNumGeometries(), unit.pcode());
      assertEquals(unit.geometry().getArea(), dissolved.getArea(), 1e-6, unit.pcode());
    }
  }

  private static int plain(List<AdminUnit> units, Coordinate point) {
    for (int i = 0; i < units.size(); i++) {
      Geometry area = units.get(i).geometry();
      Envelope envelope = area.getEnvelopeInternal();
      if (envelope.covers(point)
          && SimplePointInAreaLocator.locate(point, area) != Location.EXTERIOR) {
        return i;
      }
    }
    return PointLocator.NOWHERE;
  }

  private static List<LineString> borders(List<AdminUnit> units) {
    List<LineString> borders = new ArrayList<>();
    for (AdminUnit unit : units) {
      for (Object line : LinearComponentExtracter.getLines(unit.geometry())) {
        borders.add((LineString) line);
      }
    }
    return borders;
  }

  /** Within 100 m of a border, as often within a metre. */
  private static Coordinate nearBorder(List<LineString> borders, Random random) {
    LineString border = borders.get(random.nextInt(borders.size()));
    int corner = random.nextInt(border.getNumPoints() - 1);
    Coordinate from = border.getCoordinateN(corner);
    Coordinate to = border.getCoordinateN(corner + 1);
    double along = random.nextDouble();
    double metres = random.nextBoolean() ? 100 : 1;
    double offset = metres / METRES_PER_DEGREE / Math.sqrt(2);
    return new Coordinate(
        from.x + along * (to.x - from.x) + (random.nextDouble() * 2 - 1) * offset,
        from.y + along * (to.y - from.y) + (random.nextDouble() * 2 - 1) * offset);
  }
}
