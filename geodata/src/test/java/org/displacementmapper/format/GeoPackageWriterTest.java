package org.displacementmapper.format;

import static org.displacementmapper.testing.Geometries.wkt;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.feature.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoPackageWriterTest {

  private static final Schema SCHEMA =
      Schema.of(
          new Field("name", Field.Type.TEXT, "Name in Burmese."),
          new Field("people", Field.Type.INTEGER, "How many."),
          new Field("share", Field.Type.NUMBER, ""),
          new Field("sure", Field.Type.BOOLEAN, ""),
          new Field("day", Field.Type.DATE, ""),
          new Field("ids", Field.Type.LIST, ""),
          new Field("NAME", Field.Type.TEXT, "Differs in capitals alone."));

  private static final Map<String, Object> ABOUT =
      Map.of("title", "Units", "as_of", "2022-01-31", "credits", List.of("UNHCR"));

  @TempDir Path folder;

  @Test
  void writesEveryKindOfValueAndWhatIsToBeSaidAboutTheFile() throws IOException, SQLException {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", "ကယား");
    values.put("people", 36_800L);
    values.put("share", 0.25);
    values.put("sure", true);
    values.put("day", LocalDate.of(2022, 1, 31));
    values.put("ids", List.of("a", "b"));
    byte[] bytes =
        write(Feature.of("7", wkt("POINT (97.2 19.7)"), values), Feature.of("8", null, Map.of()));
    try (Connection database = open(bytes)) {
      assertEquals(
          List.of(
              "1|7|ကယား|36800|0.25|1|2022-01-31|[\"a\",\"b\"]|null",
              "2|8|null|null|null|null|null|null|null"),
          rows(
              database,
              "SELECT fid, key, name, people, share, sure, day, ids, NAME_2 FROM my_units"));
      assertEquals(
          List.of("Units|2022-01-31T00:00:00.000Z|97.2|19.7|97.2|19.7"),
          rows(
              database,
              "SELECT identifier, last_change, min_x, min_y, max_x, max_y FROM gpkg_contents WHERE data_type = 'features'"));
      assertEquals(
          List.of("my_units|geom|POINT|4326|0|0"),
          rows(database, "SELECT * FROM gpkg_geometry_columns"));
      assertEquals(
          List.of("UNHCR"),
          rows(database, "SELECT json_extract(metadata, '$.credits[0]') FROM gpkg_metadata"));
      assertEquals(
          List.of("1"),
          rows(database, "SELECT id FROM rtree_my_units_geom WHERE minx < 98 AND maxx > 97"));
      assertEquals(
          List.of("application/json"),
          rows(database, "SELECT mime_type FROM gpkg_data_columns WHERE column_name = 'ids'"));
      assertEquals(List.of("ok"), rows(database, "PRAGMA integrity_check"));
    }
  }

  @Test
  void givesTheSameBytesForTheSameFeatures() throws IOException {
    Feature feature = Feature.of("7", wkt("POLYGON ((0 0, 1 0, 1 1, 0 0))"), Map.of("name", "x"));
    assertArrayEquals(write(feature), write(feature));
  }

  @Test
  void makesPolygonsMultiPolygonsWhereTheLayerHasSuch() throws IOException, SQLException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Feature feature = Feature.of(null, wkt("POLYGON ((0 0, 1 0, 1 1, 0 0))"), Map.of());
    WriteOptions options =
        new WriteOptions("adm1-labels", "MultiPolygon", Optional.empty(), CsvOptions.PLAIN);
    new GeoPackageFormat().write(SCHEMA, Stream.of(feature), Map.of(), options, out);
    try (Connection database = open(out.toByteArray())) {
      assertEquals(
          List.of("MULTIPOLYGON"),
          rows(database, "SELECT geometry_type_name FROM gpkg_geometry_columns"));
      assertEquals(
          List.of("6"), rows(database, "SELECT hex(substr(geom, 42, 1)) + 0 FROM adm1_labels"));
    }
  }

  @Test
  void refusesAValueThatTheSchemaLacksAndLeavesNoFileBehind() throws IOException {
    long before = temporaryFiles();
    assertThrows(
        IllegalArgumentException.class,
        () -> write(Feature.of(null, null, Map.of("colour", "red"))));
    assertEquals(before, temporaryFiles());
  }

  @Test
  void carriesItsStyleForQgisAndOthers() throws IOException, SQLException {
    Style style =
        new Style(
            List.of(
                new Style.Rule(
                    "it's",
                    new Style.Text("name", "it's", false),
                    new Style.Area("#FF8000", "#000000", 1)),
                new Style.Rule(
                    "all", new Style.Always(), new Style.Hatch("#000000", 1, 6, 45, 0, false))));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WriteOptions options =
        new WriteOptions("units", "MultiPolygon", Optional.of(style), CsvOptions.PLAIN);
    new GeoPackageFormat().write(SCHEMA, Stream.of(), Map.of(), options, out);
    try (Connection database = open(out.toByteArray())) {
      String qml =
          rows(
                  database,
                  "SELECT styleQML FROM layer_styles WHERE f_table_name = 'units' AND useAsDefault")
              .get(0);
      assertTrue(qml.contains("filter=\"&quot;name&quot; = 'it''s'\""), qml);
      assertTrue(qml.contains("255,128,0,255") && qml.contains("LinePatternFill"), qml);
      String sld = rows(database, "SELECT styleSLD FROM layer_styles").get(0);
      assertTrue(sld.contains("<ogc:Literal>it's</ogc:Literal>") && sld.contains("slash"), sld);
    }
  }

  private static long temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().matches("write-.*\\.gpkg")).count();
    }
  }

  private static byte[] write(Feature... features) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WriteOptions options = new WriteOptions("my units", "", Optional.empty(), CsvOptions.PLAIN);
    new GeoPackageFormat().write(SCHEMA, Arrays.stream(features), ABOUT, options, out);
    return out.toByteArray();
  }

  private Connection open(byte[] bytes) throws IOException, SQLException {
    Path file = Files.write(folder.resolve("a.gpkg"), bytes);
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private static List<String> rows(Connection database, String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          cells.add(String.valueOf(rows.getString(i)));
        }
        found.add(String.join("|", cells));
      }
      return found;
    }
  }
}
