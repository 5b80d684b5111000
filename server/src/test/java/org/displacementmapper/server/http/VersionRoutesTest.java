package org.displacementmapper.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.displacementmapper.dataset.PublicationPolicy;
import org.displacementmapper.server.Program;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The versions kept, and what changed between them, over five versions made by imports. */
class VersionRoutesTest {

  private static final String HEADER =
      "id,date,lat,lon,place,precision,deaths,licence,source_url\n";

  @TempDir static Path folder;
  private static Path data;
  private static TestServer server;

  @BeforeAll
  static void importFourTimes() throws IOException {
    data = folder.resolve("data");
    incidents(
        row("a", "Zzstays", "village", 5, "CC0")
            + row("b", "Zzchanges", "village", 5, "CC0")
            + row("c", "Zzgoes", "village", 5, "CC0")
            + row("d", "Zzcloses", "village", 5, "CC0")
            + row("e", "Zzcamp", "village", 5, "CC0"));
    // Only a row that nobody is told of.
    incidents(row("f", "Zzsecret", "village", 5, "All rights reserved"));
    figures(
        "2022-01-31,MMR,500000,since_2021-02-01,Somebody,https://example.org/f\n"
            + "2022-01-10,MMR013,61517,since_2021-02-01,Friends,\n");
    incidents(
        row("a", "Zzstays", "village", 5, "CC0")
            + row("b", "Zzchanges", "village", 9, "CC0")
            + row("d", "Zzcloses", "village", 5, "All rights reserved")
            + row("e", "IDP camp near Zzcamp", "village", 5, "CC0")
            + row("f", "Zzsecret", "village", 5, "All rights reserved")
            + row("g", "Zznew", "village", 1, "CC0"),
        "--replace");
    server = TestServer.over(data);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String row(String id, String place, String precision, int deaths, String licence) {
    return "%s,2022-01-05,19.6131317,97.2,%s,%s,%d,%s,https://example.org/%1$s\n"
        .formatted(id, place, precision, deaths, licence);
  }

  private static void incidents(String rows, Object... more) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.csv"), HEADER + rows);
    List<Object> words =
        new ArrayList<>(List.of("import", "incidents", file, "--source", "mine", "--data", data));
    words.addAll(List.of(more));
    run(words.toArray());
  }

  private static void figures(String rows) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("figures.csv"),
            "as_of,adm1_pcode,people_displaced,measure,publisher,source_url\n" + rows);
    run("import", "figures", file, "--data", data);
  }

  private static Program run(Object... words) {
    Program done = Program.run(words);
    assertEquals(0, done.exitCode(), done.out() + done.err());
    return done;
  }

  @Test
  void listsTheVersionsNewestFirstWithWhatIsToldOfThem() {
    JsonNode versions = server.json("/api/versions").get("versions");
    assertEquals(5, versions.size());
    String newest = server.json("/health").get("version").asText();
    for (int i = 0; i < 5; i++) {
      JsonNode one = versions.get(i);
      assertEquals(5 - i, one.get("number").asInt());
      assertEquals(one.get("name").asText().equals(newest), one.get("newest").asBoolean());
      // The newest holds rows that are not told, of which older ones told some.
      String of = "/api/filters?from=1900-01-01&to=2100-01-01&v=" + one.get("number");
      assertEquals(
          server.json(of).get("total").asLong(), one.get("incidents").asLong(), one::toString);
      assertTrue(one.get("units").asInt() >= 14);
    }
    assertEquals(LocalDate.now().toString(), versions.get(0).get("created").asText());
    assertEquals("figures", versions.get(1).get("imported").asText());
    assertEquals("incidents", versions.get(2).get("imported").asText());
    assertTrue(versions.get(4).get("imported").isNull());
  }

  @Test
  void countsWhatEachVersionTellsWhereAllIsTold(@TempDir Path own) throws Exception {
    Path file =
        Files.writeString(
            own.resolve("mine.csv"), HEADER + row("z", "Zzopen", "village", 1, "CC0"));
    Path folder = own.resolve("data");
    assertEquals(0, Program.run("import", "incidents", file, "--data", folder).exitCode());
    try (TestServer open = TestServer.over(folder)) {
      JsonNode versions = open.json("/api/versions").get("versions");
      assertEquals(2, versions.size());
      for (JsonNode one : versions) {
        String of = "/api/filters?from=1900-01-01&to=2100-01-01&v=" + one.get("number");
        assertEquals(
            open.json(of).get("total").asLong(), one.get("incidents").asLong(), one::toString);
      }
    }
  }

  @Test
  void listsThePartsOfVersions() {
    JsonNode first = server.json("/api/versions?limit=2");
    JsonNode second = server.json("/api/versions?limit=3&cursor=" + first.get("next").asText());
    assertEquals(3, second.get("versions").get(0).get("number").asInt());
    assertTrue(second.get("next").isNull());
    assertEquals(400, server.get("/api/versions?cursor=x").statusCode());
  }

  @Test
  void saysWhatChangedAndNothingOfWhatIsWithheld() {
    JsonNode changes = server.json("/api/changes?since=2&until=5");
    assertEquals(
        "{\"added\":1,\"changed\":1,\"withdrawn\":1}", changes.get("incidents").toString());
    assertEquals("{\"added\":2,\"changed\":0,\"withdrawn\":0}", changes.get("figures").toString());
    assertTrue(changes.get("newest").asBoolean());
    assertFalse(changes.get("boundaries_changed").asBoolean());
    assertFalse(changes.get("population_changed").asBoolean());
    assertEquals(
        "[{\"source\":\"mine\",\"added\":1,\"changed\":1,\"withdrawn\":1}]",
        changes.get("sources").toString());
    assertEquals("[{\"field\":\"killed\",\"incidents\":1}]", changes.get("fields").toString());
    assertEquals("MMR002", changes.at("/units/0/pcode").asText());
    assertEquals(1, changes.get("units").size());
    List<String> rows = new ArrayList<>();
    changes
        .get("changes")
        .forEach(
            row ->
                rows.add(
                    row.get("of").asText()
                        + " "
                        + row.get("change").asText()
                        + " "
                        + row.get("key").asText()));
    assertEquals(
        List.of(
            "figure added null",
            "figure added null",
            "incident changed mine:b",
            "incident withdrawn mine:c",
            "incident added mine:g"),
        rows);
    String all = changes.toString();
    for (String hidden : List.of("Zzcloses", "Zzcamp", "Zzsecret", "mine:d", "mine:e", "mine:f")) {
      assertFalse(all.contains(hidden), hidden);
    }
    String gone = changes.at("/changes/3/page").asText();
    assertTrue(gone.contains("/?selected=mine:c&v=2-"), gone);
    assertTrue(changes.at("/changes/4/page").asText().endsWith("/?selected=mine:g"));
    JsonNode figure = changes.at("/changes/0");
    assertTrue(figure.get("people_before").isNull());
    assertEquals(500_000, figure.get("people_after").asLong());
  }

  @Test
  void anImportOfRowsThatNobodyIsToldOfChangesNothing() {
    JsonNode changes = server.json("/api/changes?since=2&until=3");
    assertEquals(
        "{\"added\":0,\"changed\":0,\"withdrawn\":0}", changes.get("incidents").toString());
    assertEquals("[]", changes.get("changes").toString());
    assertEquals("[]", changes.get("units").toString());
    assertFalse(changes.toString().contains("Zz"));
  }

  @Test
  void aPrivateServerCountsWhatItTells() {
    PublicationPolicy policy = PublicationPolicy.STANDARD.withRestrictedRows();
    try (TestServer own = TestServer.over(data, policy)) {
      JsonNode changes = own.json("/api/changes?since=2&until=3");
      assertEquals(1, changes.at("/incidents/added").asInt());
      assertEquals("mine:f", changes.at("/changes/0/key").asText());
      JsonNode versions = own.json("/api/versions").get("versions");
      assertEquals(
          versions.get(3).get("incidents").asLong() + 1, versions.get(2).get("incidents").asLong());
    }
  }

  @Test
  void pagesThroughEachRowOnce() {
    Set<String> seen = new HashSet<>();
    String cursor = "";
    for (int pages = 1; ; pages++) {
      JsonNode part = server.json("/api/changes?since=2&limit=2" + cursor);
      part.get("changes").forEach(row -> assertTrue(seen.add(row.toString()), row::toString));
      if (part.get("next").isNull()) {
        assertEquals(3, pages);
        break;
      }
      cursor = "&cursor=" + part.get("next").asText();
    }
    assertEquals(5, seen.size());
    String next = cursor.substring("&cursor=".length());
    assertEquals(200, server.get("/api/changes?cursor=" + next).statusCode());
    for (String bad :
        List.of(
            "cursor=x",
            "since=1&cursor=" + next,
            "cursor=" + next.replaceFirst("~[^~]*~([0-9]+)$", "~0~$1"))) {
      assertEquals(400, server.get("/api/changes?" + bad).statusCode(), bad);
    }
  }

  @Test
  void answersWhatIsLeftOutAndRefusesWhatCannotBe() {
    JsonNode last = server.json("/api/changes");
    assertTrue(last.get("since").asText().startsWith("4-"));
    assertTrue(last.get("until").asText().startsWith("5-"));
    JsonNode first = server.json("/api/changes?until=1");
    assertEquals(first.get("since"), first.get("until"));
    assertEquals(404, server.get("/api/changes?since=9").statusCode());
    HttpResponse<byte[]> backwards = server.get("/api/changes?since=5&until=2");
    assertEquals(400, backwards.statusCode());
    assertTrue(new String(backwards.body(), UTF_8).contains("a version not newer than until"));
  }

  @Test
  void commandsSayTheSame() {
    String versions = run("versions", "--data", data).out();
    assertTrue(versions.lines().findFirst().orElse("").startsWith("5-"), versions);
    assertEquals(5, versions.lines().count());
    String changes = run("changes", "--since", 2, "--data", data).out();
    assertTrue(changes.contains("  incidents: 1 added, 1 changed, 1 withdrawn"), changes);
    assertTrue(changes.contains("mine:b Zzchanges: killed"), changes);
    assertFalse(changes.contains("Zzsecret") || changes.contains("Zzcloses"), changes);
    assertTrue(run("changes", "--json", "--data", data).out().contains("\"since\""));
    assertTrue(run("versions", "--json", "--data", data).out().contains("\"newest\" : true"));
    Program unknown = Program.run("changes", "--since", 9, "--data", data);
    assertEquals(1, unknown.exitCode());
    assertTrue(unknown.err().contains("There is no dataset version 9."), unknown.err());
  }
}
