package org.displacementmapper.format;

import static org.displacementmapper.testing.Geometries.wkt;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

  private static Map<String, Object> values(String csv) {
    return Reading.of("a.csv", csv).features().get(0).values();
  }

  private static String write(Schema schema, Feature... features) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CsvFormat().write(schema, Stream.of(features), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
