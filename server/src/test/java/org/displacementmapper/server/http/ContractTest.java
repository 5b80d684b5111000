package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names and promises that clients of the HTTP API rely on, with the shipped data. */
class ContractTest {

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
  void healthNamesTheDatasetVersion() {
    JsonNode health = server.json("/health");
    assertEquals("ok", health.get("status").asText());
    assertTrue(health.get("version").asText().startsWith("1-"), health::toString);
  }

  @Test
  void listsTheLayersOfTheShippedData() {
    assertEquals(
        List.of(
            "incidents",
            "incident-areas",
            "adm1",
            "adm1-labels",
            "un-groups",
            "neighbours",
            "places",
            "incident-clusters"),
        texts(server.json("/layers").get("layers"), "id"));
  }

  @Test
  void comparesTheDefaultEstimateWithThe440000() {
    JsonNode body = server.json("/api/comparison");
    JsonNode national = body.get("national");
    assertEquals("2022-01-31", body.get("as_of").asText());
    assertEquals("2021-12-31", body.get("cutoff").asText());
    assertEquals("independent", body.get("product").asText());
    assertEquals(449_000, national.get("displaced").asLong());
    assertEquals(441_500, national.get("un_displaced").asLong());
    assertEquals(962, national.get("events").asLong());
    assertEquals(17, national.get("snapshots").asLong());
    assertEquals(466.8, national.get("theta").asDouble());
    assertEquals(1.02, national.get("ratio_to_440000").asDouble());
    assertEquals("[0.84,1.25]", national.get("ratio_range").toString());
    assertEquals(10_400, national.get("un_not_attributed").asLong());
  }

  @Test
  void showsKayahWithItsMiss() {
    JsonNode kayah = unit("/api/comparison", "MMR002");
    assertEquals(83, kayah.get("events").asLong());
    assertEquals(84, kayah.get("incidents").asLong(), "one ends after as_of, but overlaps");
    assertEquals(36_800, kayah.get("displaced").asLong());
    assertEquals(91_900, kayah.get("un_displaced").asLong());
    assertEquals(0.4, kayah.get("ratio_to_un").asDouble());
    assertEquals(9, kayah.get("air_incidents").asLong());
    assertEquals("ကယားပြည်နယ်", kayah.get("name_my").asText());
  }

  @Test
  void givesNoRatioWhereTheUnListedOnlyPartOfAUnit() {
    JsonNode shan = unit("/api/comparison", "MMR014-016");
    assertEquals(55_800, shan.get("un_displaced").asLong());
    assertFalse(shan.get("un_complete").asBoolean());
    assertTrue(shan.get("ratio_to_un").isNull());
  }

  @Test
  void neverComparesAnAllocationWithTheFigureItWasMadeFrom() {
    JsonNode body = server.json("/api/comparison?product=allocation");
    assertTrue(body.get("national").get("ratio_to_un").isNull());
    assertTrue(body.get("national").get("ratio_to_440000").isNull());
    for (JsonNode unit : body.get("units")) {
      assertTrue(unit.get("ratio_to_un").isNull(), unit::toString);
    }
    assertEquals(
        91_900, unit("/api/comparison?product=allocation", "MMR002").get("displaced").asLong());
  }

  @Test
  void movesTheLastBreakdownOnToADayAfterIt() {
    String address = "/api/comparison?product=nowcast&cutoff=2022-01-17";
    JsonNode body = server.json(address);
    assertEquals("nowcast", body.get("product").asText());
    JsonNode national = body.get("national");
    assertEquals(422_000, national.get("displaced").asLong());
    assertEquals(0.96, national.get("ratio_to_440000").asDouble());
    JsonNode kayah = unit(address, "MMR002");
    assertTrue(kayah.get("ratio_to_un").asDouble() > 0.5, kayah::toString);
    assertTrue(kayah.get("displaced_low80").asLong() < kayah.get("displaced").asLong());
    JsonNode yangon = unit(address, "MMR013");
    assertTrue(yangon.get("displaced").isNull(), "the breakdown does not list it");
    assertTrue(yangon.get("quality").isNull());
    assertEquals("[\"2022-02-17\",\"2023-12-31\"]", body.get("as_of_range").toString());
  }

  @Test
  void answersDatesWithoutAUnFigureWithNullRatios() {
    JsonNode national = server.json("/api/comparison?as_of=2022-01-20").get("national");
    assertTrue(national.get("un_displaced").isNull());
    assertTrue(national.get("ratio_to_un").isNull());
    assertTrue(national.get("ratio_to_440000").isNull());
    assertEquals("2022-01-17", national.get("un_latest_as_of").asText());
  }

  @Test
  void whatIsShownNeverChangesAnEstimate() {
    JsonNode all = unit("/api/comparison", "MMR002");
    JsonNode some = unit("/api/comparison?from=2021-06-01&to=2021-06-30&air=documented", "MMR002");
    assertEquals(all.get("displaced"), some.get("displaced"));
    assertNotEquals(all.get("incidents"), some.get("incidents"));
  }

  @Test
  void unitPropertiesHaveTheNamesOfTheContract() {
    Set<String> names = new TreeSet<>();
    unit("/api/estimates", "MMR002").fieldNames().forEachRemaining(names::add);
    Set<String> contract =
        Set.of(
            ("pcode,name,name_my,level,population,incidents,air_incidents,air_mentions,killed_low,"
                    + "killed_best,killed_high,displaced,displaced_low80,displaced_high80,"
                    + "displaced_low95,displaced_high95,un_displaced,un_complete,share_of_un,"
                    + "ratio_to_un,product,as_of,cutoff")
                .split(","));
    assertTrue(names.containsAll(contract), names::toString);
  }

  @Test
  void incidentPropertiesHaveTheNamesOfTheContract() {
    JsonNode tile = server.json("/tiles/incidents/5/24/14.geojson?air=documented");
    Set<String> names = new TreeSet<>();
    tile.get("features").get(0).get("properties").fieldNames().forEachRemaining(names::add);
    Set<String> contract =
        Set.of(
            ("id,date_start,date_end,place,pcode,kind,air,precision,uncertainty_m,basis,killed_low,"
                    + "killed_best,killed_high,source,source_title,source_url,licence")
                .split(","));
    assertTrue(names.containsAll(contract), names::toString);
  }

  @Test
  void drawsNoIncidentKnownOnlyToATownshipAsAPoint() {
    for (JsonNode incident :
        server.json("/tiles/incidents/0/0/0.geojson?to=2023-12-31").get("features")) {
      String precision = incident.get("properties").get("precision").asText();
      assertTrue(Set.of("exact", "village", "town", "unstated").contains(precision), precision);
    }
  }

  @Test
  void answersAnEmptyTileWithAnEmptyCollection() {
    HttpResponse<byte[]> tile = server.get("/tiles/adm1/6/0/0.geojson");
    assertEquals(200, tile.statusCode());
    assertEquals("application/geo+json", tile.headers().firstValue("Content-Type").orElse(""));
    assertEquals(0, TestServer.json(tile).get("features").size());
  }

  @Test
  void trimsPropertiesButKeepsTheKey() {
    JsonNode feature =
        server.json("/tiles/adm1/5/24/14.geojson?properties=displaced").get("features").get(0);
    Set<String> names = new TreeSet<>();
    feature.get("properties").fieldNames().forEachRemaining(names::add);
    assertEquals(Set.of("pcode", "displaced"), names);
  }

  @Test
  void showsOnlyTheUnitsAskedFor() {
    JsonNode tile = server.json("/tiles/adm1/4/12/7.geojson?unit=MMR002,MMR003");
    assertEquals(List.of("MMR002", "MMR003"), texts(tile.get("features"), "id"));
  }

  @Test
  void tileJsonSaysWhereTheTilesAre() {
    JsonNode body = server.json("/tiles/adm1.json?as_of=2022-05-02");
    assertEquals("3.0.0", body.get("tilejson").asText());
    assertEquals(
        "http://127.0.0.1:" + server.port() + "/tiles/adm1/{z}/{x}/{y}.mvt?as_of=2022-05-02",
        body.get("tiles").get(0).asText());
    assertEquals("adm1", body.get("vector_layers").get(0).get("id").asText());
    assertEquals(4, body.get("bounds").size());
    assertFalse(body.get("attribution").asText().isBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /api/comparison?as_of=%ZZ HTTP/1.1", "GET /health?%u0 HTTP/1.1"})
  void answersBrokenEscapesWith400(String requestLine) throws IOException {
    assertTrue(raw(requestLine).startsWith("HTTP/1.1 400"), requestLine);
  }

  @Test
  void headIsGetWithoutItsBodyAndNothingElseIsAllowed() throws IOException {
    assertTrue(raw("HEAD /tiles/adm3/1/1/1.mvt HTTP/1.1").startsWith("HTTP/1.1 404"));
    String head = raw("HEAD /api/comparison HTTP/1.1");
    assertTrue(head.startsWith("HTTP/1.1 200") && head.contains("ETag: "), head);
    String post = raw("POST /api/comparison HTTP/1.1");
    assertTrue(post.startsWith("HTTP/1.1 405") && post.contains("Allow: GET"), post);
  }

  @Test
  void everyPlaceHasAnId() {
    for (JsonNode place : server.json("/tiles/places/0/0/0.geojson").get("features")) {
      assertFalse(place.get("properties").get("id").asText().isEmpty(), place::toString);
    }
  }

  /** What the server answers to a request that a client library would not send. */
  private static String raw(String requestLine) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      String request =
          requestLine + "\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void tellsTheComparisonOverTimeAndOverCutoffs() {
    JsonNode rows = server.json("/api/comparison/series").get("rows");
    assertTrue(rows.size() > 30, rows::toString);
    for (JsonNode row : rows) {
      assertTrue(row.get("cutoff").asText().compareTo(row.get("as_of").asText()) < 0);
      assertFalse(row.get("un_displaced").isNull());
      assertFalse(row.get("displaced_low80").isNull());
    }
    JsonNode curve = server.json("/api/comparison/cutoffs");
    assertEquals("[0.84,1.25]", curve.get("ratio_range").toString());
    assertEquals(30, curve.get("points").size());
  }

  @Test
  void saysHowFarOffTheModelsWere() {
    JsonNode validation = server.json("/api/validation");
    assertEquals(0, validation.get("losses").size(), validation::toString);
    assertTrue(validation.get("national_forward").size() >= 4);
  }

  @Test
  void countsIncidentsByMonth() {
    JsonNode steps = server.json("/api/timeline?unit=MMR002&by=month").get("steps");
    assertEquals(12, steps.size());
    long sum = 0;
    for (JsonNode step : steps) {
      sum += step.get("incidents").asLong();
    }
    assertEquals(84, sum);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/comparison?nonsense=1, 400, nonsense",
    "/api/comparison?as_of=yesterday, 400, yesterday",
    "/api/comparison?as_of=2022-02-30, 400, 2022-02-30",
    "/api/comparison?as_of=2024-06-01, 400, 2023-12-31",
    "/api/comparison?cutoff=2021-07-01, 400, 8",
    "/api/comparison?cutoff=2022-01-31, 400, 2022-01-30",
    "/api/comparison?product=allocation&as_of=2022-01-20, 400, 2022-01-17",
    "/api/comparison?product=nowcast, 400, 2022-02-17",
    "/api/comparison?product=forecast, 400, 'independent, nowcast, allocation'",
    "/api/comparison?air=rockets, 400, documented",
    "/api/comparison?incident_source=acled, 400, ucdp",
    "/api/comparison?kind=war, 400, state-based",
    "/api/comparison?kind=state-based%2C, 400, single commas",
    "/api/comparison?precision=near, 400, 'exact, village, town, township'",
    "/api/comparison?min_killed=-1, 400, 0 to 1000000",
    "/api/comparison?text=aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghhhhhhhhhhiiiiiiiiiijjjjjjjjjjk, 400, 100 characters",
    "/tiles/incidents/5/24/14.mvt?precision=near, 400, village",
    "/download/incidents.csv?incident_source=acled, 400, ucdp",
    "/ogc/collections/adm1/items?min_killed=x, 400, 0 to 1000000",
    "/api/comparison?unit=MMR999, 404, MMR002",
    "/api/comparison?source=acled, 404, ucdp",
    "/api/comparison?from=2022-03-01, 400, from",
    "/api/comparison?as_of=2022-01-31&as_of=2022-01-30, 400, once",
    "/api/comparison?bbox=1, 400, 'west,south,east,north'",
    "/api/comparison?bbox=98%2C20%2C96%2C18, 400, 'west,south,east,north'",
    "/api/comparison?bbox=NaN%2C1%2C2%2C3, 400, 'west,south,east,north'",
    "/api/estimates?level=2, 404, '[1]'",
    "/api/estimates?level=9, 400, 1 to 3",
    "/api/timeline?by=year, 400, month",
    "/tiles/adm3/5/24/14.geojson, 404, not loaded",
    "/tiles/nothing/5/24/14.mvt, 404, adm1",
    "/tiles/nothing.json, 404, adm1",
    "/tiles/adm1/5/99/14.mvt, 400, x and y",
    "/tiles/adm1/99/0/0.mvt, 400, zoom",
    "/tiles/adm1/5/a/14.mvt, 400, whole numbers",
    "/tiles/adm1/5/24/14.geojson?properties=colour, 400, displaced",
    "/tiles/adm1/5/24/14.png, 404, There is no address",
    "/nowhere, 404, /api/comparison",
    "/api/comparison?as_of=2021-03-01, 400, 2021-10-14 to 2023-12-31",
    "/api/comparison?as_of=2020-01-01, 400, 2021-10-14 to 2023-12-31",
    "/api/comparison?product=allocation&cutoff=2021-12-31, 400, takes no other cutoff",
    "/health?x=1, 400, no parameters"
  })
  void answersBadRequestsWithAProblemThatSaysWhatIsAllowed(
      String address, int status, String mentions) {
    HttpResponse<byte[]> response = server.get(address);
    assertEquals(status, response.statusCode(), address);
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElse(""));
    JsonNode problem = TestServer.json(response);
    assertEquals(status, problem.get("status").asInt());
    assertTrue(problem.toString().contains(mentions), problem::toString);
    assertFalse(problem.toString().contains("Exception"), problem::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/health",
        "/layers",
        "/openapi.json",
        "/api/comparison",
        "/api/estimates",
        "/api/timeline",
        "/tiles/adm1.json",
        "/tiles/adm1/5/24/14.mvt",
        "/tiles/incidents/5/24/14.geojson"
      })
  void sendsHeadersThatCachesAndOtherSitesUnderstand(String address) throws IOException {
    HttpResponse<byte[]> plain = server.get(address);
    assertEquals(200, plain.statusCode());
    assertEquals("*", plain.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    assertTrue(plain.headers().firstValue("Cache-Control").isPresent());
    if (address.equals("/health")) {
      return;
    }
    String vary = address.equals("/") ? "Accept-Encoding, Accept-Language" : "Accept-Encoding";
    assertEquals(vary, plain.headers().firstValue("Vary").orElse(""));
    String tag = plain.headers().firstValue("ETag").orElse("");
    assertTrue(tag.matches("\"[0-9a-f]+\""), tag);
    assertEquals(304, server.get(address, "If-None-Match", tag).statusCode());

    HttpResponse<byte[]> packed = server.get(address, "Accept-Encoding", "gzip");
    assertNotEquals(tag, packed.headers().firstValue("ETag").orElse(""));
    assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
    assertTrue(packed.body().length < plain.body().length);
    byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
    assertEquals(plain.body().length, unpacked.length);
    assertTrue(
        server
            .get(address, "Accept-Encoding", "gzip;q=0")
            .headers()
            .firstValue("Content-Encoding")
            .isEmpty());
  }

  @Test
  void theApiDescriptionAndTheRoutesAreTheSame() {
    JsonNode paths = server.json("/openapi.json").get("paths");
    Set<String> described = new TreeSet<>();
    paths.fieldNames().forEachRemaining(described::add);
    Set<String> registered = new TreeSet<>();
    HttpServer.routes(server.useCases(), PublicUrl.AS_ASKED)
        .forEach(route -> registered.add(route.path()));
    assertEquals(registered, described);
    for (JsonNode path : paths) {
      for (JsonNode param : path.get("get").get("parameters")) {
        assertFalse(param.get("description").asText().isBlank(), param::toString);
      }
    }
  }

  private static JsonNode unit(String address, String pcode) {
    for (JsonNode unit : server.json(address).get("units")) {
      if (unit.get("pcode").asText().equals(pcode)) {
        return unit;
      }
    }
    throw new AssertionError("no unit " + pcode);
  }

  private static List<String> texts(JsonNode array, String field) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.get(field).asText()));
    return texts;
  }
}
