package org.displacementmapper.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Ancestor;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Release;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.UnreadableFileException;
import org.displacementmapper.format.FeatureStream;
import org.displacementmapper.format.Formats;
import org.displacementmapper.testing.Shared;
import org.junit.jupiter.api.Test;

class AdminBoundariesTest {

  private static final String SQUARE =
      "\"Polygon\", \"coordinates\": [[[97,19],[98,19],[98,20],[97,20],[97,19]]]";

  private static final String BOW_TIE =
      "\"Polygon\", \"coordinates\": [[[97,19],[98,20],[98,19],[97,20],[97,19]]]";

  private static Batch<ImportedUnit> read(
      int level, BoundaryNames names, String file, FeatureStream rows) {
    try (Stream<Feature> stream = rows.stream()) {
      return Batch.read(
          new AdminBoundaries(level, names),
          new ImportFile(file, rows.schema(), true, ImportOptions.NONE),
          stream);
    }
  }

  private static Batch<ImportedUnit> read(int level, BoundaryNames names, String... features) {
    String text = "{\"type\": \"FeatureCollection\", \"features\": [\n";
    return read(
        level,
        names,
        "b.geojson",
        Rows.open("b.geojson", text + String.join(",\n", features) + "\n]}\n"));
  }

  private static String feature(String properties, String geometry) {
    return "{\"type\": \"Feature\", \"properties\": {"
        + properties.replace('\'', '"')
        + "}, \"geometry\": "
        + (geometry.equals("null") ? geometry : "{\"type\": " + geometry + "}")
        + "}";
  }

  private static String issue(String... features) {
    Batch<ImportedUnit> batch = read(3, BoundaryNames.NONE, features);
    assertTrue(batch.rejected() > 0);
    return batch.issues().get(0).toString();
  }

  @Test
  void readsMimuTownshipsWithTheUnitsAbove() {
    ImportedUnit read =
        read(
                3,
                BoundaryNames.NONE,
                feature(
                    "'ST': 'Kayah', 'ST_PCODE': 'MMR002', 'DT': 'Loikaw', 'DT_PCODE':"
                        + " 'MMR002D001', 'TS': 'Demoso', 'TS_PCODE': 'MMR002002', 'TS_MMR4':"
                        + " 'ဒီးမော့ဆို'",
                    SQUARE))
            .items()
            .get(0);
    AdminUnit unit = read.unit();
    assertEquals("MMR002002", unit.pcode());
    assertEquals(3, unit.level());
    assertEquals("Demoso", unit.name());
    assertEquals("ဒီးမော့ဆို", unit.nameMy());
    assertEquals("MMR002D001", unit.parent());
    assertEquals(
        List.of(
            new Ancestor("MMR002D001", 2, "Loikaw", "", "MMR002"),
            new Ancestor("MMR002", 1, "Kayah", "", "")),
        read.above());
  }

  @Test
  void readsTheCommonDatasetsOldAndNew() {
    for (String properties :
        List.of(
            "'ADM3_PCODE': 'MMR002002', 'ADM3_EN': 'Demoso', 'ADM3_MY': 'ဒီးမော့ဆို',"
                + " 'ADM2_PCODE': 'MMR002D001', 'ADM2_EN': 'Loikaw', 'ADM1_PCODE': 'MMR002',"
                + " 'ADM1_EN': 'Kayah'",
            "'adm3_pcode': 'MMR002002', 'adm3_name': 'Demoso', 'adm3_name1': 'ဒီးမော့ဆို',"
                + " 'adm2_pcode': 'MMR002D001', 'adm2_name': 'Loikaw', 'adm1_pcode': 'MMR002',"
                + " 'adm1_name': 'Kayah'")) {
      ImportedUnit read = read(3, BoundaryNames.NONE, feature(properties, SQUARE)).items().get(0);
      assertEquals("Demoso", read.unit().name());
      assertEquals("ဒီးမော့ဆို", read.unit().nameMy());
      assertEquals("MMR002D001", read.unit().parent());
      assertEquals(2, read.above().size());
      assertEquals("Kayah", read.above().get(1).name());
    }
  }

  @Test
  void readsColumnsNamedByHand() {
    BoundaryNames names =
        new BoundaryNames(
            Optional.of("code"), Optional.of("title"), Optional.of("burmese"), Optional.of("up"));
    ImportedUnit read =
        read(3, names, feature("'code': 'X1', 'title': 'One', 'burmese': 'တစ်', 'up': 'X'", SQUARE))
            .items()
            .get(0);
    assertEquals("X1 One တစ် X", text(read.unit()));
    assertEquals(List.of(new Ancestor("X", 2, "X", "", "")), read.above());
  }

  @Test
  void skipsALevelThatTheFileDoesNotTell() {
    ImportedUnit read =
        read(
                3,
                BoundaryNames.NONE,
                feature("'TS_PCODE': 'MMR002002', 'ST_PCODE': 'MMR002'", SQUARE))
            .items()
            .get(0);
    assertEquals("MMR002002 MMR002002  MMR002", text(read.unit()));
    assertEquals(List.of(new Ancestor("MMR002", 1, "MMR002", "", "")), read.above());
  }

  @Test
  void saysWhatIsWrongWithAnOutline() {
    String properties = "'TS_PCODE': 'MMR002002'";
    assertEquals(
        "b.geojson, line 2, column geometry, \"97.5 E, 19.5 N\": the outline is not valid at this"
            + " place: self-intersection; repair it in a GIS (\"fix geometries\")",
        issue(feature(properties, BOW_TIE)));
    assertEquals(
        "b.geojson, line 2, column geometry: the outline is empty; a unit needs a polygon",
        issue(feature(properties, "null")));
    assertEquals(
        "b.geojson, line 2, column geometry, \"Point\": an outline must be a Polygon or"
            + " MultiPolygon",
        issue(feature(properties, "\"Point\", \"coordinates\": [97, 19]")));
    assertEquals(
        "b.geojson, line 2, column geometry, \"19.0 E, 97.0 N\": longitude and latitude look swapped:"
            + " GeoJSON and WKT want the longitude first",
        issue(
            feature(
                properties, "\"Polygon\", \"coordinates\": [[[19,97],[20,97],[20,98],[19,97]]]")));
  }

  @Test
  void refusesProjectedCoordinates() {
    String message =
        issue(
            feature(
                "'TS_PCODE': 'MMR002002'",
                "\"Polygon\", \"coordinates\":"
                    + " [[[300000,2100000],[310000,2100000],[310000,2110000],[300000,2100000]]]"));
    assertTrue(message.contains("the file is projected; export it as longitude"), message);
  }

  @Test
  void namesBothLinesOfARepeatedPcode() {
    Batch<ImportedUnit> batch =
        read(
            3,
            BoundaryNames.NONE,
            feature("'TS_PCODE': 'MMR002002'", SQUARE),
            feature("'TS_PCODE': 'MMR002003'", SQUARE),
            feature("'TS_PCODE': 'MMR002002'", SQUARE));
    assertEquals(1, batch.items().size());
    assertEquals(2, batch.rejected());
    String message = batch.issues().get(0).toString();
    assertTrue(
        message.startsWith("b.geojson, line 4, \"MMR002002\": stands on lines 2 and 4"), message);
  }

  @Test
  void namesAMissingPcode() {
    assertEquals(
        "b.geojson, line 2, column TS_PCODE: the value is missing; every unit needs its P-code",
        issue(feature("'TS_PCODE': ''", SQUARE)));
  }

  @Test
  void listsTheColumnsFoundIfNoneHoldsPcodes() {
    String message =
        assertThrows(
                UnreadableFileException.class,
                () -> read(3, BoundaryNames.NONE, feature("'key': 'a', 'n': 'b'", SQUARE)))
            .getMessage();
    assertEquals(
        "b.geojson: no column of P-codes of admin level 3; found: key, n. Known are TS_PCODE,"
            + " ADM3_PCODE and pcode; name another with --code",
        message);
    BoundaryNames wrong =
        new BoundaryNames(
            Optional.of("kode"), Optional.empty(), Optional.empty(), Optional.empty());
    assertEquals(
        "b.geojson: no column \"kode\"; found: key, n. Name one of these",
        assertThrows(
                UnreadableFileException.class,
                () -> read(3, wrong, feature("'key': 'a', 'n': 'b'", SQUARE)))
            .getMessage());
  }

  @Test
  void allowsThreeLevels() {
    assertEquals(
        "admin level must be 1 (states), 2 (districts) or 3 (townships), was 4",
        assertThrows(
                IllegalArgumentException.class, () -> new AdminBoundaries(4, BoundaryNames.NONE))
            .getMessage());
  }

  @Test
  void readsTheWholeRelease() throws IOException {
    assertEquals(18, shared(1, "boundaries/mmr_adm1_mimu_v93.geojson").size());
    assertEquals(80, shared(2, "boundaries/mmr_adm2_mimu_v93.geojson").size());
    List<ImportedUnit> townships = shared(3, "boundaries/mmr_adm3_mimu_v93.geojson");
    assertEquals(330, townships.size());
    Boundaries boundaries =
        Boundaries.of(
            new Release("MIMU 9.3", "", ""),
            townships.stream().map(ImportedUnit::unit).toList(),
            townships.stream().flatMap(unit -> unit.above().stream()).distinct().toList());
    assertEquals(18, boundaries.units(1).size());
    assertEquals(80, boundaries.units(2).size());
    assertEquals("Kayah", boundaries.unit("MMR002").name());
  }

  private static List<ImportedUnit> shared(int level, String name) throws IOException {
    Path file = Shared.file(name);
    Batch<ImportedUnit> batch =
        read(level, BoundaryNames.NONE, name, Rows.open(name, Files.newInputStream(file)));
    assertEquals(List.of(), batch.issues().stream().map(Issue::toString).toList());
    assertTrue(batch.items().stream().noneMatch(unit -> unit.unit().nameMy().isEmpty()));
    return batch.items();
  }

  private static String text(AdminUnit unit) {
    return String.join(" ", unit.pcode(), unit.name(), unit.nameMy(), unit.parent());
  }

  @Test
  void repairsASmallFaultAndSaysWhere() {
    String spike =
        "\"Polygon\", \"coordinates\": [[[97,19],[98,19],[98,20],[97.5,20],[97.5,21],[97.5,20],[97,20],"
            + "[97,19]]]";
    Batch<ImportedUnit> batch =
        read(3, BoundaryNames.NONE, feature("'TS_PCODE': 'MMR001001'", spike));
    assertEquals(0, batch.rejected());
    assertTrue(batch.items().get(0).unit().geometry().isValid());
    assertEquals(1, batch.items().get(0).unit().geometry().getArea(), 1e-12);
    assertEquals(
        "b.geojson, line 2, column geometry, \"97.5 E, 20.0 N\": the outline of MMR001001 was not"
            + " valid at this place (ring self-intersection) and was repaired; its area changed by less"
            + " than 0.000001 km²",
        batch.issues().get(0).toString());
  }

  @Test
  void measuresOverlapsAndGaps() {
    String left = "\"Polygon\", \"coordinates\": [[[97,19],[98,19],[98,20],[97,20],[97,19]]]";
    String right =
        "\"Polygon\", \"coordinates\": [[[97.99,19],[99,19],[99,20],[98,20],[98.1,19.5],[98,19.2],"
            + "[97.99,19.2],[97.99,19]]]";
    List<Issue> issues =
        OverlapsAndGaps.find(
            "b.geojson",
            read(
                    3,
                    BoundaryNames.NONE,
                    feature("'TS_PCODE': 'MMR001001'", left),
                    feature("'TS_PCODE': 'MMR001002'", right))
                .items()
                .stream()
                .map(ImportedUnit::unit)
                .toList());
    assertEquals(4, issues.size(), "" + issues);
    assertEquals(
        "b.geojson, column geometry, \"MMR001001 and MMR001002\": overlap of 23 km² at 97.9950 E,"
            + " 19.1000 N; left as it is",
        issues.get(0).toString());
    assertTrue(issues.get(2).toString().contains("gap of 470 km²"), "" + issues);
    assertTrue(issues.get(3).message().startsWith("1 gap between units, together 470 km²"));
  }

  @Test
  void recognisesTheColumnsOfOtherPublishers() {
    for (String columns :
        List.of(
            "'ADM3_PCODE': 'MMR001001', 'ADM3_EN': 'Myitkyina', 'ADM3_MY': 'မြစ်ကြီးနား'",
            "'adm3_pcode': 'MMR001001', 'adm3_name': 'Myitkyina', 'adm3_name1': 'မြစ်ကြီးနား'",
            "'admin3Pcode': 'MMR001001', 'admin3Name_en': 'Myitkyina', 'admin3Name_my': 'မြစ်ကြီးနား'",
            "'shapeISO': 'MMR001001', 'shapeName': 'Myitkyina', 'name_my': 'မြစ်ကြီးနား'",
            "'GID_3': 'MMR001001', 'NAME_3': 'Myitkyina', 'NL_NAME_3': 'မြစ်ကြီးနား'")) {
      ImportedUnit read = read(3, BoundaryNames.NONE, feature(columns, SQUARE)).items().get(0);
      assertEquals("MMR001001", read.unit().pcode(), columns);
      assertEquals("Myitkyina", read.unit().name(), columns);
      assertEquals("မြစ်ကြီးနား", read.unit().nameMy(), columns);
    }
  }

  @Test
  void saysThatItDoesNotCompareVeryDetailedOutlines() {
    String box = "\"Polygon\", \"coordinates\": [[[97,19],[98,19],[98,20],[97,20],[97,19]]]";
    List<AdminUnit> units =
        read(
                3,
                BoundaryNames.NONE,
                feature("'TS_PCODE': 'MMR001001'", box),
                feature("'TS_PCODE': 'MMR001002'", box))
            .items()
            .stream()
            .map(ImportedUnit::unit)
            .toList();
    assertEquals(2, OverlapsAndGaps.find("b.geojson", units, 10).size());
    List<Issue> issues = OverlapsAndGaps.find("b.geojson", units, 9);
    assertEquals(1, issues.size());
    assertEquals(
        "b.geojson, column geometry: overlaps and gaps were not looked for: the outlines have 10"
            + " corners, and no more than 9 are compared; simplify them in a GIS to have that done",
        issues.get(0).toString());
  }

  @Test
  void givesTheSameUnitsFromEveryFileOfTheSameTownships() {
    List<AdminUnit> json = townships("mmr_adm3_mimu_v93.geojson");
    List<AdminUnit> shapefile = townships("mmr_adm3_mimu_v93_shp.zip");
    assertEquals(330, json.size());
    for (int i = 0; i < json.size(); i++) {
      assertEquals(json.get(i).pcode(), shapefile.get(i).pcode());
      assertEquals(json.get(i).nameMy(), shapefile.get(i).nameMy());
      assertTrue(
          json.get(i).geometry().equalsExact(shapefile.get(i).geometry()), json.get(i).pcode());
    }
    List<Issue> issues = OverlapsAndGaps.find("b", json);
    assertTrue(
        issues.stream().allMatch(issue -> issue.message().contains("together 0.00")), "" + issues);
  }

  private static List<AdminUnit> townships(String file) {
    try (FeatureStream rows =
        Formats.read(
            Shared.file("boundaries/" + file), issue -> assertEquals("", issue.toString()))) {
      return read(3, BoundaryNames.NONE, file, rows).items().stream()
          .map(ImportedUnit::unit)
          .toList();
    }
  }
}
