package org.displacementmapper.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.testing.Shared;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** What is written is read again as it was. */
class RoundTripTest {

  private static final double TOLERANCE = 1e-7;
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final String[] PIECES = {
    "Kayah",
    "မြစ်ကြီးနား",
    "\"",
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    "'",
    "=",
    "-",
    "+1",
    " ",
    "😀",
    "\\",
    "\u0001",
    "a"
  };

  private static final Schema SCHEMA =
      Schema.of(
          new Field("name", Field.Type.TEXT, ""),
          new Field("count", Field.Type.INTEGER, ""),
          new Field("share", Field.Type.NUMBER, ""),
          new Field("sure", Field.Type.BOOLEAN, ""));

  @Test
  void geoJsonKeepsEveryTypeOfValueAndGeometry() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      features.add(Feature.of(random.nextBoolean() ? "f" + i : null, any(random), values(random)));
    }
    Reading again = written(new GeoJsonFormat(), features);
    String message = "seed " + seed;
    assertEquals(List.of(), again.issues(), message);
    assertEquals(features.size(), again.features().size(), message);
    for (int i = 0; i < features.size(); i++) {
      Feature before = features.get(i);
      Feature after = again.features().get(i);
      assertEquals(before.id(), after.id(), message);
      assertEquals(before.values(), after.values(), message);
      assertEquals(i + 2, after.line(), message);
      assertSame(before.geometry(), after.geometry(), message);
    }
  }

  @Test
  void csvKeepsEveryText() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      features.add(Feature.of(null, null, values(random)));
    }
    for (CsvCells cells : CsvCells.values()) {
      boolean guarded = cells == CsvCells.GUARDED;
      CsvFormat format = guarded ? new CsvFormat() : CsvFormat.verbatim();
      Reading again = written(format, features);
      String message = cells + ", seed " + seed;
      assertEquals(List.of(), again.issues(), message);
      assertEquals(features.size(), again.features().size(), message);
      for (int i = 0; i < features.size(); i++) {
        Map<String, Object> after = again.features().get(i).values();
        features
            .get(i)
            .values()
            .forEach((name, value) -> assertEquals(cells.text(value), after.get(name), message));
      }
    }
  }

  @Test
  void csvKeepsPoints() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      features.add(Feature.of(null, random.nextInt(4) == 0 ? null : point(random), Map.of()));
    }
    Reading again = written(new CsvFormat(), features);
    for (int i = 0; i < features.size(); i++) {
      Feature after = again.features().get(i);
      Geometry placed =
          after.text("lon").isEmpty()
              ? null
              : FACTORY.createPoint(
                  new Coordinate(
                      Double.parseDouble(after.text("lon")),
                      Double.parseDouble(after.text("lat"))));
      assertSame(features.get(i).geometry(), placed, "seed " + seed);
    }
  }

  @Test
  void csvKeepsOtherGeometriesAsWkt() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Feature> features = new ArrayList<>();
    features.add(Feature.of("first", polygon(random), Map.of()));
    for (int i = 0; i < 200; i++) {
      features.add(Feature.of("f" + i, any(random), Map.of()));
    }
    Reading again = written(new CsvFormat(), features);
    for (int i = 0; i < features.size(); i++) {
      Feature after = again.features().get(i);
      assertEquals(features.get(i).id(), after.text("id"));
      assertSame(features.get(i).geometry(), after.geometry(), "seed " + seed);
    }
  }

  /** All but the last of their decimals: seven are written, about a centimetre. */
  @Test
  void csvKeepsTheTownshipsToTheCentimetre() throws IOException {
    Reading townships = Reading.of(Shared.file("boundaries/mmr_adm3_mimu_v93.geojson"));
    Reading again = written(new CsvFormat(), townships.features(), townships.schema());
    assertEquals(townships.schema().names(), again.schema().names());
    assertEquals(1, again.issues().size(), () -> "" + again.issues());
    for (int i = 0; i < townships.features().size(); i++) {
      Feature before = townships.features().get(i);
      Feature after = again.features().get(i);
      for (String name : townships.schema().names()) {
        assertEquals(before.text(name), after.text(name));
      }
      assertSame(before.geometry(), after.geometry(), "" + before.values());
    }
  }

  @Test
  void theTownshipsComeBackUnchanged() throws IOException {
    Reading townships = Reading.of(Shared.file("boundaries/mmr_adm3_mimu_v93.geojson"));
    Reading again = written(new GeoJsonFormat(), townships.features(), townships.schema());
    assertEquals(townships.schema(), again.schema());
    for (int i = 0; i < townships.features().size(); i++) {
      Feature before = townships.features().get(i);
      Feature after = again.features().get(i);
      assertEquals(before.values(), after.values());
      assertTrue(before.geometry().equalsExact(after.geometry()), () -> "" + before.values());
    }
  }

  private static Reading written(FeatureWriter format, List<Feature> features) throws IOException {
    return written(format, features, SCHEMA);
  }

  private static Reading written(FeatureWriter format, List<Feature> features, Schema schema)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(schema, features.stream(), out);
    return Reading.of("again." + format.id(), out.toByteArray());
  }

  private static Map<String, Object> values(Random random) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", text(random));
    values.put("count", random.nextInt(5) == 0 ? null : random.nextLong());
    values.put("share", random.nextInt(5) == 0 ? null : random.nextGaussian() * 1000);
    values.put("sure", random.nextInt(5) == 0 ? null : random.nextBoolean());
    return values;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static Geometry any(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> null;
      case 1 -> point(random);
      case 2 -> FACTORY.createMultiPointFromCoords(positions(random, 3));
      case 3 -> line(random);
      case 4 -> FACTORY.createMultiLineString(new LineString[] {line(random), line(random)});
      case 5 -> polygon(random);
      case 6 -> FACTORY.createMultiPolygon(new Polygon[] {polygon(random), polygon(random)});
      default ->
          FACTORY.createGeometryCollection(
              new Geometry[] {point(random), line(random), polygon(random)});
    };
  }

  private static Point point(Random random) {
    return FACTORY.createPoint(position(random));
  }

  private static LineString line(Random random) {
    return FACTORY.createLineString(positions(random, 2 + random.nextInt(4)));
  }

  /** A square with a square hole, wound either way. */
  private static Polygon polygon(Random random) {
    Coordinate corner = position(random);
    Polygon outside = square(corner.x, corner.y, 1, random.nextBoolean());
    Polygon inside = square(corner.x + 0.25, corner.y + 0.25, 0.5, random.nextBoolean());
    return random.nextBoolean()
        ? outside
        : FACTORY.createPolygon(
            outside.getExteriorRing(), new LinearRing[] {inside.getExteriorRing()});
  }

  private static Polygon square(double x, double y, double size, boolean reversed) {
    Polygon square =
        FACTORY.createPolygon(
            new Coordinate[] {
              new Coordinate(x, y),
              new Coordinate(x + size, y),
              new Coordinate(x + size, y + size),
              new Coordinate(x, y + size),
              new Coordinate(x, y)
            });
    return reversed ? square.reverse() : square;
  }

  private static Coordinate[] positions(Random random, int count) {
    Coordinate[] positions = new Coordinate[count];
    for (int i = 0; i < count; i++) {
      positions[i] = position(random);
    }
    return positions;
  }

  private static Coordinate position(Random random) {
    return new Coordinate(random.nextDouble() * 358 - 180, random.nextDouble() * 178 - 90);
  }

  private static void assertSame(Geometry before, Geometry after, String message) {
    if (before == null || after == null) {
      assertEquals(before, after, message);
      return;
    }
    assertEquals(before.getGeometryType(), after.getGeometryType(), message);
    // Rings may have been turned round.
    assertTrue(before.norm().equalsExact(after.norm(), TOLERANCE), () -> message + " " + before);
  }
}
