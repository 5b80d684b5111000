package org.displacementmapper.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.displacementmapper.dataset.AirFilter;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.dataset.IncidentFilter;
import org.displacementmapper.dataset.Selection;
import org.displacementmapper.dataset.Sieve;
import org.displacementmapper.dataset.SomeIncidents;
import org.displacementmapper.displacement.Publication;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.incident.AirAttack;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.incident.Where;
import org.displacementmapper.join.Placement;
import org.displacementmapper.tile.DegreeGrid;
import org.displacementmapper.tile.TileCoord;
import org.displacementmapper.tile.TileGrid;
import org.displacementmapper.tile.UnitGrid;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;

/** Tiles of incidents, one by one and counted, against plain loops over all incidents. */
class IncidentTilesTest {

  private static final List<String> SUMS =
      List.of("incidents", "exact", "air_incidents", "killed_low", "killed_best", "killed_high");

  @Test
  void theCellsOfEveryZoomCountEachIncidentOnce() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 20; round++) {
      Dataset dataset = SomeIncidents.dataset(incidents(300, random));
      TileLayer layer = Catalog.of(dataset).findTileLayer("incident-clusters").orElseThrow();
      View view = view(dataset, random);
      for (int zoom : new int[] {0, 1, 2, 3, 4, 5, 6, 7, 11, 15}) {
        String what = "seed " + seed + ", round " + round + ", zoom " + zoom;
        Map<String, Map<String, Long>> expected = plainly(view, zoom + IncidentClusterLayer.FINER);
        Map<String, Map<String, Long>> found = new TreeMap<>();
        for (TileCoord tile : tiles(dataset, zoom)) {
          for (TileGrid grid : List.of(new UnitGrid(tile), new DegreeGrid(tile))) {
            Map<String, Map<String, Long>> cells = new TreeMap<>();
            for (Feature cell : layer.cut(view, grid)) {
              assertNull(cells.put(cell.id(), sums(cell)), what + " twice " + cell.id());
              assertIn(cell, tile, grid, what);
              boolean single = Long.valueOf(1).equals(cell.values().get("incidents"));
              assertEquals(single, cell.values().containsKey("date_end"), what);
            }
            found.putAll(cells);
          }
        }
        assertEquals(expected, found, what);
      }
    }
  }

  private static void assertNull(Object before, String what) {
    assertEquals(null, before, what);
  }

  /** In its tile, and no farther from its cell than rounding moves it. */
  private static void assertIn(Feature cell, TileCoord tile, TileGrid grid, String what) {
    String[] parts = cell.id().split("/");
    TileCoord coord =
        new TileCoord(
            Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    assertEquals(tile.z() + IncidentClusterLayer.FINER, coord.z(), what);
    assertEquals(tile.x(), coord.x() >> IncidentClusterLayer.FINER, what);
    assertEquals(tile.y(), coord.y() >> IncidentClusterLayer.FINER, what);
    Coordinate point = ((Point) cell.geometry()).getCoordinate();
    assertTrue(grid.bounds().contains(point), what + point);
    Envelope box = coord.bounds();
    Envelope inGrid =
        new Envelope(
            grid.x(box.getMinX()), grid.x(box.getMaxX()),
            grid.y(box.getMinY()), grid.y(box.getMaxY()));
    inGrid.expandBy(1);
    assertTrue(inGrid.contains(point), what + " " + point + " is not in " + coord);
  }

  /** No cell tells of an incident that may not be drawn as a point. */
  @Test
  void anIncidentKnownToATownshipOrLessIsInNoCell() {
    Random random = new Random(7);
    List<Incident> vague = new ArrayList<>();
    for (Incident one : incidents(200, random)) {
      if (!one.where().precision().isPoint()) {
        vague.add(one);
      }
    }
    Dataset dataset = SomeIncidents.dataset(vague);
    assertFalse(vague.isEmpty());
    TileLayer layer = Catalog.of(dataset).findTileLayer("incident-clusters").orElseThrow();
    View view = view(dataset, Selection.between(LocalDate.MIN, LocalDate.MAX));
    assertEquals(List.of(), layer.cut(view, new UnitGrid(new TileCoord(0, 0, 0))));
    assertTrue(Catalog.of(dataset).findLayer("incident-clusters").isEmpty(), "for tiles only");
  }

  @Test
  void theTilesOfIncidentsAreThoseOfAPlainLoop() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    Dataset dataset = SomeIncidents.dataset(incidents(400, random));
    Layer layer = Catalog.of(dataset).findLayer("incidents").orElseThrow();
    for (int round = 0; round < 300; round++) {
      View view = view(dataset, random);
      int zoom = random.nextInt(23);
      Incident near = SomeIncidents.one(dataset.placements(), random).incident();
      Coordinate place = near.where().findPoint().orElse(new Coordinate(98, 19.5));
      TileCoord at = TileCoord.containing(place.x, place.y, zoom);
      // Beside it too, where only the buffer shows it.
      int x = Math.min(at.x() + random.nextInt(2), at.tilesAcross() - 1);
      TileCoord tile = new TileCoord(zoom, x, at.y());
      for (TileGrid grid : List.of(new UnitGrid(tile), new DegreeGrid(tile))) {
        List<String> expected = new ArrayList<>();
        for (Feature one : layer.features(view)) {
          grid.snap(drawn(one))
              .ifPresent(point -> expected.add(one.id() + " " + point + one.values()));
        }
        List<String> found =
            layer.cut(view, grid).stream()
                .map(one -> one.id() + " " + one.geometry() + one.values())
                .toList();
        assertEquals(expected, found, "seed " + seed + ", " + grid);
      }
    }
  }

  private static Coordinate drawn(Feature feature) {
    return PointLayer.drawn(feature.geometry().getCoordinate());
  }

  private static Map<String, Long> sums(Feature cell) {
    Map<String, Long> sums = new HashMap<>();
    for (String name : SUMS) {
      Object sum = cell.values().get(name); // null of one whose toll is not reported
      sums.put(name, sum == null ? 0 : ((Number) sum).longValue());
    }
    return sums;
  }

  /** The same, said one by one without a thought of speed. */
  private static Map<String, Map<String, Long>> plainly(View view, int zoom) {
    Sieve sieve = Sieve.of(view.selection(), view.dataset());
    Map<String, Map<String, Long>> cells = new TreeMap<>();
    for (Placement placement : view.dataset().placements()) {
      Incident one = placement.incident();
      Where where = one.where();
      if (sieve.accepts(placement) && where.precision().isPoint() && where.hasPoint()) {
        String cell = TileCoord.containing(where.lon(), where.lat(), zoom).toString();
        Map<String, Long> sums =
            cells.computeIfAbsent(
                cell, none -> SUMS.stream().collect(Collectors.toMap(name -> name, name -> 0L)));
        add(sums, "incidents", 1);
        add(sums, "exact", where.precision() == Precision.EXACT ? 1 : 0);
        add(sums, "air_incidents", one.air() == AirAttack.DOCUMENTED ? 1 : 0);
        add(sums, "killed_low", one.killed().low());
        add(sums, "killed_best", one.killed().best());
        add(sums, "killed_high", one.killed().high());
      }
    }
    return cells;
  }

  private static void add(Map<String, Long> sums, String name, Integer more) {
    sums.merge(name, more == null ? 0L : more, Long::sum);
  }

  private static Set<TileCoord> tiles(Dataset dataset, int zoom) {
    Set<TileCoord> tiles = new HashSet<>();
    for (Placement placement : dataset.placements()) {
      placement
          .incident()
          .where()
          .findPoint()
          .ifPresent(place -> tiles.add(TileCoord.containing(place.x, place.y, zoom)));
    }
    return tiles;
  }

  /** Some of them on the edges of tiles, or at the ends of the world. */
  private static List<Incident> incidents(int count, Random random) {
    List<Incident> incidents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Incident one = SomeIncidents.incident("i" + i, random);
      if (one.where().hasPoint() && random.nextInt(4) == 0) {
        double[] lons = {90, 98.4375, 97.03125, -180, 180, 0};
        double[] lats = {0, 21.943045533438177, 19.973348786110602, -90, 89.9, 85.0511287798066};
        Where was = one.where();
        Where where =
            new Where(
                lons[random.nextInt(6)],
                lats[random.nextInt(6)],
                was.precision(),
                null,
                was.place(),
                was.area(),
                was.pcode(),
                was.state(),
                was.line());
        one =
            new Incident(
                one.source(),
                one.id(),
                one.period(),
                where,
                one.kind(),
                one.air(),
                one.killed(),
                one.citation(),
                one.licence());
      }
      incidents.add(one);
    }
    return incidents;
  }

  private static View view(Dataset dataset, Random random) {
    LocalDate from = SomeIncidents.FIRST.plusDays(random.nextInt(150));
    IncidentFilter filter =
        new IncidentFilter(
            SomeIncidents.one(List.of(AirFilter.values()), random),
            some(SomeIncidents.SOURCES, random),
            Set.of(),
            some(List.of(Precision.values()), random),
            Math.max(0, random.nextInt(6) - 3),
            "");
    return view(
        dataset,
        new Selection(
            from,
            from.plusDays(50 + random.nextInt(300)),
            filter,
            some(List.of("MMR002", "MMR003002"), random),
            Optional.empty()));
  }

  private static View view(Dataset dataset, Selection selection) {
    return new View(dataset, null, selection, Publication.STANDARD);
  }

  private static <T> Set<T> some(List<T> all, Random random) {
    return random.nextInt(3) > 0
        ? Set.of()
        : all.stream().filter(one -> random.nextBoolean()).collect(Collectors.toSet());
  }
}
