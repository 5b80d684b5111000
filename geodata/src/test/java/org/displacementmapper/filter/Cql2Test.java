package org.displacementmapper.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class Cql2Test {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Schema SCHEMA =
      Schema.of(
          new Field("name", Field.Type.TEXT, "Name."),
          new Field("killed", Field.Type.INTEGER, "Killed; may be null."),
          new Field("share", Field.Type.NUMBER, "Share."),
          new Field("whole", Field.Type.BOOLEAN, "Whole."),
          new Field("start", Field.Type.DATE, "First day."),
          new Field("end", Field.Type.DATE, "Last day."),
          new Field("ids", Field.Type.LIST, "Ids."));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name = 'Myitkyina'| true",
        "name <> 'Myitkyina'| false",
        "\"name\" = 'Myitkyina'| true",
        "killed > 3| true",
        "killed >= 4 AND killed < 5| true",
        "share = -0.5| true",
        "share < 1e-3| true",
        "killed = 4.0| true",
        "whole| true",
        "whole = FALSE| false",
        "NOT whole| false",
        "NOT NOT whole| true",
        "name LIKE 'Myit%'| true",
        "name LIKE 'myit%'| false",
        "CASEI(name) LIKE CASEI('MYIT%')| true",
        "CASEI(name) = casei('MYITKYINA')| true",
        "ACCENTI(name) = ACCENTI('Mýitkyína')| true",
        "name LIKE 'M_itk_ina'| true",
        "name LIKE 'M_tkyina'| false",
        "name NOT LIKE '%x%'| true",
        "name IN ('Loikaw', 'Myitkyina')| true",
        "name NOT IN ('Loikaw')| true",
        "killed IN (1, 2, 3)| false",
        "killed BETWEEN 4 AND 6| true",
        "killed NOT BETWEEN 4 AND 6| false",
        "killed IS NULL| false",
        "killed IS NOT NULL| true",
        "name = 'a' OR killed = 4 AND whole| true",
        "(name = 'a' OR killed = 4) AND NOT whole| false",
        "start = DATE('2022-01-30')| true",
        "start < TIMESTAMP('2022-01-31T00:00:00Z')| true",
        "start BETWEEN DATE('2022-01-01') AND DATE('2022-01-30')| true",
        "T_AFTER(start, DATE('2022-01-29'))| true",
        "T_BEFORE(end, DATE('2022-02-02'))| true",
        "T_BEFORE(end, DATE('2022-02-01'))| false",
        "T_INTERSECTS(INTERVAL(start, end), INTERVAL('2022-02-01', '..'))| true",
        "T_INTERSECTS(INTERVAL(start, end), INTERVAL('2022-02-02', '..'))| false",
        "T_DURING(start, INTERVAL('2022-01-01', '2022-12-31'))| true",
        "T_DISJOINT(start, INTERVAL('..', '2022-01-29'))| true",
        "T_CONTAINS(INTERVAL(start, end), DATE('2022-01-31'))| true",
        "S_INTERSECTS(geometry, POLYGON((96 25, 98 25, 98 26, 96 26, 96 25)))| true",
        "S_INTERSECTS(geometry, BBOX(96, 25, 98, 26))| true",
        "S_WITHIN(geometry, BBOX(96, 25, 97, 26))| false",
        "S_CONTAINS(BBOX(96, 25, 98, 26), geometry)| true",
        "S_DISJOINT(geometry, POINT(96 25))| true",
        "S_DWITHIN(geometry, POINT(97.4 26.38), 111, km)| true",
        "S_DWITHIN(geometry, POINT(97.4 26.38), 110, kilometers)| false",
        "DWITHIN(geometry, POINT(97.4 26.38), 69, miles)| true",
        "S_DWITHIN(geometry, POINT(96 16), 10, km)| false"
      })
  void answersAsTheStandardSays(String filter, boolean expected) {
    assertEquals(expected, holds(filter, sample(4)), filter);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "killed = 4| false",
        "killed <> 4| false",
        "NOT killed = 4| false",
        "killed IN (4)| false",
        "killed NOT IN (4)| false",
        "killed IS NULL| true",
        "killed = 4 OR whole| true",
        "killed = 4 AND NOT whole| false",
        "NOT (killed = 4 AND NOT whole)| true"
      })
  void aMissingValueIsNeitherEqualNorUnequal(String filter, boolean expected) {
    assertEquals(expected, holds(filter, sample(null)), filter);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''| 1| the end",
        "name =| 7| the end",
        "name = Myitkyina| 8| there is no property Myitkyina",
        "colour = 'red'| 1| name, killed",
        "name = 'Myit| 8| never closed",
        "name ~ 'x'| 6| no meaning",
        "name = 4| 8| compared",
        "killed = 'four'| 10| compared",
        "start = '2022-01-30'| 9| DATE(",
        "start = DATE('30.1.2022')| 14| 2022-01-31",
        "killed > 3 killed < 5| 12| AND, OR",
        "killed BETWEEN 1 OR 2| 18| AND",
        "name LIKE 4| 11| LIKE takes",
        "name LIKE killed| 11| LIKE takes",
        "killed > 1e999| 10| finite",
        "killed > NaN| 10| no property NaN",
        "S_INTERSECTS(name, POINT(1 2))| 14| a geometry such as",
        "S_INTERSECTS(geometry, POINT(1))| 31| a number",
        "S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 0 1)))| 24| closed",
        "S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 0 1, 1 0, 0 0)))| 24| crosses",
        "S_DWITHIN(geometry, POINT(1 2), 10, degrees)| 37| km",
        "S_DWITHIN(geometry, POINT(1 2), -1, km)| 33| 1000 km",
        "S_NEAR(geometry, POINT(1 2))| 1| there is no function",
        "T_AFTER(name, DATE('2022-01-01'))| 9| date property",
        "ids = 'x'| 1| to filter by",
        "(name = 'a'| 12| \")\""
      })
  void saysWhereAndWhatIsAllowed(String filter, int position, String mentions) {
    FilterException found = assertThrows(FilterException.class, () -> holds(filter, sample(4)));
    assertEquals(position, found.position(), found.getMessage());
    assertTrue(found.getMessage().contains(mentions), found.getMessage());
  }

  @Test
  void refusesWhatWouldCostTooMuch() {
    assertRefused("(".repeat(30) + "whole" + ")".repeat(30), "20 deep");
    assertRefused("whole" + " AND whole".repeat(200), "100 conditions");
    assertRefused("whole OR ".repeat(2000) + "whole", "6000 characters");
    assertRefused(
        "S_INTERSECTS(geometry, POINT(1 2))" + " AND S_INTERSECTS(geometry, POINT(1 2))".repeat(10),
        "8 conditions on geometry");
    assertRefused("S_INTERSECTS(geometry, MULTIPOINT(" + "1 2, ".repeat(600) + "1 2))", "500 pos");
    assertRefused("CASEI(".repeat(30) + "name" + ")".repeat(30) + " = 'x'", "20 deep");
    assertRefused("killed IN (" + "1,".repeat(600) + "1)", "500 values");
  }

  @Test
  void aPatternOfManyPercentSignsIsQuick() {
    Map<String, Object> values = new HashMap<>(sample(4).values());
    values.put("name", "a".repeat(5000));
    Feature feature = Feature.of("x", null, values);
    Assertions.assertTimeout(
        Duration.ofSeconds(2),
        () -> assertEquals(false, holds("name LIKE '" + "%a".repeat(50) + "b'", feature)));
  }

  /** Points: exactly the geodesic. */
  @Test
  void distancesAreMetresOnTheEllipsoidWhateverTheLatitude() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      double lon = 92 + 9 * random.nextDouble();
      double lat = 9 + 19 * random.nextDouble();
      double toLon = lon + random.nextGaussian() * 0.5;
      double toLat = lat + random.nextGaussian() * 0.5;
      double metres = Geodesic.WGS84.Inverse(lat, lon, toLat, toLon).s12;
      Geometry there = FACTORY.createPoint(new Coordinate(toLon, toLat));
      Geometry here = FACTORY.createPoint(new Coordinate(lon, lat));
      assertTrue(new Near(here, metres + 0.01).reaches(there), "seed " + seed);
      Assertions.assertFalse(new Near(here, metres - 0.01).reaches(there), "seed " + seed);
    }
  }

  /** A border running north along 98° E: the distance is along the parallel, not in degrees. */
  @Test
  void measuresToTheNearestPartOfAPolygon() throws ParseException {
    Geometry state = new WKTReader().read("POLYGON((98 10, 99 10, 99 28, 98 28, 98 10))");
    Geometry point = FACTORY.createPoint(new Coordinate(97, 20));
    double parallel = Geodesic.WGS84.Inverse(20, 97, 20, 98).s12;
    assertTrue(new Near(point, parallel * 1.001).reaches(state));
    Assertions.assertFalse(new Near(point, parallel * 0.998).reaches(state));
    assertTrue(new Near(FACTORY.createPoint(new Coordinate(98.5, 20)), 0).reaches(state));
  }

  private static void assertRefused(String filter, String mentions) {
    FilterException found = assertThrows(FilterException.class, () -> holds(filter, sample(4)));
    assertTrue(found.getMessage().contains(mentions), found.getMessage());
  }

  private static boolean holds(String filter, Feature feature) {
    return Cql2.parse(filter, SCHEMA, geometry -> geometry).test(feature);
  }

  private static Feature sample(Integer killed) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", "Myitkyina");
    values.put("killed", killed);
    values.put("share", -0.5);
    values.put("whole", true);
    values.put("start", LocalDate.of(2022, 1, 30));
    values.put("end", LocalDate.of(2022, 2, 1));
    return Feature.of("1", FACTORY.createPoint(new Coordinate(97.4, 25.38)), values);
  }
}
