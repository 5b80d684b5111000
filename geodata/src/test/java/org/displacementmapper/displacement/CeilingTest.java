package org.displacementmapper.displacement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CeilingTest {

  @Test
  void isCloseToXWhenXIsSmallAndNeverAboveThePopulation() {
    assertEquals(99.95, Ceiling.cap(100, 100_000), 0.001);
    assertEquals(1_000, Ceiling.cap(1e18, 1_000));
    assertEquals(0, Ceiling.cap(0, 1_000));
  }

  @Test
  void nobodyIsDisplacedWhereNobodyLives() {
    assertEquals(0, Ceiling.cap(500, 0));
  }

  @Test
  void holdsNothingDownWhereThePopulationIsUnknown() {
    assertEquals(500, Ceiling.cap(500, Double.POSITIVE_INFINITY));
    assertEquals(500, Ceiling.uncap(500, Double.POSITIVE_INFINITY));
  }

  @Test
  void uncapUndoesCap() {
    for (long seed = 0; seed < 1_000; seed++) {
      Random random = new Random(seed);
      double population = 1 + random.nextInt(10_000_000);
      double x = population * random.nextDouble() * 3;
      double people = Ceiling.cap(x, population);
      assertTrue(people <= population, "seed " + seed);
      assertEquals(x, Ceiling.uncap(people, population), 1e-6 * (1 + x), "seed " + seed);
    }
  }
}
