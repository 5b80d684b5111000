package org.displacementmapper.format;

import static org.displacementmapper.format.TinyGeoPackage.geometry;
import static org.displacementmapper.format.TinyGeoPackage.layer;
import static org.displacementmapper.format.TinyGeoPackage.oneLayer;
import static org.displacementmapper.format.TinyGeoPackage.wkb;
import static org.displacementmapper.testing.Geometries.wkt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.feature.UnreadableFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GeoPackages that can be read, as far as their rows can be. */
class GeoPackageFormatTest {

  private static final String COLUMNS = "fid INTEGER PRIMARY KEY, geom GEOMETRY";

  @TempDir Path folder;

  @Test
  void keepsWhatItWrote() throws IOException {
    Schema schema =
        Schema.of(
            new Field("name", Field.Type.TEXT, ""),
            new Field("people", Field.Type.INTEGER, ""),
            new Field("share", Field.Type.NUMBER, ""),
            new Field("sure", Field.Type.BOOLEAN, ""),
            new Field("day", Field.Type.DATE, ""));
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", "ကယား");
    values.put("people", Long.MAX_VALUE);
    values.put("share", 0.1 + 0.2);
    values.put("sure", true);
    values.put("day", "2022-01-31");
    String area =
        "POLYGON ((97 19, 98 19, 98 20, 97 19), (97.5 19.2, 97.6 19.2, 97.6 19.3, 97.5 19.2))";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new GeoPackageFormat()
        .write(
            schema,
            Stream.of(
                Feature.of(null, wkt(area), values), Feature.of(null, null, Map.of("name", "x"))),
            Map.of("title", "Units"),
            new WriteOptions("units", "", Optional.empty(), CsvOptions.PLAIN),
            out);
    Reading read = Reading.of("-", out.toByteArray());
    assertEquals(List.of(), read.issues());
    assertEquals(schema.names(), read.schema().names());
    assertEquals(
        schema.fields().stream().map(Field::type).toList(),
        read.schema().fields().stream().map(Field::type).toList());
    assertEquals(values, read.features().get(0).values());
    assertTrue(wkt(area).equalsExact(read.features().get(0).geometry()));
    assertEquals(List.of("1", "2"), read.features().stream().map(Feature::id).toList());
    assertNull(read.features().get(1).geometry());
    assertEquals(Arrays.asList("x", null, null, null, null), values(read.features().get(1)));
  }

  @Test
  void leavesNoFileOfAStreamBehind() throws IOException, SQLException {
    byte[] bytes = Files.readAllBytes(oneLayer(folder, 4326, COLUMNS, "1, NULL"));
    long before = temporaryFiles();
    assertEquals(1, Reading.of("-", bytes).features().size());
    assertThrows(UnreadableFileException.class, () -> Reading.of("-", Arrays.copyOf(bytes, 3000)));
    assertEquals(before, temporaryFiles());
  }

  private static long temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().matches("read-.*\\.part")).count();
    }
  }

  @Test
  void readsEveryKindOfGeometryWithoutHeightsAndMeasures() throws IOException, SQLException {
    Reading read =
        Reading.of(
            oneLayer(
                folder,
                4326,
                COLUMNS,
                "1, " + geometry("POINT Z (97 19 800)", 4326),
                "2, " + geometry("LINESTRING ZM (97 19 1 2, 98 20 3 4)", 4326),
                "3, " + wkb("00 000007d1 4058400000000000 4033000000000000 7ff8000000000000"),
                "4, " + geometry("MULTIPOINT ((1 2), (3 4))", 4326),
                "5, " + geometry("MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))", 4326),
                "6, " + geometry("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))", 4326),
                "7, " + geometry("GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))", 4326),
                "8, " + geometry("MULTIPOLYGON EMPTY", 4326),
                "9, " + wkb("00 00000001 7ff8000000000000 7ff8000000000000"),
                "10, NULL"));
    assertEquals(List.of(), read.issues());
    assertEquals(
        List.of(
            "POINT (97 19)",
            "LINESTRING (97 19, 98 20)",
            "POINT (97 19)",
            "MULTIPOINT ((1 2), (3 4))",
            "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))",
            "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))",
            "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))",
            "null",
            "null",
            "null"),
        read.features().stream()
            .map(each -> each.geometry() == null ? "null" : each.geometry().toText())
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "upper(hex(1)) | it is text or a number and no geometry",
        "7 | it is text or a number and no geometry",
        "x'' | it does not begin with GP, as a geometry must",
        "x'47500001' | it does not begin with GP, as a geometry must",
        "x'4750012100000000' | it is of a kind that only an extension can read",
        "x'475000ff00000000' | it is of a kind that only an extension can read",
        "x'4750000100000000' | it says that it is longer than its bytes: cut off",
        "00 00000001 4058400000000000 7ff0000000000000 | a coordinate must be a finite number",
        "00 00000002 00000001 4058400000000000 4033000000000000"
            + "| a line has one position: it must have at least two",
        "00 00000002 7fffffff | it says that it is longer than its bytes: cut off",
        "00 00000002 ffffffff | it says that it is longer than its bytes: cut off",
        "00 00000007 00000001 00 00000007 00000001 00 00000007 00000001 00 00000007 00000001 "
            + "00 00000007 00000001 00 00000007 00000001 00 00000007 00000001 00 00000007 00000001 "
            + "00 00000007 00000001 00 00000007 00000001 00 00000007 00000000"
            + "| its collections are nested deeper than 8: no map needs that",
        "00 00000004 00000001 00 00000002 00000000"
            + "| it has a LineString where it must have a Point",
        "02 00000001 4058400000000000 4058400000000000"
            + "| its byte order is 2 and not 0 or 1: damaged",
        "00 0000000a 00000000 | it is a CurvePolygon: points, lines and polygons are read; "
            + "turn curves into lines before the export",
        "00 00000063 00000000 | it is of type 99: points, lines and polygons are read; "
            + "turn curves into lines before the export",
        "00 00000003 00000001 00000002 4058400000000000 4033000000000000 "
            + "4058400000000000 4033000000000000 | a ring has 2 positions: it must have at least 4",
        "00 00000003 00000001 00000002 4058400000000000 4033000000000000 "
            + "4058400000000000 4034000000000000 "
            + "| a ring is not closed: it must end where it begins",
      })
  void leavesOutAFeatureWhoseGeometryIsWrong(String geometry, String message)
      throws IOException, SQLException {
    String bad = geometry.matches("[0-9a-f ]{10,}") ? wkb(geometry) : geometry;
    String good = geometry("POINT (97 19)", 4326);
    Path file = oneLayer(folder, 4326, COLUMNS, "1, " + good, "5, " + bad, "6, " + good);
    Reading read = Reading.of(file);
    assertEquals(List.of("1", "6"), read.features().stream().map(Feature::id).toList());
    assertEquals(List.of(1L, 3L), read.features().stream().map(Feature::line).toList());
    assertEquals(1, read.issues().size(), "" + read.issues());
    String issue = read.issues().get(0);
    assertTrue(issue.startsWith(file.getFileName() + ", line 2, column geom"), issue);
    assertTrue(issue.endsWith(": " + message), issue);
  }

  @Test
  void saysWhichValuesAreNotWhatTheirColumnSays() throws IOException, SQLException {
    Reading read =
        Reading.of(
            oneLayer(
                folder,
                4326,
                COLUMNS
                    + ", n INTEGER, x REAL, b BOOLEAN, t TEXT, v VARCHAR(3), k, raw BLOB,"
                    + " g TEXT AS (printf('%.*c', 900000000, 'x'))",
                "1, NULL, 7, 2, 0, 'a', 'abcdef', 8, x'00'",
                "2, NULL, 'many', 9e999, 5, x'41', x'0102030405', 8.5, NULL",
                "3, NULL, 7.5, 'x', NULL, printf('%.*c', 2000000, 'x'), NULL, NULL, NULL"));
    assertEquals(List.of("n", "x", "b", "t", "v", "k"), read.schema().names());
    assertEquals(Arrays.asList(7L, 2.0, false, "a", "abcdef", "8"), values(read.features().get(0)));
    assertEquals(
        Arrays.asList(null, null, null, null, null, "8.5"), values(read.features().get(1)));
    assertEquals(Arrays.asList(7.5, null, null, null, null, null), values(read.features().get(2)));
    assertEquals(
        List.of(
            ": columns that are binary or computed were left out: [raw, g]",
            ", line 2, column n, \"many\": is not of the type of its column; taken as missing",
            ", line 2, column x, \"Infinity\": is no finite number; taken as missing",
            ", line 2, column b, \"5\": is not of the type of its column; taken as missing",
            ", line 2, column t: is binary and not text; taken as missing",
            ", line 2, column v: is binary and not text; taken as missing",
            ", line 3, column x, \"x\": is not of the type of its column; taken as missing",
            ", line 3, column t: is longer than 1,048,576 bytes; taken as missing"),
        read.issues().stream().map(issue -> issue.replaceFirst("^[^:,]*", "")).toList());
  }

  private static List<Object> values(Feature feature) {
    return Arrays.asList(feature.values().values().toArray());
  }

  @Test
  void keepsAKeyThatMeansSomething() throws IOException, SQLException {
    Reading read =
        Reading.of(
            oneLayer(
                folder,
                4326,
                "id INTEGER PRIMARY KEY, geom BLOB, \"a \"\"b\"\" ကချင်\" TEXT, rowid TEXT",
                "-5, NULL, 'x', 'y'",
                "700, NULL, 'z', 'w'"));
    assertEquals(List.of("id", "a \"b\" ကချင်", "rowid"), read.schema().names());
    assertEquals(List.of("-5", "700"), read.features().stream().map(Feature::id).toList());
    assertEquals(List.of(700L, "z", "w"), values(read.features().get(1)));
  }

  @ParameterizedTest
  @CsvSource({"7, 96.156, 16.805", "8, 90.156, 16.805"})
  void reprojectsFromTheSystemThatTheFileTells(int srsId, double lon, double lat)
      throws IOException, SQLException {
    String place = geometry("POINT (196900 1859900)", srsId);
    Reading read = Reading.of(oneLayer(folder, srsId, COLUMNS, "1, " + place));
    assertEquals(List.of(), read.issues());
    assertEquals(lon, read.features().get(0).geometry().getCoordinate().x, 0.01);
    assertEquals(lat, read.features().get(0).geometry().getCoordinate().y, 0.01);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "99999"})
  void takesAnUndefinedSystemAsDegreesOnlyIfTheNumbersFit(int srsId)
      throws IOException, SQLException {
    Reading read =
        Reading.of(oneLayer(folder, srsId, COLUMNS, "1, " + geometry("POINT (97 19)", srsId)));
    assertTrue(read.issues().get(0).contains("are taken as longitude and latitude"));
    Path metres = oneLayer(folder, srsId, COLUMNS, "1, " + geometry("POINT (1969 859)", srsId));
    assertTrue(
        assertThrows(UnreadableFileException.class, () -> Reading.of(metres))
            .getMessage()
            .contains("are no longitude and latitude: name the system"));
    Reading named = Reading.of(metres, ReadOptions.of("", "EPSG:3857"));
    assertEquals(List.of(), named.issues());
  }

  @Test
  void saysWhereTheSystemIsNotUnderstoodOrDiffers() throws IOException, SQLException {
    Path odd = oneLayer(folder, 9, COLUMNS, "1, " + geometry("POINT (97 19)", 9));
    assertTrue(
        assertThrows(UnreadableFileException.class, () -> Reading.of(odd))
            .getMessage()
            .contains("\"nonsense\" names no coordinate reference system"));
    assertEquals(1, Reading.of(odd, ReadOptions.of("", "EPSG:4326")).features().size());
    String other = geometry("POINT (97 19)", 32647);
    Reading read = Reading.of(oneLayer(folder, 4326, COLUMNS, "1, " + other, "2, " + other));
    assertEquals(2, read.features().size());
    assertEquals(1, read.issues().size());
    assertTrue(read.issues().get(0).contains("number 32647, its layer says 4326"));
  }

  @Test
  void listsTheLayersUntilOneIsNamed() throws IOException, SQLException {
    Path file =
        TinyGeoPackage.of(
            folder,
            layer("points", 4326, COLUMNS + ", a TEXT")
                + layer("\"my areas\"", 4326, COLUMNS).replace("'\"", "'").replace("\"'", "'")
                + layer("layer_styles", 4326, COLUMNS).replace("'features'", "'attributes'")
                + "INSERT INTO points VALUES (1, NULL, 'x');"
                + "CREATE TABLE gpkg_ogr_contents (table_name TEXT, feature_count INTEGER);"
                + "INSERT INTO gpkg_ogr_contents VALUES ('POINTS', 1);");
    assertEquals(
        file.getFileName()
            + ": the file has 2 layers: choose one with --layer:"
            + " points (GEOMETRY, 1 feature); my areas (GEOMETRY)",
        assertThrows(UnreadableFileException.class, () -> Reading.of(file)).getMessage());
    Reading points = Reading.of(file, ReadOptions.of("Points", ""));
    assertEquals("x", points.features().get(0).text("a"));
    assertEquals(
        List.of(file.getFileName() + ": the layer has no features: nothing to read"),
        Reading.of(file, ReadOptions.of("my areas", "")).issues());
    String message =
        assertThrows(UnreadableFileException.class, () -> Reading.of(file, ReadOptions.of("z", "")))
            .getMessage();
    assertTrue(message.contains("the file has no layer \"z\""), message);
  }

  @Test
  void readsATableOfValuesAlone() throws IOException, SQLException {
    Path file =
        TinyGeoPackage.of(
            folder,
            layer("strikes", 0, "fid INTEGER PRIMARY KEY, lon REAL, lat REAL")
                    .replace("'features'", "'attributes'")
                    .replaceFirst("INSERT INTO gpkg_geometry_columns.*", "")
                + "INSERT INTO strikes VALUES (1, 97.2, 19.7);");
    try (FeatureStream stream = Formats.read(file, issue -> {})) {
      assertTrue(!stream.hasGeometry());
      assertEquals(97.2, stream.stream().toList().get(0).values().get("lon"));
    }
  }
}
