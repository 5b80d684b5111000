package org.displacementmapper.format;

import static org.displacementmapper.testing.Geometries.wkt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;
import org.locationtech.jts.util.GeometricShapeFactory;

class WktGeometryTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT (97.2 19.7)",
        "  point(97.2   19.7) ",
        "LINESTRING (1 2, 3 4, -5.5e1 .5)",
        "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 1 1))",
        "MULTIPOINT ((1 2), (3 4))",
        "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))",
        "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)), ((9 9, 10 9, 10 10, 9 9)))",
        "GEOMETRYCOLLECTION (POINT (1 2), GEOMETRYCOLLECTION (LINESTRING (1 2, 3 4)))",
        "POINT EMPTY",
        "MULTIPOLYGON EMPTY",
        "GEOMETRYCOLLECTION EMPTY"
      })
  void readsWhatJtsReads(String text) {
    Geometry read = WktGeometry.read(text);
    assertEquals(wkt(text).getGeometryType(), read.getGeometryType());
    assertTrue(wkt(text).equalsExact(read), read::toText);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POINT Z (1 2 3) | POINT (1 2)",
        "POINTZ (1 2 3) | POINT (1 2)",
        "POINT M (1 2 3) | POINT (1 2)",
        "POINT ZM (1 2 3 4) | POINT (1 2)",
        "POINT (1 2 3) | POINT (1 2)",
        "LINESTRINGZM(1 2 3 4,5 6 7 8) | LINESTRING (1 2, 5 6)",
        "MULTIPOINT (1 2, 3 4) | MULTIPOINT ((1 2), (3 4))",
        "MULTIPOLYGON (EMPTY, ((0 0, 1 0, 1 1, 0 0))) | MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))"
      })
  void leavesOutHeightsMeasuresAndEmptyParts(String text, String same) {
    Geometry read = WktGeometry.read(text);
    assertTrue(wkt(same).equalsExact(read), read::toText);
    assertTrue(Double.isNaN(read.getCoordinate().getZ()));
  }

  @Test
  void takesTheSridOfPostgis() {
    Geometry point = WktGeometry.read("SRID=32647;POINT(392817.5 2178000)");
    assertEquals(32647, point.getSRID());
    assertEquals(392817.5, point.getCoordinate().x);
    assertEquals(0, WktGeometry.read("POINT (1 2)").getSRID());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POINT (1) | character 9 of the WKT: a coordinate must be a finite number",
        "POINT (NaN 2) | character 8 of the WKT: a coordinate must be a finite number",
        "POINT (1 Infinity) | character 10 of the WKT: a coordinate must be a finite number",
        "POINT (1 1e999) | character 10 of the WKT: a coordinate must be a finite number",
        "POINT (0x10 2) | character 8 of the WKT: a coordinate must be a finite number",
        "POINT (1 2 | the end of the WKT: a comma or a closing bracket must stand here",
        "POINT 1 2 | character 7 of the WKT: an opening bracket, or EMPTY, must stand here",
        "POINT (1 2) x | character 13 of the WKT: the geometry has ended before; nothing may follow"
            + " it",
        "LINESTRING (1 2) | the end of the WKT: the line before this place has one position: it must"
            + " have at least 2",
        "POLYGON ((0 0, 1 0, 0 0)) | character 25 of the WKT: the ring before this place has 3"
            + " positions: it must have at least 4",
        "POLYGON ((0 0, 1 0, 1 1, 2 2)) | character 30 of the WKT: the ring before this place is"
            + " not closed: it must end where it begins, at 0.0 0.0",
        "POLYGON (EMPTY) | character 10 of the WKT: an opening bracket, or EMPTY, must stand here",
        "CIRCULARSTRING (0 0, 1 1, 1 0) | character 1 of the WKT: a geometry begins with one of"
            + " POINT, LINESTRING, POLYGON, MULTIPOINT, MULTILINESTRING, MULTIPOLYGON,"
            + " GEOMETRYCOLLECTION"
      })
  void saysWhatIsWrongAndWhere(String text, String message) {
    assertEquals(
        message, assertThrows(WktText.Fault.class, () -> WktGeometry.read(text)).getMessage());
  }

  @Test
  void stopsAtDeepCollections() {
    String deep = "GEOMETRYCOLLECTION (".repeat(1_000_000) + "POINT (1 2)";
    assertTrue(fault(deep).endsWith("collections are nested deeper than 20: no map needs that"));
    assertTrue(fault("(".repeat(1_000_000)).contains("a geometry begins with one of"));
    assertTrue(fault("POLYGON " + "(".repeat(1_000_000)).contains("must be a finite number"));
  }

  @Test
  void stopsAtTooManyPositions() {
    String many = "LINESTRING (" + "1 2,".repeat(WktGeometry.MAX_SIZE + 1) + "1 2)";
    assertTrue(fault(many).endsWith("has more than 2,000,000 positions and parts: simplify it"));
    String parts = "MULTIPOLYGON (" + "EMPTY,".repeat(WktGeometry.MAX_SIZE + 1) + "EMPTY)";
    assertTrue(fault(parts).endsWith("positions and parts: simplify it"));
  }

  @Test
  void readsWhatJtsWritesOfAnyShape() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      GeometricShapeFactory shapes = new GeometricShapeFactory();
      shapes.setNumPoints(4 + random.nextInt(100));
      shapes.setSize(random.nextDouble() * 5);
      Geometry shape = shapes.createEllipse();
      assertTrue(
          wkt(shape.toText()).equalsExact(WktGeometry.read(new WKTWriter().write(shape))),
          () -> "seed " + seed);
    }
  }

  /**
   * Whatever is cut out or put in, it is read or refused in words, as JTS agrees or is stricter.
   */
  @Test
  void neverFailsInAnotherWayOnDamagedText() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String whole =
        "GEOMETRYCOLLECTION (POINT Z (1 2 3), MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)), EMPTY))";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(whole);
      for (int damage = 0; damage <= random.nextInt(3); damage++) {
        int at = random.nextInt(Math.max(1, text.length() - 1));
        switch (random.nextInt(3)) {
          case 0 -> text.delete(at, at + 1);
          case 1 -> text.insert(at, "(), 0eE.NZ".charAt(random.nextInt(10)));
          default -> text.setLength(at + 1);
        }
      }
      try {
        WktGeometry.read(text.toString());
      } catch (WktText.Fault expected) {
        assertTrue(expected.getMessage().contains("of the WKT: "), () -> "seed " + seed);
      }
    }
  }

  @Test
  void knowsAShapeByItsBeginning() {
    assertTrue(WktGeometry.isBegun(" srid=4326;Point(1 2)"));
    assertTrue(WktGeometry.isBegun("MultiPolygonZ((("));
    assertFalse(WktGeometry.isBegun("0101000020E6100000"));
    assertFalse(WktGeometry.isBegun("{\"type\":\"Point\"}"));
  }

  private static String fault(String text) {
    return assertThrows(WktText.Fault.class, () -> WktGeometry.read(text)).getMessage();
  }
}
