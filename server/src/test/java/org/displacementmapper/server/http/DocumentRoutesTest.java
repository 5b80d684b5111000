package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.text.StringEscapeUtils;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages on validation and method over HTTP, with the shipped data. */
class DocumentRoutesTest {

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

  @ParameterizedTest
  @ValueSource(strings = {"/validation", "/method"})
  void haveNoScriptAndLoadNothingFromElsewhere(String address) {
    HttpResponse<byte[]> response = server.get(address);
    String policy = response.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.startsWith("default-src 'none'; style-src 'self'"), policy);
    assertFalse(policy.contains("script-src") || policy.contains("unsafe"), policy);
    String html = new String(response.body(), StandardCharsets.UTF_8);
    assertFalse(html.contains("<script") || html.contains(" style=\""), address);
    assertFalse(html.contains("<!--slot") || html.contains("<!--text"), address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/validation", "/method"})
  void leadToEachOther(String address) {
    String html = html(address);
    for (String other : List.of("./", "validation", "method")) {
      assertTrue(html.contains("<a href=\"" + other + "\""), address + " to " + other);
    }
  }

  @Test
  void sayInWordsFirstHowFarOffTheModelsWereAndWhereTheCalendarIsBetter() {
    String text = text("/validation");
    assertInOrder(
        text,
        "up to 90 days ahead, growth by the calendar",
        "91 to 180 days ahead, from incidents alone: within a quarter of the UN figure in 168 of 184",
        "without any UN figure",
        "Townships and districts: never tested",
        "The country, forward in time",
        "1 to 30 days ahead",
        "States and regions, forward in time",
        "States without UN history",
        "Sharing out a total");
  }

  @Test
  void printEveryBaselineWithTheNumbersOfTheApi() {
    String text = text("/validation");
    for (JsonNode row : server.json("/api/validation").get("national_forward")) {
      String horizon =
          "%d to %d days ahead".formatted(row.get("from_days").asInt(), row.get("to_days").asInt());
      int from = text.indexOf("The country, forward in time");
      from = text.indexOf(horizon, from);
      for (JsonNode predictor : row.get("predictors")) {
        String cell = predictor.get("within_quarter").asInt() + " of " + predictor.get("pairs");
        from = text.indexOf(cell, from);
        assertTrue(from > 0, horizon + " " + predictor);
      }
    }
    for (String baseline :
        List.of(
            "last UN figure, unchanged",
            "last UN figure × days since the coup",
            "the same for every state",
            "by population",
            "by incidents",
            "rate per head of the others")) {
      assertTrue(text.contains(baseline), baseline);
    }
  }

  @Test
  void nameSourceVersionAndCutoffsWithEveryTable() {
    String text = text("/validation");
    String version = server.json("/health").get("version").asText();
    assertEquals(4, text.split("Incidents: ucdp\\. Data version " + version, -1).length - 1);
    assertTrue(text.contains("Cut-offs 1 September 2021 to"), text);
  }

  @Test
  void showTheCurveOverAllCutoffsBeforeTheSingleRatio() {
    String text = text("/method");
    assertInOrder(
        text,
        "0.84 to 1.25 times the UN’s 440,000",
        "1.25 (0.94–1.67)",
        "17 January 2022",
        "As published it is fitted on 17 UN totals up to 31 December 2021",
        "or 1.02 times the 440,000",
        "Words that go with the numbers",
        "A, 1 December 2021",
        "Attacks without deaths are left out",
        "Yangon: no UN figure, model only.",
        "Worked example");
    assertFalse(text.contains("confirms the"), "one number never confirms another");
  }

  @Test
  void drawTheChartWithItsNumbersAsATableAndLeadThereFromTheFirstPage() {
    JsonNode series = server.json("/api/comparison/series");
    assertTrue(series.get("too_early").size() >= 8, series::toString);
    assertInOrder(
        text("/method"),
        "1 June 2021",
        "no estimate: fewer than 8 UN totals before it",
        "31 January 2022",
        "2 October 2023");
    assertTrue(html("/method").contains("role=\"img\""));
    // There the script fetches it from the method when the reader comes to it.
    assertTrue(html("/").contains("href=\"method#series\""), html("/"));
  }

  @Test
  void showTheDefaultSourceWhateverTheAddressSays() {
    assertTrue(text("/validation?source=%3Cscript%3E").contains("Incidents: ucdp."));
  }

  private static String html(String address) {
    HttpResponse<byte[]> response = server.get(address);
    assertEquals(200, response.statusCode(), address);
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /** What a reader sees: tags away, white space as one. */
  private static String text(String address) {
    String html = html(address);
    return StringEscapeUtils.unescapeHtml4(
        html.substring(html.indexOf("<body")).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "));
  }

  private static void assertInOrder(String text, String... parts) {
    int from = 0;
    for (String part : parts) {
      int at = text.indexOf(part, from);
      assertTrue(at >= 0, "\"" + part + "\" is missing or out of order in: " + text);
      from = at + part.length();
    }
  }
}
