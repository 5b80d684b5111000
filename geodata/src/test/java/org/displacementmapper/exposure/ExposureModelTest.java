package org.displacementmapper.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Population;
import org.displacementmapper.boundary.PopulationGrid;
import org.displacementmapper.boundary.Release;
import org.displacementmapper.incident.AirAttack;
import org.displacementmapper.incident.Citation;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Period;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.incident.Toll;
import org.displacementmapper.incident.Where;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class ExposureModelTest {

  private static final LocalDate DAY = LocalDate.of(2022, 1, 1);
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int SAMPLES = 20_000;

  @Test
  void oneCircleHasTheAreaOfACircleAtEveryLatitudeOfTheCountry() {
    for (double lat = 10.3; lat < 28.5; lat += 3.1) {
      AdminUnit unit = unit("MMR001", FACTORY.toGeometry(new Envelope(96, 96.2, lat, lat + 0.2)));
      double squareKm = area(96, 96.2, lat, lat + 0.2);
      ExposureModel model = model(List.of(unit), Map.of("MMR001", 1_000_000L), Optional.empty());
      Exposure exposure = model.of(List.of(at(96.1, lat + 0.1, Precision.EXACT, null)));
      People people = exposure.byLeaf().get("MMR001");
      for (Radius radius : Radius.values()) {
        double expected = 1_000_000 * Math.PI * radius.km() * radius.km() / squareKm;
        assertEquals(expected, people.within().get(radius), 0.003 * expected, "latitude " + lat);
      }
      assertEquals(1_000_000, people.living(), 1e-6);
    }
  }

  @Test
  void agreesWithRandomPointsAndGeodesics() {
    long seed = System.nanoTime();
    for (int round = 0; round < 6; round++) {
      check(new Random(seed + round), round % 2 == 1, "seed " + (seed + round));
    }
  }

  /** Random stars as units, random incidents with repeats, and dice thrown over each unit. */
  private static void check(Random random, boolean raster, String where) {
    double west = 93 + 5 * random.nextDouble();
    double south = 10 + 18 * random.nextDouble();
    List<AdminUnit> units = new ArrayList<>();
    Map<String, Long> people = new TreeMap<>();
    for (int i = 0; i < 4; i++) {
      String pcode = "MMR00" + (i + 1);
      units.add(unit(pcode, star(random, west + 0.15 * (i % 2), south + 0.15 * (i / 2))));
      people.put(pcode, i == 3 ? 0L : 1 + (long) random.nextInt(1_000_000));
    }
    List<Incident> incidents = new ArrayList<>();
    int count = 1 + random.nextInt(40);
    for (int i = 0; i < count; i++) {
      Incident incident =
          at(
              west - 0.1 + 0.4 * random.nextDouble(),
              south - 0.1 + 0.4 * random.nextDouble(),
              Precision.VILLAGE,
              null);
      incidents.add(incident);
      if (random.nextBoolean()) {
        incidents.add(incident);
      }
    }
    Optional<PopulationGrid> grid =
        raster ? Optional.of(grid(random, west, south)) : Optional.empty();
    Exposure exposure = model(units, people, grid).of(incidents);
    for (AdminUnit unit : units) {
      People found = exposure.byLeaf().get(unit.pcode());
      double[] hits = new double[3];
      double all = 0;
      double squares = 0;
      Envelope box = unit.geometry().getEnvelopeInternal();
      for (int i = 0; i < SAMPLES; i++) {
        double lon = box.getMinX() + box.getWidth() * random.nextDouble();
        double lat = box.getMinY() + box.getHeight() * random.nextDouble();
        if (!unit.geometry().contains(FACTORY.createPoint(new Coordinate(lon, lat)))) {
          continue;
        }
        double weight =
            grid.map(cells -> people(cells, lon, lat)).orElse(Math.cos(Math.toRadians(lat)));
        all += weight;
        squares += weight * weight;
        double metres = nearest(incidents, lon, lat);
        for (Radius radius : Radius.values()) {
          hits[radius.ordinal()] += metres <= radius.metres() ? weight : 0;
        }
      }
      double independentSamples = all == 0 ? 1 : all * all / squares;
      for (Radius radius : Radius.values()) {
        double share = all == 0 ? 0 : hits[radius.ordinal()] / all;
        double got = found.living() == 0 ? 0 : found.within().get(radius) / found.living();
        double tolerance =
            0.003
                + 5
                    * Math.sqrt(
                        (share * (1 - share) + 1 / independentSamples) / independentSamples);
        if (found.living() > 0) {
          assertEquals(share, got, tolerance, where + ", " + unit.pcode() + ", " + radius);
        }
      }
      if (!raster) {
        assertEquals(people.get(unit.pcode()), found.living(), 1e-3, where);
      }
    }
  }

  @Test
  void aGridOfOnePersonACellGivesAsManyPeopleAsCells() {
    float[] ones = new float[48 * 48];
    Arrays.fill(ones, 1);
    PopulationGrid grid = new PopulationGrid("test", "none", 240, 96 * 240, 20 * 240, 48, ones);
    AdminUnit half = unit("MMR001", FACTORY.toGeometry(new Envelope(96, 96.1, 20, 20.2)));
    AdminUnit other = unit("MMR002", FACTORY.toGeometry(new Envelope(96.1, 96.3, 20, 20.2)));
    Exposure exposure =
        model(List.of(half, other), Map.of(), Optional.of(grid))
            .of(List.of(at(96.1, 20.1, Precision.EXACT, null)));
    assertEquals(24 * 48, exposure.byLeaf().get("MMR001").living(), 1e-6);
    assertEquals(24 * 48, exposure.byLeaf().get("MMR002").living(), 1e-6);
    assertEquals(PopulationBasis.RASTER, exposure.basis());
    double cellKm2 = area(96, 96.2, 20, 20.2) / (48 * 48);
    assertEquals(
        Math.PI * 25 / cellKm2,
        exposure.country().orElseThrow().within().get(Radius.FIVE_KM),
        0.003 * Math.PI * 25 / cellKm2);
  }

  @Test
  void onlyPlacesKnownToWithinTheRadiusGetACircle() {
    Map<String, Long> people = Map.of("MMR001", 1_000_000L);
    AdminUnit unit = unit("MMR001", FACTORY.toGeometry(new Envelope(96, 97, 20, 21)));
    ExposureModel model = model(List.of(unit), people, Optional.empty());
    Exposure exposure =
        model.of(
            List.of(
                at(96.1, 20.1, Precision.EXACT, null),
                at(96.2, 20.2, Precision.VILLAGE, null),
                at(96.3, 20.3, Precision.TOWN, null),
                at(96.4, 20.4, Precision.TOWN, 25_000),
                at(96.5, 20.5, Precision.TOWNSHIP, null),
                at(96.6, 20.6, Precision.UNSTATED, null),
                at(96.7, 20.7, Precision.UNSTATED, 1_500)));
    assertEquals(7, exposure.counted());
    assertEquals(Map.of(Radius.ONE_KM, 3, Radius.TWO_KM, 5, Radius.FIVE_KM, 5), exposure.placed());
    assertEquals(2, exposure.unstated());
  }

  @Test
  void aUnitWithoutPopulationIsMissingAndOneWithoutPeopleHasNone() {
    AdminUnit known = unit("MMR001", FACTORY.toGeometry(new Envelope(96, 96.2, 20, 20.2)));
    AdminUnit empty = unit("MMR002", FACTORY.toGeometry(new Envelope(96.2, 96.4, 20, 20.2)));
    AdminUnit unknown = unit("MMR003", FACTORY.toGeometry(new Envelope(96.4, 96.6, 20, 20.2)));
    List<AdminUnit> units = List.of(known, empty, unknown);
    Exposure exposure =
        model(units, Map.of("MMR001", 1_000L, "MMR002", 0L), Optional.empty())
            .of(List.of(at(96.3, 20.1, Precision.EXACT, null)));
    Boundaries boundaries = Boundaries.of(new Release("test", "", ""), units);
    assertEquals(0, exposure.find("MMR002", boundaries).orElseThrow().living());
    assertTrue(exposure.find("MMR003", boundaries).isEmpty());
    assertEquals(1, exposure.unknownLeaves("MMR003", boundaries));
    assertEquals(1_000, exposure.country().orElseThrow().living(), 1e-9);
    assertEquals(0, exposure.country().orElseThrow().within().get(Radius.ONE_KM));
  }

  private static double nearest(List<Incident> incidents, double lon, double lat) {
    double nearest = Double.POSITIVE_INFINITY;
    for (Incident incident : incidents) {
      Where where = incident.where();
      if (Math.abs(where.lat() - lat) < 0.06 && Math.abs(where.lon() - lon) < 0.06) {
        nearest = Math.min(nearest, Geodesic.WGS84.Inverse(where.lat(), where.lon(), lat, lon).s12);
      }
    }
    return nearest;
  }

  private static double people(PopulationGrid grid, double lon, double lat) {
    int column = (int) Math.floor(lon * grid.cellsPerDegree()) - grid.firstColumn();
    int row = (int) Math.floor(lat * grid.cellsPerDegree()) - grid.firstRow();
    return column < 0 || row < 0 || column >= grid.columns() || row >= grid.rows()
        ? 0
        : grid.people(column, row);
  }

  private static PopulationGrid grid(Random random, double west, double south) {
    float[] cells = new float[100 * 100];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = random.nextInt(4) == 0 ? 0 : random.nextInt(500);
    }
    int firstColumn = (int) (west * 240) - 20;
    int firstRow = (int) (south * 240) - 20;
    return new PopulationGrid("test", "none", 240, firstColumn, firstRow, 100, cells);
  }

  private static Geometry star(Random random, double lon, double lat) {
    int corners = 5 + random.nextInt(20);
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double reach = 0.02 + 0.05 * random.nextDouble();
      ring[i] = new Coordinate(lon + reach * Math.cos(angle), lat + reach * Math.sin(angle));
    }
    ring[corners] = ring[0];
    return FACTORY.createPolygon(ring);
  }

  /** Square kilometres between meridians and parallels, by the exact geodesic polygon. */
  private static double area(double west, double east, double south, double north) {
    PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
    int steps = 100;
    for (int i = 0; i <= steps; i++) {
      area.AddPoint(south, west + (east - west) * i / steps);
    }
    for (int i = 0; i <= steps; i++) {
      area.AddPoint(north, east - (east - west) * i / steps);
    }
    return Math.abs(area.Compute().area) / 1e6;
  }

  private static ExposureModel model(
      List<AdminUnit> units, Map<String, Long> people, Optional<PopulationGrid> grid) {
    return new ExposureModel(units, new Population(DAY, "test", people), grid);
  }

  private static AdminUnit unit(String pcode, Geometry geometry) {
    return new AdminUnit(pcode, 1, pcode, "", "", List.of(), geometry);
  }

  private static Incident at(double lon, double lat, Precision precision, Integer metres) {
    return new Incident(
        "ucdp",
        "1",
        Period.day(DAY),
        new Where(lon, lat, precision, metres, "", "", "", "", false),
        "state-based",
        AirAttack.NONE,
        new Toll(null, null, null),
        Citation.NONE,
        "CC BY 4.0");
  }
}
