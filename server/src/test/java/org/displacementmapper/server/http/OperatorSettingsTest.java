package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.displacementmapper.server.TestServer;
import org.displacementmapper.server.usecase.Basemap;
import org.displacementmapper.server.usecase.Corrections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server whose operator took another basemap and another address for corrections. */
class OperatorSettingsTest {

  @TempDir static Path data;
  @TempDir static Path other;
  private static TestServer own;
  private static TestServer set;

  @BeforeAll
  static void start() {
    own = TestServer.over(other);
    set =
        TestServer.over(
            data,
            Corrections.of("https://example.org/fix?a=1&b='2'"),
            Optional.of(
                Basemap.of(
                    "https://maps.example.org/style.json?a=1&b=2", "https://tiles.example.org")));
  }

  @AfterAll
  static void stop() {
    own.close();
    set.close();
  }

  @Test
  void withoutSettingsAPageMayAskNobodyElse() {
    assertEquals(
        "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'self'",
        policy(own, "/"));
    assertTrue(policy(own, "/embed").contains("; connect-src 'self'; form-action 'none';"));
    for (String page : List.of("/", "/embed")) {
      assertTrue(html(own, page).contains(" data-basemap=\"\""), page);
      assertTrue(html(own, page).contains("Nothing on this page is fetched from another site."));
    }
  }

  @Test
  void thePagesWithAMapMayFetchFromTheOriginsOfTheBasemapAndNothingMore() {
    String origins = "connect-src 'self' https://maps.example.org https://tiles.example.org;";
    for (String page : List.of("/", "/embed")) {
      assertEquals(
          policy(own, page).replace("connect-src 'self';", origins), policy(set, page), page);
      assertTrue(policy(set, page).contains(origins), page);
    }
    for (String page : List.of("/method", "/validation", "/changes", "/report/MMR002")) {
      assertEquals(policy(own, page), policy(set, page), page);
    }
  }

  @Test
  void theScriptAndTheReaderAreToldOfTheBasemap() {
    for (String page : List.of("/", "/embed", "/?lang=my")) {
      String html = html(set, page);
      assertTrue(
          html.contains(
              " data-basemap=\"https://maps.example.org/style.json?a=1&amp;b=2"
                  + " https://maps.example.org https://tiles.example.org\""),
          page);
      assertTrue(html.contains("<span>maps.example.org, tiles.example.org</span>"), page);
      assertFalse(html.contains("Nothing on this page is fetched"), page);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?lang=my",
        "/embed",
        "/method",
        "/validation",
        "/changes",
        "/report/MMR002",
        "/ogc?f=html",
        "/ogc/api?f=html",
        "/ogc/collections/adm1/items?f=html",
        "/ogc/collections/adm1/items/MMR002?f=html"
      })
  void everyPageSaysWhereToSendCorrections(String page) {
    String html = html(set, page);
    assertTrue(
        html.contains(
            "<a href=\"https://example.org/fix?a=1&amp;b=&#x27;2&#x27;\" rel=\"noopener"
                + " noreferrer external\">https://example.org/fix?a=1&amp;b=&#x27;2&#x27;</a>"),
        html.substring(Math.max(0, html.length() - 900)));
    assertFalse(html.contains("tracker"), page);
    String usual = html(own, page);
    assertTrue(usual.contains("tracker") || page.contains("lang=my"), page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"geojson", "kml"})
  void everyFileSaysIt(String format) {
    String file = html(set, "/download/adm1." + format);
    assertTrue(file.contains("Send them to https://example.org/fix?a=1"), format);
    assertFalse(file.contains("project's tracker"), format);
    assertTrue(html(own, "/download/adm1." + format).contains("Open an issue in this project"));
  }

  /** A CSV has no place for it in its cells. */
  @Test
  void aCsvSaysItInItsHeader() {
    HttpResponse<byte[]> answer = set.get("/download/adm1.csv?geometry=none");
    String about = answer.headers().firstValue(DownloadRoutes.ABOUT).orElseThrow();
    assertTrue(about.contains("Send them to https://example.org/fix?a=1"), about);
  }

  @Test
  void aKeptCopyIsOfTheSameSettings() {
    String address = "/download/adm1.geojson";
    String tag = own.get(address).headers().firstValue("ETag").orElseThrow();
    assertEquals(304, own.get(address, "If-None-Match", tag).statusCode());
    assertEquals(200, set.get(address, "If-None-Match", tag).statusCode());
  }

  private static String policy(TestServer server, String address) {
    return server.get(address).headers().firstValue("Content-Security-Policy").orElseThrow();
  }

  private static String html(TestServer server, String address) {
    HttpResponse<byte[]> answer = server.get(address);
    assertEquals(200, answer.statusCode(), address);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
