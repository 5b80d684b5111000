package org.displacementmapper.format;

import static org.displacementmapper.testing.Geometries.square;
import static org.displacementmapper.testing.Geometries.wkt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
}
