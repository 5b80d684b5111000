package org.displacementmapper.format;

import static org.displacementmapper.testing.Geometries.wkt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.junit.jupiter.api.Test;

class CsvFormatTest {

  private static final Schema PLACE = Schema.of(new Field("place", Field.Type.TEXT, ""));

  @Test
  void readsQuotedCellsWithLineBreaksAndCountsLines() {
    Reading file =
        Reading.of("a.csv", "id,note\r\n1,\"two\r\nlines, one cell\"\r\n\r\n2,\"say \"\"no\"\"\"");
    assertEquals(List.of("id", "note"), file.schema().names());
    assertEquals("two\r\nlines, one cell", file.features().get(0).values().get("note"));
    assertEquals(2, file.features().get(0).line());
    assertEquals("say \"no\"", file.features().get(1).values().get("note"));
    assertEquals(5, file.features().get(1).line());
  }

  @Test
  void readsSemicolonsAndTabs() {
    assertEquals(Map.of("a", "1,5", "b", "x"), values("a;b\n1,5;x\n"));
    assertEquals(Map.of("a", "1;5", "b", "x"), values("\uFEFFa\tb\n1;5\tx\n"));
    assertEquals(Map.of("a;b;c;d", "1", "b", "x"), values("\"a;b;c;d\",b\n1,x\n"));
  }

  @Test
  void writesPointsAsLonLatAndEndsLinesWithCrlf() throws IOException {
    Feature loikaw =
        Feature.of(null, wkt("POINT (97.2 19.700000000000003)"), Map.of("place", "Loikaw"));
    Feature unplaced = Feature.of(null, null, Map.of("place", "a, b"));
    assertEquals(
        "place,lon,lat\r\n\"a, b\",,\r\nLoikaw,97.2,19.7\r\n", write(PLACE, unplaced, loikaw));
  }

  @Test
  void writesOtherGeometriesAsWkt() throws IOException {
    Feature line =
        Feature.of(null, wkt("LINESTRING (97.12345678 0, 1 1)"), Map.of("place", "road"));
    assertEquals("place,wkt\r\nroad,\"LINESTRING (97.1234568 0, 1 1)\"\r\n", write(PLACE, line));
  }

  @Test
  void understandsExcelsSeparatorLine() {
    Reading file = Reading.of("a.csv", "sep=;\r\na;b\r\n1,5;2\r\n");
    assertEquals(List.of("a", "b"), file.schema().names());
    assertEquals(3, file.features().get(0).line());
  }

  @Test
  void readsOldMacLineEndsAndAFileWithoutLastLineEnd() {
    Reading file = Reading.of("a.csv", "a;b\r1;2\r3;4");
    assertEquals(2, file.features().size());
    assertEquals(3, file.features().get(1).line());
  }

  @Test
  void keepsCellsAsTheyStandButStripsColumnNames() {
    Reading file = Reading.of("a.csv", " id , note\n 007 ,'=1\n");
    assertEquals(Map.of("id", " 007 ", "note", "'=1"), file.features().get(0).values());
  }

  @Test
  void writesAnIdThatNoValueHolds() throws IOException {
    assertEquals(
        "id,place,lon,lat\r\n7,Loikaw,,\r\n",
        write(PLACE, Feature.of("7", null, Map.of("place", "Loikaw"))));
    assertEquals(
        "place,lon,lat\r\nLoikaw,,\r\n",
        write(PLACE, Feature.of("Loikaw", null, Map.of("place", "Loikaw"))));
  }

  @Test
  void writesAHeaderEvenWithoutFeatures() throws IOException {
    assertEquals("place,lon,lat\r\n", write(PLACE));
  }

  @Test
  void givesGeometryOtherColumnsWhereFieldsHaveTheirNames() throws IOException {
    Schema schema = Schema.of(new Field("lon", Field.Type.TEXT, ""));
    Feature point = Feature.of(null, wkt("POINT (1 2)"), Map.of("lon", "one"));
    assertEquals("lon,geometry_lon,lat\r\none,1,2\r\n", write(schema, point));
  }

  @Test
  void refusesToLoseAValueOrAGeometry() {
    assertEquals(
        "feature 7 has values that would be lost: [dead]; the schema has [place]",
        refusal(PLACE, Feature.of("7", null, Map.of("place", "Loikaw", "dead", 3))));
    assertEquals(
        "feature 8 is a LineString and would be lost: this table has points only",
        refusal(
            PLACE,
            Feature.of("7", wkt("POINT (1 2)"), Map.of()),
            Feature.of("8", wkt("LINESTRING (1 2, 3 4)"), Map.of())));
    IllegalArgumentException verbatim =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                CsvFormat.verbatim()
                    .write(
                        PLACE,
                        Stream.of(Feature.of("7", wkt("POINT (1 2)"), Map.of())),
                        new ByteArrayOutputStream()));
    assertEquals(
        "feature 7 is a Point and would be lost: this table has no geometry",
        verbatim.getMessage());
  }

  private static String refusal(Schema schema, Feature... features) {
    return assertThrows(IllegalArgumentException.class, () -> write(schema, features)).getMessage();
  }

  private static Map<String, Object> values(String csv) {
    return Reading.of("a.csv", csv).features().get(0).values();
  }

  private static String write(Schema schema, Feature... features) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CsvFormat().write(schema, Stream.of(features), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
