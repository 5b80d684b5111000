package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.displacementmapper.server.Program;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of incidents, with the shipped data, beside what the layers say of the same ones. */
class IncidentListTest {

  private static final List<String> FILTERS =
      List.of(
          "",
          "&air=documented",
          "&precision=exact",
          "&precision=township,district,state",
          "&min_killed=5",
          "&unit=MMR002",
          "&bbox=96,18,98,20",
          "&text=karenni",
          "&bbox=96,18,98,20&unit=MMR002&air=any");

  @TempDir static Path data;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.over(data);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void tellsOfEachListedIncidentByItsKeyTheSame() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<JsonNode> listed = all("?to=2022-01-31", 500);
    Set<Boolean> located = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      JsonNode row = listed.get(random.nextInt(listed.size()));
      located.add(!row.get("lon").isNull());
      if (!row.get("key").isNull()) {
        String address = "/api/incidents/" + row.get("key").asText();
        assertEquals(row, server.json(address).get("incident"), "seed " + seed);
        assertEquals(row, server.json(address + "?v=1").get("incident"), "seed " + seed);
      }
    }
    assertEquals(2, located.size(), "points and areas, seed " + seed);
    for (String key : List.of("ucdp:0", "nobody:1", "ucdp", "%3Cb%3E:1")) {
      HttpResponse<byte[]> answer = server.get("/api/incidents/" + key);
      assertEquals(404, answer.statusCode(), key);
    }
  }

  /** The twin: points from the tile, which are sorted here, and areas from the layer of areas. */
  @Test
  void listsWhatTheLayersShowOncePerIncidentInWhateverParts() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (String filter : FILTERS) {
      String query = "?to=2022-0" + (1 + random.nextInt(9)) + "-28" + filter;
      int limit = 1 + random.nextInt(500);
      String what = "seed " + seed + " " + query + " by " + limit;
      List<JsonNode> listed = all(query, limit);
      Set<String> keys = new HashSet<>();
      Set<String> points = new TreeSet<>();
      Map<String, Integer> areas = new HashMap<>();
      for (JsonNode row : listed) {
        boolean isTold = !row.get("key").isNull();
        assertTrue(!isTold || keys.add(row.get("key").asText()), what + row);
        assertTrue(isTold || row.get("place").isNull() && row.get("lon").isNull(), what + row);
        if (row.get("lon").isNull()) {
          for (JsonNode area : row.get("areas")) {
            areas.merge(area.get("pcode").asText(), 1, Integer::sum);
          }
        } else {
          assertEquals(0, row.get("areas").size(), what + row);
          points.add(row.get("key").asText());
        }
      }
      assertEquals(pointsOfTheLayer(query), points, what);
      assertEquals(areasOfTheLayer(query), areas, what);
      for (int i = 1; i < listed.size(); i++) {
        assertTrue(order(listed.get(i - 1), listed.get(i)) < 0, what + listed.get(i));
      }
      assertEquals(server.json("/api/filters" + query).get("shown").asInt(), listed.size(), what);
    }
  }

  @Test
  void sameFieldsAsTheTile() {
    Map<String, JsonNode> tile = new HashMap<>();
    for (JsonNode one : server.json("/tiles/incidents/0/0/0.geojson").get("features")) {
      JsonNode values = one.get("properties");
      tile.put(values.get("source").asText() + ":" + values.get("id").asText(), values);
    }
    int compared = 0;
    for (JsonNode row : server.json("/api/incidents?limit=500").get("incidents")) {
      JsonNode values = tile.get(row.get("key").asText());
      if (values != null) {
        compared++;
        values.properties().forEach(one -> assertEquals(one.getValue(), row.get(one.getKey())));
      }
    }
    assertTrue(compared > 100, "only " + compared);
  }

  @Test
  void aCursorGoesOnInItsVersionAfterAnImport() throws Exception {
    Path own = Files.createTempDirectory(data, "own");
    try (TestServer other = TestServer.over(own)) {
      JsonNode first = other.json("/api/incidents?limit=3");
      JsonNode before = other.json("/api/incidents?limit=6");
      Path file =
          Files.writeString(
              own.resolve("in.csv"),
              "id,date,lat,lon,place,precision,deaths,licence\n"
                  + "n1,2022-01-31,19.6,97.2,Newplace,village,1,CC0\n");
      assertEquals(
          0,
          Program.run("import", "incidents", file, "--source", "mine", "--data", own).exitCode());
      try (TestServer newer = TestServer.over(own)) {
        JsonNode second = newer.json("/api/incidents?limit=3&cursor=" + first.get("next").asText());
        assertEquals(first.get("version"), second.get("version"));
        assertEquals(before.at("/incidents/3"), second.at("/incidents/0"));
        assertTrue(newer.json("/api/incidents?limit=500").toString().contains("Newplace"));
        assertEquals(
            400, newer.get("/api/incidents?v=2&cursor=" + first.get("next").asText()).statusCode());
      }
    }
  }

  @Test
  void refusesWhatIsNoCursor() {
    for (String cursor : List.of("x", "1-abc", "~5", "1-abc~x", "1-abc~99999999999")) {
      assertEquals(400, server.get("/api/incidents?cursor=" + cursor).statusCode(), cursor);
    }
    assertEquals(404, server.get("/api/incidents?cursor=9-abc~5").statusCode());
    assertEquals(400, server.get("/api/incidents?limit=501").statusCode());
    JsonNode none = server.json("/api/incidents?text=zzzznowhere");
    assertEquals(0, none.get("shown").asInt());
    assertTrue(none.get("next").isNull());
  }

  private static List<JsonNode> all(String query, int limit) {
    List<JsonNode> rows = new ArrayList<>();
    String cursor = "";
    while (true) {
      JsonNode part = server.json("/api/incidents" + query + "&limit=" + limit + cursor);
      assertTrue(part.has("incidents"), part::toString);
      part.get("incidents").forEach(rows::add);
      if (part.get("next").isNull()) {
        return rows;
      }
      assertEquals(limit, part.get("incidents").size());
      assertFalse(cursor.endsWith(part.get("next").asText()));
      cursor = "&cursor=" + part.get("next").asText();
    }
  }

  private static int order(JsonNode one, JsonNode other) {
    int days = other.get("date_end").asText().compareTo(one.get("date_end").asText());
    if (days != 0 || one.get("key").isNull() || other.get("key").isNull()) {
      return days != 0 ? days : -1;
    }
    return one.get("key").asText().compareTo(other.get("key").asText());
  }

  private static Set<String> pointsOfTheLayer(String query) {
    Set<String> keys = new TreeSet<>();
    for (JsonNode one : server.json("/tiles/incidents/0/0/0.geojson" + query).get("features")) {
      JsonNode values = one.get("properties");
      keys.add(values.get("source").asText() + ":" + values.get("id").asText());
    }
    return keys;
  }

  private static Map<String, Integer> areasOfTheLayer(String query) {
    Map<String, Integer> areas = new HashMap<>();
    for (JsonNode one :
        server.json("/tiles/incident-areas/0/0/0.geojson" + query).get("features")) {
      areas.put(one.at("/properties/pcode").asText(), one.at("/properties/incidents").asInt());
    }
    return areas;
  }
}
