package org.displacementmapper.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows and features that are left out while the others are read. */
class BadRowTest {

  @Test
  void leavesOutRowsThatDoNotFitTheHeader() {
    Reading file = Reading.of("a.csv", "a,b,c\n1,2\n1,2,3\n1,2,\"3\n3\",4\n\n,,\n9\n");
    assertEquals(2, file.features().size());
    assertEquals(
        List.of(
            "a.csv, line 2, \"1,2\": the row has 2 cells and the header 3: it was left out; "
                + "add the missing cells, or close a quote",
            "a.csv, line 4, \"1,2,3?3,4\": the row has 4 cells and the header 3: it was left out; "
                + "put quotes round a cell that contains the separator",
            "a.csv, line 8, \"9\": the row has 1 cell and the header 3: it was left out; "
                + "add the missing cells, or close a quote"),
        file.issues());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Point | [\"97.2\",19.7] | \"97.2\": | a coordinate must be a finite number without quotes",
        "Point | [NaN,19.7] | \"NaN\": | a coordinate must be a finite number without quotes",
        "Point | [97.2,1e999] | \"1e999\": | a coordinate must be a finite number without quotes",
        "Point | [null,19.7] | \"null\": | a coordinate must be a finite number without quotes",
        "Point | [97.2,{\"a\":[1]}] | \"{\": | a coordinate must be a finite number without quotes",
        "Point | [97.2] | \"[97.2]\": | a position must have two numbers: longitude, latitude",
        "Point | [] | : | the Point has an empty list of coordinates",
        "Point | [[97.2,19.7]] | : | the lists of coordinates are not nested as a Point needs",
        "Point | 97.2 | \"97.2\": | coordinates must be a list",
        "MultiPoint | [] | : | the MultiPoint has an empty list of coordinates",
        "LineString | [[1,2]] | : | the LineString has 1 position: it must have at least 2",
        "LineString | [[1,2],3] | \"3\": | a list of positions holds something else",
        "Polygon | [] | : | the Polygon has an empty list of coordinates",
        "Polygon | [[]] | : | the Polygon has an empty list of coordinates",
        "Polygon | [[0,0],[1,0],[1,1],[0,0]] | : "
            + "| the lists of coordinates are not nested as a Polygon needs",
        "Polygon | [[[0,0],[1,0],[1,1],[0.5,1]]] | \"[0.5, 1]\": "
            + "| ring 1 is not closed: it must end where it begins, at [0, 0]",
        "Polygon | [[[1e15,0],[1,0],[1,1],[0,1]]] | \"[0, 1]\": "
            + "| ring 1 is not closed: it must end where it begins, at [1E15, 0]",
        "Polygon | [[[0,0],[1,0],[0,0]]] | \"[0, 0]\": "
            + "| ring 1 has 3 positions: it must have at least 4",
        "MultiPolygon | [[[[0,0],[1,0],[1,1],[0,0]],[[2,2],[2,2]]]] | \"[2, 2]\": "
            + "| ring 2 has 2 positions: it must have at least 4",
        "Point | null | \"null\": | coordinates must be a list",
      })
  void leavesOutAFeatureWithBadCoordinates(
      String type, String coordinates, String value, String message) {
    String place = "a.geojson, line 3, column geometry.coordinates";
    assertLeftOut(
        place
            + (value.equals(":") ? ":" : ", " + value)
            + " feature \"MMA0002\" was left out: "
            + message,
        "\"geometry\":{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}");
  }

  @Test
  void leavesOutAFeatureThatIsNone() {
    String feature = " feature \"MMA0002\" was left out: ";
    assertLeftOut(
        "a.geojson, line 3, column geometry.type, \"Circle\":"
            + feature
            + "the type of a geometry must be one of Point, MultiPoint, LineString, "
            + "MultiLineString, Polygon, MultiPolygon, GeometryCollection",
        "\"geometry\":{\"type\":\"Circle\",\"coordinates\":[1,2]}");
    assertLeftOut(
        "a.geojson, line 3, column geometry.coordinates:"
            + feature
            + "the Point has no coordinates",
        "\"geometry\":{\"type\":\"Point\"}");
    assertLeftOut(
        "a.geojson, line 3, column geometry:" + feature + "the geometry must be an object or null",
        "\"geometry\":\"POINT (1 2)\"");
    assertLeftOut(
        "a.geojson, line 3, column geometry.geometries:"
            + feature
            + "the GeometryCollection is empty",
        "\"geometry\":{\"type\":\"GeometryCollection\",\"geometries\":[]}");
    assertLeftOut(
        "a.geojson, line 3, column properties:" + feature + "properties must be an object or null",
        "\"geometry\":null,\"properties\":[1]");
    assertLeftOut(
        "a.geojson, line 3, column type, \"Point\":"
            + feature
            + "the type of each item must be Feature",
        "\"type\":\"Point\"");
  }

  @Test
  void leavesOutAGeometryWithoutEnd() {
    String message =
        "a.geojson, line 3, column geometry.coordinates: feature \"MMA0002\" was left out: "
            + "it has more than 2,000,000 positions: simplify it";
    assertLeftOut(
        message,
        "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" + "[],".repeat(2_500_000) + "[]]}");
    assertLeftOut(
        message,
        "\"geometry\":{\"type\":\"GeometryCollection\",\"geometries\":["
            + "{},".repeat(2_500_000)
            + "{}]}");
  }

  @Test
  void countsFeaturesThatHaveNoId() {
    Reading file =
        Reading.of(
            "a.geojson",
            "{\"type\":\"FeatureCollection\",\"features\":[7,\n{\"type\":\"Feature\",\"id\":{}}]}");
    assertEquals(
        List.of(
            "a.geojson, line 1, column features, \"7\": feature 1 was left out: "
                + "an item of the list must be an object of type Feature",
            "a.geojson, line 2, column id: feature 2 was left out: "
                + "the id must be text or a number"),
        file.issues());
  }

  @Test
  void leavesOutAFeatureWithEndlessProperties() {
    String message =
        "a.geojson, line 3, column x: feature \"MMA0002\" was left out: "
            + "its properties are too long: allowed are 10,000 of together 4,194,304 characters";
    assertLeftOut(message, "\"properties\":{\"x\":[" + "1,".repeat(5_000_000) + "1]}");
    assertLeftOut(
        message.replace("column x", "column y"),
        "\"properties\":{\"x\":[\""
            + "x".repeat(900_000)
            + "\"],\"y\":["
            + ("\"" + "x".repeat(900_000) + "\",").repeat(5)
            + "1]}");
  }

  @Test
  void warnsOfValuesThatAreLost() {
    Reading file =
        Reading.of(
            "a.geojson",
            "{\"type\":\"Feature\",\"geometry\":null,"
                + "\"properties\":{\"a\":NaN,\"b\":-Infinity,\"c\":1,\"c\":2,\"c\":3}}");
    assertEquals(1, file.features().size());
    assertEquals(
        List.of(
            "a.geojson, line 1, column a, \"NaN\": feature 1: "
                + "this is no finite number: read as null",
            "a.geojson, line 1, column b, \"-Infinity\": feature 1: "
                + "this is no finite number: read as null",
            "a.geojson, line 1, column c: feature 1: "
                + "the property is given more than once: the last value counts"),
        file.issues());
  }

  /** The second of three features, with these members, is left out; the others are read. */
  private static void assertLeftOut(String issue, String members) {
    String good = "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}";
    String bad = "{\"type\":\"Feature\",\"id\":\"MMA0002\"," + members + "}";
    Reading file =
        Reading.of(
            "a.geojson",
            "{\"type\":\"FeatureCollection\",\"features\":[\n"
                + String.join(",\n", good, bad, good)
                + "]}");
    assertEquals(List.of(issue), file.issues());
    assertEquals(List.of(2L, 4L), file.features().stream().map(each -> each.line()).toList());
  }
}
