package org.displacementmapper.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.join.IncidentSums;
import org.displacementmapper.spool.KeyOrderedIncidents;
import org.displacementmapper.spool.Spool;
import org.displacementmapper.spool.SpooledIncidents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dataset whose incidents lie on the disk says what the same one says that has them at hand. */
class SpooledDatasetTest {

  @TempDir Path folder;

  @Test
  void saysTheSame() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Incident> incidents = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      incidents.add(licensed(SomeIncidents.incident("i" + i, random), random));
    }
    incidents.sort(Incident.KEY_ORDER);
    Dataset plain = SomeIncidents.dataset(incidents);
    KeyOrderedIncidents ordered = new Spool(folder, 0).keyOrdered();
    incidents.forEach(ordered::add);
    Dataset spooled = SomeIncidents.dataset(ordered.list());
    assertInstanceOf(SpooledIncidents.class, spooled.contents().incidents());
    assertEquals(plain.contents(), spooled.contents());

    assertEquals(plain.licences(), spooled.licences(), "seed " + seed);
    assertEquals(plain.sources(), spooled.sources(), "seed " + seed);
    for (String source : plain.sources()) {
      for (int level : new int[] {1, 3}) {
        assertSame(
            plain.evidence(source).incidentSums(level),
            spooled.evidence(source).incidentSums(level),
            "seed " + seed);
      }
      plain
          .incidentSums(source)
          .forEach(
              (weighting, sums) ->
                  assertSame(sums, spooled.incidentSums(source).get(weighting), "seed " + seed));
    }
    assertEquals(plain.placements(), spooled.placements(), "seed " + seed);
    for (Incident incident : incidents) {
      assertEquals(plain.isCoarsened(incident), spooled.isCoarsened(incident), "seed " + seed);
    }
  }

  /** To the last bit. */
  private static void assertSame(IncidentSums plain, IncidentSums spooled, String message) {
    assertEquals(plain.findSource(), spooled.findSource(), message);
    assertEquals(plain.pcodes(), spooled.pcodes(), message);
    for (int days = -2; days < 400; days++) {
      LocalDate day = SomeIncidents.FIRST.plusDays(days);
      assertEquals(plain.national(day), spooled.national(day), message);
      for (String pcode : plain.pcodes()) {
        assertEquals(plain.at(pcode, day), spooled.at(pcode, day), message);
      }
    }
  }

  @Test
  void takesNoKeyTwice() {
    Incident one = SomeIncidents.incident("a", new Random(3));
    String message =
        assertThrows(IllegalArgumentException.class, () -> SomeIncidents.dataset(List.of(one, one)))
            .getMessage();
    assertEquals("the key of an incident must be unique, twice: " + one.key(), message);
  }

  /** Some rows are not public, and one source has none that is. */
  private static Incident licensed(Incident incident, Random random) {
    String licence =
        incident.source().equals("gamma")
            ? ""
            : SomeIncidents.one(List.of("CC0", "BY", ""), random);
    return new Incident(
        incident.source(),
        incident.id(),
        incident.period(),
        incident.where(),
        incident.kind(),
        incident.air(),
        incident.killed(),
        incident.citation(),
        licence);
  }
}
