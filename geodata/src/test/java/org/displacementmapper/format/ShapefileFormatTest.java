package org.displacementmapper.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.feature.UnreadableFileException;
import org.displacementmapper.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class ShapefileFormatTest {

  private static final Schema SCHEMA =
      Schema.of(
          new Field("name", Field.Type.TEXT, "its name"),
          new Field("displaced_people", Field.Type.INTEGER, "people"),
          new Field("displaced_ratio", Field.Type.NUMBER, "ratio"),
          new Field("seen", Field.Type.DATE, "day"),
          new Field("public", Field.Type.BOOLEAN, "whether"));

  private static final ShapefileFormat FORMAT = new ShapefileFormat();

  @TempDir Path folder;

  @Test
  void keepsWhatTheFormatCanHold() {
    String polygons =
        "MULTIPOLYGON (((95 20, 99 20, 99 24, 95 24, 95 20), (96 21, 96 22, 97 22, 97 21, 96 21)),"
            + " ((96.2 21.2, 96.4 21.2, 96.4 21.4, 96.2 21.2)))";
    Feature full = feature(polygons, "ကချင် ပြည်နယ်", 12_345L, 0.1 + 0.2, "2021-02-01", true);
    Feature empty = feature(null, null, null, null, null, null);
    byte[] zip = write(SCHEMA, List.of(full, empty));
    Reading read = Reading.of("a.zip", zip);
    assertEquals(List.of(), read.issues());
    assertEquals(2, read.features().size());
    assertEquals(
        List.of("name", "displaced_", "displace_1", "seen", "public"), read.schema().names());
    Feature first = read.features().get(0);
    assertEquals(new ArrayList<>(full.values().values()), List.copyOf(first.values().values()));
    assertEquals(0, full.geometry().norm().compareTo(first.geometry().norm()), "" + first);
    assertNull(read.features().get(1).geometry());
    assertEquals(Arrays.asList(null, null, null, null, null), values(read.features().get(1)));
  }

  @Test
  void saysWhatTheFileIsAndWhichNamesWereShortened() throws IOException {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("version", "2026-11-24-1a2b");
    about.put("credits", List.of("Incidents: UCDP", "Made with Natural Earth"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FORMAT.write(
        SCHEMA, List.of(feature("POINT (96 20)", "x", 1L, 1.5, null, false)).stream(), about, out);
    Map<String, byte[]> entries = entries(out.toByteArray());
    String readme = new String(entries.get("README.txt"), StandardCharsets.UTF_8);
    assertTrue(
        readme.startsWith("version: 2026-11-24-1a2b\r\ncredits:\r\n- Incidents: UCDP"), readme);
    String fields = new String(entries.get("features_fields.csv"), StandardCharsets.UTF_8);
    assertTrue(
        fields.contains("\"displace_1\",\"displaced_ratio\",number,\"ratio\",0\r\n"), fields);
    assertEquals("UTF-8", new String(entries.get("features.cpg"), StandardCharsets.UTF_8));
    assertTrue(
        new String(entries.get("features.prj"), StandardCharsets.UTF_8).contains("WGS_1984"));
  }

  @Test
  void cutsLongTextsBetweenCharactersAndSaysSo() throws IOException {
    String word = "က".repeat(100);
    byte[] zip = write(SCHEMA, List.of(feature("POINT (96 20)", word, 1L, 1.0, null, null)));
    assertEquals("က".repeat(84), Reading.of("a.zip", zip).features().get(0).text("name"));
    String readme = new String(entries(zip).get("README.txt"), StandardCharsets.UTF_8);
    assertTrue(readme.contains("name: 1 texts were cut to 254 bytes"), readme);
  }

  @Test
  void makesOneLayerForEachKindOfShape() {
    List<Feature> mixed =
        List.of(
            feature("POINT (96 20)", "p", 1L, 1.0, null, null),
            feature("LINESTRING (96 20, 97 20)", "l", 2L, 1.0, null, null),
            feature("POLYGON ((96 20, 97 20, 97 21, 96 20))", "a", 3L, 1.0, null, null));
    byte[] zip = write(SCHEMA, mixed);
    String message =
        assertThrows(UnreadableFileException.class, () -> Reading.of("a.zip", zip)).getMessage();
    assertEquals(
        "a.zip: the file has 3 layers: choose one with --layer: features_points (shp);"
            + " features_lines (shp); features_polygons (shp)",
        message);
    ReadOptions lines = ReadOptions.of("features_lines", "");
    List<Feature> read = read(Input.of("a.zip", new ByteArrayInputStream(zip)), lines);
    assertEquals("l", read.get(0).text("name"));
    assertEquals("LINESTRING (96 20, 97 20)", read.get(0).geometry().toText());
  }

  @Test
  void readsWhatLiesInAFolder() throws IOException {
    byte[] zip = write(SCHEMA, List.of(feature("POINT (96 20)", "ရွှေ", 1L, 1.0, null, null)));
    for (Map.Entry<String, byte[]> entry : entries(zip).entrySet()) {
      String name = entry.getKey().replace(".dbf", ".DBF");
      Files.write(folder.resolve(name), entry.getValue());
    }
    assertEquals("ရွှေ", Reading.of(folder.resolve("features.shp")).features().get(0).text("name"));
    String message =
        assertThrows(
                UnreadableFileException.class, () -> Reading.of(folder.resolve("features.shx")))
            .getMessage();
    assertEquals(
        "features.shx: this is the .shx file of a Shapefile: name the .shp file beside it",
        message);
    Files.delete(folder.resolve("features.prj"));
    Files.delete(folder.resolve("features.DBF"));
    List<String> issues = Reading.of(folder.resolve("features.shp")).issues();
    assertTrue(issues.get(0).contains("there is no .dbf file"), "" + issues);
    assertTrue(issues.get(1).contains("are taken as longitude and latitude"), "" + issues);
  }

  @Test
  void reprojectsByThePrj() throws IOException {
    byte[] zip =
        write(
            SCHEMA,
            List.of(feature("POINT (196211.788875306 1859615.3279637)", "x", 1L, 1.0, null, null)));
    Map<String, byte[]> entries = entries(zip);
    entries.forEach((name, bytes) -> put(folder.resolve(name), bytes));
    String geographic = new String(entries.get("features.prj"), StandardCharsets.UTF_8);
    put(
        folder.resolve("features.prj"),
        ("PROJCS[\"WGS_1984_UTM_Zone_47N\","
                + geographic
                + ",PROJECTION[\"Transverse_Mercator\"],"
                + "PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],"
                + "PARAMETER[\"Central_Meridian\",99.0],PARAMETER[\"Scale_Factor\",0.9996],"
                + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]")
            .getBytes(StandardCharsets.UTF_8));
    Geometry place = Reading.of(folder.resolve("features.shp")).features().get(0).geometry();
    assertEquals(96.15, place.getCoordinate().x, 1e-9);
    assertEquals(16.8, place.getCoordinate().y, 1e-9);
    put(folder.resolve("features.prj"), new byte[0]);
    String message =
        assertThrows(
                UnreadableFileException.class, () -> Reading.of(folder.resolve("features.shp")))
            .getMessage();
    assertTrue(message.contains("name the system, such as --crs EPSG:32647"), message);
    ReadOptions named = ReadOptions.of("", "EPSG:32647");
    Geometry again = read(Input.of(folder.resolve("features.shp")), named).get(0).geometry();
    assertEquals(place.getCoordinate(), again.getCoordinate());
  }

  @Test
  void readsTheEncodingThatTheFileTells() throws IOException {
    byte[] zip = write(SCHEMA, List.of(feature("POINT (96 20)", "Cafe", 1L, 1.0, null, null)));
    entries(zip).forEach((name, bytes) -> put(folder.resolve(name), bytes));
    byte[] dbf = Files.readAllBytes(folder.resolve("features.dbf"));
    int e = new String(dbf, StandardCharsets.ISO_8859_1).indexOf("Cafe") + 3;
    dbf[e] = (byte) 0xE9;
    put(folder.resolve("features.dbf"), dbf);
    for (String cpg :
        List.of("1252", "ISO-8859-1", "88591", "CP1252", "windows-1252", "ANSI 1252")) {
      put(folder.resolve("features.cpg"), cpg.getBytes(StandardCharsets.UTF_8));
      assertEquals(
          "Café", Reading.of(folder.resolve("features.shp")).features().get(0).text("name"), cpg);
    }
    put(folder.resolve("features.cpg"), "CP1251\r\n".getBytes(StandardCharsets.UTF_8));
    assertEquals("Cafй", Reading.of(folder.resolve("features.shp")).features().get(0).text("name"));
    put(folder.resolve("features.cpg"), "klingon".getBytes(StandardCharsets.UTF_8));
    assertRefused("names an unknown encoding, \"klingon\"");
    Files.delete(folder.resolve("features.cpg"));
    Reading guessed = Reading.of(folder.resolve("features.shp"));
    assertEquals("Café", guessed.features().get(0).text("name"));
    assertTrue(guessed.issues().get(0).contains("add a .cpg file"), "" + guessed.issues());
    dbf[29] = (byte) 0xC9;
    put(folder.resolve("features.dbf"), dbf);
    assertEquals("Cafй", Reading.of(folder.resolve("features.shp")).features().get(0).text("name"));
  }

  @Test
  void passesOverDeletedRowsAndNamesFilesThatDoNotFit() throws IOException {
    List<Feature> three = new ArrayList<>();
    for (long i = 0; i < 3; i++) {
      three.add(feature("POINT (96 2" + i + ")", "n" + i, i, 1.0, null, null));
    }
    entries(write(SCHEMA, three)).forEach((name, bytes) -> put(folder.resolve(name), bytes));
    Path dbfFile = folder.resolve("features.dbf");
    byte[] dbf = Files.readAllBytes(dbfFile);
    int header = (dbf[8] & 0xFF) + ((dbf[9] & 0xFF) << 8);
    int row = (dbf[10] & 0xFF) + ((dbf[11] & 0xFF) << 8);
    byte[] deleted = dbf.clone();
    deleted[header + row] = '*';
    put(dbfFile, deleted);
    Reading read = Reading.of(folder.resolve("features.shp"));
    assertEquals(List.of("n0", "n2"), read.features().stream().map(f -> f.text("name")).toList());
    assertEquals(3, read.features().get(1).line());

    put(dbfFile, Arrays.copyOf(dbf, header + row));
    assertRefused("the .dbf file ends after 1 rows, but there are more shapes");
    byte[] narrow = dbf.clone();
    narrow[10] = 3;
    put(dbfFile, narrow);
    assertRefused("its rows are said to have 3 bytes");
    put(dbfFile, Arrays.copyOf(dbf, 40));
    assertRefused("it ends among its columns");
    put(dbfFile, dbf);

    Path index = folder.resolve("features.shx");
    byte[] shx = Files.readAllBytes(index);
    shx[103] = 77;
    put(index, shx);
    assertTrue(
        Reading.of(folder.resolve("features.shp"))
            .issues()
            .get(0)
            .contains("names another place for record 1"));
    put(index, Arrays.copyOf(shx, 30));
    assertEquals(3, Reading.of(folder.resolve("features.shp")).features().size());
    Files.delete(index);

    byte[] shp = Files.readAllBytes(folder.resolve("features.shp"));
    byte[] overrun = shp.clone();
    overrun[104] = 0x7F;
    put(folder.resolve("features.shp"), overrun);
    assertRefused("record 1 says that it has");
    put(folder.resolve("features.shp"), Arrays.copyOf(shp, shp.length - 5));
    assertRefused("the .shp file ends in the middle of record 3");
  }

  @Test
  void leavesOutAShapeThatIsNoneAndGoesOn() throws IOException {
    String[] shapes = {"POINT (NaN 20)", "POINT (96 20)"};
    List<Feature> features = new ArrayList<>();
    for (String each : shapes) {
      features.add(feature("POINT (96 20)", each, 1L, 1.0, null, null));
    }
    entries(write(SCHEMA, features)).forEach((name, bytes) -> put(folder.resolve(name), bytes));
    byte[] shp = Files.readAllBytes(folder.resolve("features.shp"));
    Arrays.fill(shp, 112, 120, (byte) 0xFF);
    put(folder.resolve("features.shp"), shp);
    Reading read = Reading.of(folder.resolve("features.shp"));
    assertEquals(1, read.features().size());
    assertEquals(
        "features.shp, line 1, column geometry, \"NaN, 20.0\": a coordinate must be a finite number",
        read.issues().get(0));
  }

  @Test
  void readsTheTownshipsAsGeoJsonHasThem() {
    Reading shapes = Reading.of(Shared.file("boundaries/mmr_adm3_mimu_v93_shp.zip"));
    Reading json = Reading.of(Shared.file("boundaries/mmr_adm3_mimu_v93.geojson"));
    assertEquals(List.of(), shapes.issues());
    assertSame(json.features(), shapes.features());
    assertSame(
        json.features(), Reading.of("b.zip", write(json.schema(), json.features())).features());
  }

  private static void assertSame(List<Feature> expected, List<Feature> found) {
    assertEquals(330, found.size());
    for (int i = 0; i < 330; i++) {
      Feature one = expected.get(i);
      Feature other = found.get(i);
      assertEquals(one.text("TS_PCODE"), other.text("TS_PCODE"));
      assertEquals(one.text("TS_MMR4"), other.text("TS_MMR4"));
      // Rings with a position twice have no one normal form.
      assertTrue(
          plain(one.geometry()).equalsExact(plain(other.geometry()))
              || one.geometry().equalsTopo(other.geometry()),
          one.text("TS"));
      assertEquals(one.geometry().getNumPoints(), other.geometry().getNumPoints());
    }
  }

  /** A collection of one polygon is that polygon: the format does not tell them apart. */
  private static Geometry plain(Geometry geometry) {
    return (geometry.getNumGeometries() == 1 ? geometry.getGeometryN(0) : geometry).norm();
  }

  private void assertRefused(String message) {
    String found =
        assertThrows(
                UnreadableFileException.class, () -> Reading.of(folder.resolve("features.shp")))
            .getMessage();
    assertTrue(found.contains(message), found);
  }

  static List<Feature> read(Input input, ReadOptions options) {
    List<Feature> features = new ArrayList<>();
    List<Issue> issues = new ArrayList<>();
    try (FeatureStream stream = Formats.read(input, options, issues::add)) {
      stream.forEach(features::add);
    }
    return features;
  }

  static Feature feature(String wkt, Object... values) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      named.put(SCHEMA.names().get(i), values[i]);
    }
    try {
      return Feature.of(null, wkt == null ? null : new WKTReader().read(wkt), named);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<Object> values(Feature feature) {
    return new ArrayList<>(feature.values().values());
  }

  static byte[] write(Schema schema, List<Feature> features) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    try {
      FORMAT.write(schema, features.stream(), out);
      FORMAT.write(schema, features.stream(), again);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertArrayEquals(out.toByteArray(), again.toByteArray());
    return out.toByteArray();
  }

  static Map<String, byte[]> entries(byte[] zip) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  private static void put(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
