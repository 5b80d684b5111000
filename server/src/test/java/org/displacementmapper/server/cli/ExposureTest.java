package org.displacementmapper.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.displacementmapper.server.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People near incidents, on the command line, with the shipped data. */
class ExposureTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path data;

  @Test
  void countsPeopleNearIncidentsByState() throws IOException {
    JsonNode body = json();
    assertEquals("unit_area", body.get("population_basis").asText());
    assertTrue(body.get("says").asText().contains("never displacement"));
    assertEquals(965, body.get("incidents").asInt());
    assertEquals(
        965,
        body.get("incidents_placed_1_km").asInt()
            + body.get("incidents_not_placed_precisely_enough_1_km").asInt());
    assertEquals(14, body.get("units").size());
    for (JsonNode unit : body.get("units")) {
      inOrder(unit);
    }
    inOrder(body.get("country"));
    assertTrue(body.get("country").get("exposed_1_km").asLong() > 1_000);
    assertTrue(body.get("country").get("exposed_share_5_km").asDouble() < 0.2);
  }

  @Test
  void aDayWithoutIncidentsExposesNobodyAndSaysSo() throws IOException {
    JsonNode body = json("--from", "2015-02-03", "--to", "2015-02-03", "--air", "documented");
    assertEquals(0, body.get("incidents").asInt());
    assertTrue(body.get("country").get("exposed_5_km").isNull());
    assertEquals("under 100", body.get("country").get("exposed_5_km_text").asText());
  }

  @Test
  void aPictureIsRefusedAsARaster() throws IOException {
    Path picture = data.resolve("picture.tif");
    ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "TIFF", picture.toFile());
    Program run =
        Program.run(
            "import",
            "population-raster",
            picture,
            "--source",
            "x",
            "--licence",
            "y",
            "--data",
            data);
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("it has 3 bands"), run.err());
    assertFalse(Files.exists(data.resolve("current")));
  }

  private JsonNode json(Object... options) throws IOException {
    Object[] words = new Object[options.length + 4];
    words[0] = "exposure";
    words[1] = "--json";
    words[2] = "--data";
    words[3] = data;
    System.arraycopy(options, 0, words, 4, options.length);
    Program run = Program.run(words);
    assertEquals(0, run.exitCode(), run.err());
    return JSON.readTree(run.out());
  }

  private static void inOrder(JsonNode unit) {
    assertTrue(
        unit.get("exposed_1_km").asLong() <= unit.get("exposed_2_km").asLong()
            && unit.get("exposed_2_km").asLong() <= unit.get("exposed_5_km").asLong(),
        unit::toString);
  }
}
