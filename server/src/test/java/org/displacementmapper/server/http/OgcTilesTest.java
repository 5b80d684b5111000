package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** OGC API - Tiles over the shipped data: what the official suite does not look at. */
class OgcTilesTest {

  private static final List<String> LAYERS =
      List.of("incidents", "incident-areas", "adm1", "un-groups", "neighbours", "places");

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
  @CsvSource({
    "adm1, f=mvt, mvt",
    "adm1, f=json, geojson",
    "adm1, f=mvt&as_of=2021-10-17&properties=displaced, mvt",
    "incidents, f=json&air=documented&to=2023-12-31, geojson",
    "incident-areas, f=mvt&unit=MMR002, mvt",
    "places, f=json, geojson"
  })
  void insideTheLimitsATileHasTheBytesOfThePlainRoute(String layer, String query, String ending) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 12; i++) {
      int zoom = random.nextInt(9);
      JsonNode limits = limits("/collections/" + layer, "WebMercatorQuad", zoom);
      int row = between(random, limits, "minTileRow", "maxTileRow");
      int column = between(random, limits, "minTileCol", "maxTileCol");
      HttpResponse<byte[]> ours =
          server.get(tile("/collections/" + layer, zoom, row, column) + "?" + query);
      HttpResponse<byte[]> plain =
          server.get(
              "/tiles/%s/%d/%d/%d.%s?%s"
                  .formatted(
                      layer, zoom, column, row, ending, query.replaceFirst("^f=\\w+&?", "")));
      String where = "seed " + seed + " tile " + zoom + "/" + row + "/" + column;
      assertEquals(200, ours.statusCode(), where);
      assertArrayEquals(plain.body(), ours.body(), where);
      for (String header : List.of("Content-Type", "Cache-Control", "Displacement-Mapper-Policy")) {
        assertEquals(header(plain, header), header(ours, header), where);
      }
    }
  }

  @Test
  void aTileOfTheDatasetIsThePlainTilesOfItsLayersTogether() throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    List<JsonNode> features = new ArrayList<>();
    for (String layer : LAYERS) {
      plain.write(server.get("/tiles/" + layer + "/5/24/14.mvt").body());
      server.json("/tiles/" + layer + "/5/24/14.geojson").get("features").forEach(features::add);
    }
    String address = tile("", 5, 14, 24);
    assertArrayEquals(plain.toByteArray(), server.get(address).body());
    List<JsonNode> together = new ArrayList<>();
    server.json(address + "?f=json").get("features").forEach(together::add);
    assertEquals(features, together);
  }

  @Test
  void outsideTheLimitsThereIsNoTileButThePlainRouteHasAnEmptyOne() {
    for (int zoom = 2; zoom <= 22; zoom++) {
      JsonNode limits = limits("/collections/adm1", "WebMercatorQuad", zoom);
      int row = limits.get("maxTileRow").asInt();
      int column = limits.get("minTileCol").asInt();
      for (int[] one : new int[][] {{row + 1, column}, {row, column - 1}}) {
        HttpResponse<byte[]> ours = server.get(tile("/collections/adm1", zoom, one[0], one[1]));
        assertEquals(404, ours.statusCode(), zoom + " " + row + " " + column);
        assertTrue(TestServer.json(ours).get("detail").asText().contains("Rows "));
        String plain = "/tiles/adm1/%d/%d/%d.geojson".formatted(zoom, one[1], one[0]);
        assertEquals(200, server.get(plain).statusCode(), plain);
      }
      assertEquals(200, server.get(tile("/collections/adm1", zoom, row, column)).statusCode());
    }
  }

  /** The formulas are those of the standards, not those of the code. */
  @Test
  void everyFeatureLiesInTheLimitsAndTheyReachNoFurther() throws ParseException {
    for (String layer : LAYERS) {
      Envelope box = new Envelope();
      for (JsonNode feature :
          server.json("/ogc/collections/" + layer + "/items?limit=10000").get("features")) {
        if (!feature.get("geometry").isNull()) {
          box.expandToInclude(geometry(feature.get("geometry")).getEnvelopeInternal());
        }
      }
      for (int zoom : new int[] {0, 1, 5, 9}) {
        double width = 360.0 / (1 << zoom);
        JsonNode mercator = limits("/collections/" + layer, "WebMercatorQuad", zoom);
        assertNear((box.getMinX() + 180) / width, mercator.get("minTileCol"), layer + zoom);
        assertNear((box.getMaxX() + 180) / width, mercator.get("maxTileCol"), layer + zoom);
        assertNear(mercatorRow(box.getMaxY(), zoom), mercator.get("minTileRow"), layer + zoom);
        assertNear(mercatorRow(box.getMinY(), zoom), mercator.get("maxTileRow"), layer + zoom);
        JsonNode degrees = limits("/collections/" + layer, "WorldCRS84Quad", zoom);
        double half = width / 2;
        assertNear((box.getMinX() + 180) / half, degrees.get("minTileCol"), layer + zoom);
        assertNear((box.getMaxX() + 180) / half, degrees.get("maxTileCol"), layer + zoom);
        assertNear((90 - box.getMaxY()) / half, degrees.get("minTileRow"), layer + zoom);
        assertNear((90 - box.getMinY()) / half, degrees.get("maxTileRow"), layer + zoom);
      }
    }
  }

  @Test
  void areasOfATileInDegreesAreTheFeaturesWithinIt() throws Exception {
    int zoom = 6;
    double width = 180.0 / (1 << zoom);
    int column = (int) Math.floor((97.2 + 180) / width);
    int row = (int) Math.floor((90 - 19.7) / width);
    Envelope bounds =
        new Envelope(
            column * width - 180,
            (column + 1) * width - 180,
            90 - (row + 1) * width,
            90 - row * width);
    Geometry square = new GeometryFactory().toGeometry(bounds);
    Map<String, Geometry> decoded =
        decode("/ogc/collections/adm1/tiles/WorldCRS84Quad", zoom, row, column, "pcode");
    int compared = 0;
    for (JsonNode feature : server.json("/ogc/collections/adm1/items?limit=100").get("features")) {
      Geometry exact =
          OverlayNGRobust.overlay(
              geometry(feature.get("geometry")), square, OverlayNG.INTERSECTION);
      if (exact.getArea() > 0.01) {
        Geometry shown = decoded.get(feature.get("id").asText());
        Geometry inside = OverlayNGRobust.overlay(shown, square, OverlayNG.INTERSECTION);
        Geometry wrong = OverlayNGRobust.overlay(inside, exact, OverlayNG.SYMDIFFERENCE);
        assertTrue(wrong.getArea() < 0.01 * exact.getArea(), feature.get("id").asText());
        compared++;
      }
    }
    assertTrue(compared >= 3, "units around Loikaw: " + compared);
  }

  @Test
  void pointsOfATileInDegreesLieWhereTheFeaturesAre() throws Exception {
    int zoom = 5;
    double width = 180.0 / (1 << zoom);
    int column = (int) Math.floor((97.2 + 180) / width);
    int row = (int) Math.floor((90 - 19.7) / width);
    Map<String, Geometry> decoded =
        decode("/ogc/collections/incidents/tiles/WorldCRS84Quad", zoom, row, column, "id");
    assertTrue(decoded.size() > 50, "incidents: " + decoded.size());
    Map<String, Geometry> exact = new HashMap<>();
    for (JsonNode feature :
        server.json("/ogc/collections/incidents/items?limit=10000").get("features")) {
      exact.put(feature.at("/properties/id").asText(), geometry(feature.get("geometry")));
    }
    double unit = width / 4096;
    decoded.forEach(
        (id, point) -> {
          Coordinate c = exact.get(id).getCoordinate();
          assertEquals(c.x, point.getCoordinate().x, 0.51 * unit, id);
          assertEquals(c.y, point.getCoordinate().y, 0.51 * unit, id);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "'', application/vnd.mapbox-vector-tile",
    "'*/*', application/vnd.mapbox-vector-tile",
    "application/geo+json, application/geo+json",
    "application/json, application/geo+json",
    "'application/vnd.mapbox-vector-tile;q=0.1,application/geo+json', application/geo+json",
    "image/png, application/problem+json"
  })
  void theHeaderAcceptChoosesTheEncoding(String accept, String type) {
    HttpResponse<byte[]> answer =
        accept.isEmpty()
            ? server.get(tile("", 5, 14, 24))
            : server.get(tile("", 5, 14, 24), "Accept", accept);
    assertEquals(type, header(answer, "Content-Type"));
    if (answer.statusCode() == 200) {
      assertEquals("Accept, Accept-Encoding", header(answer, "Vary"));
    } else {
      assertEquals(406, answer.statusCode());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"?f=mvt", "?f=json"})
  void tilesAreCachedAsThePlainOnesAre(String query) throws IOException {
    String address = tile("/collections/adm1", 5, 14, 24) + query;
    HttpResponse<byte[]> plain = server.get(address);
    String tag = header(plain, "ETag");
    assertTrue(tag.matches("\"[0-9a-f]+\""), tag);
    HttpResponse<byte[]> again = server.get(address, "If-None-Match", tag);
    assertEquals(304, again.statusCode());
    assertEquals(tag, header(again, "ETag"));
    HttpResponse<byte[]> packed = server.get(address, "Accept-Encoding", "gzip");
    assertEquals("gzip", header(packed, "Content-Encoding"));
    assertNotEquals(tag, header(packed, "ETag"));
    assertArrayEquals(
        plain.body(), new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes());
    HttpResponse<byte[]> head = server.head(address);
    assertEquals(200, head.statusCode());
    assertEquals(tag, header(head, "ETag"));
    assertEquals(0, head.body().length);
    String accepted = tile("/collections/adm1", 5, 14, 24);
    assertNotEquals(
        header(server.get(accepted, "Accept", "application/geo+json"), "ETag"),
        header(server.get(accepted), "ETag"));
  }

  @ParameterizedTest
  @CsvSource({
    "tiles/WebMercatorQuad/5/a/24, 400, whole number",
    "tiles/WebMercatorQuad/5/-1/24, 400, whole number",
    "tiles/WebMercatorQuad/23/0/0, 404, 0 to 22",
    "tiles/WorldCRS84Quad/22/0/0, 404, 0 to 21",
    "tiles/WebMercatorQuad/5/2147483647/2147483647, 404, columns",
    "tiles/WebMercatorQuad/5/99999999999/24, 404, columns",
    "tiles/WorldMercatorWGS84Quad, 404, WebMercatorQuad",
    "tiles/WebMercatorQuad/5/14/24?f=png, 400, 'mvt, json'",
    "tiles/WebMercatorQuad/5/14/24?colour=red, 400, known here",
    "tiles/WebMercatorQuad/5/14/24?as_of=2020-01-01, 400, 2021-10-14",
    "collections/estimates/tiles, 404, adm1",
    "collections/estimates/tiles/WebMercatorQuad/5/14/24, 404, adm1",
    "collections/nothing/tiles, 404, adm1",
    "tileMatrixSets/x, 404, WorldCRS84Quad"
  })
  void saysWhatIsAllowed(String address, int status, String mentions) {
    HttpResponse<byte[]> answer = server.get("/ogc/" + address);
    assertEquals(status, answer.statusCode(), address);
    assertEquals("application/problem+json", header(answer, "Content-Type"));
    String detail = TestServer.json(answer).get("detail").asText();
    assertTrue(detail.contains(mentions), detail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc/tileMatrixSets",
        "/ogc/tileMatrixSets/WorldCRS84Quad",
        "/ogc/tiles",
        "/ogc/tiles/WebMercatorQuad",
        "/ogc/collections/adm1/tiles",
        "/ogc/collections/adm1/tiles/WorldCRS84Quad"
      })
  void everyResourceIsAPageForABrowser(String address) {
    HttpResponse<byte[]> page = server.get(address, "Accept", "text/html,*/*;q=0.8");
    assertEquals(200, page.statusCode());
    assertTrue(header(page, "Content-Type").startsWith("text/html"));
    String html = new String(page.body(), StandardCharsets.UTF_8);
    assertFalse(html.contains("<script") || html.contains("href=\"{"), html);
    assertFalse(html.matches("(?s).*href=\"[^\"]*\\{.*"), "a template is no link");
    assertEquals(406, server.get(address, "Accept", "image/png").statusCode());
    assertEquals(200, server.head(address).statusCode());
  }

  @Test
  void everyLinkBetweenDocumentsLeadsToOneOfItsType() {
    for (String address : List.of("/ogc", "/ogc/collections/adm1", "/ogc/tiles/WebMercatorQuad")) {
      for (JsonNode link : server.json(address + "?f=json").findValues("links").get(0)) {
        URI href =
            URI.create(
                link.get("href").asText().replace("{tileMatrix}/{tileRow}/{tileCol}", "5/14/24"));
        HttpResponse<byte[]> answer = server.get(href.getRawPath() + "?" + href.getRawQuery());
        assertEquals(200, answer.statusCode(), href.toString());
        assertTrue(
            header(answer, "Content-Type").startsWith(link.get("type").asText()), href.toString());
      }
    }
    assertTrue(hrefs("/ogc", "tilesets-vector").get(0).endsWith("/ogc/tiles?f=json"));
    assertTrue(hrefs("/ogc/collections/adm1", "tilesets-vector").get(0).endsWith("/tiles?f=json"));
    assertEquals(List.of(), hrefs("/ogc/collections/estimates", "tilesets-vector"));
  }

  /** The numbers are those of the register of OGC. */
  @Test
  void definitionsAreThoseOfTheRegister() {
    JsonNode mercator = server.json("/ogc/tileMatrixSets/WebMercatorQuad");
    JsonNode eighteen = mercator.get("tileMatrices").get(18);
    assertEquals("18", eighteen.get("id").asText());
    assertEquals(2132.72958384978, eighteen.get("scaleDenominator").asDouble(), 1e-9);
    assertEquals(0.597164283477939, eighteen.get("cellSize").asDouble(), 1e-12);
    assertEquals(262144, eighteen.get("matrixWidth").asInt());
    assertEquals(
        "[-2.0037508342789244E7,2.0037508342789244E7]", eighteen.get("pointOfOrigin").toString());
    JsonNode degrees = server.json("/ogc/tileMatrixSets/WorldCRS84Quad");
    JsonNode seventeen = degrees.get("tileMatrices").get(17);
    assertEquals(2132.72958384978, seventeen.get("scaleDenominator").asDouble(), 1e-7);
    assertEquals(5.36441802978516e-06, seventeen.get("cellSize").asDouble(), 1e-18);
    assertEquals(262144, seventeen.get("matrixWidth").asInt());
    assertEquals(131072, seventeen.get("matrixHeight").asInt());
  }

  private static Map<String, Geometry> decode(
      String tileset, int zoom, int row, int column, String key) throws IOException {
    byte[] mvt = server.get("%s/%d/%d/%d?f=mvt".formatted(tileset, zoom, row, column)).body();
    JtsLayer layer =
        MvtReader.loadMvt(
                new ByteArrayInputStream(mvt),
                new GeometryFactory(),
                new TagKeyValueMapConverter(),
                MvtReader.RING_CLASSIFIER_V2_1)
            .getLayers()
            .iterator()
            .next();
    double width = 180.0 / (1 << zoom);
    double unit = width / layer.getExtent();
    AffineTransformation toDegrees =
        AffineTransformation.scaleInstance(unit, -unit)
            .translate(column * width - 180, 90 - row * width);
    Map<String, Geometry> decoded = new HashMap<>();
    for (Geometry geometry : layer.getGeometries()) {
      String id = ((Map<?, ?>) geometry.getUserData()).get(key).toString();
      decoded.put(id, toDegrees.transform(geometry));
    }
    return decoded;
  }

  private static String tile(String of, int zoom, int row, int column) {
    return "/ogc%s/tiles/WebMercatorQuad/%d/%d/%d".formatted(of, zoom, row, column);
  }

  private static JsonNode limits(String of, String set, int zoom) {
    return server.json("/ogc" + of + "/tiles/" + set).get("tileMatrixSetLimits").get(zoom);
  }

  private static int between(Random random, JsonNode limits, String first, String last) {
    int min = limits.get(first).asInt();
    return min + random.nextInt(limits.get(last).asInt() - min + 1);
  }

  /** The extent is rounded outwards by less than 0.0001 of a degree. */
  private static void assertNear(double exact, JsonNode index, String where) {
    assertTrue(
        index.asInt() == (int) Math.floor(exact) || Math.abs(exact - Math.rint(exact)) < 1e-3,
        where + ": " + exact + " is not in " + index);
  }

  private static double mercatorRow(double lat, int zoom) {
    double limited = Math.min(85.05112877980659, Math.max(-85.05112877980659, lat));
    double y = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(limited) / 2));
    return Math.min((1 << zoom) - 1e-9, (1 - y / Math.PI) / 2 * (1 << zoom));
  }

  private static List<String> hrefs(String address, String rel) {
    List<String> hrefs = new ArrayList<>();
    for (JsonNode link : server.json(address).get("links")) {
      if (link.get("rel").asText().endsWith(rel)) {
        hrefs.add(link.get("href").asText());
      }
    }
    return hrefs;
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("no " + name);
  }

  private static Geometry geometry(JsonNode geometry) throws ParseException {
    String wkt =
        geometry
            .get("coordinates")
            .toString()
            .replaceAll("\\[([-0-9.eE]+),([-0-9.eE]+)\\]", "$1 $2")
            .replace('[', '(')
            .replace(']', ')');
    String body = wkt.startsWith("(") ? wkt : "(" + wkt + ")";
    return new WKTReader().read(geometry.get("type").asText() + body);
  }
}
