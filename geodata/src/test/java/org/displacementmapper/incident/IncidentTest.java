package org.displacementmapper.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentTest {

  private static Incident of(String source, String id) {
    return new Incident(
        source,
        id,
        Period.day(LocalDate.of(2022, 1, 9)),
        new Where(97.0, 19.0, Precision.VILLAGE, null, "", "", "", "", false),
        "",
        AirAttack.NONE,
        Toll.NOT_REPORTED,
        Citation.NONE,
        "CC0");
  }

  @Test
  void ordersAsTheKeysDoThoughItMakesNone() {
    List<Incident> some =
        List.of(
            of("a", "2"),
            of("a", "10"),
            of("a", "1"),
            of("a-b", "1"),
            of("ab", "1"),
            of("a0", "9"),
            of("b", "1"),
            of("a", "1-2"));
    for (Incident left : some) {
      for (Incident right : some) {
        assertEquals(
            Integer.signum(left.key().compareTo(right.key())),
            Integer.signum(Incident.KEY_ORDER.compare(left, right)),
            left.key() + " and " + right.key());
      }
    }
  }
}
