package org.displacementmapper.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.displacementmapper.format.PmTile;
import org.displacementmapper.server.Program;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileFileRoutesTest {

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

  /** Every tile there is of the first zooms, asked for one by one, empty ones left out. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "incidents?",
        "incident-areas?",
        "adm1?unit=MMR002,MMR017",
        "adm1-labels?",
        "places?",
        "neighbours?",
        "incidents?air=any&properties=air"
      })
  void holdsTheTilesOfThePlainRouteAndLacksNone(String layer) {
    PmTilesTwin file = file(layer + "&maxzoom=4");
    TreeMap<Long, byte[]> expected = new TreeMap<>();
    for (long id = 0; id < PmTile.first(5); id++) {
      byte[] tile = plain(layer, PmTile.at(id));
      if (tile.length > 0) {
        expected.put(id, tile);
      }
    }
    assertEquals(expected.keySet(), file.tiles.keySet(), layer);
    expected.forEach((id, tile) -> assertArrayEquals(tile, file.tiles.get(id), layer));
  }

  /** Among the deepest tiles, those of the file and their neighbours. */
  @ParameterizedTest
  @ValueSource(strings = {"incidents?", "adm1?", "incident-areas?unit=MMR010", "neighbours?"})
  void holdsTheTilesOfThePlainRouteAtTheDeepestZoom(String layer) {
    PmTilesTwin file = file(layer);
    int deepest = file.small(101);
    List<Long> ids = new ArrayList<>(file.tiles.tailMap(PmTile.first(deepest)).keySet());
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 150; i++) {
      PmTile one = PmTile.at(ids.get(random.nextInt(ids.size())));
      int x = Math.max(0, one.x() + random.nextInt(5) - 2);
      int y = Math.max(0, one.y() + random.nextInt(5) - 2);
      PmTile tile = new PmTile(deepest, x % (1 << deepest), y % (1 << deepest));
      byte[] found = file.tiles.getOrDefault(tile.id(), new byte[0]);
      assertArrayEquals(plain(layer, tile), found, layer + tile + " seed " + seed);
    }
  }

  @Test
  void saysWhatItIsInHeaderAndMetadata() throws IOException {
    PmTilesTwin file = file("adm1?as_of=2022-01-31&unit=MMR002&properties=name&maxzoom=7");
    JsonNode metadata = new ObjectMapper().readTree(file.metadata());
    JsonNode vector = metadata.at("/vector_layers/0");
    assertEquals("adm1", vector.get("id").asText());
    assertEquals(0, vector.get("minzoom").asInt(-1));
    assertEquals(7, vector.get("maxzoom").asInt());
    assertEquals(List.of("pcode", "name"), names(vector.get("fields")));
    assertEquals("MMR002", metadata.at("/filter/unit").asText());
    assertEquals("2022-01-31", metadata.get("as_of").asText());
    assertTrue(metadata.get("attribution").asText().contains("Uppsala"));
    assertTrue(metadata.get("licence").toString().contains("ucdp: CC BY 4.0"));
    for (String name :
        List.of("name", "version", "product", "cutoff", "policy", "credits", "corrections")) {
      assertTrue(metadata.hasNonNull(name), name);
    }
    assertEquals(7, file.small(101));
    double[] box = {file.degrees(102), file.degrees(106), file.degrees(110), file.degrees(114)};
    assertTrue(box[0] > 96 && box[2] < 98.5 && box[1] > 18 && box[3] < 20.5, "Kayah only");
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void sendsItAsAFileWithATag() {
    HttpResponse<byte[]> answer = server.get("/download/adm1.pmtiles?maxzoom=2");
    assertEquals("application/vnd.pmtiles", answer.headers().firstValue("Content-Type").get());
    String name = answer.headers().firstValue("Content-Disposition").orElseThrow();
    assertTrue(name.matches("attachment; filename=\"adm1_2022-01-31_v.*\\.pmtiles\""), name);
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    assertEquals(
        304, server.get("/download/adm1.pmtiles?maxzoom=2", "If-None-Match", tag).statusCode());
    assertArrayEquals(answer.body(), server.get("/download/adm1.pmtiles?maxzoom=2").body());
  }

  @Test
  void aLayerWithNothingToShowIsOneEmptyTile() {
    PmTilesTwin file = file("incidents?from=2021-02-01&to=2021-02-01&unit=MMR002");
    assertEquals(1, file.tiles.size());
    assertEquals(0, file.tiles.get(0L).length);
  }

  @Test
  void refusesTooManyTilesAndZoomsThatTheLayerHasNot() {
    HttpResponse<byte[]> many = server.get("/download/adm1.pmtiles?maxzoom=13");
    assertEquals(400, many.statusCode());
    String told = new String(many.body(), UTF_8);
    assertTrue(told.contains("maxzoom") && told.contains("0 to 12 is allowed"), told);
    assertTrue(many.headers().firstValue("Content-Disposition").isEmpty());
    assertTrue(many.headers().firstValue("ETag").isEmpty());
    assertTrue(many.headers().firstValue(PolicyHeader.NAME).isPresent());
    String deep = new String(server.get("/download/neighbours.pmtiles?maxzoom=9").body(), UTF_8);
    assertTrue(deep.contains("zooms 0 to 8"), deep);
    assertEquals(400, server.get("/download/adm1.pmtiles?maxzoom=x").statusCode());
    assertEquals(400, server.get("/download/adm1.csv?maxzoom=3").statusCode());
  }

  @Test
  void theCommandWritesTheSameFileAndLeavesNothingElse() throws IOException {
    Path file = folder.resolve("out").resolve("adm1.pmtiles");
    Files.createDirectories(file.getParent());
    Program program = export("adm1", file, "--max-zoom", 5);
    assertEquals(0, program.exitCode(), program.err());
    assertTrue(program.err().contains("tiles of adm1 down to zoom 5"), program.err());
    HttpResponse<byte[]> answer = server.get("/download/adm1.pmtiles?maxzoom=5");
    assertArrayEquals(answer.body(), Files.readAllBytes(file));
    assertEquals(1, export("adm1", file, "--max-zoom", 14).exitCode());
    Path csv = file.resolveSibling("adm1.csv");
    assertEquals(2, export("adm1", csv, "--max-zoom", 5).exitCode());
    try (Stream<Path> left = Files.list(file.getParent())) {
      assertEquals(List.of(file), left.toList());
    }
  }

  private static Program export(String layer, Path file, Object... more) {
    List<Object> words = new ArrayList<>(List.of("export", layer, "-o", file));
    words.addAll(List.of(more));
    words.addAll(List.of("--data", folder.resolve("data")));
    return Program.run(words.toArray());
  }

  @Test
  void helpNamesTheFormatsOfTheList() {
    String help = Program.run("export", "--help").out().replaceAll("\\s+", " ");
    assertTrue(help.contains(".pmtiles, .csv"), help);
    assertFalse(help.contains("bundle"), help);
    for (String command :
        List.of("import incidents", "import boundaries", "import population", "join")) {
      Object[] words = (command + " --help").split(" ");
      String read = Program.run(words).out().replaceAll("\\s+", " ");
      assertTrue(read.contains("zip, shp, kml, geojson"), read);
    }
  }

  private static PmTilesTwin file(String layerAndQuery) {
    HttpResponse<byte[]> answer =
        server.get(
            "/download/"
                + layerAndQuery
                    .replace("?", ".pmtiles?")
                    .replace("?&", "?")
                    .replaceFirst("\\?$", ""));
    assertEquals(200, answer.statusCode(), new String(answer.body(), UTF_8));
    return new PmTilesTwin(answer.body());
  }

  private static byte[] plain(String layerAndQuery, PmTile tile) {
    String[] parts = layerAndQuery.split("\\?", -1);
    HttpResponse<byte[]> answer =
        server.get(
            "/tiles/%s/%d/%d/%d.mvt?%s"
                .formatted(parts[0], tile.z(), tile.x(), tile.y(), parts[1])
                .replaceFirst("\\?$", ""));
    assertEquals(200, answer.statusCode());
    return answer.body();
  }
}
