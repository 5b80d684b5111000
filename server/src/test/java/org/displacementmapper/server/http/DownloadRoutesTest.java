package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.format.FeatureStream;
import org.displacementmapper.format.FeatureWriter;
import org.displacementmapper.format.Formats;
import org.displacementmapper.format.Input;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadRoutesTest {

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.over(folder.resolve("data"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Endings of the formats that can be read back. */
  static Stream<String> endings() {
    return Formats.writers().stream()
        .filter(writer -> Formats.ALL.stream().anyMatch(one -> isReader(one.id(), writer)))
        .map(writer -> writer.extensions().get(0));
  }

  private static boolean isReader(String id, FeatureWriter writer) {
    return Formats.readers().stream()
        .anyMatch(reader -> reader.id().equals(id) && id.equals(writer.id()));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void holdsEveryFeatureInEveryFormat(String ending) {
    for (String layer : new String[] {"adm1", "incidents"}) {
      long expected = count(server.get("/download/" + layer + ".geojson"), layer, "geojson");
      HttpResponse<byte[]> answer = server.get("/download/" + layer + "." + ending);
      assertEquals(200, answer.statusCode());
      assertEquals(expected, count(answer, layer, ending), layer + "." + ending);
    }
  }

  private static long count(HttpResponse<byte[]> answer, String layer, String ending) {
    InputStream bytes = new ByteArrayInputStream(answer.body());
    try (FeatureStream features =
        Formats.read(
            Input.of(layer + "." + ending, bytes),
            issue -> assertEquals(Issue.Severity.WARNED, issue.severity(), issue::toString))) {
      long count = 0;
      for (Feature ignored : features) {
        count++;
      }
      return count;
    }
  }

  @Test
  void putsTheHashtagsOfHxlUnderTheNamesOfTheColumns() {
    for (String layer : new String[] {"adm1", "incidents", "incident-areas"}) {
      byte[] plain = server.get("/download/" + layer + ".csv?geometry=none").body();
      byte[] tagged = server.get("/download/" + layer + ".csv?geometry=none&hxl=true").body();
      List<String> rows = new String(tagged, StandardCharsets.UTF_8).lines().toList();
      assertEquals(
          new String(plain, StandardCharsets.UTF_8).lines().toList(),
          Stream.concat(rows.stream().limit(1), rows.stream().skip(2)).toList(),
          "but for its second row the file is the same");
      String[] tags = rows.get(1).replace("\"", "").split(",", -1);
      assertEquals(rows.get(0).split(",", -1).length, tags.length, rows.get(1));
      for (String tag : tags) {
        assertTrue(tag.isEmpty() || tag.matches("#[a-z][a-z0-9]*([+][a-z][a-z0-9_]*)*"), tag);
      }
      if (layer.equals("adm1")) {
        assertEquals("#adm1+code", tags[0]);
        assertTrue(List.of(tags).contains("#affected+idps+estimated"), rows.get(1));
        assertTrue(List.of(tags).contains("#affected+idps+reported"), rows.get(1));
      }
    }
  }

  @Test
  void saysToAHeadWhatAGetWouldSayAndNotThatTheFileIsEmpty() {
    for (String ending : new String[] {"csv", "geojson", "gpkg", "shp.zip", "kml", "fgb"}) {
      String address = "/download/adm1." + ending;
      HttpResponse<byte[]> get = server.get(address);
      HttpResponse<byte[]> head = server.head(address);
      assertEquals(200, head.statusCode(), address);
      assertEquals(0, head.body().length, address);
      String bytes = Integer.toString(get.body().length);
      assertEquals(
          bytes, head.headers().firstValue("Displacement-Mapper-Bytes").orElse(""), address);
      assertEquals("14", head.headers().firstValue("Displacement-Mapper-Rows").orElse(""), address);
      assertFalse(head.headers().firstValue("Content-Length").isPresent(), address);
      for (String name : new String[] {"Content-Type", "Content-Disposition", "ETag", "Vary"}) {
        assertEquals(get.headers().firstValue(name), head.headers().firstValue(name), name);
      }
    }
  }

  @Test
  void leavesTheShapesOutOfACsvWhereTheyAreNotWanted() {
    String whole = new String(server.get("/download/adm1.csv").body(), StandardCharsets.UTF_8);
    assertTrue(whole.lines().findFirst().orElseThrow().endsWith(",wkt"), whole);
    assertTrue(whole.contains("POLYGON (("));
    HttpResponse<byte[]> answer = server.get("/download/adm1.csv?geometry=none&bom=true");
    String plain = new String(answer.body(), StandardCharsets.UTF_8);
    assertFalse(plain.contains("POLYGON"));
    assertFalse(plain.lines().findFirst().orElseThrow().contains("wkt"), plain);
    assertEquals(whole.lines().count(), plain.lines().count());
    assertEquals(400, server.get("/download/adm1.csv?geometry=wkt").statusCode());
    assertEquals(400, server.get("/download/adm1.gpkg?geometry=none").statusCode());
  }

  @Test
  void saysInItsHeadersWhatTheFileIs() throws IOException {
    HttpResponse<byte[]> answer = server.get("/download/adm1.csv?unit=MMR002&as_of=2022-01-31");
    String name = answer.headers().firstValue("Content-Disposition").orElseThrow();
    assertTrue(name.matches("attachment; filename=\"adm1_2022-01-31_v.*\\.csv\""), name);
    JsonNode about =
        new ObjectMapper()
            .readTree(answer.headers().firstValue(DownloadRoutes.ABOUT).orElseThrow());
    for (String field :
        new String[] {
          "version", "product", "as_of", "cutoff", "source", "policy", "credits", "corrections"
        }) {
      assertTrue(about.hasNonNull(field), field);
    }
    assertEquals("MMR002", about.get("filter").get("unit").textValue());
  }

  @Test
  void streamsTheSameBytesPackedAndPlainAndAnswersNotModified() throws IOException {
    HttpResponse<byte[]> plain = server.get("/download/adm1.geojson");
    HttpResponse<byte[]> packed = server.get("/download/adm1.geojson", "Accept-Encoding", "gzip");
    assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElseThrow());
    byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
    assertEquals(
        new String(plain.body(), StandardCharsets.UTF_8),
        new String(unpacked, StandardCharsets.UTF_8));
    String tag = plain.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, server.get("/download/adm1.geojson", "If-None-Match", tag).statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/download/nothing.csv",
        "/download/adm1.xls",
        "/download/adm1.csv?as_of=never",
        "/download/adm1.csv?colour=red"
      })
  void answersAProblemBeforeTheFirstByteOfAFile(String address) {
    HttpResponse<byte[]> answer = server.get(address);
    assertTrue(answer.statusCode() == 400 || answer.statusCode() == 404, address);
    assertEquals(Problem.MEDIA_TYPE, answer.headers().firstValue("Content-Type").orElseThrow());
    assertTrue(answer.headers().firstValue("Content-Disposition").isEmpty());
  }

  @Test
  void breaksOffAnAnswerThatFailsHalfWay() {
    AtomicBoolean reached = new AtomicBoolean();
    Javalin javalin =
        Javalin.create(
            config -> {
              config.jetty.host = "127.0.0.1";
              config.jetty.port = 0;
              config.startup.showJavalinBanner = false;
              config.routes.exception(
                  BrokenAnswerException.class, (e, context) -> e.breakOff(context));
              config.routes.get(
                  "/",
                  context ->
                      Answers.stream(
                          context,
                          "1",
                          "text/plain",
                          Answers.DATA,
                          out -> {
                            out.write(new byte[200_000]);
                            reached.set(true);
                            throw new IllegalStateException("half way");
                          }));
            });
    javalin.start();
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + javalin.port() + "/")).build();
      assertThrows(
          IOException.class,
          () -> HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()));
      assertTrue(reached.get());
    } finally {
      javalin.stop();
    }
  }
}
