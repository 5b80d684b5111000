package org.displacementmapper.displacement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharingTest {

  private static final double NONE = Double.POSITIVE_INFINITY;

  @Test
  void sharesInProportion() {
    Sharing sharing = Sharing.of(100, new double[] {1, 3}, new double[] {NONE, NONE});
    assertArrayEquals(new long[] {25, 75}, sharing.people());
    assertEquals(0, sharing.left());
  }

  @Test
  void theLargestRemainderGetsTheOddPerson() {
    Sharing sharing = Sharing.of(10, new double[] {1, 1, 1}, new double[] {NONE, NONE, NONE});
    assertArrayEquals(new long[] {4, 3, 3}, sharing.people());
  }

  @Test
  void aPartAtItsCeilingPassesTheRestOn() {
    Sharing sharing = Sharing.of(100, new double[] {8, 1, 1}, new double[] {20, 50, 35});
    assertArrayEquals(new long[] {20, 45, 35}, sharing.people());
  }

  @Test
  void whatFitsUnderNoCeilingIsLeft() {
    Sharing sharing = Sharing.of(100, new double[] {1, 1, 0}, new double[] {20, 30, 500});
    assertArrayEquals(new long[] {20, 30, 0}, sharing.people());
    assertEquals(50, sharing.left());
    assertEquals(7, Sharing.of(7, new double[] {0}, new double[] {10}).left());
    assertEquals(7, Sharing.of(7, new double[0], new double[0]).left());
  }

  @Test
  void agreesWithAPlainSearchForTheCommonScale() {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      int n = 1 + random.nextInt(30);
      double[] weights = new double[n];
      double[] ceilings = new double[n];
      for (int i = 0; i < n; i++) {
        weights[i] = random.nextInt(4) == 0 ? 0 : Math.exp(random.nextGaussian() * 8);
        ceilings[i] = random.nextInt(5) == 0 ? NONE : random.nextInt(5_000);
      }
      long people = random.nextInt(10_000);
      Sharing sharing = Sharing.of(people, weights, ceilings);
      String where = "seed " + seed;

      assertEquals(people, Arrays.stream(sharing.people()).sum() + sharing.left(), where);
      double[] expected = scaled(weights, ceilings, people);
      for (int i = 0; i < n; i++) {
        assertEquals(expected[i], sharing.parts()[i], 1e-3 * (1 + expected[i]), where);
        assertTrue(Math.abs(sharing.people()[i] - sharing.parts()[i]) < 1, where);
        assertTrue(sharing.people()[i] <= ceilings[i], where);
      }
    }
  }

  /** min(ceiling, scale * weight) with the scale found by halving. */
  private static double[] scaled(double[] weights, double[] ceilings, double people) {
    double low = -40;
    double high = 40;
    for (int step = 0; step < 200; step++) {
      double middle = (low + high) / 2;
      if (Arrays.stream(at(weights, ceilings, Math.exp(middle))).sum() > people) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return at(weights, ceilings, Math.exp(low));
  }

  private static double[] at(double[] weights, double[] ceilings, double scale) {
    double[] parts = new double[weights.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = weights[i] == 0 ? 0 : Math.min(ceilings[i], scale * weights[i]);
    }
    return parts;
  }
}
