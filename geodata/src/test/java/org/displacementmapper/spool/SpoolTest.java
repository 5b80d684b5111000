package org.displacementmapper.spool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.displacementmapper.dataset.SomeIncidents;
import org.displacementmapper.incident.AirAttack;
import org.displacementmapper.incident.Citation;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Period;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.incident.Toll;
import org.displacementmapper.incident.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

  @TempDir Path folder;

  @Test
  void aListOnTheDiskEqualsTheOneInTheMemory() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Incident> plain = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      plain.add(SomeIncidents.incident("i" + random.nextInt(1_000_000) + "-" + i, random));
    }
    plain.addAll(oddOnes());
    plain.sort(Incident.KEY_ORDER);
    List<Incident> inMemory = list(new Spool(folder, Long.MAX_VALUE), plain);
    assertEquals(plain, inMemory);
    assertFalse(inMemory instanceof SpooledIncidents);

    List<Incident> spooled = list(new Spool(folder, random.nextInt(500_000)), plain);
    assertInstanceOf(SpooledIncidents.class, spooled, "seed " + seed);
    assertEquals(0, filesIn(folder), "a spool has no name");
    assertEquals(plain, spooled, "seed " + seed);
    assertEquals(spooled, plain, "seed " + seed);
    assertEquals(plain.hashCode(), spooled.hashCode(), "seed " + seed);
    assertEquals(plain, spooled.stream().toList(), "seed " + seed);
    for (int i = 0; i < 200; i++) {
      int place = random.nextInt(plain.size());
      assertEquals(plain.get(place), spooled.get(place), "seed " + seed);
      int end = place + random.nextInt(plain.size() - place + 1);
      assertEquals(plain.subList(place, end), spooled.subList(place, end), "seed " + seed);
    }
    assertNotEquals(spooled, plain.subList(1, plain.size()));
    assertNotEquals(spooled.subList(1, plain.size()), plain.subList(0, plain.size() - 1));
    assertThrows(IndexOutOfBoundsException.class, () -> spooled.get(plain.size()));
  }

  @Test
  void severalMayGoThroughAListAtOnce() {
    Random random = new Random(5);
    List<Incident> plain = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      plain.add(SomeIncidents.incident("i" + i, random));
    }
    plain.sort(Incident.KEY_ORDER);
    List<Incident> spooled = list(new Spool(folder, 0), plain);
    Iterator<Incident> ahead = spooled.iterator();
    for (int i = 0; i < 2_000; i++) {
      ahead.next();
    }
    Iterator<Incident> behind = spooled.iterator();
    for (int i = 0; i < 1_000; i++) {
      assertEquals(plain.get(i), behind.next());
      assertEquals(plain.get(2_000 + i), ahead.next());
    }
    assertFalse(ahead.hasNext());
  }

  @Test
  void sortsLikeAStableSortInTheMemory() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<IncidentSorter.Row> rows = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      Incident incident = SomeIncidents.incident("i" + random.nextInt(700), random);
      rows.add(new IncidentSorter.Row(i / 1_000, i % 1_000, incident));
    }
    for (long memoryBytes : new long[] {Long.MAX_VALUE, 1 + random.nextInt(400_000), 0}) {
      try (IncidentSorter sorter = new Spool(folder, memoryBytes).sorter()) {
        rows.forEach(sorter::add);
        List<IncidentSorter.Row> sorted = new ArrayList<>();
        sorter.sorted().forEachRemaining(sorted::add);
        List<IncidentSorter.Row> plain = new ArrayList<>(rows);
        plain.sort(Comparator.comparing(IncidentSorter.Row::incident, Incident.KEY_ORDER));
        assertEquals(plain, sorted, "seed " + seed + ", memory " + memoryBytes);
        assertEquals(0, filesIn(folder));
      }
    }
  }

  @Test
  void nothingIsMadeOfNothing() {
    try (IncidentSorter sorter = new Spool(folder, 0).sorter()) {
      assertFalse(sorter.sorted().hasNext());
    }
    assertEquals(List.of(), new Spool(folder, 0).keyOrdered().list());
  }

  @Test
  void refusesWhatIsNotInKeyOrder() {
    KeyOrderedIncidents incidents = new Spool(folder, 0).keyOrdered();
    Random random = new Random(1);
    Incident one = SomeIncidents.incident("b", random);
    incidents.add(one);
    String message =
        assertThrows(IllegalArgumentException.class, () -> incidents.add(one)).getMessage();
    assertTrue(message.contains(one.key()), message);
  }

  @Test
  void saysWhereThereIsNoRoom() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    KeyOrderedIncidents incidents = new Spool(file, 0).keyOrdered();
    Incident one = SomeIncidents.incident("b", new Random(1));
    String message = assertThrows(SpoolException.class, () -> incidents.add(one)).getMessage();
    assertTrue(message.contains(file.toString()), message);
    assertTrue(message.contains("Nothing was changed"), message);
    assertTrue(message.contains("--data"), message);
  }

  private static List<Incident> list(Spool spool, List<Incident> incidents) {
    KeyOrderedIncidents ordered = spool.keyOrdered();
    incidents.forEach(ordered::add);
    return ordered.list();
  }

  /** Long, Burmese and broken texts, far days and numbers at the ends. */
  private static List<Incident> oddOnes() {
    String half = "half a pair \ud83d";
    return List.of(
        odd("z1", LocalDate.of(1, 1, 1), half, 0, 0.0),
        odd("z2", LocalDate.of(9999, 12, 31), "x".repeat(600_000), Integer.MAX_VALUE, -0.0),
        odd("z3", LocalDate.of(1970, 1, 1), "ဟားခါး".repeat(70_000), 1, Double.MIN_VALUE),
        odd("z4 ဟားခါး é \u0000", LocalDate.of(1969, 12, 31), "\u00ff\u0100", null, 90.0));
  }

  private static Incident odd(String id, LocalDate day, String text, Integer number, double lat) {
    return new Incident(
        "odd",
        id,
        Period.day(day),
        new Where(-180.0, lat, Precision.EXACT, number, text, "", "", text, true),
        text,
        AirAttack.MENTIONED,
        new Toll(number, null, number),
        new Citation(text, "https://example.org/" + text.length()),
        text);
  }

  private static long filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
