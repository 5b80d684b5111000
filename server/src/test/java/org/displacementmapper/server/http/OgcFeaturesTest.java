package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.geographiclib.Geodesic;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** OGC API - Features over the shipped data: what the official suite does not look at. */
class OgcFeaturesTest {

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
  void listsLayersAndEstimatesAsCollections() {
    Set<String> ids = new HashSet<>();
    server
        .json("/ogc/collections")
        .get("collections")
        .forEach(one -> ids.add(one.get("id").asText()));
    assertEquals(
        Set.of(
            "incidents",
            "incident-areas",
            "adm1",
            "un-groups",
            "neighbours",
            "places",
            "estimates"),
        ids);
  }

  @ParameterizedTest
  @ValueSource(strings = {"incidents", "places", "adm1", "estimates"})
  void pagesHoldEveryFeatureOnce(String collection) {
    String address = "/ogc/collections/" + collection + "/items?limit=97";
    Set<String> ids = new HashSet<>();
    int read = 0;
    int matched = -1;
    while (address != null) {
      JsonNode page = server.json(address);
      matched = matched < 0 ? page.get("numberMatched").asInt() : matched;
      assertEquals(matched, page.get("numberMatched").asInt());
      assertEquals(page.get("numberReturned").asInt(), page.get("features").size());
      for (JsonNode feature : page.get("features")) {
        ids.add(feature.get("id").asText());
        read++;
      }
      address = next(page).orElse(null);
    }
    assertEquals(matched, read);
    assertEquals(matched, ids.size());
  }

  @Test
  void aCursorOfAnotherVersionIsGone() {
    String old =
        java.util.Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("0-abc\nucdp:1".getBytes(StandardCharsets.UTF_8));
    HttpResponse<byte[]> answer = server.get("/ogc/collections/incidents/items?cursor=" + old);
    assertEquals(410, answer.statusCode());
    assertTrue(TestServer.json(answer).get("detail").asText().contains("Begin again"));
  }

  @ParameterizedTest
  @CsvSource({
    "2021-04-26, true",
    "2021-04-26T23:30:00Z, true",
    "2021-04-27, false",
    "2021-04-01/2021-04-26, true",
    "2021-04-01/2021-04-25, false",
    "2021-04-26/.., true",
    "2021-04-27/.., false",
    "../2021-04-26, true",
    "../2021-04-25, false",
    "/2021-04-26, true"
  })
  void selectsByTheDaysOfAnIncident(String datetime, boolean found) {
    JsonNode all = server.json("/ogc/collections/incidents/items?limit=10000");
    Set<String> ids = new HashSet<>();
    JsonNode selected =
        server.json("/ogc/collections/incidents/items?limit=10000&datetime=" + datetime);
    selected.get("features").forEach(one -> ids.add(one.get("id").asText()));
    assertEquals(found, ids.contains("curated:MMA0009"), "an incident of 26 April 2021");
    assertTrue(selected.get("numberMatched").asInt() < all.get("numberMatched").asInt());
  }

  /** The values are those of PROJ 9. */
  @ParameterizedTest
  @CsvSource({
    "OGC/1.3/CRS84, 97.4084, 24.43133, 1e-9",
    "EPSG/0/4326, 24.43133, 97.4084, 1e-9",
    "EPSG/0/3857, 10843453.487, 2806056.326, 0.001",
    "EPSG/0/32647, 338647.035, 2702909.199, 0.001",
    "EPSG/0/32646, 947168.202, 2709106.701, 0.001"
  })
  void answersInTheAxesOfTheSystemAskedFor(String crs, double first, double second, double error) {
    String uri = "http://www.opengis.net/def/crs/" + crs;
    HttpResponse<byte[]> answer =
        server.get("/ogc/collections/incidents/items/curated:MMA0009?crs=" + uri);
    assertEquals("<" + uri + ">", answer.headers().firstValue("Content-Crs").orElse(""));
    JsonNode position = TestServer.json(answer).get("geometry").get("coordinates");
    assertEquals(first, position.get(0).asDouble(), error);
    assertEquals(second, position.get(1).asDouble(), error);
  }

  @Test
  void readsABoxInTheAxesOfItsSystem() {
    // Beyond a pole there is nothing, which the official suite wants answered and not refused.
    String beyond =
        "/ogc/collections/adm1/items?bbox=92.17,9.79,101.17,28.53"
            + "&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4326";
    assertEquals(0, server.json(beyond).get("numberMatched").asInt());
    assertEquals(
        14,
        server.json("/ogc/collections/adm1/items?bbox=90,-95,103,95").get("numberMatched").asInt());
    String kachin = "/ogc/collections/incidents/items?bbox=";
    int lonLat = server.json(kachin + "97,24,98,25").get("numberMatched").asInt();
    assertTrue(lonLat > 10, "incidents in Kachin");
    String epsg = "&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4326";
    assertEquals(lonLat, server.json(kachin + "24,97,25,98" + epsg).get("numberMatched").asInt());
    assertEquals(
        0, server.json(kachin + "97,24,98,25" + epsg).get("numberMatched").asInt(), "97 N");
    assertEquals(
        0, server.json(kachin + "170,-10,-170,10").get("numberMatched").asInt(), "antimeridian");
    assertEquals(
        server.json(kachin + "-180,-90,180,90").get("numberMatched").asInt(),
        server.json(kachin + "90,-90,89,90").get("numberMatched").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"adm1", "neighbours", "incident-areas"})
  void polygonsAreValidAndTurnRight(String collection) throws ParseException {
    JsonNode page = server.json("/ogc/collections/" + collection + "/items?limit=1000");
    for (JsonNode feature : page.get("features")) {
      Geometry polygon = polygon(feature.get("geometry"));
      assertTrue(polygon.isValid(), feature.get("id").asText());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "incidents/items?limit=0, 1 to 10000",
    "incidents/items?limit=-1, 1 to 10000",
    "incidents/items?limit=unlimited, 1 to 10000",
    "incidents/items?colour=red, known here",
    "incidents/items?datetime=yesterday, 2021-02-01/..",
    "incidents/items?datetime=2022-01-01/2021-01-01, before it begins",
    "incidents/items?bbox=1%2C2%2C3, four finite numbers",
    "incidents/items?bbox=NaN%2C1%2C2%2C3, four finite numbers",
    "incidents/items?bbox=96%2C20%2C98%2C18, southern latitude",
    "incidents/items?crs=http://www.opengis.net/def/crs/EPSG/0/99999, CRS84",
    "incidents/items?crs=nonsense, CRS84",
    "incidents/items?sortby=colour, date_start",
    "incidents/items?properties=colour, date_start",
    "incidents/items?cursor=xyz, next link",
    "incidents/items?as_of=2022-01-31, takes none",
    "incidents/items?filter=air%20%3D, character 6",
    "incidents/items?filter=colour%20%3D%201, no property colour",
    "incidents/items?filter=S_INTERSECTS(geometry%2CPOINT(16%2096)), latitudes -90",
    "incidents/items?filter=air%3D%27none%27&filter-lang=cql2-json, cql2-text",
    "adm1/items?f=xml, json"
  })
  void saysWhatIsAllowed(String address, String mentions) {
    HttpResponse<byte[]> answer = server.get("/ogc/collections/" + address);
    assertEquals(400, answer.statusCode(), address);
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
    String detail = TestServer.json(answer).get("detail").asText();
    assertTrue(detail.contains(mentions), detail);
  }

  @Test
  void filtersByConditionsOnValuesTimeAndDistance() {
    String items = "/ogc/collections/incidents/items?limit=10000";
    int documented = 0;
    int near = 0;
    for (JsonNode feature : server.json(items).get("features")) {
      JsonNode values = feature.get("properties");
      documented += values.get("air").asText().equals("documented") ? 1 : 0;
      JsonNode place = feature.get("geometry").get("coordinates");
      double metres =
          Geodesic.WGS84.Inverse(19.67, 97.21, place.get(1).asDouble(), place.get(0).asDouble())
              .s12;
      near += metres <= 50_000 ? 1 : 0;
    }
    assertTrue(documented > 5 && near > 20, "shipped data near Loikaw");
    assertEquals(documented, matched(items + "&filter=air='documented'"));
    assertEquals(near, matched(items + "&filter=S_DWITHIN(geometry,POINT(97.21%2019.67),50,km)"));
    String utm = "&filter-crs=http://www.opengis.net/def/crs/EPSG/0/32647";
    assertEquals(
        near,
        matched(items + "&filter=S_DWITHIN(geometry,POINT(312345.77%202175951.09),50000,m)" + utm));
    assertEquals(
        matched(items + "&datetime=2021-06-01/2021-06-30"),
        matched(
            items
                + "&filter=T_INTERSECTS(INTERVAL(date_start,date_end),"
                + "INTERVAL('2021-06-01','2021-06-30'))"));
  }

  private static int matched(String address) {
    return server.json(address).get("numberMatched").asInt();
  }

  @Test
  void moreThanTheMaximumGivesTheMaximum() {
    JsonNode page = server.json("/ogc/collections/places/items?limit=99999999999");
    assertEquals(page.get("numberMatched").asInt(), page.get("numberReturned").asInt());
  }

  @Test
  void sortsAndTrims() {
    JsonNode page =
        server.json("/ogc/collections/adm1/items?sortby=-displaced,name&properties=displaced");
    long before = Long.MAX_VALUE;
    for (JsonNode feature : page.get("features")) {
      assertEquals(1, feature.get("properties").size());
      if (!feature.get("properties").get("displaced").isNull()) {
        long displaced = feature.get("properties").get("displaced").asLong();
        assertTrue(displaced <= before);
        before = displaced;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc",
        "/ogc/",
        "/ogc/conformance",
        "/ogc/api",
        "/ogc/collections",
        "/ogc/collections/adm1",
        "/ogc/collections/adm1/items",
        "/ogc/collections/adm1/items/MMR002",
        "/ogc/collections/adm1/schema",
        "/ogc/collections/adm1/queryables"
      })
  void everyResourceIsAPageForABrowser(String address) {
    HttpResponse<byte[]> page =
        server.get(address, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    assertEquals(200, page.statusCode());
    assertTrue(page.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
    assertEquals("Accept, Accept-Encoding", page.headers().firstValue("Vary").orElse(""));
    assertTrue(page.headers().firstValue("Content-Security-Policy").isPresent());
    String html = new String(page.body(), StandardCharsets.UTF_8);
    assertTrue(html.startsWith("<!DOCTYPE html>"), html);
    assertFalse(html.contains("<script"), html);
    HttpResponse<byte[]> json = server.get(address);
    assertTrue(json.headers().firstValue("Content-Type").orElse("").contains("json"));
    assertEquals(406, server.get(address, "Accept", "image/png").statusCode());
  }

  @Test
  void aPageShowsNoEstimateWithoutItsIntervalProductAndDates() {
    for (String address :
        List.of(
            "/ogc/collections/adm1/items?f=html",
            "/ogc/collections/adm1/items?f=html&properties=displaced",
            "/ogc/collections/adm1/items/MMR002?f=html")) {
      String html = new String(server.get(address).body(), StandardCharsets.UTF_8);
      assertTrue(html.contains("36,800 (80 %: 7,000 to 192,000; 95 %: "), address);
      for (String with : List.of("independent", "2022-01-31", "2021-12-31")) {
        assertTrue(html.contains(with), with + " in " + address);
      }
      assertFalse(html.contains("displaced_low80"), address);
    }
  }

  private static Optional<String> next(JsonNode page) {
    for (JsonNode link : page.get("links")) {
      if (link.get("rel").asText().equals("next")) {
        URI href = URI.create(link.get("href").asText());
        return Optional.of(href.getRawPath() + "?" + href.getRawQuery());
      }
    }
    return Optional.empty();
  }

  private static Geometry polygon(JsonNode geometry) throws ParseException {
    String wkt =
        geometry
            .get("coordinates")
            .toString()
            .replaceAll("\\[([-0-9.eE]+),([-0-9.eE]+)\\]", "$1 $2")
            .replace('[', '(')
            .replace(']', ')');
    return new WKTReader().read(geometry.get("type").asText() + wkt);
  }
}
