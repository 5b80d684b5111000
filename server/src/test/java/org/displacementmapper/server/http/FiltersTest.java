package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.displacementmapper.server.Program;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filters, and what is counted by them, with the shipped data. */
class FiltersTest {

  private static final Map<String, List<String>> VALUES = new LinkedHashMap<>();

  @TempDir static Path data;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.over(data);
    VALUES.put("air", List.of("documented", "mentioned", "any"));
    VALUES.put("incident_source", List.of("ucdp", "ucdp," + otherSource(), otherSource()));
    VALUES.put("kind", List.of("state-based", "one-sided,non-state"));
    VALUES.put("precision", List.of("exact", "village,town", "township", "exact,state"));
    VALUES.put("min_killed", List.of("1", "5"));
    VALUES.put("unit", List.of("MMR002", "MMR003,MMR005"));
    VALUES.put("bbox", List.of("96,18,98,20", "94,20,97,26"));
    VALUES.put("text", List.of("karenni", "village", "Loikaw", "a"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String otherSource() {
    List<String> sources = new ArrayList<>();
    server.json("/layers").get("sources").forEach(one -> sources.add(one.asText()));
    sources.remove("ucdp");
    return sources.get(0);
  }

  @Test
  void saysOfRandomFiltersWhatAskingWithoutThemShows() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 25; i++) {
      Map<String, String> asked = new LinkedHashMap<>();
      VALUES.forEach(
          (name, values) -> {
            if (random.nextInt(3) == 0) {
              asked.put(name, values.get(random.nextInt(values.size())));
            }
          });
      asked.put("to", "2022-0" + (1 + random.nextInt(9)) + "-28");
      JsonNode answer = filters(asked);
      String what = "seed " + seed + ": " + asked + " " + answer;
      long shown = answer.get("shown").asLong();
      assertEquals(shown(Map.of("to", asked.get("to"))), answer.get("total").asLong(), what);
      assertEquals(inSteps(asked), shown, what);
      for (JsonNode filter : answer.get("filters")) {
        String name = filter.get("parameter").asText();
        assertEquals(asked.containsKey(name), !filter.get("value").isNull(), what);
        Map<String, String> without = new HashMap<>(asked);
        without.remove(name);
        assertEquals(shown(without) - shown, filter.get("hides").asLong(), name + " " + what);
      }
      checkChoices("incident_source", answer.get("sources"), asked, what);
      checkChoices("kind", answer.get("kinds"), asked, what);
      checkChoices("precision", answer.get("precisions"), asked, what);
    }
  }

  private static void checkChoices(
      String name, JsonNode choices, Map<String, String> asked, String what) {
    for (JsonNode choice : choices) {
      Map<String, String> alone = new HashMap<>(asked);
      alone.put(name, choice.get("written").asText());
      assertEquals(shown(alone), choice.get("incidents").asLong(), choice + what);
      boolean chosen =
          List.of(asked.getOrDefault(name, "").split(",")).contains(choice.get("value").asText());
      assertEquals(chosen, choice.get("chosen").asBoolean(), choice + what);
    }
  }

  @Test
  void everyNameOfAStateFindsTheSame() {
    JsonNode kayin = server.json("/api/comparison?text=Kayin").get("units");
    for (String name : List.of("Karen", "karen", "%E1%80%80%E1%80%9B%E1%80%84%E1%80%BA")) {
      assertEquals(kayin, server.json("/api/comparison?text=" + name).get("units"), name);
    }
    for (JsonNode unit : kayin) {
      if (unit.get("pcode").asText().equals("MMR002")) {
        double all = server.json("/api/comparison?unit=MMR002").at("/units/0/incidents").asDouble();
        assertTrue(unit.get("incidents").asDouble() < all / 2, "Karenni's are not Karen's");
      }
    }
  }

  @Test
  void changesCountsAndNeverEstimates() {
    JsonNode all = server.json("/api/comparison");
    for (String query : List.of("min_killed=5", "precision=exact", "text=karenni")) {
      JsonNode some = server.json("/api/comparison?" + query);
      assertEquals(
          all.at("/national/displaced_high95"), some.at("/national/displaced_high95"), query);
      double fewer = 0;
      double before = 0;
      for (int i = 0; i < all.get("units").size(); i++) {
        assertEquals(all.at("/units/" + i + "/displaced"), some.at("/units/" + i + "/displaced"));
        assertEquals(all.at("/units/" + i + "/events"), some.at("/units/" + i + "/events"));
        fewer += some.at("/units/" + i + "/incidents").asDouble();
        before += all.at("/units/" + i + "/incidents").asDouble();
      }
      assertTrue(fewer < before, query);
    }
  }

  @Test
  void countsOtherSourcesOnlyIfTheOneOfTheEstimateIsLeftOut() {
    String other = otherSource();
    JsonNode alone = server.json("/api/timeline?incident_source=" + other);
    assertEquals(other, alone.get("source").asText());
    assertEquals(
        "ucdp", server.json("/api/timeline?incident_source=ucdp," + other).get("source").asText());
    for (JsonNode step : alone.get("steps")) {
      assertEquals(step.get("shown"), step.get("incidents"));
    }
  }

  @Test
  void aTimelineSaysWhatThereIsBeyondItsWindow() {
    JsonNode body = server.json("/api/timeline?by=week&from=2021-02-01&to=2023-12-31");
    assertTrue(body.get("data_to").asText().compareTo("2023-12-31") >= 0, body::toString);
    assertTrue(body.get("data_from").asText().compareTo("2021-02-01") <= 0, body::toString);
    assertEquals("2021-02-01", body.at("/steps/0/start").asText());
    long spanning = 0;
    for (JsonNode step : body.get("steps")) {
      assertTrue(step.get("spanning").asLong() <= step.get("shown").asLong());
      spanning += step.get("spanning").asLong();
    }
    assertTrue(spanning > 0);
  }

  @Test
  void aFileNamesTheFiltersItWasMadeWith() {
    String about =
        server
            .get("/download/incidents.csv?kind=state-based&min_killed=2&text=Karenni")
            .headers()
            .firstValue(DownloadRoutes.ABOUT)
            .orElseThrow();
    assertTrue(
        about.contains("\"kind\":\"state-based\",\"min_killed\":2,\"text\":\"Karenni\""), about);
  }

  @Test
  void commandsTakeTheSameFilters() {
    Program all = Program.run("compare", "--json", "--data", data);
    Program some =
        Program.run("compare", "--json", "--data", data, "--min-killed", 5, "--text", "karenni");
    assertEquals(0, some.exitCode(), some.err());
    assertTrue(!some.out().equals(all.out()));
    Program bad = Program.run("compare", "--data", data, "--precision", "near");
    assertTrue(bad.exitCode() != 0 && bad.err().contains("exact, village, town"), bad.err());
  }

  private static JsonNode filters(Map<String, String> asked) {
    JsonNode answer = server.json("/api/filters?" + query(asked));
    assertTrue(answer.has("shown"), asked + " " + answer);
    return answer;
  }

  private static long shown(Map<String, String> asked) {
    return filters(asked).get("shown").asLong();
  }

  private static long inSteps(Map<String, String> asked) {
    long sum = 0;
    for (JsonNode step : server.json("/api/timeline?by=week&" + query(asked)).get("steps")) {
      sum += step.get("shown").asLong();
    }
    return sum;
  }

  private static String query(Map<String, String> asked) {
    return asked.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
