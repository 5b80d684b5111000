package org.displacementmapper.format;

import static org.displacementmapper.testing.Geometries.square;
import static org.displacementmapper.testing.Geometries.wkt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.junit.jupiter.api.Test;

class GeoJsonFormatTest {

  @Test
  void readsTypedValuesWhateverTheOrderOfMembers() {
    Reading file =
        Reading.of(
            "a.geojson",
            """
            {"features": [
              {"properties": {"name": "Loikaw", "dead": 3, "share": 0.5, "sure": true, "note": null,
                "tags": ["a", {"b": 1}]},
               "geometry": {"coordinates": [97.2, 19.7, 900], "type": "Point"}, "id": 7, "type": "Feature"}
            ], "type": "FeatureCollection"}
            """);
    assertEquals(List.of(), file.issues());
    Feature feature = file.features().get(0);
    assertEquals(2, feature.line());
    assertEquals("7", feature.id());
    assertEquals(wkt("POINT (97.2 19.7)"), feature.geometry());
    assertEquals("Loikaw", feature.values().get("name"));
    assertEquals(3L, feature.values().get("dead"));
    assertEquals(0.5, feature.values().get("share"));
    assertEquals(true, feature.values().get("sure"));
    assertNull(feature.values().get("note"));
    assertEquals("[\"a\",{\"b\":1}]", feature.values().get("tags"));
    assertEquals(
        List.of(
            Field.Type.TEXT,
            Field.Type.INTEGER,
            Field.Type.NUMBER,
            Field.Type.BOOLEAN,
            Field.Type.TEXT,
            Field.Type.TEXT),
        file.schema().fields().stream().map(Field::type).toList());
  }

  @Test
  void writesOneFeatureALineAfterWhatIsSaidAboutTheFile() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Schema schema = Schema.of(new Field("name", Field.Type.TEXT, ""));
    Feature unit = Feature.of("MMR002", square(0.1 + 0.2, 0, 1), Map.of("name", "Kayah"));
    new GeoJsonFormat().write(schema, Stream.of(unit), Map.of("licence", "CC BY 4.0"), out);
    assertEquals(
        """
        {"type":"FeatureCollection","licence":"CC BY 4.0","features":[
        {"type":"Feature","id":"MMR002","geometry":{"type":"Polygon","coordinates":\
        [[[0.3,0],[1.3,0],[1.3,1],[0.3,1],[0.3,0]]]},"properties":{"name":"Kayah"}}
        ]}
        """,
        out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void readsASingleFeatureABareGeometryAndOneFeatureALine() {
    String one = "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}";
    assertEquals(wkt("POINT (1 2)"), Reading.of("a", one).features().get(0).geometry());
    String bare = "{\"coordinates\":[[1,2],[3,4]],\"type\":\"LineString\"}";
    Feature line = Reading.of("a", bare).features().get(0);
    assertEquals(wkt("LINESTRING (1 2, 3 4)"), line.geometry());
    assertEquals(Map.of(), line.values());
    List<Feature> lines = Reading.of("a", one + "\n" + one + "\r\n" + one + "\n").features();
    assertEquals(List.of(1L, 2L, 3L), lines.stream().map(Feature::line).toList());
  }

  @Test
  void skipsWhatOtherProgramsAdd() {
    Reading file =
        Reading.of(
            "a.geojson",
            """
            {"type":"FeatureCollection","name":"x","bbox":[0,0,1,1],
            "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},
            "features":[{"type":"Feature","bbox":[1,2,1,2],"style":{"fill":"red"},
            "geometry":{"type":"Point","bbox":[1,2,1,2],"coordinates":[1,2,3,4]},
            "properties":{"a":1}}],"properties":{"b":2},"links":[{"href":"x"}]}
            """);
    assertEquals(List.of(), file.issues());
    assertEquals(Map.of("a", 1L), file.features().get(0).values());
    assertEquals(wkt("POINT (1 2)"), file.features().get(0).geometry());
  }

  @Test
  void acceptsEveryWayToSayWgs84() {
    for (String crs :
        List.of(
            "null",
            "\"EPSG:4326\"",
            "{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4326\"}}",
            "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4326\"}}",
            "{\"type\":\"EPSG\",\"properties\":{\"code\":4326}}")) {
      Reading file =
          Reading.of("a", "{\"crs\":" + crs + ",\"type\":\"FeatureCollection\",\"features\":[]}");
      assertEquals(List.of(), file.schema().names());
    }
  }

  @Test
  void makesTheSchemaFromTheFirstFeatures() {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < GeoJsonFeatures.SAMPLE_SIZE + 1; i++) {
      String value = List.of("1", "2.5", "null").get(i % 3);
      String name = i == GeoJsonFeatures.SAMPLE_SIZE ? "late" : "n" + i % 2;
      file.append("{\"type\":\"Feature\",\"properties\":{\"" + name + "\":" + value + "}}\n");
    }
    Reading read = Reading.of("a", file.toString());
    assertEquals(List.of("n0", "n1"), read.schema().names());
    assertEquals(Field.Type.NUMBER, read.schema().fields().get(0).type());
    assertEquals(GeoJsonFeatures.SAMPLE_SIZE + 1, read.features().size());
  }

  @Test
  void windsRingsAsTheRfcWants() throws IOException {
    Feature clockwise =
        Feature.of(
            null, wkt("POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))"), Map.of());
    String written = write(Schema.of(), Map.of(), clockwise);
    assertTrue(
        written.contains("[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]]"),
        written);
  }

  @Test
  void writesEachKindOfValue() throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("text", "မြစ်\n");
    values.put("none", null);
    values.put("whole", 36_800);
    values.put("share", 0.25f);
    values.put("not", Double.NaN);
    values.put("sure", true);
    values.put("day", LocalDate.of(2022, 1, 31));
    values.put("codes", List.of("MMR007", "MMR008"));
    Schema schema =
        new Schema(
            values.keySet().stream().map(name -> new Field(name, Field.Type.TEXT, "")).toList());
    String written = write(schema, Map.of(), Feature.of(null, null, values));
    String expected =
        "{\"text\":\"မြစ်\\n\",\"none\":null,\"whole\":36800,\"share\":0.25,\"not\":null,"
            + "\"sure\":true,\"day\":\"2022-01-31\",\"codes\":[\"MMR007\",\"MMR008\"]}";
    assertTrue(written.contains(expected), written);
  }

  @Test
  void writesAnEmptyCollectionAndEmptyGeometry() throws IOException {
    assertEquals(
        "{\"type\":\"FeatureCollection\",\"features\":[\n]}\n", write(Schema.of(), Map.of()));
    String written = write(Schema.of(), Map.of(), Feature.of(null, wkt("POLYGON EMPTY"), Map.of()));
    assertTrue(written.contains("\"geometry\":null"), written);
  }

  @Test
  void refusesToLoseAValueOrMisuseAName() {
    Feature feature = Feature.of("7", null, Map.of("dead", 3));
    assertEquals(
        "feature 7 has values that would be lost: [dead]; the schema has []",
        assertThrows(IllegalArgumentException.class, () -> write(Schema.of(), Map.of(), feature))
            .getMessage());
    assertEquals(
        "\"properties\" has a meaning in GeoJSON: take another name",
        assertThrows(
                IllegalArgumentException.class,
                () -> write(Schema.of(), Map.of("properties", 1), feature))
            .getMessage());
  }

  private static String write(Schema schema, Map<String, ?> about, Feature... features)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new GeoJsonFormat().write(schema, Stream.of(features), about, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
