package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import org.displacementmapper.server.TestServer;
import org.displacementmapper.tile.TileCoord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts by cell against what the other routes count of the shipped incidents. */
class IncidentClustersTest {

  private static final String PLACED = "exact,village,town,unstated";

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
  void theCellsOfEveryZoomAndTheOthersAreAllThatAFilterShows() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 12; round++) {
      String filter = filter(random);
      String what = "seed " + seed + ", " + filter;
      JsonNode filters = server.json("/api/filters?" + filter);
      long placed = 0;
      long elsewhere = 0;
      String cursor = "";
      do {
        JsonNode part = server.json("/api/incidents?limit=500&" + filter + cursor);
        for (JsonNode row : part.get("incidents")) {
          placed += row.get("lon").isNull() ? 0 : 1;
          elsewhere += row.get("lon").isNull() ? 1 : 0;
        }
        cursor = part.get("next").isNull() ? "" : "&cursor=" + part.get("next").asText();
      } while (!cursor.isEmpty());
      assertEquals(filters.get("shown").asLong(), placed + elsewhere, what);
      long inSteps = 0;
      for (JsonNode step : server.json("/api/timeline?by=month&" + filter).get("steps")) {
        inSteps += step.get("shown").asLong();
      }
      assertEquals(inSteps, placed + elsewhere, what);
      for (int zoom = 0; zoom <= 7; zoom++) {
        assertEquals(placed, sum(zoom, filter), what + " at zoom " + zoom);
      }
    }
  }

  /** Asks the world's tiles that can have any, by what lies in their parents. */
  private static long sum(int zoom, String filter) {
    Set<String> tiles = Set.of("0/0/0");
    for (int z = 1; z <= zoom; z++) {
      Set<String> finer = new HashSet<>();
      for (String tile : tiles) {
        for (JsonNode cell : cells(tile, filter)) {
          String[] parts = cell.at("/properties/cell").asText().split("/");
          int up = Integer.parseInt(parts[0]) - z;
          finer.add(
              new TileCoord(z, Integer.parseInt(parts[1]) >> up, Integer.parseInt(parts[2]) >> up)
                  .toString());
        }
      }
      tiles = finer;
    }
    long sum = 0;
    for (String tile : tiles) {
      for (JsonNode cell : cells(tile, filter)) {
        sum += cell.at("/properties/incidents").asLong();
      }
    }
    return sum;
  }

  /** Deeper than the layer's own zooms, and than its index, to the last. */
  @Test
  void tilesBeyondTheDeepestZoomHoldTheSameIncidents() {
    String day = "from=2022-01-03&to=2022-01-05&precision=" + PLACED;
    long all = sum(7, day);
    assertTrue(all > 0);
    Set<String> tiles = Set.of("0/0/0");
    for (int z = 1; z <= TileCoord.MAX_ZOOM; z++) {
      Set<String> finer = new HashSet<>();
      long sum = 0;
      for (String tile : tiles) {
        String[] parts = tile.split("/");
        for (int child = 0; child < 4; child++) {
          String next =
              "%d/%d/%d"
                  .formatted(
                      z,
                      2 * Integer.parseInt(parts[1]) + child % 2,
                      2 * Integer.parseInt(parts[2]) + child / 2);
          JsonNode cells = cells(next, day);
          if (!cells.isEmpty()) {
            finer.add(next);
          }
          for (JsonNode cell : cells) {
            sum += cell.at("/properties/incidents").asLong();
          }
        }
      }
      assertEquals(all, sum, "zoom " + z);
      tiles = finer;
    }
  }

  private static JsonNode cells(String tile, String filter) {
    return server
        .json("/tiles/incident-clusters/" + tile + ".geojson?properties=incidents&" + filter)
        .get("features");
  }

  private static String filter(Random random) {
    StringJoiner filter = new StringJoiner("&");
    filter.add("from=" + List.of("2021-02-01", "2010-01-01", "2022-03-05").get(random.nextInt(3)));
    filter.add("to=" + List.of("2022-12-31", "2023-12-31", "2022-03-06").get(random.nextInt(3)));
    choice(filter, random, "air=documented", "air=any");
    choice(filter, random, "precision=" + PLACED, "precision=town,township");
    choice(filter, random, "unit=MMR002", "unit=MMR005,MMR001", "bbox=96,19,98,21");
    choice(filter, random, "min_killed=5", "text=karenni", "kind=state-based");
    return filter.toString();
  }

  private static void choice(StringJoiner filter, Random random, String... words) {
    int one = random.nextInt(words.length + 2);
    if (one < words.length) {
      filter.add(words[one]);
    }
  }

  @Test
  void theLayerIsListedForTilesAndRefusedAsAFile() {
    JsonNode json = server.json("/tiles/incident-clusters.json?air=documented");
    assertEquals(7, json.get("maxzoom").asInt());
    assertTrue(json.at("/tiles/0").asText().endsWith("?air=documented"));
    var refused = server.get("/download/incident-clusters.csv");
    assertEquals(404, refused.statusCode());
    String problem = new String(refused.body(), StandardCharsets.UTF_8);
    assertTrue(problem.contains("for tiles only") && problem.contains("incidents"), problem);
    assertEquals(404, server.get("/ogc/collections/incident-clusters").statusCode());
    assertEquals(200, server.get("/download/incident-clusters.pmtiles?maxzoom=4").statusCode());
  }

  @Test
  void aCellOfOneIncidentSaysWhatTheIncidentSays() {
    String day = "from=2022-01-03&to=2022-01-03&precision=" + PLACED;
    JsonNode cells = server.json("/tiles/incident-clusters/0/0/0.geojson?" + day).get("features");
    int alone = 0;
    int found = 0;
    JsonNode incidents = server.json("/tiles/incidents/0/0/0.geojson?" + day).get("features");
    for (JsonNode cell : cells) {
      if (cell.at("/properties/incidents").asInt() == 1) {
        alone++;
        String id = cell.at("/properties/id").asText();
        for (JsonNode incident : incidents) {
          if (incident.at("/properties/id").asText().equals(id)) {
            found++;
            incident
                .get("properties")
                .properties()
                .forEach(
                    field ->
                        assertEquals(
                            field.getValue(), cell.at("/properties/" + field.getKey()), id));
          }
        }
      }
    }
    assertTrue(alone > 0, cells::toString);
    assertEquals(alone, found, cells::toString);
  }
}
