package org.displacementmapper.join;

import static org.displacementmapper.testing.Geometries.square;
import static org.displacementmapper.testing.Geometries.unit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Release;
import org.displacementmapper.incident.AirAttack;
import org.displacementmapper.incident.Citation;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Period;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.incident.Toll;
import org.displacementmapper.incident.Where;
import org.junit.jupiter.api.Test;

class IncidentSumsTest {

  private static final Boundaries TWO_STATES =
      Boundaries.of(
          new Release("paper", "", ""),
          List.of(
              unit("MMR001", 1, "", square(0, 0, 2)),
              unit("MMR002", 1, "", square(2, 0, 2)),
              unit("MMR001001", 3, "MMR001", square(0, 0, 1)),
              unit("MMR001002", 3, "MMR001", square(1, 0, 1)),
              unit("MMR002001", 3, "MMR002", square(2, 0, 1))));

  @Test
  void sumsSharesByEndDateAndRollsThemUp() {
    List<Placement> placements =
        List.of(
            placement("a", "2021-03-01", 4, Map.of("MMR001001", 1.0)),
            placement("b", "2021-03-05", 0, Map.of("MMR001002", 0.25, "MMR002001", 0.5)),
            placement("c", "2021-03-05", 9, Map.of()),
            placement("early", "2021-01-31", 9, Map.of("MMR001001", 1.0)));

    IncidentSums states = IncidentSums.of(placements, TWO_STATES, 1, Weighting.EVENTS);

    assertEquals(Set.of("MMR001", "MMR002"), states.pcodes());
    assertEquals(0, states.at("MMR001", day("2021-02-28")));
    assertEquals(1, states.at("MMR001", day("2021-03-01")));
    assertEquals(1, states.at("MMR001", day("2021-03-04")));
    assertEquals(1.25, states.at("MMR001", day("2030-01-01")));
    assertEquals(0.5, states.at("MMR002", day("2021-03-05")));
    assertEquals(3, states.national(day("2021-03-05")));
    assertEquals(day("2021-03-01"), states.firstDate());
    assertEquals(day("2021-03-05"), states.lastDate());
  }

  @Test
  void weighsByDeaths() {
    List<Placement> placements =
        List.of(
            placement("a", "2021-03-01", 4, Map.of("MMR001001", 0.5)),
            placement("b", "2021-03-02", null, Map.of("MMR001001", 1.0)));
    LocalDate end = day("2021-03-02");

    IncidentSums deaths = IncidentSums.of(placements, TWO_STATES, 3, Weighting.DEATHS);
    assertEquals(2, deaths.at("MMR001001", end));
    assertEquals(4, deaths.national(end));

    IncidentSums roots = IncidentSums.of(placements, TWO_STATES, 3, Weighting.ROOT_DEATHS);
    assertEquals(2.5, roots.at("MMR001001", end));
    assertEquals(4, roots.national(end));
  }

  @Test
  void agreesWithAPlainLoopInAnyOrder() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Placement> placements = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      double share = random.nextDouble();
      placements.add(
          placement(
              "p" + i,
              IncidentSums.START.plusDays(random.nextInt(60) - 5).toString(),
              random.nextInt(5),
              Map.of("MMR001001", share, "MMR002001", 1 - share)));
    }
    IncidentSums incidentSums = IncidentSums.of(placements, TWO_STATES, 1, Weighting.EVENTS);
    List<Placement> shuffled = new ArrayList<>(placements);
    Collections.shuffle(shuffled, random);
    IncidentSums again = IncidentSums.of(shuffled, TWO_STATES, 1, Weighting.EVENTS);
    for (int days = -3; days < 70; days++) {
      LocalDate date = IncidentSums.START.plusDays(days);
      double plain =
          placements.stream()
              .filter(
                  placement -> !placement.incident().period().end().isBefore(IncidentSums.START))
              .filter(placement -> !placement.incident().period().end().isAfter(date))
              .mapToDouble(placement -> placement.shares().get("MMR001001"))
              .sum();
      assertEquals(plain, incidentSums.at("MMR001", date), 1e-9, "seed " + seed + ", " + date);
      assertEquals(
          incidentSums.at("MMR001", date), again.at("MMR001", date), "seed " + seed + ", " + date);
    }
  }

  @Test
  void knowsThatNothingHappened() {
    IncidentSums nothing = IncidentSums.of(List.of(), TWO_STATES, 3, Weighting.EVENTS);
    assertTrue(nothing.isEmpty());
    assertEquals(0, nothing.national(IncidentSums.START));
  }

  @Test
  void refusesMixedSourcesAndLevelsThatAreNotLoaded() {
    Placement ours = placement("a", "2021-03-01", 1, Map.of());
    Placement theirs =
        new Placement(incident("other", "a", "2021-03-01", 1), Map.of(), Basis.COUNTRY, false, "");
    IllegalArgumentException mixed =
        assertThrows(
            IllegalArgumentException.class,
            () -> IncidentSums.of(List.of(ours, theirs), TWO_STATES, 1, Weighting.EVENTS));
    assertTrue(mixed.getMessage().contains("[other, ucdp]"), mixed.getMessage());
    IllegalArgumentException level =
        assertThrows(
            IllegalArgumentException.class,
            () -> IncidentSums.of(List.of(ours), TWO_STATES, 2, Weighting.EVENTS));
    assertTrue(level.getMessage().contains("[1, 3], was 2"), level.getMessage());
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  private static Placement placement(
      String id, String end, Integer deaths, Map<String, Double> shares) {
    return new Placement(incident("ucdp", id, end, deaths), shares, Basis.SPREAD, false, "");
  }

  private static Incident incident(String source, String id, String end, Integer deaths) {
    return new Incident(
        source,
        id,
        Period.day(day(end)),
        new Where(null, null, Precision.COUNTRY, null, "", "", "", "", false),
        "state-based",
        AirAttack.NONE,
        new Toll(deaths, deaths, deaths),
        Citation.NONE,
        "CC BY 4.0");
  }
}
