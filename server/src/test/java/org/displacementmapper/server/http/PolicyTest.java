package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.displacementmapper.server.Program;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks every output for the same incidents and finds none finer than another. */
class PolicyTest {

  private static final List<String> SECRETS =
      List.of("Zzrecent", "Zzshelter", "secret-new", "example.org/zz", "97.2131717", "97.3131717");

  @TempDir static Path folder;
  private static Path data;
  private static LocalDate yesterday;
  private static TestServer server;

  @BeforeAll
  static void load() throws IOException {
    data = folder.resolve("data");
    yesterday = LocalDate.now().minusDays(1);
    Path file =
        Files.writeString(
            folder.resolve("in.csv"),
            "id,date,lat,lon,place,precision,deaths,source_url,licence\n"
                + ("secret-new," + yesterday + ",19.6131,97.2131717,Zzrecent,village,3,")
                + "https://example.org/zz,CC0\n"
                + "camp,2022-01-05,19.7131,97.3131717,Zzshelter IDP camp,village,1,,CC0\n"
                + "old,2022-01-05,19.6,97.2,Zzold,village,1,,CC0\n");
    Program program = Program.run("import", "incidents", file, "--source", "mine", "--data", data);
    assertEquals(0, program.exitCode(), program.out() + program.err());
    server = TestServer.over(data);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void noRouteTellsMoreThanTheTownshipOfARecentIncidentOrAShelter() {
    String span = "to=" + yesterday;
    for (String address :
        List.of(
            "/",
            "/layers",
            "/tiles/incidents.json",
            "/tiles/incidents/0/0/0.geojson?" + span,
            "/tiles/incidents/0/0/0.mvt?" + span,
            "/tiles/incident-areas/0/0/0.geojson?" + span,
            "/tiles/incident-areas/0/0/0.mvt?" + span,
            "/tiles/adm1/0/0/0.geojson?" + span,
            "/api/comparison?" + span,
            "/api/estimates?" + span,
            "/api/timeline?by=day&" + span,
            "/api/timeline?by=week&" + span,
            "/api/timeline?by=month&" + span)) {
      var answer = server.get(address);
      assertEquals(200, answer.statusCode(), address);
      assertTellsNoSecret(new String(answer.body(), StandardCharsets.UTF_8), address);
    }
  }

  @Test
  void noFileTellsMore() throws IOException {
    for (String layer : List.of("incidents", "incident-areas", "adm1")) {
      for (String ending : List.of("csv", "geojson")) {
        Path file = folder.resolve(layer + "." + ending);
        Program program =
            Program.run("export", layer, "-o", file, "--to", yesterday, "--data", data);
        assertEquals(0, program.exitCode(), program.err());
        assertTellsNoSecret(Files.readString(file), file.toString());
      }
    }
  }

  @Test
  void aRecentIncidentCountsInItsAreaAndAnOldOneIsDrawn() {
    String day = "?from=" + yesterday + "&to=" + yesterday;
    assertEquals(0, features("/tiles/incidents/0/0/0.geojson" + day).size());
    JsonNode areas = features("/tiles/incident-areas/0/0/0.geojson" + day);
    assertEquals(1, areas.size());
    assertEquals(1, areas.get(0).get("properties").get("incidents").asInt());
    assertEquals("[]", areas.get(0).get("properties").get("ids").toString());
    assertTrue(features("/tiles/incidents/0/0/0.geojson").toString().contains("Zzold"));
  }

  @Test
  void aBoxSmallerThanItsUnitDoesNotFindIt() {
    String day = "&from=" + yesterday + "&to=" + yesterday;
    String tile = "/tiles/incident-areas/0/0/0.geojson?bbox=";
    JsonNode here = features(tile + "97.21,19.61,97.22,19.62" + day);
    JsonNode near = features(tile + "97.24,19.64,97.25,19.65" + day);
    assertEquals(1, here.size());
    assertEquals(here, near);
  }

  @Test
  void answersNameThePolicy() {
    for (String address :
        List.of(
            "/layers", "/tiles/adm1.json", "/api/comparison", "/api/estimates", "/api/timeline")) {
      assertEquals(14, server.json(address).path("policy").path("recent_days").asInt(), address);
    }
  }

  private static JsonNode features(String address) {
    return server.json(address).get("features");
  }

  private static void assertTellsNoSecret(String text, String where) {
    SECRETS.forEach(secret -> assertFalse(text.contains(secret), secret + " in " + where));
  }
}
