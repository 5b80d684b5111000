package org.displacementmapper.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DegreesTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "97, 97",
    "0.30000000000000004, 0.3",
    "97.12345678, 97.1234568",
    "-0.00000004, 0",
    "-0.00000006, -0.0000001",
    "1e-7, 0.0000001",
    "-179.9999999, -179.9999999",
    "20037508.3427892, 20037508.3427892",
  })
  void hasAtMostSevenDecimalsAndNoNoise(double degrees, String text) {
    assertEquals(text, Degrees.text(degrees));
  }

  @Test
  void agreesWithDecimalArithmetic() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 100_000; i++) {
      double degrees =
          BigDecimal.valueOf(random.nextDouble() * 360 - 180)
              .setScale(random.nextInt(8), RoundingMode.HALF_EVEN)
              .doubleValue();
      BigDecimal expected = new BigDecimal(String.valueOf(degrees)).stripTrailingZeros();
      assertEquals(expected.toPlainString(), Degrees.text(degrees), () -> "seed " + seed);
    }
  }

  @Test
  void refusesWhatIsNoCoordinate() {
    assertThrows(IllegalArgumentException.class, () -> Degrees.text(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Degrees.text(Double.NEGATIVE_INFINITY));
    assertThrows(IllegalArgumentException.class, () -> Degrees.text(1e18));
  }
}
