package org.displacementmapper.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.testing.Shared;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The 330 townships through every format that can be written and read: nothing is lost but what the
 * format cannot hold, which is named here. Six decimals survive in all of them, so corners are
 * compared to the last bit.
 */
class TownshipRoundTripTest {

  /** What a format cannot hold. */
  private enum Loss {
    /** Field names of more than ten characters are cut. */
    LONG_NAMES,
    /** Numbers and booleans come back as text. */
    TYPES,
    /** A day comes back as text, which says the same. */
    DATE_TYPE,
    /** A multi-polygon of one polygon comes back as the polygon. */
    MULTI_OF_ONE,
    /** Which system the coordinates are in; they are taken as degrees, which is said. */
    SYSTEM,
    /** Which way round a ring went. */
    RING_ORDER,
    /** Features come in the order of the index. */
    ORDER
  }

  private static final Map<String, Set<Loss>> LOSSES =
      Map.of(
          "geojson", EnumSet.of(Loss.DATE_TYPE),
          "gpkg", EnumSet.noneOf(Loss.class),
          "fgb", EnumSet.of(Loss.ORDER),
          "shp", EnumSet.of(Loss.LONG_NAMES, Loss.MULTI_OF_ONE, Loss.RING_ORDER),
          "kml", EnumSet.of(Loss.DATE_TYPE),
          "csv", EnumSet.of(Loss.TYPES, Loss.DATE_TYPE, Loss.SYSTEM));

  static Stream<FeatureWriter> formats() {
    return Formats.writers().stream().filter(FeatureReader.class::isInstance);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void comeBackWithAllThatTheFormatCanHold(FeatureWriter format) throws IOException {
    assertTrue(LOSSES.containsKey(format.id()), "what does " + format.id() + " lose?");
    Set<Loss> losses = LOSSES.get(format.id());
    Reading source = Reading.of(Shared.file("boundaries/mmr_adm3_mimu_v93.geojson"));
    Schema schema = withMore(source.schema());
    List<Feature> before = source.features().stream().map(TownshipRoundTripTest::withMore).toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(schema, before.stream(), out);
    Reading read = Reading.of("again", out.toByteArray());
    assertEquals(losses.contains(Loss.SYSTEM) ? 1 : 0, read.issues().size(), "" + read.issues());
    assertEquals(330, read.features().size());
    assertEquals(expectedFields(schema, losses), fields(read.schema(), losses, schema));

    Map<String, Feature> found = new LinkedHashMap<>();
    read.features().forEach(feature -> found.put(feature.text("TS_PCODE"), feature));
    List<String> codes = before.stream().map(feature -> feature.text("TS_PCODE")).toList();
    assertEquals(Set.copyOf(codes), found.keySet());
    if (!losses.contains(Loss.ORDER)) {
      assertEquals(codes, List.copyOf(found.keySet()));
    }
    for (Feature feature : before) {
      Feature after = found.get(feature.text("TS_PCODE"));
      assertEquals(values(feature, losses), values(after, losses, schema));
      assertSame(feature.geometry(), after.geometry(), losses, feature.text("TS_PCODE"));
    }
  }

  /** A field of every type, and one with a long name in Burmese. */
  private static Schema withMore(Schema schema) {
    List<Field> fields = new ArrayList<>(schema.fields());
    fields.add(new Field("township_name_in_burmese", Field.Type.TEXT, ""));
    fields.add(new Field("corners", Field.Type.INTEGER, ""));
    fields.add(new Field("area", Field.Type.NUMBER, ""));
    fields.add(new Field("parts", Field.Type.BOOLEAN, ""));
    fields.add(new Field("day", Field.Type.DATE, ""));
    return new Schema(fields);
  }

  private static Feature withMore(Feature feature) {
    Map<String, Object> values = new LinkedHashMap<>(feature.values());
    values.put("township_name_in_burmese", feature.values().get("TS_MMR4"));
    values.put("corners", (long) feature.geometry().getNumPoints());
    values.put("area", feature.geometry().getArea());
    values.put("parts", feature.geometry().getNumGeometries() > 1);
    values.put("day", "2022-01-31");
    return Feature.of(null, feature.geometry(), values);
  }

  private static List<String> expectedFields(Schema schema, Set<Loss> losses) {
    return schema.fields().stream()
        .map(
            field ->
                name(field.name(), losses)
                    + " "
                    + (losses.contains(Loss.TYPES)
                            || losses.contains(Loss.DATE_TYPE) && field.type() == Field.Type.DATE
                        ? Field.Type.TEXT
                        : field.type()))
        .toList();
  }

  /** Those that were written, without what the format adds. */
  private static List<String> fields(Schema read, Set<Loss> losses, Schema written) {
    List<String> names = written.names().stream().map(name -> name(name, losses)).toList();
    return read.fields().stream()
        .filter(field -> names.contains(field.name()))
        .map(field -> field.name() + " " + field.type())
        .toList();
  }

  private static String name(String name, Set<Loss> losses) {
    boolean cut = losses.contains(Loss.LONG_NAMES) && name.length() > 10;
    return cut ? name.substring(0, 10) : name;
  }

  private static Map<String, Object> values(Feature written, Set<Loss> losses) {
    Map<String, Object> values = new LinkedHashMap<>();
    written
        .values()
        .forEach(
            (name, value) ->
                values.put(
                    name(name, losses),
                    losses.contains(Loss.TYPES) ? CsvCells.VERBATIM.text(value) : orNull(value)));
    return values;
  }

  private static Map<String, Object> values(Feature read, Set<Loss> losses, Schema written) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String name : written.names()) {
      Object value = read.values().get(name(name, losses));
      values.put(name(name, losses), losses.contains(Loss.TYPES) ? value : orNull(value));
    }
    return values;
  }

  /** An empty text and no value are the same to a Shapefile and in KML; here there is no other. */
  private static Object orNull(Object value) {
    return "".equals(value) ? null : value;
  }

  private static void assertSame(
      Geometry before, Geometry after, Set<Loss> losses, String message) {
    Geometry expected = before;
    if (losses.contains(Loss.MULTI_OF_ONE)
        && before.getNumGeometries() == 1
        && after instanceof Polygon) {
      expected = before.getGeometryN(0);
    }
    assertEquals(expected.getGeometryType(), after.getGeometryType(), message);
    boolean same =
        losses.contains(Loss.RING_ORDER)
            ? turned(expected).equalsExact(turned(after))
            : expected.equalsExact(after);
    assertTrue(same, message);
  }

  /** Outer rings clockwise, holes the other way; each begins where it began. */
  private static Geometry turned(Geometry geometry) {
    Polygon[] polygons = new Polygon[geometry.getNumGeometries()];
    for (int i = 0; i < polygons.length; i++) {
      Polygon polygon = (Polygon) geometry.getGeometryN(i);
      LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
      for (int j = 0; j < holes.length; j++) {
        holes[j] = turned(polygon.getInteriorRingN(j), true);
      }
      polygons[i] =
          geometry.getFactory().createPolygon(turned(polygon.getExteriorRing(), false), holes);
    }
    return geometry.getFactory().createMultiPolygon(polygons);
  }

  private static LinearRing turned(LinearRing ring, boolean counterClockwise) {
    boolean is = Orientation.isCCW(ring.getCoordinateSequence());
    return is == counterClockwise ? ring : ring.reverse();
  }
}
