package org.displacementmapper.tile;

import static org.displacementmapper.testing.Geometries.wkt;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.testing.Golden;
import org.junit.jupiter.api.Test;

class GeoJsonTileEncoderTest {

  /** Three decimals. */
  private static final TileGrid GRID = new DegreeGrid(new TileCoord(5, 24, 14));

  private final GeoJsonTileEncoder encoder = new GeoJsonTileEncoder();

  @Test
  void nothingIsAnEmptyCollection() {
    assertEquals("{\"type\":\"FeatureCollection\",\"features\":[]}", encode());
    assertEquals(
        "{\"type\":\"FeatureCollection\",\"features\":[]}",
        encode(Feature.of("1", null, Map.of()), Feature.of("2", wkt("POINT EMPTY"), Map.of())));
  }

  @Test
  void coordinatesHaveNoMoreDecimalsThanTheGrid() {
    assertEquals(
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"MMR001\","
            + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[96.156,-0.007]},"
            + "\"properties\":{}}]}",
        encode(Feature.of("MMR001", wkt("POINT (96156 -7)"), Map.of())));
    assertEquals(
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\","
            + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[100,16.8]},"
            + "\"properties\":{}}]}",
        encode(Feature.of(null, wkt("POINT (100000 16800)"), Map.of())));
  }

  @Test
  void shellsRunCounterClockwiseAndHolesClockwise() {
    String clockwise = "POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 1))";
    String expected =
        "[[[0,0],[0.009,0],[0.009,0.009],[0,0.009],[0,0]],"
            + "[[0.001,0.001],[0.002,0.002],[0.002,0.001],[0.001,0.001]]]";
    for (var polygon : List.of(wkt(clockwise), wkt(clockwise).reverse())) {
      String json = encode(Feature.of(null, polygon, Map.of()));
      assertEquals(
          expected,
          json.substring(json.indexOf("[[["), json.indexOf("]]]") + 3),
          polygon.toString());
    }
  }

  @Test
  void writesEveryKindOfValueAndGeometry() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("text", "ဟားခါး \"quoted\"");
    values.put("whole", 36_812.0);
    values.put("large", Long.MAX_VALUE);
    values.put("real", 0.1 + 0.2);
    values.put("yes", true);
    values.put("missing", null);
    values.put("infinite", Double.NaN);
    values.put("date", LocalDate.of(2022, 1, 31));
    values.put("list", Arrays.asList("a", null, 3));
    Golden.assertMatches(
        "tile/every-kind.geojson",
        encode(
                Feature.of("a", wkt("MULTIPOINT ((1 1), (2 2))"), values),
                Feature.of("b", wkt("LINESTRING (0 0, 1 1)"), Map.of()),
                Feature.of("c", wkt("MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))"), Map.of()),
                Feature.of(
                    "d",
                    wkt("MULTIPOLYGON (((0 0, 1 0, 0 1, 0 0)), ((5 5, 6 5, 5 6, 5 5)))"),
                    Map.of()))
            + "\n");
  }

  private String encode(Feature... features) {
    return new String(
        encoder.encode("layer", GRID, Arrays.asList(features)), StandardCharsets.UTF_8);
  }
}
