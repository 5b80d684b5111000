package org.displacementmapper.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.displacementmapper.server.Program;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's own incidents and the figures of another publisher, from import to answer. */
class OwnDataTest {

  private static final LocalDate FIRST_DAY = LocalDate.of(2021, 2, 5);
  private static final int DAYS = 400;

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void load() throws IOException {
    Path data = folder.resolve("data");
    run(data, "incidents", incidents("long.csv", FIRST_DAY), "mine");
    run(data, "incidents", incidents("short.csv", LocalDate.of(2021, 12, 1)), "late");
    Path figures =
        Files.writeString(
            folder.resolve("figures.csv"),
            "as_of,adm1_pcode,people_displaced,measure,publisher,title,url\n"
                + "2022-01-20,MMR,410000,since_2021-02-01,Watchers,A count,https://example.org/a\n"
                + "2022-01-20,MMR099,12345,since_2021-02-01,Watchers,A count,https://example.org/a\n");
    Program imported = Program.run("import", "figures", figures, "--data", data);
    assertEquals(0, imported.exitCode(), imported.err());
    server = TestServer.over(data);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void fitsTheRateForThatSourceAlone() {
    JsonNode body = server.json("/api/comparison?source=mine");
    JsonNode national = body.get("national");
    JsonNode shipped = server.json("/api/comparison").get("national");
    assertEquals("mine", body.get("source").asText());
    assertEquals(361, national.get("events").asInt(), "one a day from 5 February 2021");
    assertEquals(962, shipped.get("events").asInt());
    assertEquals(17, national.get("snapshots").asInt());
    assertNotEquals(shipped.get("theta").asDouble(), national.get("theta").asDouble());
    assertTrue(national.get("displaced").asLong() > 200_000, national::toString);
  }

  @Test
  void saysSoIfThereAreTooFewFiguresToFitOn() {
    HttpResponse<byte[]> response = server.get("/api/comparison?source=late");
    String text = new String(response.body(), StandardCharsets.UTF_8);
    assertEquals(400, response.statusCode(), text);
    assertTrue(text.contains("at least 8 are needed"), text);
  }

  @Test
  void refusesAMixtureOfSourcesAndSaysWhy() {
    HttpResponse<byte[]> response = server.get("/api/comparison?source=mine,ucdp");
    String text = new String(response.body(), StandardCharsets.UTF_8);
    assertEquals(400, response.statusCode(), text);
    assertTrue(text.contains("a rate of people per incident belongs to one source"), text);
  }

  @Test
  void showsThePublisherOfAnImportedFigure() {
    JsonNode national = server.json("/api/comparison?as_of=2022-01-20").get("national");
    assertEquals(410_000, national.get("un_displaced").asLong());
    assertEquals("Watchers", national.get("un_publisher").asText());
    assertEquals("https://example.org/a", national.get("un_url").asText());
    assertTrue(national.get("ratio_to_un").asDouble() > 0.5);
  }

  @Test
  void namesAFigureOfAnAreaThatNoUnitIs() {
    JsonNode areas = server.json("/api/comparison").get("unknown_areas");
    assertEquals(1, areas.size(), areas::toString);
    assertEquals("MMR099", areas.get(0).get("area").asText());
    assertEquals("2022-01-20", areas.get(0).get("as_of").asText());
    assertEquals(12_345, areas.get(0).get("displaced").asLong());
    assertEquals("Watchers", areas.get(0).get("publisher").asText());
  }

  private static void run(Path data, String what, Path file, String source) {
    Program program = Program.run("import", what, file, "--source", source, "--data", data);
    assertEquals(0, program.exitCode(), program.err());
  }

  /** One incident a day near Loikaw. */
  private static Path incidents(String name, LocalDate first) throws IOException {
    StringBuilder rows = new StringBuilder("id,date,lat,lon,place,precision,deaths,licence\n");
    for (int day = 0; day < DAYS; day++) {
      rows.append(day).append(',').append(first.plusDays(day));
      rows.append(",19.67,97.2,Here,village,1,CC0\n");
    }
    return Files.writeString(folder.resolve(name), rows);
  }
}
