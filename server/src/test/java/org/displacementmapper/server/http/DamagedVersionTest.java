package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.displacementmapper.server.Program;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four versions, of which the last but one cannot be read. */
class DamagedVersionTest {

  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void importThreeTimes() throws IOException {
    data = folder.resolve("data");
    for (int i = 1; i <= 3; i++) {
      Path file =
          Files.writeString(
              folder.resolve("mine.csv"),
              "id,date,lat,lon,place,precision,deaths,licence,source_url\n"
                  + "a,2022-01-05,19.6,97.2,Zz%d,village,%d,CC0,https://example.org/a\n"
                      .formatted(i, i));
      Program done =
          Program.run("import", "incidents", file, "--source", "mine", "--data", data, "--replace");
      assertEquals(0, done.exitCode(), done.err());
    }
  }

  private Path manifest(int number) throws IOException {
    try (var files = Files.list(data.resolve("versions"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(number + "-"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void thePageOfChangesSaysSoAndGoesOnWithTheOneBefore() throws IOException {
    Path manifest = manifest(3);
    String name = manifest.getFileName().toString().replace(".json", "");
    String first = Files.readString(manifest);
    Files.writeString(
        manifest, first.replaceFirst("(\"incidents\" : \")\\w+", "$1" + "0".repeat(64)));
    try (TestServer server = TestServer.over(data)) {
      HttpResponse<byte[]> answer = server.get("/changes?lang=en");
      assertEquals(200, answer.statusCode());
      String page = text(answer);
      assertTrue(page.contains("id=\"unreadable\""), page);
      assertTrue(page.contains("version " + name + "."), page);
      assertTrue(page.contains("Incidents: 0 added, 1 changed, 0 withdrawn."), page);
      assertTrue(page.contains("api/changes?since=2-"), page);
      assertFalse(page.contains("Ignored in the address"), page);
      // Asked for by name it is ignored, and the same is shown.
      String asked = text(server.get("/changes?since=3&lang=en"));
      assertTrue(asked.contains("Ignored in the address: since=3."), asked);
      assertTrue(asked.contains("api/changes?since=2-"), asked);
      assertEquals(500, server.get("/api/changes?since=3").statusCode());
      for (String shown : List.of("/", "/embed", "/method", "/validation", "/report/MMR002")) {
        answer = server.get(shown + "?v=3&lang=en");
        assertEquals(200, answer.statusCode(), shown);
        assertTrue(text(answer).contains("cannot be read at present; the newest is"), shown);
      }
    }
  }

  @Test
  void nothingBeforeItCanBeReadEither() throws IOException {
    for (int i = 1; i <= 3; i++) {
      Files.writeString(manifest(i), "{}");
    }
    try (TestServer server = TestServer.over(data)) {
      HttpResponse<byte[]> answer = server.get("/changes?lang=en");
      assertEquals(200, answer.statusCode());
      assertTrue(text(answer).contains("id=\"unreadable\""));
    }
  }

  @Test
  void thePageOfChangesNotesWhatItDoesNotKnow() {
    try (TestServer server = TestServer.over(data)) {
      String page = text(server.get("/changes?foo=1&since=2&since=1&lang=en&lang=my&v=1"));
      for (String ignored : List.of("foo=1", "since=1", "lang=my", "v=1")) {
        assertTrue(page.contains(ignored + ",") || page.contains(ignored + "."), ignored);
      }
      assertTrue(page.contains("Ignored in the address: "), page);
      assertTrue(page.contains("api/changes?since=2-"), page);
      assertFalse(
          text(server.get("/changes?since=2&until=3&lang=en")).contains("Ignored in the address"));
    }
  }

  @Test
  void oneThatIsTooLargeForTheMemoryIsNotToldAsDamaged() throws IOException {
    Path manifest = manifest(3);
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replaceFirst("(\"incidents\" : \\{\\s+\"[^\"]+\" : )\\d+", "$1" + 90_000_000_000L));
    try (TestServer server = TestServer.serving(data)) {
      HttpResponse<byte[]> answer = server.get("/api/comparison?v=3");
      assertEquals(503, answer.statusCode());
      JsonNode problem = TestServer.json(answer);
      assertEquals("Too little memory", problem.get("title").asText());
      String detail = problem.get("detail").asText();
      assertTrue(detail.contains("-Xmx") && detail.contains("leave v out"), detail);
      assertEquals(200, server.get("/api/comparison?v=2").statusCode());
      assertEquals(200, server.get("/api/comparison").statusCode());
      String page = text(server.get("/?v=3&lang=en"));
      assertTrue(page.contains("cannot be read at present; the newest is shown"), page);
    }
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
