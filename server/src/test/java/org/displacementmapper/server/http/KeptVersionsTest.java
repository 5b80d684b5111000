package org.displacementmapper.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.displacementmapper.server.Program;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version that is kept is served as it was, on every route, whatever was imported since. */
class KeptVersionsTest {

  private static final List<String> DATA =
      List.of(
          "/tiles/incidents/6/49/28.mvt",
          "/tiles/incident-areas/5/24/14.geojson",
          "/tiles/adm1/5/24/14.mvt",
          "/api/comparison",
          "/api/comparison/series",
          "/api/comparison/cutoffs",
          "/api/estimates",
          "/api/exposure",
          "/api/timeline",
          "/api/incidents",
          "/api/incidents/ucdp:391053",
          "/api/validation",
          "/download/incidents.csv",
          "/download/adm1.geojson",
          "/ogc/collections/adm1/items?f=json",
          "/ogc/collections/incidents/items?f=json&limit=50",
          "/ogc/collections/incidents/schema",
          "/ogc/collections/adm1/tiles/WebMercatorQuad/5/14/24?f=mvt",
          "/",
          "/method",
          "/validation");

  private static final List<String> PAGES = List.of("/", "/method", "/validation");

  @TempDir static Path folder;
  private static final Map<String, byte[]> BEFORE = new LinkedHashMap<>();
  private static Path data;
  private static TestServer server;

  @BeforeAll
  static void askImportAndAskAgain() throws IOException {
    data = folder.resolve("data");
    server = TestServer.over(data);
    for (String address : DATA) {
      HttpResponse<byte[]> answer = server.get(address);
      assertEquals(200, answer.statusCode(), address);
      BEFORE.put(address, answer.body());
    }
    Path file =
        Files.writeString(
            folder.resolve("mine.csv"),
            "id,date,lat,lon,place,precision,deaths,air,licence\n"
                + "a,2022-01-05,19.6,97.2,Zznew,village,5,documented,CC0\n");
    run("import", "incidents", file, "--source", "mine");
    Path figures =
        Files.writeString(
            folder.resolve("figures.csv"),
            "as_of,adm1_pcode,people_displaced,measure,publisher,source_url\n"
                + "2022-01-31,MMR,500000,since_2021-02-01,Somebody,https://example.org/f\n"
                + "2021-11-30,MMR,300000,since_2021-02-01,Somebody,https://example.org/f\n");
    run("import", "figures", figures);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theAnswersOfAVersionAreByteForByteThoseBeforeTheImport() {
    for (String address : DATA) {
      HttpResponse<byte[]> frozen = server.get(at(address, "1"));
      assertEquals(200, frozen.statusCode(), address + new String(frozen.body(), UTF_8));
      assertSame(address, BEFORE.get(address), frozen.body());
    }
    assertNotEquals(
        new String(BEFORE.get("/api/comparison"), UTF_8),
        new String(server.get("/api/comparison").body(), UTF_8));
    assertTrue(text("/download/incidents.csv?v=2").contains("Zznew"));
    assertFalse(text("/download/incidents.csv?v=1").contains("Zznew"));
  }

  /** But for what they cannot but say: the time of the answer, and addresses with the version. */
  private static void assertSame(String address, byte[] before, byte[] after) {
    if (address.contains("/ogc/") || PAGES.contains(address)) {
      String expected = plain(before);
      String found = plain(after);
      int at = Arrays.mismatch(expected.toCharArray(), found.toCharArray());
      assertEquals(
          -1, at, () -> address + " from " + found.substring(Math.max(0, at - 80), at + 20));
    } else {
      assertArrayEquals(before, after, address);
    }
  }

  private static String plain(byte[] body) {
    return new String(body, UTF_8)
        .replaceAll("<p class=\"notice\" id=\"newer\".*?</p>", "")
        .replace("data-v=\"1\"", "data-v=\"\"")
        .replace("<input type=\"hidden\" name=\"v\" value=\"1\">", "")
        .replaceAll("\"timeStamp\" ?: ?\"[^\"]*\"", "")
        .replaceAll("(%3F|%26)v%3D1(?![0-9])", "")
        .replaceAll("\\?v=1&(amp;)?", "?")
        .replaceAll("(\\?|&(amp;)?)v=1\\b", "");
  }

  @Test
  void aVersionIsFoundByNumberAndByNameAndAnUnknownOneIsToldWhatThereIs() {
    String name = server.json("/api/comparison?v=2").get("version").asText();
    assertTrue(name.startsWith("2-"), name);
    assertEquals(name, server.json("/api/comparison?v=" + name).get("version").asText());
    String newest = server.json("/health").get("version").asText();
    assertEquals(newest, server.json("/api/comparison?v=3").get("version").asText());
    for (String unknown : List.of("4", "0", "01", "2-", "latest", "2-000000000000", "", "../x")) {
      for (String route : List.of("/api/comparison", "/layers", "/tiles/adm1.json", "/ogc")) {
        HttpResponse<byte[]> answer = server.get(route + "?v=" + unknown);
        assertEquals(404, answer.statusCode(), route + unknown);
        String allowed = TestServer.json(answer).get("allowed").asText();
        assertTrue(allowed.contains(newest) && allowed.contains(name), allowed);
      }
    }
    assertEquals(200, server.get("/?v=nonsense").statusCode(), "a page shows itself");
    assertEquals(200, server.get("/method?v=nonsense").statusCode());
    assertEquals(200, server.get("/validation?v=nonsense").statusCode());
  }

  @Test
  void linksCarryTheVersionOn() {
    JsonNode tileJson = server.json("/tiles/adm1.json?v=1&as_of=2021-12-31");
    assertTrue(tileJson.get("tiles").get(0).asText().endsWith("?v=1&as_of=2021-12-31"));
    assertTrue(tileJson.get("dataset_version").asText().startsWith("1-"));
    for (JsonNode layer : server.json("/layers?v=1").get("layers")) {
      assertTrue(layer.get("tilejson").asText().endsWith(".json?v=1"), layer::toString);
      layer
          .get("tiles")
          .forEach(tiles -> assertTrue(tiles.asText().endsWith("?v=1"), tiles::asText));
    }
    for (String address :
        List.of(
            "/ogc?f=json",
            "/ogc/collections?f=json",
            "/ogc/collections/adm1?f=json",
            "/ogc/tiles?f=json",
            "/ogc/collections/adm1/tiles/WebMercatorQuad?f=json",
            "/ogc/collections/adm1/items?f=json&limit=2",
            "/ogc/collections/adm1/items/MMR001?f=json")) {
      JsonNode body = server.json(address + "&v=1");
      for (JsonNode link : body.get("links")) {
        String href = link.get("href").asText();
        // These are the same whatever the data.
        boolean same =
            href.contains("/ogc/api")
                || href.contains("/ogc/conformance")
                || href.contains("/ogc/tileMatrixSets");
        assertTrue(same || href.contains("v=1"), address + " " + href);
      }
    }
  }

  @Test
  void linksOfPagesCarryTheVersionOn() {
    for (String address :
        List.of(
            "/?",
            "/?lang=my&as_of=2021-12-31&",
            "/method?",
            "/validation?",
            "/embed?",
            "/report/MMR002?",
            "/ogc?f=html&",
            "/ogc/api?f=html&",
            "/ogc/collections?f=html&",
            "/ogc/collections/adm1/items?f=html&",
            "/ogc/collections/adm1/items/MMR001?f=html&")) {
      String html = text(address + "v=1");
      Matcher links = Pattern.compile("<a [^>]*href=\"([^\"]*)\"[^>]*>").matcher(html);
      while (links.find()) {
        String href = links.group(1);
        boolean own = !href.startsWith("http") || href.startsWith("http://127.0.0.1");
        // These are the same whatever the data, or lead to the newest on purpose.
        boolean same =
            href.startsWith("#")
                || href.contains("openapi.json")
                || href.contains("/ogc/api")
                || href.contains("/conformance")
                || href.contains("tileMatrixSets")
                || href.contains("changes?since=1-")
                || links.group().contains("id=\"newest\"");
        assertTrue(!own || same || href.contains("v=1"), address + " " + links.group());
      }
    }
    String link = server.get("/download/adm1.csv?v=1").headers().firstValue("Link").orElseThrow();
    assertTrue(link.startsWith("</layers?v=1>"), link);
  }

  @Test
  void anOlderVersionSaysWhatChangedSince() {
    String newest = server.json("/health").get("version").asText();
    String one = server.json("/api/comparison?v=1").get("version").asText();
    for (String page : List.of("/", "/embed", "/method", "/validation", "/report/MMR002")) {
      String html = text(page + "?v=1&lang=en");
      String words = note(html, "newer").replaceAll("<[^>]*>", "");
      assertTrue(
          words.matches(
              "Data as of version %s\\. Newer data exist \\(version %s of [0-9]+ [A-Z][a-z]+ [0-9]{4}\\): 1 incidents added, 0 changed, 0 withdrawn; UN figures: [12] added, [01] changed, 0 withdrawn\\. Show the newest data · What changed"
                  .formatted(one, newest)),
          page + " " + words);
      assertTrue(note(html, "newer").contains("href=\"?lang=en\""), html);
      assertTrue(
          note(html, "newer").contains("changes?since=" + one + "&amp;lang=en\""),
          note(html, "newer"));
      assertTrue(text(page + "?v=1&lang=my").contains("ပိုသစ်သော အချက်အလက်များ ရှိသည်"), page);
      assertFalse(text(page + "?v=" + newest).contains("id=\"newer\""), page);
      assertFalse(text(page).contains("id=\"newer\""), page);
    }
  }

  @Test
  void aVersionThatIsNotKeptGivesThePageOfTheNewestWithANote() {
    String newest = server.json("/health").get("version").asText();
    for (String page : List.of("/", "/embed", "/method", "/validation", "/report/MMR002")) {
      for (String asked : List.of("99", "latest", "%3Cb%3E", "1-000000000000", "")) {
        String html = text(page + "?lang=en&v=" + asked);
        String words = note(html, "unknown");
        assertTrue(words.contains("Ignored in the address: v="), page + asked + words);
        assertTrue(words.contains("not kept here"), words);
        assertTrue(words.contains(newest), words);
        assertFalse(words.contains("<b>"), words);
        assertTrue(html.contains("Data version " + newest), page + asked);
        assertFalse(html.contains("data-v=\"" + asked + "\"") && !asked.isEmpty(), page + asked);
      }
    }
    String report = text("/report/MMR002?v=99&as_of=2021-12-31&lang=en");
    assertTrue(report.contains("31 December 2021"), "the rest of the address is heeded");
  }

  @Test
  void aMangledAddressGivesAPageThatSaysWhatItIgnores() {
    String html =
        text(
            "/?as_of=soon&level=9&measure=x&at=1/2&nonsense=1&air=any&air=all&cutoff=2023-12-31&lang=en");
    String words = note(html, "ignored");
    for (String ignored :
        List.of("as_of=soon", "level=9", "measure=x", "at=1/2", "nonsense=1", "air=all")) {
      assertTrue(words.contains(ignored), ignored + " in " + words);
    }
    assertFalse(words.contains("air=any"), words);
    assertTrue(words.contains("cutoff=2023-12-31"), "no cut-off after the day: " + words);
    for (String path : List.of("/", "/embed")) {
      String shared = text(path + "?measure=ratio&product=allocation&lang=en");
      assertTrue(note(shared, "ignored").contains("measure=ratio"), note(shared, "ignored"));
      assertTrue(shared.contains("People displaced, UN figure shared out</h2>"), shared);
    }
    String plain = text("/?as_of=2021-12-31&measure=killed&at=6/20/96&compare=nowcast&lang=en");
    assertTrue(note(plain, "ignored").contains("hidden"), note(plain, "ignored"));
  }

  /** A note with its tag. */
  private static String note(String html, String id) {
    Matcher note = Pattern.compile("<p class=\"notice\" id=\"" + id + "\".*?</p>").matcher(html);
    assertTrue(note.find(), "no note " + id);
    return note.group();
  }

  @Test
  void thePageOfChangesSaysThemInWordsAndTakesAnyAddress() {
    for (String language : List.of("en", "my")) {
      String html = text("/changes?since=1&lang=" + language);
      assertTrue(html.contains("?selected=mine:a"), html);
      assertTrue(html.contains("Zznew"));
      assertTrue(html.contains("./?v=1-"));
      assertTrue(html.contains("Somebody"));
    }
    assertTrue(text("/changes?lang=en").contains("Incidents: 0 added, 0 changed, 0 withdrawn."));
    String mangled = text("/changes?since=99&until=2&cursor=x&lang=en");
    assertTrue(note(mangled, "ignored").contains("since=99, cursor=x"), mangled);
    assertTrue(
        text("/changes?since=3&until=1&lang=en").contains("Ignored in the address: since=3"));
    assertTrue(text("/changes?until=1&lang=en").contains("there is none before it"));
  }

  @Test
  void thePagesOfAVersionGoOnAfterAnImport() {
    JsonNode page = server.json("/ogc/collections/adm1/items?f=json&limit=2&v=2");
    String next = "";
    for (JsonNode link : page.get("links")) {
      next = link.get("rel").asText().equals("next") ? link.get("href").asText() : next;
    }
    JsonNode second = server.json(next.substring(next.indexOf("/ogc/")));
    assertEquals("MMR003", second.at("/features/0/id").asText());
  }

  @Test
  void entityTagsDifferByVersionAndAreRevalidated() {
    HttpResponse<byte[]> one = server.get("/api/comparison?v=1");
    HttpResponse<byte[]> two = server.get("/api/comparison?v=2");
    String tag = one.headers().firstValue("ETag").orElseThrow();
    assertNotEquals(tag, two.headers().firstValue("ETag").orElseThrow());
    assertEquals(Answers.FROZEN, one.headers().firstValue("Cache-Control").orElseThrow());
    assertEquals(
        Answers.DATA,
        server.get("/api/comparison").headers().firstValue("Cache-Control").orElseThrow());
    assertEquals(304, server.get("/api/comparison?v=1", "If-None-Match", tag).statusCode());
  }

  @Test
  void commandsTakeAVersionToo() {
    Program one = run("compare", "--json", "--data-version", 1);
    assertTrue(one.out().contains("\"1-"), one.out());
    assertTrue(run("layers", "--json", "--data-version", 1).out().contains("\"1-"));
    assertTrue(run("validate", "--json", "--data-version", "1").out().contains("\"1-"));
    Program unknown = Program.run("compare", "--data-version", 9, "--data", data);
    assertEquals(1, unknown.exitCode());
    assertTrue(unknown.err().contains("There is no dataset version 9. Kept: 3-"), unknown.err());
  }

  @Test
  void anOldVersionTellsNoRowThatTheNewestDataWithholdOrTellLess() throws IOException {
    Path own = folder.resolve("restrained");
    String header = "id,date,lat,lon,place,precision,deaths,licence,source_url\n";
    String row = "%s,2022-01-05,19.6%d31317,97.2,%s,village,5,%s,https://example.org/%1$s\n";
    incidents(
        own,
        header
            + row.formatted("a", 1, "Zzclosed", "CC0")
            + row.formatted("b", 2, "Zzcamp", "CC0")
            + row.formatted("c", 3, "Zzgone", "CC0")
            + row.formatted("d", 4, "Zzkept", "CC0"));
    privateFigure(own, 61_517);
    try (TestServer restrained = TestServer.over(own)) {
      String rows = "/download/incidents.csv?v=3";
      HttpResponse<byte[]> before = restrained.get(rows);
      String told = new String(before.body(), UTF_8);
      for (String place : List.of("Zzclosed", "Zzcamp", "Zzgone", "Zzkept")) {
        assertTrue(told.contains(place), place);
      }
      String figures = "/api/comparison?v=3&as_of=2022-01-10";
      assertTrue(new String(restrained.get(figures).body(), UTF_8).contains("61517"));
      incidents(
          own,
          header
              + row.formatted("a", 1, "Zzclosed", "All rights reserved")
              + row.formatted("b", 2, "IDP camp near Zzcamp", "CC0")
              + row.formatted("d", 4, "Zzkept", "CC0"),
          "--replace");
      privateFigure(own, 60);
      String tag = before.headers().firstValue("ETag").orElseThrow();
      HttpResponse<byte[]> after = restrained.get(rows, "If-None-Match", tag);
      assertEquals(200, after.statusCode(), "another edition, another tag");
      String left = new String(after.body(), UTF_8);
      assertFalse(left.contains("Zzclosed"));
      assertFalse(left.contains("mine:a"));
      assertFalse(
          left.contains("Zzcamp") || left.contains("19.6231317"),
          left.lines().filter(one -> one.contains("mine") || one.contains("Zz")).toList()
              ::toString);
      assertTrue(left.contains("Zzgone"), "what its source took back stays in the old version");
      assertTrue(left.contains("Zzkept"));
      for (String address :
          List.of(
              "/api/filters?v=3",
              "/ogc/collections/incidents/items?f=json&limit=1000&v=3&filter=source='mine'"
                  .replace("'", "%27"),
              "/tiles/incidents/14/12616/7290.geojson?v=3")) {
        String body = new String(restrained.get(address).body(), UTF_8);
        assertFalse(body.contains("Zzclosed") || body.contains("Zzcamp"), address);
      }
      assertFalse(new String(restrained.get(figures).body(), UTF_8).contains("61517"));
    }
  }

  private static void incidents(Path data, String rows, Object... more) throws IOException {
    Path file = Files.writeString(folder.resolve("own.csv"), rows);
    List<Object> words =
        new ArrayList<>(List.of("import", "incidents", file, "--source", "mine", "--data", data));
    words.addAll(List.of(more));
    Program done = Program.run(words.toArray());
    assertEquals(0, done.exitCode(), done.out() + done.err());
  }

  /** Without a page where anybody can read it. */
  private static void privateFigure(Path data, int people) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("private.csv"),
            "as_of,adm1_pcode,people_displaced,measure,publisher\n"
                + "2022-01-10,MMR013,%d,since_2021-02-01,Somebody\n".formatted(people));
    Program done = Program.run("import", "figures", file, "--data", data);
    assertEquals(0, done.exitCode(), done.out() + done.err());
  }

  @Test
  void aDamagedVersionIsNamedInTheAnswerAndTheNewestIsServed() throws IOException {
    Path own = folder.resolve("damaged");
    for (String id : List.of("a", "b")) {
      Path file =
          Files.writeString(
              folder.resolve(id + ".csv"),
              "id,date,lat,lon,precision,deaths,licence\n"
                  + (id + ",2022-01-05,19.6,97.2,village,5,CC0\n"));
      Program done = Program.run("import", "incidents", file, "--source", id, "--data", own);
      assertEquals(0, done.exitCode(), done.err());
    }
    try (Stream<Path> versions = Files.list(own.resolve("versions"))) {
      for (Path version : versions.toList()) {
        if (version.getFileName().toString().startsWith("2-")) {
          Files.writeString(version, "{");
        }
      }
    }
    try (TestServer damaged = TestServer.over(own)) {
      HttpResponse<byte[]> answer = damaged.get("/api/comparison?v=2");
      assertEquals(500, answer.statusCode());
      String detail = TestServer.json(answer).get("detail").asText();
      assertTrue(detail.startsWith("Dataset version 2-"), detail);
      assertFalse(detail.contains(own.toString()), detail);
      assertEquals(200, damaged.get("/api/comparison").statusCode());
      assertEquals(200, damaged.get("/api/comparison?v=1").statusCode());
    }
  }

  private static String at(String address, String version) {
    return address + (address.contains("?") ? "&" : "?") + "v=" + version;
  }

  private static String text(String address) {
    return new String(server.get(address).body(), UTF_8);
  }

  private static Program run(Object... args) {
    Object[] words = Arrays.copyOf(args, args.length + 2);
    words[args.length] = "--data";
    words[args.length + 1] = data;
    Program program = Program.run(words);
    assertEquals(0, program.exitCode(), program.out() + program.err());
    return program;
  }
}
