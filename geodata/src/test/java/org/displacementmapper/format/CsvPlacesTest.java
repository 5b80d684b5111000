package org.displacementmapper.format;

import static org.displacementmapper.testing.Geometries.wkt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.UnreadableFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvPlacesTest {

  private static final String ASSUMED =
      "a.csv: the file does not tell its coordinate reference system; its numbers are taken as"
          + " longitude and latitude (WGS 84). If they are not, name the system with --crs";

  private final List<String> issues = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"wkt", "WKT", "geom", "Geometry", "the_geom", "geometry_wkt"})
  void takesTheColumnOfShapesForTheGeometryAndNotForAValue(String name) {
    List<Feature> rows =
        read("id," + name + "\n1,\"POLYGON ((0 0, 1 0, 1 1, 0 0))\"\n2,\n3,POINT EMPTY\n", "");
    assertTrue(wkt("POLYGON ((0 0, 1 0, 1 1, 0 0))").equalsExact(rows.get(0).geometry()));
    assertEquals(List.of("id"), List.copyOf(rows.get(0).values().keySet()));
    assertNull(rows.get(1).geometry());
    assertNull(rows.get(2).geometry());
    assertEquals(List.of(ASSUMED), issues);
  }

  @Test
  void readsAProjectedShapeInTheSystemThatItsSridOrItsReaderNames() {
    String told = "wkt\nSRID=32647;POINT (311300.5 2178563.25)\nSRID=4326;POINT (97.2 19.7)\n";
    List<Feature> rows = read(told, "");
    assertEquals(97.2, rows.get(0).geometry().getCoordinate().x, 0.01);
    assertEquals(19.7, rows.get(0).geometry().getCoordinate().y, 0.01);
    assertEquals(97.2, rows.get(1).geometry().getCoordinate().x);
    assertEquals(0, rows.get(1).geometry().getSRID());
    Feature named = read("wkt\nPOINT (311300.5 2178563.25)\n", "EPSG:32647").get(0);
    assertEquals(rows.get(0).geometry(), named.geometry());
    assertEquals(List.of(), issues);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x,y", "easting,northing", "lon,lat"})
  void readsColumnsOfPointsInTheSystemThatItsReaderNames(String columns) {
    Feature shape = read("wkt\nPOINT (311300.5 2178563.25)\n", "EPSG:32647").get(0);
    List<Feature> rows =
        read("id;" + columns.replace(',', ';') + "\n1;311300,5;2178563.25\n2;;\n", "EPSG:32647");
    assertEquals(shape.geometry(), rows.get(0).geometry());
    assertNull(rows.get(1).geometry());
    assertEquals(3, rows.get(0).values().size());
    assertEquals(List.of(), issues);
  }

  @Test
  void leavesColumnsOfDegreesToThePublishersLayout() {
    for (String crs : new String[] {"", "EPSG:4326"}) {
      try (FeatureStream stream = open("id,lon,lat\n1,97.2,19.7\n", crs)) {
        assertFalse(stream.hasGeometry());
        assertNull(stream.iterator().next().geometry());
      }
    }
  }

  @Test
  void leavesAColumnOfSomethingElseAloneWhereThereAreCoordinates() {
    String hex = "lon,lat,geom\n97.2,19.7,0101000020E61000\n";
    Feature row = read(hex, "").get(0);
    assertEquals("0101000020E61000", row.text("geom"));
    assertNull(row.geometry());
  }

  @Test
  void saysWhichCellIsNoShape() {
    assertEquals(
        1, read("id,geom\n1,0101000020E61000\n2,POINT (NaN 2)\n3,POINT (1 2)\n", "").size());
    assertEquals(
        "a.csv, line 3, column geom, \"NaN 2)\": character 8 of the WKT: a coordinate must be a"
            + " finite number",
        issues.get(1));
    assertTrue(issues.get(0).startsWith("a.csv, line 2, column geom, \"0101000020E61000\": "));
    issues.clear();
    assertEquals(0, read("x,y\n1e999,2\n3,4 5\n", "EPSG:32647").size());
    assertEquals(
        List.of(
            "a.csv, line 2, column x, \"1e999\": a coordinate must be a finite number, such as"
                + " 392817.5",
            "a.csv, line 3, column y, \"4 5\": a coordinate must be a finite number, such as"
                + " 392817.5"),
        issues);
  }

  @Test
  void refusesMetresWithoutASystemAndASystemWithoutNumbers() {
    assertTrue(
        refusal("wkt\nPOINT (392817.5 2178000)\n", "").contains("these numbers are no longitude"));
    assertTrue(
        refusal("date,name\n2022-01-01,x\n", "EPSG:32647")
            .startsWith("a.csv: nothing in this CSV can be in EPSG:32647: it has no columns"));
  }

  @Test
  void saysWhichSystemDoesNotExistAndLooksForNotTooMany() {
    StringBuilder rows = new StringBuilder("wkt\n");
    for (int srid = 990_000; srid < 990_100; srid++) {
      rows.append("SRID=" + srid + ";POINT (1 2)\n");
    }
    assertEquals(0, read(rows.toString(), "").size());
    assertTrue(
        issues
            .get(0)
            .endsWith("there is no coordinate reference system EPSG:990000: check the number"));
    assertTrue(
        issues.get(99).endsWith("the file has more than 16 coordinate reference systems: use one"));
  }

  @Test
  void takesShapesLongerThanOtherCellsAndStopsAtTenMillionPositions() {
    String shape = "LINESTRING (" + "97.123456 19.123456, ".repeat(100_000) + "1 2)";
    Feature row = read("id,wkt\n1,\"" + shape + "\"\n", "").get(0);
    assertEquals(100_001, row.geometry().getNumPoints());
    byte[] position = "97.123456 19.123456,".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    List<InputStream> parts = new ArrayList<>();
    parts.add(stream("id,wkt\n1,POINT (1 2)\n2,\"LINESTRING ("));
    for (int i = 0; i < 1_000; i++) {
      parts.add(new ByteArrayInputStream(position));
    }
    parts.add(stream("1 2)\"\n"));
    InputStream bomb = new SequenceInputStream(Collections.enumeration(parts));
    try (FeatureStream stream =
        Formats.read(Input.of("a.csv", bomb), ReadOptions.NONE, issue -> {})) {
      assertEquals(
          "a.csv, line 3, column wkt: the shape that begins here is longer than 16,777,216"
              + " characters: simplify it, or give the layer as a GeoPackage or Shapefile",
          assertThrows(UnreadableFileException.class, () -> stream.forEach(each -> {}))
              .getMessage());
    }
    assertEquals(
        "a.csv, line 2, column id: the cell that begins here is longer than 1,048,576 characters:"
            + " close its quote, or check that lines end",
        refusal("id,wkt\n" + "x".repeat(2_000_000) + ",POINT (1 2)\n", ""));
  }

  private List<Feature> read(String csv, String crs) {
    try (FeatureStream stream = open(csv, crs)) {
      List<Feature> rows = new ArrayList<>();
      stream.forEach(rows::add);
      return rows;
    }
  }

  private FeatureStream open(String csv, String crs) {
    return Formats.read(
        Input.of("a.csv", stream(csv)),
        ReadOptions.of("", crs),
        (Issue issue) -> issues.add(issue.toString()));
  }

  private String refusal(String csv, String crs) {
    return assertThrows(UnreadableFileException.class, () -> read(csv, crs)).getMessage();
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
