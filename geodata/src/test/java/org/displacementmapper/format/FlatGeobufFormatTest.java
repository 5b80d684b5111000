package org.displacementmapper.format;

import static org.displacementmapper.testing.Geometries.wkt;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.feature.UnreadableFileException;
import org.displacementmapper.testing.Shared;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.wololo.flatgeobuf.generated.Header;

class FlatGeobufFormatTest {

  private static final Schema SCHEMA =
      Schema.of(
          new Field("name", Field.Type.TEXT, "Name in Burmese."),
          new Field("people", Field.Type.INTEGER, "How many."),
          new Field("share", Field.Type.NUMBER, ""),
          new Field("sure", Field.Type.BOOLEAN, ""),
          new Field("day", Field.Type.DATE, ""),
          new Field("ids", Field.Type.LIST, ""));

  private static final Map<String, Object> ABOUT =
      Map.of("title", "Units", "description", "What.", "credits", List.of("UNHCR"));

  @Test
  void keepsEveryTypeOfValue() throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", "မြစ်ကြီးနား");
    values.put("people", Long.MIN_VALUE);
    values.put("share", 0.1 + 0.2);
    values.put("sure", false);
    values.put("day", LocalDate.of(2022, 1, 31));
    values.put("ids", List.of("a", 2));
    Reading again =
        Reading.of(
            "a.fgb",
            write(
                Feature.of("7", wkt("POINT (97.2 19.7)"), values),
                Feature.of(null, wkt("POINT (97.2 19.7)"), Map.of("share", Double.NaN)),
                Feature.of("9", null, Map.of())));
    assertEquals(List.of(), again.issues());
    assertEquals(
        List.of("TEXT", "TEXT", "INTEGER", "NUMBER", "BOOLEAN", "DATE", "TEXT"),
        again.schema().fields().stream().map(field -> field.type().name()).toList());
    Map<String, Feature> byId = new LinkedHashMap<>();
    again.features().forEach(feature -> byId.put(String.valueOf(feature.id()), feature));
    assertEquals(3, byId.size());
    values.put("day", "2022-01-31");
    values.put("ids", "[\"a\",2]");
    values.put("key", "7");
    assertEquals(values, byId.get("7").values());
    assertEquals(wkt("POINT (97.2 19.7)"), byId.get("7").geometry());
    assertTrue(byId.get("null").values().values().stream().allMatch(value -> value == null));
    assertEquals(null, byId.get("9").geometry());
  }

  @Test
  void keepsEveryTypeOfGeometry() throws IOException {
    for (String wkt :
        new String[] {
          "POINT (97 19)",
          "MULTIPOINT ((97 19), (98 20))",
          "LINESTRING (97 19, 98 20, 99 19)",
          "MULTILINESTRING ((97 19, 98 20), (1 2, 3 4, 5 6))",
          "MULTILINESTRING ((97 19, 98 20))",
          "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2 2, 1 1), (3 3, 3 4, 4 4, 3 3))",
          "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)), ((20 0, 29 0, 29 9, 20 0)))",
          "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)))",
          "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (3 4, 5 6),"
              + " GEOMETRYCOLLECTION (POLYGON ((0 0, 9 0, 9 9, 0 0))))"
        }) {
      Reading again = Reading.of("a.fgb", write(Feature.of(null, wkt(wkt), Map.of())));
      assertEquals(List.of(), again.issues());
      assertTrue(wkt(wkt).equalsExact(again.features().get(0).geometry()), wkt);
    }
    Feature point = Feature.of("1", wkt("POINT (1 2)"), Map.of());
    Feature area = Feature.of("2", wkt("POLYGON ((0 0, 9 0, 9 9, 0 0))"), Map.of());
    assertEquals(0, header(write(point, area)).geometryType());
    assertEquals(1, header(write(point)).geometryType());
  }

  @Test
  void theTownshipsComeBackUnchanged() throws IOException {
    Reading townships = Reading.of(Shared.file("boundaries/mmr_adm3_mimu_v93.geojson"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new FlatGeobufFormat().write(townships.schema(), townships.features().stream(), out);
    Reading again = Reading.of("a.fgb", out.toByteArray());
    assertEquals(List.of(), again.issues());
    assertEquals(townships.features().size(), again.features().size());
    Map<Object, Feature> before = new LinkedHashMap<>();
    townships.features().forEach(feature -> before.put(feature.values(), feature));
    assertEquals(townships.features().size(), before.size());
    for (Feature feature : again.features()) {
      Map<String, Object> values = new LinkedHashMap<>(feature.values());
      values.keySet().retainAll(townships.schema().names());
      assertTrue(before.get(values).geometry().equalsExact(feature.geometry()), () -> "" + values);
    }
  }

  @Test
  void saysInTheHeaderWhatTheFileIs() throws IOException {
    Header header = header(write(Feature.of("1", wkt("LINESTRING (97 19, 98 20)"), Map.of())));
    assertEquals("my units", header.name());
    assertEquals("Units", header.title());
    assertEquals("What.", header.description());
    assertTrue(header.metadata().contains("\"credits\":[\"UNHCR\"]"), header.metadata());
    assertEquals(4326, header.crs().code());
    assertEquals("EPSG", header.crs().org());
    assertEquals(1, header.featuresCount());
    assertEquals(4, header.envelopeLength());
    assertEquals(20, header.envelope(3));
    assertEquals("Name in Burmese.", header.columns(1).description());
  }

  @Test
  void givesTheSameBytesForTheSameFeaturesAndLeavesNoFileBehind() throws IOException {
    long before = temporaryFiles();
    Feature[] features = {
      Feature.of("1", wkt("POINT (1 2)"), Map.of()), Feature.of("2", wkt("POINT (1 2)"), Map.of())
    };
    assertArrayEquals(write(features), write(features));
    assertThrows(
        IllegalArgumentException.class,
        () -> write(Feature.of(null, null, Map.of("colour", "red"))));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> write(Feature.of("7", null, Map.of("people", "many"))))
            .getMessage();
    assertTrue(message.contains("feature 7 has the value \"many\" in the field \"people\""));
    assertEquals(before, temporaryFiles());
  }

  @Test
  void writesAndReadsAFileWithoutFeatures() throws IOException {
    Reading again = Reading.of("a.fgb", write());
    assertEquals(List.of(), again.features());
    assertEquals(SCHEMA.names(), again.schema().names());
    assertEquals(List.of("a.fgb: the file has no features: nothing to read"), again.issues());
  }

  /** Against a plain search of all boxes, for every number of features around a full node. */
  @Test
  void findsByItsIndexWhatAPlainSearchFinds() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int count : new int[] {1, 2, 15, 16, 17, 255, 256, 257, 3000}) {
      List<Feature> features = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Geometry point =
            random.nextInt(9) == 0
                ? null
                : wkt("POINT (" + random.nextInt(100) + " " + random.nextInt(50) + ")");
        features.add(Feature.of("" + i, point, Map.of()));
      }
      byte[] file = write(features.toArray(Feature[]::new));
      List<Feature> stored = Reading.of("a.fgb", file).features();
      for (int k = 0; k < 20; k++) {
        Envelope box = new Envelope(random.nextInt(100), random.nextInt(100), 0, 25);
        List<String> plain =
            stored.stream()
                .filter(
                    each ->
                        each.geometry() != null
                            && box.intersects(each.geometry().getEnvelopeInternal()))
                .map(Feature::id)
                .toList();
        assertEquals(plain, FlatGeobufSearch.ids(file, box), "seed " + seed);
      }
    }
  }

  @Test
  void theCurveVisitsEveryCellOnceAndGoesFromNeighbourToNeighbour() {
    int side = 32;
    int[][] cells = new int[side * side][];
    for (int x = 0; x < side; x++) {
      for (int y = 0; y < side; y++) {
        int at = (int) HilbertIndex.distance(x, y);
        assertEquals(null, cells[at]);
        cells[at] = new int[] {x, y};
      }
    }
    for (int i = 1; i < cells.length; i++) {
      int step = Math.abs(cells[i][0] - cells[i - 1][0]) + Math.abs(cells[i][1] - cells[i - 1][1]);
      assertEquals(1, step);
    }
    assertEquals((1L << 32) - 1, HilbertIndex.distance(65535, 0));
  }

  @Test
  void readsTheLayerThatIsNamedAndNoOther() throws IOException {
    byte[] file = write(Feature.of("1", wkt("POINT (1 2)"), Map.of()));
    assertEquals(1, count(file, ReadOptions.of("my units", "")));
    String message =
        assertThrows(UnreadableFileException.class, () -> count(file, ReadOptions.of("towns", "")))
            .getMessage();
    assertEquals(
        "a.fgb: the file has no layer \"towns\": choose one with --layer: "
            + "my units (Point, 1 feature)",
        message);
  }

  @Test
  void takesTheNamedSystemBeforeThatOfTheFile() throws IOException {
    byte[] file = write(Feature.of("1", wkt("POINT (200000 2200000)"), Map.of()));
    List<Feature> features = new ArrayList<>();
    try (FeatureStream stream =
        Formats.read(
            Input.of("a.fgb", new ByteArrayInputStream(file)),
            ReadOptions.of("", "EPSG:32647"),
            issue -> {})) {
      stream.forEach(features::add);
    }
    assertEquals(96.13, features.get(0).geometry().getCoordinate().x, 0.05);
  }

  private static long count(byte[] file, ReadOptions options) {
    try (FeatureStream stream =
        Formats.read(Input.of("a.fgb", new ByteArrayInputStream(file)), options, issue -> {})) {
      return stream.stream().count();
    }
  }

  private static long temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().startsWith("flatgeobuf-")).count();
    }
  }

  private static Header header(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    return Header.getRootAsHeader(ByteBuffer.wrap(file, 12, bytes.getInt(8)).slice());
  }

  static byte[] write(Feature... features) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WriteOptions options = new WriteOptions("my units", "", Optional.empty(), CsvOptions.PLAIN);
    new FlatGeobufFormat().write(SCHEMA, Arrays.stream(features), ABOUT, options, out);
    return out.toByteArray();
  }
}
