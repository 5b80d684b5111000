package org.displacementmapper.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page over HTTP, with the shipped data. */
class PageRoutesTest {

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
  void showsTheDateOfTheAddress() {
    assertTrue(page("/").contains("data-as-of=\"2022-01-31\""));
    assertTrue(page("/?as_of=2022-05-02").contains("data-as-of=\"2022-05-02\""));
  }

  @Test
  void whatIsNoEstimateOfOursIsNowhereCalledOne() {
    for (String path : new String[] {"/", "/embed", "/report/MMR002"}) {
      // What the chart of all dates below draws is ours whatever the product above it.
      String shared = page(path + "?product=allocation").split("aria-labelledby=\"over-time\"")[0];
      assertFalse(shared.matches("(?s).*([Oo]ur (own )?estimate|we estimate).*"), path);
      assertFalse(shared.contains("Independent estimate"), path);
      assertTrue(shared.contains("shared out"), path);
    }
    String carried =
        page("/?product=nowcast&as_of=2022-05-02").split("aria-labelledby=\"over-time\"")[0];
    assertTrue(carried.contains("The last UN breakdown by state, moved on by recorded violence"));
    assertTrue(carried.contains("It depends on earlier UN figures"), carried);
    assertFalse(carried.contains("Independent estimate"), carried);
  }

  @Test
  void explainsTheShadesOfTheMeasureThatThePictureShows() {
    assertTrue(page("/").contains("<h2 id=\"legend-title\">People displaced, our estimate</h2>"));
    for (String path : new String[] {"/", "/embed"}) {
      String rate = page(path + "?measure=rate");
      assertTrue(
          rate.contains(">Displaced per 1,000 people of the 2014 census, our estimate</h2>"));
      assertTrue(rate.contains("measure=rate"), rate);
      String ratio = page(path + "?measure=ratio");
      assertTrue(ratio.contains(">Our estimate as a multiple of the UN figure</h2>"), ratio);
      assertTrue(ratio.contains(">1/"), ratio);
    }
  }

  @Test
  void takesTheNearestDayOfADayWithoutAnAnswer() {
    assertTrue(page("/?as_of=1999-01-01").contains("data-as-of=\"2021-10-14\""));
    assertTrue(page("/?as_of=2099-01-01").contains("data-as-of=\"2023-12-31\""));
    String nowcast = page("/?product=nowcast");
    assertTrue(nowcast.contains("data-as-of=\"2022-02-17\""), nowcast.substring(0, 400));
    assertTrue(nowcast.contains("data-product=\"nowcast\""), nowcast.substring(0, 400));
    String allocation = page("/?product=allocation&as_of=2022-02-20");
    assertTrue(allocation.contains("data-as-of=\"2022-01-31\""), allocation.substring(0, 400));
    HttpResponse<byte[]> problem = server.get("/api/comparison?product=nowcast");
    assertEquals(400, problem.statusCode());
    assertTrue(new String(problem.body(), UTF_8).contains("\"nearest\":\"2022-02-17\""));
    // Who asks for the nearest day gets it at once, which is no failure.
    String moved = "/api/comparison?product=nowcast&as_of=2022-01-31&nearest=true";
    assertEquals("2022-02-17", server.json(moved).get("as_of").asText());
    assertEquals("2022-01-31", server.json("/api/comparison?nearest=true").get("as_of").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?as_of=yesterday",
        "/?as_of=&colour=red",
        "/?as_of=%3Cscript%3E",
        "/?unit=nowhere&air=all&air=any"
      })
  void showsTheDefaultDateWhateverElseTheAddressSays(String address) {
    String html = page(address);
    assertTrue(html.contains("data-as-of=\"2022-01-31\""), address);
    assertTrue(html.contains("The UN reported"), address);
  }

  /** The script leaves out what the note names: a page that asked for it would have no figures. */
  @ParameterizedTest
  @CsvSource({
    "level=3, level",
    "from=2023-01-01&to=2022-01-01, from to",
    "to=2019-01-01, to",
    "unit=MMR999, unit",
    "incident_source=zzz, incident_source",
    "kind=zzz, kind",
    "selected=MMR099, selected",
    "selected=ucdp:0, selected",
    "at=99/99/99, at",
    "colour=red, colour",
    "as_of=1999-01-01, as_of"
  })
  void saysWhichPartsOfTheAddressThePageHasNot(String query, String names) {
    for (String path : new String[] {"/?", "/embed?"}) {
      String html = page(path + query);
      assertTrue(html.contains("data-names=\"" + names + "\""), path + query);
      for (String part : query.split("&")) {
        assertTrue(html.matches("(?s).*Ignored in the address: [^<]*" + part + ".*"), part);
      }
    }
  }

  @Test
  void keepsWhatHasAnAnswerWhenAnotherPartHasNone() {
    String html = page("/?product=allocation&from=2023-01-01&to=2022-01-01&level=1&air=all&air=x");
    assertTrue(html.contains("data-product=\"allocation\""), html.substring(0, 400));
    assertTrue(html.contains("data-names=\"from to\""), html.substring(0, 400));
    assertTrue(html.contains("Ignored in the address: from=2023-01-01, to=2022-01-01, air=x."));
    assertTrue(
        page("/?selected=ucdp:391053&at=7/19.6/97.2&unit=MMR002").contains("data-names=\"\""));
  }

  @Test
  void aFrameSaysThatItHasNoSecondMapAndNoDetailsOfIncidents() {
    String query = "compare=independent&selected=ucdp:391053";
    assertTrue(page("/?" + query).contains("data-names=\"\""));
    assertTrue(page("/embed?" + query).contains("data-names=\"compare selected\""));
  }

  @ParameterizedTest
  @CsvSource({
    "'', ?as_of=2022-01-31",
    "as_of=2022-02-24&product=nowcast&cutoff=2022-02-20&from=2021-12-01,"
        + " ?as_of=2022-02-24&product=nowcast&cutoff=2022-02-20&from=2021-12-01",
    "to=2021-12-31&level=3&measure=rate, ?as_of=2022-01-31&to=2021-12-31",
    "product=allocation&v=1, ?as_of=2022-01-31&product=allocation&v=1"
  })
  void linksTheJsonOfItsOwnFigures(String query, String asked) {
    String address = "api/comparison" + asked;
    String html = page("/?" + query);
    assertTrue(html.contains("href=\"" + address.replace("&", "&amp;") + "\""), address);
    assertEquals(200, server.get("/" + address).statusCode());
  }

  @Test
  void speaksTheLanguageOfTheAddressOrElseOfTheBrowser() {
    assertEquals("en", language("/", ""));
    assertEquals("my", language("/", "fr;q=0.9, my-MM;q=0.8, en;q=0.5"));
    assertEquals("en", language("/?lang=en", "my"));
    assertEquals("my", language("/validation?lang=my", ""));
    assertEquals("en", language("/method?lang=xx", "*;q=zero,,;"));
  }

  private static String language(String address, String accepted) {
    HttpResponse<byte[]> answer =
        accepted.isEmpty() ? server.get(address) : server.get(address, "Accept-Language", accepted);
    String said = answer.headers().firstValue("Content-Language").orElse("");
    String html = new String(answer.body(), StandardCharsets.UTF_8);
    assertTrue(html.contains("<html lang=\"" + said + "\""), address);
    assertTrue(answer.headers().firstValue("Vary").orElse("").contains("Accept-Language"), address);
    return said;
  }

  @Test
  void letsThePageLoadNothingButItsOwnFiles() {
    String policy = server.get("/").headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.startsWith("default-src 'none'; script-src 'self'"), policy);
    assertTrue(!policy.contains("unsafe"), policy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/embed", "/method"})
  void fetchesTheLettersOfALanguageEarlyAndNoOthers(String path) {
    var early = Pattern.compile("<link rel=\"preload\" as=\"font\"[^>]* href=\"\\./([^\"]+)\"");
    List<String> letters =
        early.matcher(page(path + "?lang=en")).results().map(found -> found.group(1)).toList();
    assertEquals(2, letters.size(), letters::toString);
    for (String address : letters) {
      assertEquals(200, server.get("/" + address).statusCode(), address);
    }
    String burmese = page(path + "?lang=my");
    assertFalse(early.matcher(burmese).find(), burmese);
    assertFalse(burmese.contains("only:en") || burmese.contains("end-only"), "a mark is left");
  }

  @Test
  void changesTheTagOfThePageWithItsFigures() {
    String one = server.get("/?as_of=2022-01-30").headers().firstValue("ETag").orElse("");
    String other = server.get("/?as_of=2022-01-31").headers().firstValue("ETag").orElse("");
    assertNotEquals(one, other);
  }

  @Test
  void keepsAssetsForAYearAndSendsTheReadyMadeCopy() {
    Matcher script = Pattern.compile("assets/first-[^\"]+\\.js").matcher(page("/"));
    assertTrue(script.find());
    HttpResponse<byte[]> brotli =
        server.get("/" + script.group(), "Accept-Encoding", "gzip, deflate, br");
    assertEquals("br", brotli.headers().firstValue("Content-Encoding").orElse(""));
    assertEquals("Accept-Encoding", brotli.headers().firstValue("Vary").orElse(""));
    assertTrue(
        brotli.headers().firstValue("Cache-Control").orElse("").contains("immutable"),
        brotli.headers()::toString);
    String tag = brotli.headers().firstValue("ETag").orElse("");
    assertEquals(
        304,
        server
            .get("/" + script.group(), "Accept-Encoding", "br", "If-None-Match", tag)
            .statusCode());
    HttpResponse<byte[]> plain = server.get("/" + script.group());
    assertNotEquals(tag, plain.headers().firstValue("ETag").orElse(""));
    assertTrue(plain.body().length > brotli.body().length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assets/none.js", "/assets/..%2Findex.html", "/index.html"})
  void findsNoOtherFile(String address) {
    assertEquals(404, server.get(address).statusCode());
  }

  private static String page(String address) {
    HttpResponse<byte[]> response = server.get(address);
    assertEquals(200, response.statusCode(), address);
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
