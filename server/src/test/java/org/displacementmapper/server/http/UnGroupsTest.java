package org.displacementmapper.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The UN's totals of South-East and North-West: told with their date, added to nothing. */
class UnGroupsTest {

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
  void theSouthEastHasItsTotalOfTheDay() {
    JsonNode group = group("/api/comparison", "SE");
    assertEquals("South-East", group.get("name").asText());
    assertEquals(232_500, group.get("un_displaced").asLong());
    assertEquals("2022-01-31", group.get("un_as_of").asText());
    assertEquals("UNHCR", group.get("un_publisher").asText());
    assertTrue(group.get("un_url").asText().startsWith("https://"), group::toString);
    assertEquals(
        "[\"MMR002\",\"MMR003\",\"MMR006\",\"MMR007-008\",\"MMR011\",\"MMR014-016\"]",
        group.get("units").toString());
  }

  @Test
  void saysWhichUnitsTheUnCountsOnlyAPartOf() {
    JsonNode group = group("/api/comparison", "SE");
    assertFalse(group.get("exact").asBoolean());
    JsonNode shan = group.get("partly").get(1);
    assertEquals("MMR014-016", shan.get("pcode").asText());
    assertEquals("Shan", shan.get("name").asText());
    assertEquals("[\"Shan (South)\"]", shan.get("counted_names").toString());
    assertEquals(2, group.get("partly").size());
    JsonNode northWest = group("/api/comparison", "NW");
    assertTrue(northWest.get("exact").asBoolean());
    assertTrue(northWest.get("partly").isEmpty());
  }

  @Test
  void anOlderTotalKeepsItsOwnDateAndNoneIsMadeUp() {
    JsonNode northWest = group("/api/comparison", "NW");
    assertEquals(157_500, northWest.get("un_displaced").asLong());
    assertEquals("2022-01-03", northWest.get("un_as_of").asText());
    JsonNode last = group("/api/comparison?as_of=2023-12-31", "SE");
    assertEquals("2023-03-13", last.get("un_as_of").asText());
  }

  /** What the UN reports nationally is neither raised by groups nor made of them. */
  @Test
  void nationalFiguresAreWhatTheyWere() {
    JsonNode national = server.json("/api/comparison").get("national");
    assertEquals(441_500, national.get("un_displaced").asLong());
    assertEquals(10_400, national.get("un_not_attributed").asLong());
  }

  @Test
  void theLayerTellsTheSame() {
    JsonNode features = server.json("/download/un-groups.geojson").get("features");
    assertEquals(2, features.size());
    for (JsonNode feature : features) {
      JsonNode told = feature.get("properties");
      JsonNode group = group("/api/comparison", told.get("code").asText());
      for (String name : new String[] {"name", "un_displaced", "un_as_of", "un_url", "exact"}) {
        assertEquals(group.get(name), told.get(name), name);
      }
    }
  }

  @Test
  void thePageListsThemBelowItsTableAndTheLegendNamesThemIfTheyAreShown() {
    String page = new String(server.get("/").body(), UTF_8);
    int table = page.indexOf("<table class=\"units\"");
    assertTrue(page.indexOf("class=\"un-groups\"") > table && table > 0);
    assertTrue(
        page.contains("myanmar-emergency-update-1-february-2022"), "the publisher is linked");
    assertFalse(page.contains("key-group"));
    for (String shown : new String[] {"/?groups=1", "/embed?groups=1"}) {
      String html = new String(server.get(shown).body(), UTF_8);
      assertTrue(html.contains("key-group"), shown);
      assertTrue(html.contains("the UN counts only Bago (East), Shan (South)."), shown);
      assertTrue(html.contains("groups=1"), "picture and links carry it on: " + shown);
    }
    String mangled = new String(server.get("/?groups=all").body(), UTF_8);
    assertTrue(mangled.contains("groups=all"), "says what it ignores");
    assertFalse(mangled.contains("key-group"));
  }

  private static JsonNode group(String address, String code) {
    for (JsonNode group : server.json(address).get("un_groups")) {
      if (group.get("code").asText().equals(code)) {
        return group;
      }
    }
    throw new AssertionError("no group " + code + " in " + address);
  }
}
