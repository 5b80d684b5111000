package org.displacementmapper.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.displacementmapper.boundary.Population;
import org.displacementmapper.boundary.Release;
import org.displacementmapper.displacement.Measure;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.incident.Citation;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Period;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.incident.Toll;
import org.displacementmapper.incident.Where;
import org.displacementmapper.join.Placement;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  private static final LocalDate LATER = LocalDate.of(2026, 1, 1);
  private static final List<String> LICENCES = List.of("CC0", "CC0", "CC0", "All rights reserved");
  private static final Basemap BASEMAP = new Basemap(List.of(), List.of());

  @Test
  void agreesWithAPlainTwinOnRandomHistories() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      Contents first = contents(random, List.of());
      Contents second = contents(random, first.incidents());
      Contents third = contents(random, second.incidents());
      Dataset newest = dataset(3, third);
      List<Dataset> told = List.of(beside(1, first, newest), beside(2, second, newest), newest);
      for (int since = 0; since < 3; since++) {
        for (int until = since; until < 3; until++) {
          assertTwin(told.get(since), told.get(until), third, "seed " + seed + ", round " + i);
        }
      }
    }
  }

  private static void assertTwin(Dataset since, Dataset until, Contents newest, String what) {
    Difference difference = Difference.of(since, until);
    Map<String, Placement> before = byKey(since);
    Map<String, Placement> after = byKey(until);
    Set<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    Map<String, Change> expected = new TreeMap<>();
    Map<String, Map<Change, Long>> units = new TreeMap<>();
    for (String key : keys) {
      Placement old = before.get(key);
      Placement now = after.get(key);
      if (old != null && now != null && isSame(old.incident(), now.incident(), since, until)) {
        continue;
      }
      Change change = old == null ? Change.ADDED : now == null ? Change.WITHDRAWN : Change.CHANGED;
      expected.put(key, change);
      Set<String> touched = new HashSet<>();
      for (Placement one : new Placement[] {old, now}) {
        if (one != null) {
          one.shares().keySet().forEach(leaf -> touched.add(leaf.substring(0, 6)));
        }
      }
      for (String unit : touched) {
        units.computeIfAbsent(unit, none -> new HashMap<>()).merge(change, 1L, Long::sum);
      }
    }
    Map<String, Change> found = new TreeMap<>();
    difference.incidents().forEach(one -> found.put(one.told().key(), one.change()));
    assertEquals(expected, found, what);
    assertEquals(expected.size(), difference.incidents().size(), what);
    assertEquals(counts(expected.values()), difference.incidentCounts(), what);
    Map<String, Map<Change, Long>> byUnit = new TreeMap<>();
    difference.byUnit().forEach((unit, counts) -> byUnit.put(unit, nonZero(counts)));
    assertEquals(units, byUnit, what);
    assertEquals(
        difference.incidentCounts().total(),
        difference.bySource().values().stream().mapToLong(ChangeCounts::total).sum());
    for (ChangedIncident one : difference.incidents()) {
      assertEquals(one.change() == Change.CHANGED, !one.fields().isEmpty(), what + one);
      assertFalse(isClosed(one.told().key(), newest), what + one);
      boolean coarse =
          (one.before() != null && since.isCoarsened(one.before()))
              || (one.after() != null && until.isCoarsened(one.after()));
      assertTrue(one.findKey().isEmpty() || !coarse, what + one);
    }
    List<LocalDate> days =
        difference.incidents().stream().map(one -> one.told().period().end()).toList();
    List<LocalDate> sorted = new ArrayList<>(days);
    sorted.sort(Collections.reverseOrder());
    assertEquals(sorted, days, what);
    assertTrue(since != until || difference.isEmpty(), what);
  }

  private static boolean isSame(Incident old, Incident now, Dataset since, Dataset until) {
    return since.tellsKey(old) && until.tellsKey(now)
        ? old.equals(now)
        : old.period().equals(now.period())
            && old.air() == now.air()
            && old.killed().equals(now.killed())
            && old.licence().equals(now.licence());
  }

  /** Whether the newest data have the row and do not tell it. */
  private static boolean isClosed(String key, Contents newest) {
    return newest.incidents().stream().anyMatch(one -> one.key().equals(key) && !one.isPublic());
  }

  private static Map<Change, Long> nonZero(ChangeCounts counts) {
    Map<Change, Long> map = new HashMap<>();
    map.put(Change.ADDED, counts.added());
    map.put(Change.CHANGED, counts.changed());
    map.put(Change.WITHDRAWN, counts.withdrawn());
    map.values().removeIf(count -> count == 0);
    return map;
  }

  private static ChangeCounts counts(Iterable<Change> changes) {
    long[] counts = new long[3];
    changes.forEach(change -> counts[change.ordinal()]++);
    return new ChangeCounts(counts[0], counts[1], counts[2]);
  }

  private static Map<String, Placement> byKey(Dataset dataset) {
    return dataset.placements().stream()
        .collect(Collectors.toMap(one -> one.incident().key(), one -> one));
  }

  @Test
  void rowsThatTheNewestDataCloseAreNotCountedFromEitherSide() {
    Incident open = village("a", "CC0", "Zza");
    Incident other = village("b", "CC0", "Zzb");
    Contents old = SomeIncidents.contents(List.of(open, other), List.of());
    Dataset newest =
        dataset(
            2,
            SomeIncidents.contents(List.of(village("a", "proprietary", "Zza"), other), List.of()));
    assertTrue(Difference.of(beside(1, old, newest), newest).isEmpty());
  }

  @Test
  void aRowOfWhichTheNewestDataTellOnlyTheTownshipDiffersOnlyInWhatIsTold() {
    Incident camp = village("a", "CC0", "IDP camp near Zza");
    Contents old = SomeIncidents.contents(List.of(village("a", "CC0", "Zza")), List.of());
    Dataset newest = dataset(2, SomeIncidents.contents(List.of(camp), List.of()));
    assertTrue(Difference.of(beside(1, old, newest), newest).isEmpty());
    Incident deadlier =
        new Incident(
            camp.source(),
            camp.id(),
            camp.period(),
            camp.where(),
            camp.kind(),
            camp.air(),
            new Toll(1, 77, 99),
            camp.citation(),
            camp.licence());
    Dataset more = dataset(2, SomeIncidents.contents(List.of(deadlier), List.of()));
    ChangedIncident one = Difference.of(beside(1, old, more), more).incidents().get(0);
    assertEquals(List.of("killed"), one.fields());
    assertEquals(Optional.empty(), one.findKey());
    assertEquals("", one.told().where().place());
  }

  @Test
  void aRowThatGrewOldEnoughToBeToldIsNoChange() {
    Contents contents = SomeIncidents.contents(List.of(village("a", "CC0", "Zza")), List.of());
    LocalDate soon = SomeIncidents.FIRST.plusDays(3);
    Dataset newest = dataset(2, contents);
    Dataset recent =
        Dataset.of(
            new Version(1, "0", soon), contents, BASEMAP, PublicationPolicy.STANDARD, newest);
    assertFalse(recent.tellsKey(recent.placements().get(0).incident()));
    assertTrue(newest.tellsKey(newest.placements().get(0).incident()));
    assertTrue(Difference.of(recent, newest).isEmpty());
  }

  @Test
  void figuresOfOneAreaAndDayAreComparedRowByRow() {
    UnFigure same = figure("MMR002", 500, "https://example.org/1", "");
    UnFigure twice = figure("MMR002", 500, "https://example.org/2", "");
    UnFigure more = figure("MMR002", 700, "https://example.org/2", "");
    UnFigure gone = figure("MMR003", 900, "https://example.org/3", "");
    Dataset before = dataset(1, SomeIncidents.contents(List.of(), List.of(same, twice, gone)));
    Dataset after = dataset(2, SomeIncidents.contents(List.of(), List.of(more, same)));
    Difference difference = Difference.of(before, after);
    assertEquals(new ChangeCounts(0, 1, 1), difference.figureCounts());
    assertEquals(List.of("people"), difference.figures().get(0).fields());
    assertEquals(gone, difference.figures().get(1).told());
  }

  @Test
  void privateFiguresThatAreNotToldTodayAreNotCounted() {
    Contents old = SomeIncidents.contents(List.of(), List.of(figure("MMR002", 5000, "", "")));
    Dataset newest =
        dataset(2, SomeIncidents.contents(List.of(), List.of(figure("MMR002", 50, "", ""))));
    assertTrue(Difference.of(beside(1, old, newest), newest).isEmpty());
  }

  @Test
  void otherBoundariesAndPeopleAreNoChangeOfIncidents() {
    Contents one = SomeIncidents.contents(List.of(village("a", "CC0", "Zza")), List.of());
    Contents people =
        one.withPopulation(new Population(SomeIncidents.FIRST, "somebody", Map.of("MMR002", 1L)));
    Difference population = Difference.of(dataset(1, one), dataset(2, people));
    assertTrue(population.changesPopulation());
    assertFalse(population.changesBoundaries() || population.isEmpty());
    Contents units =
        one.withBoundaries(
            org.displacementmapper.boundary.Boundaries.of(
                new Release("squares", "", "CC0"), one.boundaries().units(1)));
    Difference boundaries = Difference.of(dataset(1, one), dataset(2, units));
    assertTrue(boundaries.changesBoundaries());
    assertTrue(boundaries.incidents().isEmpty());
    Contents again =
        one.withBoundaries(
            org.displacementmapper.boundary.Boundaries.of(
                new Release("squares", "", "CC0"),
                List.of(1, 3).stream()
                    .flatMap(level -> one.boundaries().units(level).stream())
                    .toList()));
    assertNotEquals(one.boundaries(), again.boundaries());
    assertFalse(Difference.of(dataset(1, one), dataset(2, again)).changesBoundaries());
  }

  private static Contents contents(Random random, List<Incident> before) {
    Map<String, Incident> rows = new HashMap<>();
    for (Incident one : before) {
      if (random.nextInt(8) > 0) {
        rows.put(one.id(), random.nextInt(4) == 0 ? changed(one, random) : one);
      }
    }
    for (int i = 0; i < 15; i++) {
      String id = "i" + random.nextInt(60);
      if (!rows.containsKey(id)) {
        rows.put(id, licensed(SomeIncidents.incident(id, random), random));
      }
    }
    return SomeIncidents.contents(List.copyOf(rows.values()), List.of());
  }

  private static Incident licensed(Incident one, Random random) {
    // Some are so new that only their township is told.
    Period period = random.nextInt(6) == 0 ? new Period(LATER, LATER) : one.period();
    return new Incident(
        "alpha",
        one.id(),
        period,
        one.where(),
        one.kind(),
        one.air(),
        one.killed(),
        one.citation(),
        SomeIncidents.one(LICENCES, random));
  }

  private static Incident changed(Incident one, Random random) {
    Incident other = licensed(SomeIncidents.incident(one.id(), random), random);
    return switch (random.nextInt(5)) {
      case 0 ->
          new Incident(
              one.source(),
              one.id(),
              one.period(),
              other.where(),
              one.kind(),
              one.air(),
              one.killed(),
              one.citation(),
              one.licence());
      case 1 ->
          new Incident(
              one.source(),
              one.id(),
              other.period(),
              one.where(),
              one.kind(),
              one.air(),
              other.killed(),
              one.citation(),
              one.licence());
      case 2 ->
          new Incident(
              one.source(),
              one.id(),
              one.period(),
              one.where(),
              one.kind(),
              one.air(),
              one.killed(),
              one.citation(),
              other.licence());
      case 3 ->
          new Incident(
              one.source(),
              one.id(),
              one.period(),
              one.where(),
              other.kind(),
              other.air(),
              one.killed(),
              other.citation(),
              one.licence());
      default -> other;
    };
  }

  private static Incident village(String id, String licence, String place) {
    Incident any = SomeIncidents.incident(id, new Random(1));
    Where where = new Where(97.5, 19.5, Precision.VILLAGE, null, place, "", "", "", false);
    Period period = new Period(SomeIncidents.FIRST, SomeIncidents.FIRST);
    return new Incident(
        "alpha", id, period, where, "", any.air(), new Toll(1, 2, 3), Citation.NONE, licence);
  }

  private static UnFigure figure(String area, long people, String url, String note) {
    return new UnFigure(
        LocalDate.of(2022, 1, 10),
        null,
        area,
        area,
        people,
        Measure.SINCE_COUP,
        "Somebody",
        "",
        url,
        "",
        note);
  }

  private static Dataset dataset(int number, Contents contents) {
    return Dataset.of(new Version(number, "0", LATER), contents, BASEMAP);
  }

  private static Dataset beside(int number, Contents contents, Dataset newest) {
    return Dataset.of(
        new Version(number, "0", LATER), contents, BASEMAP, PublicationPolicy.STANDARD, newest);
  }
}
