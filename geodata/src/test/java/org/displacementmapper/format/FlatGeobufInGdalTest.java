package org.displacementmapper.format;

import static org.displacementmapper.testing.Geometries.wkt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.testing.Gdal;
import org.displacementmapper.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;

/** GDAL reads what we write, and we read what GDAL writes. */
class FlatGeobufInGdalTest {

  @TempDir Path folder;

  @Test
  void gdalFindsTheSameTownshipsInOurFile() throws IOException {
    Reading townships = Reading.of(Shared.file("boundaries/mmr_adm3_mimu_v93.geojson"));
    try (OutputStream out = Files.newOutputStream(folder.resolve("a.fgb"))) {
      new FlatGeobufFormat().write(townships.schema(), townships.features().stream(), out);
    }
    String all = Gdal.run(folder, "ogrinfo", "-al", "-geom=NO", "a.fgb");
    assertEquals(330, Gdal.count(all));
    Envelope extent = new Envelope();
    for (Feature feature : townships.features()) {
      extent.expandToInclude(feature.geometry().getEnvelopeInternal());
      assertTrue(all.contains("TS_PCODE (String) = " + feature.text("TS_PCODE")));
      assertTrue(all.contains("TS_MMR4 (String) = " + feature.values().get("TS_MMR4")));
    }
    String printed =
        String.format(
            Locale.ROOT,
            "Extent: (%f, %f) - (%f, %f)",
            extent.getMinX(),
            extent.getMinY(),
            extent.getMaxX(),
            extent.getMaxY());
    assertTrue(all.contains(printed), () -> printed + " is not in " + all.substring(0, 500));
    Envelope box = new Envelope(97, 98, 19, 20.5);
    long within =
        townships.features().stream()
            .filter(
                each -> each.geometry().intersects(each.geometry().getFactory().toGeometry(box)))
            .count();
    String some =
        Gdal.run(folder, "ogrinfo", "-al", "-so", "-spat", "97", "19", "98", "20.5", "a.fgb");
    assertEquals(within, Gdal.count(some));
  }

  @Test
  void gdalSeesValuesOfTheirTypesAndFeaturesWithoutAPlace() throws IOException {
    byte[] file =
        FlatGeobufFormatTest.write(
            Feature.of("1", null, Map.of("name", "ကယား", "sure", true)),
            Feature.of("2", wkt("POINT (97 19)"), Map.of("people", 5L, "day", "2022-01-31")));
    Files.write(folder.resolve("a.fgb"), file);
    String all = Gdal.run(folder, "ogrinfo", "-al", "a.fgb");
    assertEquals(2, Gdal.count(all));
    for (String line :
        new String[] {
          "name (String) = ကယား",
          "sure (Integer(Boolean)) = 1",
          "people (Integer64) = 5",
          "day (DateTime) = 2022/01/31 00:00:00",
          "POINT (97 19)"
        }) {
      assertTrue(all.contains(line), () -> line + " is not in " + all);
    }
    assertEquals(
        1,
        Gdal.count(
            Gdal.run(folder, "ogrinfo", "-al", "-so", "-spat", "96", "18", "98", "20", "a.fgb")));
  }

  @Test
  void readsWhatGdalWritesWithAndWithoutIndexAndInAnotherSystem() throws IOException {
    Path source = Shared.file("boundaries/mmr_adm3_mimu_v93.geojson").toAbsolutePath();
    Map<String, Feature> before = new LinkedHashMap<>();
    for (Feature feature : Reading.of(source).features()) {
      before.put(feature.text("TS_PCODE"), feature);
    }
    for (String index : new String[] {"YES", "NO"}) {
      Reading again = fromGdal(source, index + ".fgb", "-lco", "SPATIAL_INDEX=" + index);
      assertEquals(before.size(), again.features().size());
      for (Feature feature : again.features()) {
        Feature same = before.get(feature.text("TS_PCODE"));
        assertTrue(same.geometry().norm().equalsExact(feature.geometry().norm(), 1e-12));
        same.values().forEach((name, value) -> assertSame(value, feature.values().get(name)));
      }
    }
    Reading utm = fromGdal(source, "utm.fgb", "-t_srs", "EPSG:32647");
    assertEquals(before.size(), utm.features().size());
    for (Feature feature : utm.features()) {
      Envelope expected = before.get(feature.text("TS_PCODE")).geometry().getEnvelopeInternal();
      Envelope box = feature.geometry().getEnvelopeInternal();
      assertEquals(expected.getMinX(), box.getMinX(), 1e-6);
      assertEquals(expected.getMaxY(), box.getMaxY(), 1e-6);
    }
  }

  @Test
  void readsHeightsDatesAndEveryKindOfGeometryThatGdalWrites() throws IOException {
    Files.writeString(
        folder.resolve("a.geojson"),
        """
        {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"day": "2022-01-31", "n": 1},
         "geometry": {"type": "Point", "coordinates": [97, 19, 800]}},
        {"type": "Feature", "properties": {"day": "2022-02-01"},
         "geometry": {"type": "LineString", "coordinates": [[97, 19, 1], [98, 20, 2]]}},
        {"type": "Feature", "properties": {"n": 3},
         "geometry": {"type": "GeometryCollection", "geometries": [
           {"type": "Point", "coordinates": [1, 2, 3]},
           {"type": "MultiPolygon", "coordinates": [[[[0, 0, 1], [9, 0, 1], [9, 9, 1], [0, 0, 1]]]]}
         ]}}]}""");
    Reading again = fromGdal(folder.resolve("a.geojson"), "z.fgb", "-lco", "SPATIAL_INDEX=NO");
    assertEquals(
        List.of(
            "POINT (97 19)",
            "LINESTRING (97 19, 98 20)",
            "GEOMETRYCOLLECTION (POINT (1 2), MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0))))"),
        again.features().stream().map(each -> each.geometry().toText()).toList());
    assertEquals("2022-01-31", again.features().get(0).values().get("day"));
    assertEquals(1L, again.features().get(0).values().get("n"));
  }

  private Reading fromGdal(Path source, String name, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("ogr2ogr", "-f", "FlatGeobuf", name, source.toString()));
    command.addAll(List.of(options));
    Gdal.run(folder, command.toArray(String[]::new));
    Reading reading = Reading.of(folder.resolve(name));
    assertEquals(List.of(), reading.issues());
    return reading;
  }

  private static void assertSame(Object value, Object again) {
    if (value instanceof Number number) {
      assertEquals(number.doubleValue(), ((Number) again).doubleValue());
    } else {
      assertEquals(value, again);
    }
  }
}
