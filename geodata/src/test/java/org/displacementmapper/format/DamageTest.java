package org.displacementmapper.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.displacementmapper.feature.UnreadableFileException;
import org.junit.jupiter.api.Test;

/** Good files damaged at every place: refused or read, but never a surprise. */
class DamageTest {

  private static final byte[] GEOJSON =
      """
      {"type": "FeatureCollection", "name": "မြစ်", "features": [
      {"type": "Feature", "id": 1, "properties": {"a": true, "b": [1, {"c": null}], "d": -2.5e3},
       "geometry": {"type": "Polygon", "coordinates": [[[97, 19], [98, 19], [98, 20], [97, 19]]]}},
      {"type": "Feature", "geometry": null, "properties": null},
      {"type": "Feature", "properties": {}, "geometry": {"type": "GeometryCollection",
       "geometries": [{"coordinates": [97.25, 19.5, 800], "type": "Point"}]}}
      ]}"""
          .getBytes(UTF_8);

  private static final byte[] CSV =
      "id;place;note\r\n1;မြစ်;\"two\r\nlines; \"\"quoted\"\"\"\r\n2;;-1\r\n\r\n3;\"\";x"
          .getBytes(UTF_8);

  @Test
  void refusesGeoJsonCutOffAnywhere() {
    for (int length = 1; length < GEOJSON.length; length++) {
      byte[] cut = Arrays.copyOf(GEOJSON, length);
      String message =
          assertThrows(UnreadableFileException.class, () -> Reading.of("a.geojson", cut))
              .getMessage();
      assertTrue(message.contains("cut off"), () -> message + " <- " + new String(cut, UTF_8));
    }
  }

  @Test
  void readsOrRefusesWhateverBytesAreChanged() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = (i % 2 == 0 ? GEOJSON : CSV).clone();
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        damaged[random.nextInt(damaged.length)] = damage(random);
      }
      try {
        Reading.of("a", damaged);
      } catch (UnreadableFileException e) {
        assertTrue(e.getMessage().startsWith("a"), e.getMessage());
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + new String(damaged, UTF_8), e);
      }
    }
  }

  private static byte damage(Random random) {
    String marks = "{}[]\",:;\n\r\t0-.eE'ntf \u0000";
    return random.nextInt(4) == 0
        ? (byte) random.nextInt(256)
        : (byte) marks.charAt(random.nextInt(marks.length()));
  }
}
