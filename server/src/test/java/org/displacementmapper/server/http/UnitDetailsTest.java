package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code /api/units/MMR002} says of Kayah, and that it says what the other routes say. */
class UnitDetailsTest {

  private static final String KAYAH = "/api/units/MMR002";

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
  void theUnitIsTheOneOfTheComparison() {
    JsonNode kayah = server.json(KAYAH).get("unit");
    assertEquals(36_800, kayah.get("displaced").asInt());
    assertEquals(91_900, kayah.get("un_displaced").asInt());
    for (JsonNode unit : server.json("/api/comparison").get("units")) {
      if (unit.get("pcode").asText().equals("MMR002")) {
        assertEquals(unit, kayah);
      }
    }
  }

  @Test
  void everyUnFigureIsDatedAndLinked() {
    JsonNode figures = server.json(KAYAH).get("un_figures");
    assertTrue(figures.size() >= 10, figures.toString());
    String before = "";
    for (JsonNode figure : figures) {
      assertTrue(figure.get("as_of").asText().compareTo(before) > 0, figure.toString());
      assertTrue(figure.get("un_url").asText().startsWith("http"), figure.toString());
      assertTrue(!figure.get("un_publisher").asText().isEmpty(), figure.toString());
      before = figure.get("as_of").asText();
    }
  }

  @Test
  void theEstimatesOverTimeAreThoseOfTheirDays() {
    JsonNode detail = server.json(KAYAH + "?as_of=2022-02-05&cutoff=2021-12-15");
    int compared = 0;
    for (JsonNode row : detail.get("estimates")) {
      boolean asked = row.get("as_of").asText().equals("2022-02-05");
      assertEquals(asked, row.get("cutoff").asText().equals("2021-12-15"), row.toString());
      if (row.get("as_of").asText().matches("2022-02-(05|28)|2022-06-30")) {
        String query =
            "?as_of=" + row.get("as_of").asText() + "&cutoff=" + row.get("cutoff").asText();
        JsonNode unit = server.json(KAYAH + query).get("unit");
        assertEquals(unit.get("displaced"), row.get("displaced"));
        assertEquals(unit.get("displaced_low80"), row.get("displaced_low80"));
        assertEquals(unit.get("displaced_high95"), row.get("displaced_high95"));
        compared++;
      }
    }
    assertEquals(3, compared);
  }

  @Test
  void theMonthsAddUpToTheCountsOfTheUnit() {
    for (String query : new String[] {"", "?air=documented", "?from=2021-06-15&min_killed=3"}) {
      JsonNode detail = server.json(KAYAH + query);
      for (String count : new String[] {"incidents", "air_incidents", "air_mentions"}) {
        double sum = 0;
        for (JsonNode month : detail.get("months")) {
          sum += month.get(count).asDouble();
        }
        assertEquals(detail.get("unit").get(count).asDouble(), sum, 0.1, count + query);
      }
    }
    assertEquals(12, server.json(KAYAH).get("months").size());
    assertTrue(server.json(KAYAH).get("bases").size() > 0);
  }

  @Test
  void aUnitIsANeighbourOfItsNeighbours() {
    for (JsonNode neighbour : server.json(KAYAH).get("neighbours")) {
      Set<String> theirs = new TreeSet<>();
      String address = "/api/units/" + neighbour.get("pcode").asText();
      server.json(address).get("neighbours").forEach(one -> theirs.add(one.get("pcode").asText()));
      assertTrue(theirs.contains("MMR002"), address + theirs);
      assertTrue(neighbour.has("displaced_low80"), neighbour.toString());
    }
  }

  @Test
  void anUnknownUnitIsNotFoundAndTheAnswerNamesThoseThatThereAre() {
    HttpResponse<byte[]> answer = server.get("/api/units/MMR999");
    assertEquals(404, answer.statusCode());
    assertTrue(TestServer.json(answer).get("allowed").asText().contains("MMR002"));
    assertEquals(404, server.get("/api/units/%3Cb%3E").statusCode());
    assertEquals(400, server.get(KAYAH + "?unit=MMR001").statusCode());
  }

  @Test
  void aMemberAndARetiredCodeLeadToTheUnitThatCoversThem() {
    assertEquals("MMR007-008", server.json("/api/units/MMR007").at("/unit/pcode").asText());
    assertEquals("MMR007-008", server.json("/api/units/MMR111").at("/unit/pcode").asText());
  }

  @Test
  void anAllocationHasOnlyItsOwnDates() {
    JsonNode detail = server.json(KAYAH + "?product=allocation");
    Set<String> figures = new TreeSet<>();
    detail.get("un_figures").forEach(figure -> figures.add(figure.get("as_of").asText()));
    for (JsonNode row : detail.get("estimates")) {
      assertTrue(figures.contains(row.get("as_of").asText()), row.toString());
    }
  }
}
