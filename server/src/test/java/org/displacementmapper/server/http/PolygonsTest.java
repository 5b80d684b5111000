package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.format.FeatureReader;
import org.displacementmapper.format.FeatureStream;
import org.displacementmapper.format.Formats;
import org.displacementmapper.server.Program;
import org.displacementmapper.server.Shared;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * Every polygon that leaves the server is valid in the sense of OGC Simple Features, whole, cut to
 * a tile or projected, and its rings go round as its format says: the outer one against the clock
 * in GeoJSON (RFC 7946, section 3.1.6), with it in a Shapefile. The 330 townships are among them
 * where there are any to import.
 */
class PolygonsTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();

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

  /** The layers of polygons, and how many polygons each feature has, by its id. */
  private static Map<String, Map<String, Integer>> layers() {
    Map<String, Map<String, Integer>> layers = new TreeMap<>();
    for (JsonNode layer : server.json("/layers").get("layers")) {
      if (!layer.get("file").asBoolean()) {
        continue; // for tiles only
      }
      String id = layer.get("id").asText();
      Map<String, Integer> polygons = new TreeMap<>();
      for (JsonNode feature : server.json("/download/" + id + ".geojson").get("features")) {
        int count = polygons(feature).size();
        if (count > 0) {
          polygons.put(feature.get("id").asText(), count);
        }
      }
      if (!polygons.isEmpty()) {
        layers.put(id, polygons);
      }
    }
    assertTrue(layers.containsKey("adm1"), layers::toString);
    return layers;
  }

  @Test
  void downloadsInGeoJsonAreValidAndTurnAgainstTheClock() {
    for (String layer : layers().keySet()) {
      assertValid("/download/" + layer + ".geojson", false, true);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OGC/1.3/CRS84,false",
    "EPSG/0/4326,true",
    "EPSG/0/3857,false",
    "EPSG/0/32646,false",
    "EPSG/0/32647,false"
  })
  void itemsAreValidInEverySystemAndTurnAgainstTheClock(String crs, boolean latFirst) {
    for (String layer : layers().keySet()) {
      // With assertions on, as here, GeoTools refuses points as far from a zone as western India.
      if (layer.equals("neighbours") && crs.startsWith("EPSG/0/326")) {
        continue;
      }
      int count =
          assertValid(
              "/ogc/collections/"
                  + layer
                  + "/items?limit=10000&crs=http://www.opengis.net/def/crs/"
                  + crs,
              latFirst,
              true);
      assertTrue(count > 0, layer);
    }
  }

  /** Simplified to the grid of the tile and cut at its edge. */
  @ParameterizedTest
  @ValueSource(strings = {"4/12/7", "6/49/28", "7/98/57", "8/197/113", "10/785/456"})
  void tilesInGeoJsonAreValidAndTurnAgainstTheClock(String tile) {
    for (String layer : layers().keySet()) {
      assertValid("/tiles/" + layer + "/" + tile + ".geojson", false, false);
    }
  }

  static Stream<String> endings() {
    return Formats.writers().stream()
        .filter(FeatureReader.class::isInstance)
        .map(writer -> writer.extensions().get(0));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void filesAreValidAndKeepEveryPolygon(String ending) throws IOException {
    for (Map.Entry<String, Map<String, Integer>> layer : layers().entrySet()) {
      String name = layer.getKey() + "." + ending;
      Path file = Files.write(folder.resolve(name), server.get("/download/" + name).body());
      int polygons = 0;
      try (FeatureStream features = Formats.read(file, issue -> {})) {
        for (Feature feature : features) {
          if (feature.geometry() != null && feature.geometry().getDimension() == 2) {
            assertValid(feature.geometry(), name + " " + feature.values());
            polygons += feature.geometry().getNumGeometries();
          }
        }
      }
      int expected = layer.getValue().values().stream().mapToInt(Integer::intValue).sum();
      assertEquals(expected, polygons, name);
    }
  }

  @Test
  void outerRingsOfAShapefileTurnWithTheClockAndHolesAgainstIt() throws IOException {
    for (Map.Entry<String, Map<String, Integer>> layer : layers().entrySet()) {
      HttpResponse<byte[]> answer = server.get("/download/" + layer.getKey() + ".shp.zip");
      int outer = 0;
      ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()));
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".shp")) {
          outer += ringsWithTheClock(zip.readAllBytes());
        }
      }
      // As many as there are polygons, so that each other ring is one of the holes.
      int expected = layer.getValue().values().stream().mapToInt(Integer::intValue).sum();
      assertEquals(expected, outer, layer.getKey());
    }
  }

  /** Read as ESRI's description of 1998 says, not by our reader, which forgives. */
  private static int ringsWithTheClock(byte[] bytes) {
    ByteBuffer shapes = ByteBuffer.wrap(bytes);
    int found = 0;
    int at = 100;
    while (at < bytes.length) {
      int length = shapes.order(ByteOrder.BIG_ENDIAN).getInt(at + 4) * 2;
      shapes.order(ByteOrder.LITTLE_ENDIAN);
      int content = at + 8;
      if (shapes.getInt(content) == 5) {
        int parts = shapes.getInt(content + 36);
        int points = shapes.getInt(content + 40);
        int first = content + 44 + 4 * parts;
        for (int part = 0; part < parts; part++) {
          int from = shapes.getInt(content + 44 + 4 * part);
          int to = part + 1 < parts ? shapes.getInt(content + 44 + 4 * (part + 1)) : points;
          Coordinate[] ring = new Coordinate[to - from];
          for (int i = from; i < to; i++) {
            ring[i - from] =
                new Coordinate(
                    shapes.getDouble(first + 16 * i), shapes.getDouble(first + 16 * i + 8));
          }
          found += Orientation.isCCW(ring) ? 0 : 1;
        }
      }
      at = content + length;
    }
    return found;
  }

  /**
   * Asserts it of all polygons in that GeoJSON, and returns how many there are.
   *
   * @param latFirst whether the first number of a position runs north
   */
  private static int assertValid(String address, boolean latFirst, boolean some) {
    HttpResponse<byte[]> answer = server.get(address);
    assertEquals(200, answer.statusCode(), address);
    int count = 0;
    for (JsonNode feature : TestServer.json(answer).get("features")) {
      String where = address + " " + feature.path("id").asText();
      for (JsonNode polygon : polygons(feature)) {
        LinearRing[] rings = new LinearRing[polygon.size()];
        for (int i = 0; i < rings.length; i++) {
          rings[i] = ring(polygon.get(i), latFirst);
          boolean outer = i == 0;
          assertEquals(outer, Orientation.isCCW(rings[i].getCoordinateSequence()), where);
        }
        LinearRing[] holes = new LinearRing[rings.length - 1];
        System.arraycopy(rings, 1, holes, 0, holes.length);
        count++;
        assertValid(FACTORY.createPolygon(rings[0], holes), where);
      }
      Geometry whole = multi(feature, latFirst);
      assertValid(whole, where);
    }
    assertTrue(count > 0 || !some, address);
    return count;
  }

  private static void assertValid(Geometry geometry, String where) {
    IsValidOp valid = new IsValidOp(geometry);
    assertTrue(valid.isValid(), () -> where + ": " + valid.getValidationError());
  }

  private static Geometry multi(JsonNode feature, boolean latFirst) {
    List<Polygon> polygons = new ArrayList<>();
    for (JsonNode polygon : polygons(feature)) {
      LinearRing[] holes = new LinearRing[polygon.size() - 1];
      for (int i = 0; i < holes.length; i++) {
        holes[i] = ring(polygon.get(i + 1), latFirst);
      }
      polygons.add(FACTORY.createPolygon(ring(polygon.get(0), latFirst), holes));
    }
    return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  /** The coordinates of each polygon of a feature. */
  private static List<JsonNode> polygons(JsonNode feature) {
    JsonNode geometry = feature.path("geometry");
    JsonNode coordinates = geometry.path("coordinates");
    List<JsonNode> polygons = new ArrayList<>();
    if (geometry.path("type").asText().equals("Polygon")) {
      polygons.add(coordinates);
    } else if (geometry.path("type").asText().equals("MultiPolygon")) {
      coordinates.forEach(polygons::add);
    }
    return polygons;
  }

  private static LinearRing ring(JsonNode positions, boolean latFirst) {
    Coordinate[] ring = new Coordinate[positions.size()];
    for (int i = 0; i < ring.length; i++) {
      double first = positions.get(i).get(0).asDouble();
      double second = positions.get(i).get(1).asDouble();
      ring[i] = latFirst ? new Coordinate(second, first) : new Coordinate(first, second);
    }
    return FACTORY.createLinearRing(ring);
  }
}
