package org.displacementmapper.tile;

import static org.displacementmapper.testing.Geometries.wkt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.testing.Golden;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class MvtEncoderTest {

  private static final TileGrid GRID = new UnitGrid(new TileCoord(7, 98, 56));

  private final MvtEncoder encoder = new MvtEncoder();

  @Test
  void anotherLibraryReadsBackEveryKindOfGeometry() {
    List<Geometry> geometries =
        List.of(
            wkt("POINT (12 4000)"),
            wkt("MULTIPOINT ((1 2), (-64 4160), (7 7))"),
            wkt("LINESTRING (0 0, 10 0, 10 10)"),
            wkt("MULTILINESTRING ((0 0, 10 0), (5 5, 6 6, 7 5))"),
            wkt("POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0), (10 10, 10 20, 20 20, 10 10))"),
            wkt(
                "MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 1)),"
                    + " ((20 20, 30 20, 30 30, 20 20)))"));
    DecodedTile tile = decode(geometries.stream().map(g -> Feature.of(null, g, Map.of())).toList());
    assertEquals("layer", tile.layer());
    assertEquals(4096, tile.extent());
    for (int i = 0; i < geometries.size(); i++) {
      assertTrue(
          geometries.get(i).equalsTopo(tile.geometry(i)),
          geometries.get(i) + " became " + tile.geometry(i));
    }
  }

  @Test
  void ringsAreWoundAsTheSpecificationWantsWhateverTheyWereBefore() {
    Geometry polygon = wkt("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 1))");
    DecodedTile turned =
        decode(
            List.of(
                Feature.of(null, polygon, Map.of()),
                Feature.of(null, polygon.reverse(), Map.of())));
    assertTrue(turned.geometry(0).equalsTopo(polygon));
    assertTrue(turned.geometry(1).equalsTopo(polygon));
  }

  @Test
  void valuesKeepTheirTypes() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("text", "ဟားခါး");
    values.put("whole", 36_812.0);
    values.put("negative", -5);
    values.put("large", 1L << 40);
    values.put("real", 0.084);
    values.put("yes", true);
    values.put("no", false);
    values.put("missing", null);
    values.put("infinite", Double.POSITIVE_INFINITY);
    values.put("date", LocalDate.of(2022, 1, 31));
    values.put("list", List.of("a", "b"));
    DecodedTile tile = decode(List.of(Feature.of("x", wkt("POINT (1 1)"), values)));
    assertEquals(
        Map.of(
            "text",
            "ဟားခါး",
            "whole",
            36_812L,
            "negative",
            -5L,
            "large",
            1L << 40,
            "real",
            0.084,
            "yes",
            true,
            "no",
            false,
            "date",
            "2022-01-31",
            "list",
            "a,b"),
        tile.values(0));
  }

  @Test
  void equalKeysAndValuesAreWrittenOnce() {
    Feature one = Feature.of(null, wkt("POINT (1 1)"), Map.of("key", "a rather long value"));
    int single = encode(one).length;
    int twice = encode(one, one).length;
    assertTrue(twice - single < 16, "grew by " + (twice - single));
  }

  @Test
  void onlyWholeNumbersBecomeIds() {
    Geometry point = wkt("POINT (1 1)");
    DecodedTile tile =
        decode(
            List.of(
                Feature.of("42", point, Map.of()),
                Feature.of("MMR001", point, Map.of()),
                Feature.of("042", point, Map.of()),
                Feature.of("99999999999999999999", point, Map.of()),
                Feature.of(null, point, Map.of())));
    assertEquals(42L, tile.id(0));
    for (int i = 1; i < 5; i++) {
      assertEquals(null, tile.id(i));
    }
  }

  @Test
  void featuresWithoutGeometryAreLeftOutAndNothingIsNoBytes() {
    assertEquals(0, encode().length);
    assertEquals(0, encode(Feature.of("1", null, Map.of("a", 1))).length);
    assertEquals(0, encode(Feature.of("1", wkt("POLYGON EMPTY"), Map.of("a", 1))).length);
  }

  @Test
  void theBytesAreAlwaysTheSame() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("pcode", "MMR001");
    values.put("displaced", 1200);
    values.put("share_of_un", 0.0027);
    Golden.assertMatches(
        "tile/two-features.mvt",
        encode(
            Feature.of("1", wkt("POLYGON ((0 0, 50 0, 50 50, 0 50, 0 0))"), values),
            Feature.of("2", wkt("MULTIPOINT ((3 4), (5 6))"), Map.of("pcode", "MMR002"))));
  }

  private DecodedTile decode(List<Feature> features) {
    return DecodedTile.of(encoder.encode("layer", GRID, features));
  }

  private byte[] encode(Feature... features) {
    return encoder.encode("layer", GRID, Arrays.asList(features));
  }
}
