package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.displacementmapper.format.Format;
import org.displacementmapper.format.Formats;
import org.displacementmapper.server.Gdal;
import org.displacementmapper.server.Program;
import org.displacementmapper.server.Shared;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Envelope;

/**
 * GDAL reads every layer in every format, and the collections of OGC API - Features, as they are:
 * the same number of features, the same extent, the same Burmese names. The townships are among
 * them where there are any to import.
 */
class DownloadsInGdalTest {

  /** GDAL prints six decimals. */
  private static final double TOLERANCE = 1e-5;

  private static final String NUMBER = "(-?[0-9.]+)";
  private static final Pattern EXTENT =
      Pattern.compile(
          "Extent: \\(%s, %s\\) - \\(%s, %s\\)".formatted(NUMBER, NUMBER, NUMBER, NUMBER));
  private static final Pattern LAYER =
      Pattern.compile("Layer name: (\\S+)(?:(?!Layer name)[\\s\\S])*?Feature Count: (\\d+)");
  private static final Pattern BURMESE = Pattern.compile("\\p{IsMyanmar}");

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() {
    Path data = folder.resolve("data");
    if (Shared.isThere()) {
      Path townships = Shared.file("boundaries/mmr_adm3_mimu_v93.geojson");
      Program program =
          Program.run("import", "boundaries", townships, "--level", "3", "--data", data);
      assertEquals(0, program.exitCode(), program.err());
    }
    server = TestServer.over(data);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Endings of the formats that GDAL 3.6 reads: it knows PMTiles only from 3.8 on. */
  static Stream<String> endings() {
    return Formats.writers().stream()
        .filter(writer -> !writer.id().equals("pmtiles"))
        .map(Format::extensions)
        .map(extensions -> extensions.get(0));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void gdalReadsEveryLayer(String ending) throws IOException {
    int burmese = 0;
    for (JsonNode layer : server.json("/layers").get("layers")) {
      if (!layer.get("file").asBoolean()) {
        continue; // for tiles only
      }
      String id = layer.get("id").asText();
      JsonNode expected = server.json("/download/" + id + ".geojson").get("features");
      String name = id + "." + ending;
      HttpResponse<byte[]> answer = server.get("/download/" + name);
      assertEquals(200, answer.statusCode(), name);
      Files.write(folder.resolve(name), answer.body());
      List<String> command = new ArrayList<>(List.of("ogrinfo", "-al", "-geom=NO"));
      if (ending.equals("csv")) {
        command.addAll(List.of("-oo", "X_POSSIBLE_NAMES=lon", "-oo", "Y_POSSIBLE_NAMES=lat"));
      }
      command.add(ending.endsWith(".zip") ? "/vsizip/" + name : name);
      String printed = Gdal.run(folder, command.toArray(String[]::new));
      assertEquals(expected.size(), Gdal.count(printed), name);
      assertExtent(extent(expected), printed, name);
      if (!ending.equals("kml")) {
        String called = id.replaceAll(ending.equals("gpkg") ? "-" : "/", "_");
        assertTrue(printed.contains("Layer name: " + called), name);
      }
      for (JsonNode feature : expected) {
        for (JsonNode value : feature.get("properties")) {
          if (value.isTextual() && BURMESE.matcher(value.textValue()).find()) {
            burmese++;
            assertTrue(printed.contains(value.textValue()), () -> value + " is not in " + name);
          }
        }
      }
    }
    assertTrue(burmese >= 14, "names in Burmese: " + burmese);
  }

  private static void assertExtent(Envelope expected, String printed, String name) {
    Matcher found = EXTENT.matcher(printed);
    assertTrue(found.find(), () -> name + ": no extent in " + printed);
    double[] sides = {
      expected.getMinX(), expected.getMinY(), expected.getMaxX(), expected.getMaxY()
    };
    for (int i = 0; i < sides.length; i++) {
      assertEquals(sides[i], Double.parseDouble(found.group(i + 1)), TOLERANCE, name);
    }
  }

  private static Envelope extent(JsonNode features) {
    Envelope extent = new Envelope();
    features.forEach(feature -> include(feature.path("geometry").path("coordinates"), extent));
    return extent;
  }

  private static void include(JsonNode coordinates, Envelope extent) {
    if (coordinates.path(0).isNumber()) {
      extent.expandToInclude(coordinates.get(0).asDouble(), coordinates.get(1).asDouble());
    } else {
      coordinates.forEach(each -> include(each, extent));
    }
  }

  @Test
  void gdalReadsEveryCollectionOfTheOgcApi() throws IOException {
    String source = "OAPIF:http://127.0.0.1:" + server.port() + "/ogc";
    Map<String, Long> counts = new HashMap<>();
    Matcher layers = LAYER.matcher(Gdal.run(folder, "ogrinfo", "-al", "-so", source));
    while (layers.find()) {
      counts.put(layers.group(1), Long.parseLong(layers.group(2)));
    }
    Map<String, Long> expected = new HashMap<>();
    for (JsonNode one : server.json("/ogc/collections").get("collections")) {
      String id = one.get("id").asText();
      JsonNode page = server.json("/ogc/collections/" + id + "/items?limit=1");
      expected.put(id, page.get("numberMatched").asLong());
    }
    assertEquals(expected, counts);
    // Page after page, not only what the first one says.
    String incidents = Gdal.run(folder, "ogrinfo", "-q", "-geom=NO", source, "incidents");
    assertEquals(
        expected.get("incidents"),
        Pattern.compile("(?m)^OGRFeature\\(incidents\\)").matcher(incidents).results().count());
    String states = Gdal.run(folder, "ogrinfo", "-q", "-geom=NO", source, "adm1");
    assertTrue(states.contains("ကယားပြည်နယ်"), states);
    String some =
        Gdal.run(folder, "ogrinfo", "-so", "-spat", "97", "19", "98", "20", source, "adm1");
    assertEquals(
        server.json("/ogc/collections/adm1/items?bbox=97,19,98,20").get("numberMatched").asLong(),
        Gdal.count(some));
  }
}
