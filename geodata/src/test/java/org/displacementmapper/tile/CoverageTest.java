package org.displacementmapper.tile;

import static org.displacementmapper.testing.Geometries.square;
import static org.displacementmapper.testing.Geometries.wkt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class CoverageTest {

  /** 22.5 degrees wide; a 4096th is 0.0055 degrees. */
  private static final TileGrid GRID = new UnitGrid(new TileCoord(4, 12, 7));

  private static final Geometry WHOLE = new GeometryFactory().toGeometry(GRID.bounds());

  @Test
  void noUnitsGiveNoParts() {
    assertEquals(List.of(), Coverage.of(List.of()).cut(GRID));
  }

  @Test
  void aTileInTheSeaShowsNothing() {
    Coverage coverage = Coverage.of(List.of(square(10, 10, 1), square(11, 10, 1)));
    assertEquals(List.of(Optional.empty(), Optional.empty()), coverage.cut(GRID));
  }

  @Test
  void aTileInsideOneUnitIsFilledByIt() {
    Coverage coverage = Coverage.of(List.of(square(-60, -40, 59), square(60, -40, 80)));
    List<Optional<Geometry>> parts = coverage.cut(GRID);
    assertTrue(parts.get(0).isEmpty());
    assertTrue(parts.get(1).orElseThrow().equalsTopo(WHOLE));
  }

  @Test
  void neighboursShareTheirBorder() {
    Coverage coverage = Coverage.of(List.of(square(95, 10, 2.5), square(97.5, 10, 2.5)));
    List<Geometry> parts = present(coverage.cut(GRID));
    assertEquals(0, parts.get(0).intersection(parts.get(1)).getArea());
    assertEquals(1, parts.get(0).union(parts.get(1)).getNumGeometries());
    assertEquals(1, parts.get(0).intersection(parts.get(1)).getDimension());
  }

  @Test
  void aUnitTooSmallForTheGridIsAbsorbedWithoutAGap() {
    Geometry enclave = square(95.001, 10.001, 0.001);
    Geometry around = square(94, 9, 2).difference(enclave);
    List<Optional<Geometry>> parts = Coverage.of(List.of(enclave, around)).cut(GRID);
    assertTrue(parts.get(0).isEmpty());
    assertTrue(parts.get(1).orElseThrow().convexHull().equalsTopo(parts.get(1).get()));
  }

  @Test
  void aStripTooThinForTheGridLeavesItsNeighboursTouching() {
    Geometry west = box(94, 95, 9, 11);
    Geometry strip = box(95, 95.0004, 9, 11);
    Geometry east = box(95.0004, 96, 9, 11);
    List<Optional<Geometry>> parts = Coverage.of(List.of(west, strip, east)).cut(GRID);
    assertTrue(parts.get(1).isEmpty());
    Geometry union = parts.get(0).orElseThrow().union(parts.get(2).orElseThrow());
    assertTrue(union.convexHull().equalsTopo(union));
  }

  @Test
  void aUnitThatIsOnlyASmallIslandVanishes() {
    List<Optional<Geometry>> parts =
        Coverage.of(List.of(square(95, 10, 0.001), square(97, 10, 1))).cut(GRID);
    assertTrue(parts.get(0).isEmpty());
    assertTrue(parts.get(1).isPresent());
  }

  @Test
  void lakesStayOpen() {
    Geometry lake = square(95.5, 9.5, 0.3);
    Coverage coverage =
        Coverage.of(
            List.of(box(95, 95.6, 9, 11).difference(lake), box(95.6, 96, 9, 11).difference(lake)));
    List<Geometry> parts = present(coverage.cut(GRID));
    Geometry union = parts.get(0).union(parts.get(1));
    assertEquals(0.3 * 0.3 / 2, 1 - union.getArea() / union.convexHull().getArea(), 0.005);
  }

  @Test
  void aHoleThatCrossesTheTileEdgeStaysAHole() {
    Envelope bounds = GRID.tile().bounds();
    Geometry hole = square(bounds.getMaxX() - 1, 5, 2);
    Geometry unit = square(60, -40, 80).difference(hole);
    List<Optional<Geometry>> parts = Coverage.of(List.of(unit)).cut(GRID);
    Geometry part = parts.get(0).orElseThrow();
    assertTrue(part.isValid());
    assertEquals(1, part.getNumGeometries());
    assertTrue(part.getArea() < WHOLE.getArea() - 1000);
  }

  @Test
  void aUnitThatOnlyTouchesTheEdgeOfTheTileIsNotInIt() {
    Envelope shown = GRID.lonLatBounds();
    Geometry west = box(shown.getMinX() - 2, shown.getMinX(), 5, 7);
    Geometry inside = box(shown.getMinX(), shown.getMinX() + 2, 5, 7);
    List<Optional<Geometry>> parts = Coverage.of(List.of(west, inside)).cut(GRID);
    assertTrue(parts.get(0).isEmpty());
    assertTrue(parts.get(1).isPresent());
  }

  @Test
  void islandsOfOneUnitAreOneMultiPolygon() {
    Geometry islands = square(93, 10, 1).union(square(96, 10, 1));
    Geometry part = Coverage.of(List.of(islands)).cut(GRID).get(0).orElseThrow();
    assertEquals("MultiPolygon", part.getGeometryType());
    assertEquals(2, part.getNumGeometries());
  }

  @Test
  void whereUnitsOverlapTheEarlierWins() {
    List<Geometry> parts =
        present(Coverage.of(List.of(box(95, 97, 9, 11), box(96, 98, 9, 11))).cut(GRID));
    assertEquals(2 * parts.get(1).getArea(), parts.get(0).getArea(), 5000);
    assertEquals(0, parts.get(0).intersection(parts.get(1)).getArea());
  }

  @Test
  void aSliverBetweenUnitsIsFilled() {
    Geometry west = wkt("POLYGON ((94 9, 95 9, 94.99995 10, 95 11, 94 11, 94 9))");
    Geometry east = box(95, 96, 9, 11);
    TileGrid close = new UnitGrid(TileCoord.containing(94.99999, 10, 18));
    List<Geometry> parts = present(Coverage.of(List.of(west, east)).cut(close));
    double sum = parts.stream().mapToDouble(Geometry::getArea).sum();
    assertEquals(WHOLE.getArea(), sum);
  }

  @Test
  void anEmptyUnitIsNowhere() {
    Coverage coverage = Coverage.of(List.of(wkt("POLYGON EMPTY"), square(95, 10, 1)));
    assertEquals(2, coverage.size());
    assertTrue(coverage.cut(GRID).get(0).isEmpty());
    assertTrue(coverage.cut(GRID).get(1).isPresent());
  }

  @Test
  void refusesAnythingButPolygons() {
    assertThrows(
        IllegalArgumentException.class, () -> Coverage.of(List.of(wkt("LINESTRING (0 0, 1 1)"))));
  }

  @Test
  void whereThereIsNothingToSimplifyTheCutIsTheSameAtEveryOrderOfRequests() {
    List<Geometry> units = List.of(square(95, 10, 2.5), square(97.5, 10, 2.5));
    Coverage first = Coverage.of(units);
    Coverage second = Coverage.of(units);
    second.cut(new UnitGrid(new TileCoord(9, 390, 240)));
    assertEquals(first.cut(GRID), second.cut(GRID));
  }

  static Geometry box(double west, double east, double south, double north) {
    return new GeometryFactory().toGeometry(new Envelope(west, east, south, north));
  }

  private static List<Geometry> present(List<Optional<Geometry>> parts) {
    return parts.stream().flatMap(Optional::stream).toList();
  }
}
