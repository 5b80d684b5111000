package org.displacementmapper.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.displacementmapper.feature.UnreadableFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be used at all, each with the sentence that its owner gets. */
class BadFileTest {

  private static final String POINT =
      "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},"
          + "\"properties\":null}";

  @Test
  void namesEmptyFiles() {
    assertRefused("a.csv: the file is empty: export it again", "");
    assertRefused("a.csv: the file holds nothing but a byte-order mark: export it again", "\uFEFF");
    assertRefused(
        "a.csv: the file holds nothing but blanks and line breaks: export it again", "\uFEFF \r\n");
  }

  @Test
  void namesTheLineAndByteThatIsNotUtf8() {
    String message = " is not UTF-8: save the file as UTF-8 (in Excel \"CSV UTF-8\")";
    assertRefused(
        "a.csv, line 2, \"0xE9\": byte 15 of the file" + message, "id,place\n1,café\n", ISO_8859_1);
    String far = "id,place\r\n" + "1,x\r\n".repeat(30_000) + "2,café\r\n";
    assertRefused(
        "a.csv, line 30002, \"0xE9\": byte 150016 of the file" + message, far, ISO_8859_1);
    String json = "{\"type\":\"FeatureCollection\",\n\"name\":\"é\",\"features\":[]}";
    assertRefused("a.csv, line 2, \"0xE9\": byte 38 of the file" + message, json, ISO_8859_1);
  }

  @Test
  void namesOtherEncodings() {
    String utf16 = "a.csv: the text is encoded as UTF-16: save it as UTF-8";
    assertRefused(utf16, "\uFEFFid,place\n1,x\n", UTF_16LE);
    assertRefused(utf16, "\uFEFFid,place\n1,x\n", UTF_16BE);
    assertRefused(utf16, "id,place\n1,x\n", UTF_16LE);
    assertRefused(utf16, "{\"type\":\"FeatureCollection\"}", UTF_16BE);
    assertRefused(
        "a.csv: the text is encoded as UTF-32: save it as UTF-8",
        "\uFEFFid,place\n1,x\n",
        Charset.forName("UTF-32LE"));
  }

  @Test
  void saysWhatABinaryFileLooksLike() {
    String start = "a.csv: this is not text but looks like ";
    String asCsv = "; choose \"save as\", CSV UTF-8, and take that file";
    assertRefused(start + "an Excel workbook (.xlsx)" + asCsv, "PK\u0003\u0004..xl/workbook.xml");
    assertRefused(
        "a.csv: the archive is damaged or was cut off: download or pack it again",
        "PK\u0003\u0004..a.csv");
    assertRefused(
        start + "an old Excel workbook (.xls)" + asCsv, "\u00D0\u00CF\u0011\u00E0", ISO_8859_1);
    assertRefused(
        start + "a PNG picture; a table or a map file is needed", "\u0089PNG\r\n", ISO_8859_1);
    assertRefused(start + "a GIF picture; a table or a map file is needed", "GIF89a", ISO_8859_1);
    assertRefused(
        "a.csv: the GeoPackage is damaged or was cut off (file is not a database):"
            + " download or export it again",
        "SQLite format 3\0 gpkg_contents");
    assertRefused(start + "a binary file; export it as CSV or GeoJSON", "id,place\n1,a\0b\n");
    assertRefused(
        "a.csv, line 30002: byte 120013 of the file is zero, so this is no text: "
            + "export it as CSV or GeoJSON",
        "id,place\n" + "1,x\n".repeat(30_000) + "1,a\0b\n");
  }

  @Test
  void doesNotTakeXmlForATable() {
    assertRefused(
        "a.csv: this is text of an unknown format (it may be XML or a web page): "
            + "allowed are CSV with a header line, and GeoJSON",
        "<?xml version=\"1.0\"?>\n<html/>");
  }

  @Test
  void stopsAtACellOrRowThatNeverEnds() {
    String tooLong =
        "the cell that begins here is longer than 1,048,576 characters:"
            + " close its quote, or check that lines end";
    String thirtyMegabytes = "x".repeat(30_000_000);
    assertRefused("a.csv, line 1, column 1: " + tooLong, thirtyMegabytes);
    assertRefused("a.csv, line 2, column b: " + tooLong, "a,b\n1," + thirtyMegabytes + "\n");
    assertRefused(
        "a.csv, line 3, column b: " + tooLong, "a,b\n1,x\n1,\"" + "x,y\n".repeat(1_000_000));
    String manyCells =
        "a.csv, line 2: the row has more than 16,384 cells or 4,194,304 characters:"
            + " check that its lines end and its quotes are closed";
    assertRefused(manyCells, "a,b\n1" + ",x".repeat(15_000_000));
    assertRefused(manyCells, "a,b\n1" + ("," + "x".repeat(500_000)).repeat(60));
  }

  @Test
  void namesTheLineWhereAQuoteOpened() {
    assertRefused(
        "a.csv, line 4, column b: the quote that opens here is never closed: add the closing quote",
        "a,b\n1,x\n\"one\ntwo\",\"three\nfour,5\n6,7\n");
    assertRefused(
        "a.csv, line 2, column b: the quoted cell that opens here goes on after its closing quote: "
            + "write a quote inside a quoted cell twice",
        "a,b\n1,\"a \"big\" bang\"\n");
  }

  @Test
  void wantsADifferentNameForEachColumn() {
    String message = " the same name: give each column a name of its own";
    assertRefused("a.csv, line 2, column lat: columns 1 and 3 have" + message, "\nlat,lon, lat\n");
    assertRefused(
        "a.csv, line 1: columns 2 and 3 have no name: give each column a name of its own",
        "a,,\n1,2,3\n");
  }

  @Test
  void namesTheLineWhereGeoJsonWasCutOff() {
    String message =
        ": the file ends in the middle of the JSON: it was cut off; download or export it again";
    String whole = "{\"type\":\"FeatureCollection\",\"features\":[\n" + POINT + ",\n" + POINT;
    assertRefused("a.csv, line 3" + message, whole);
    assertRefused("a.csv, line 3" + message, whole.substring(0, whole.length() - 30));
    assertRefused("a.csv, line 3" + message, whole.substring(0, whole.length() - 3));
    assertRefused("a.csv, line 1" + message, "{");
    byte[] burmese = "{\"type\":\"FeatureCollection\",\"name\":\"မ".getBytes(UTF_8);
    assertRefused(
        "a.csv, line 1: byte 37 of the file begins a character that is cut off: "
            + "copy or export the file again",
        Arrays.copyOf(burmese, burmese.length - 1));
  }

  @Test
  void namesTheLineAndCharacterThatIsNoJson() {
    assertRefused(
        "a.csv, line 1, column 2: this is not valid JSON: "
            + "Unexpected character (''' (code 39)): was expecting double-quote to start field name",
        "{'type':'FeatureCollection'}");
    assertRefused(
        "a.csv, line 1, column 42: this is not valid JSON: Unexpected close marker ']': "
            + "expected '}' (for Object starting at [line: 1, column: 1])",
        "{\"type\":\"FeatureCollection\",\"features\":[]]");
    assertRefused(
        "a.csv, line 2, column 1: this is not valid JSON: Unrecognized token 'x'",
        "{\"type\":\"FeatureCollection\",\"features\":[]}\nx");
  }

  @Test
  void tellsJsonFromGeoJson() {
    String allowed = "it must be \"FeatureCollection\" or \"Feature\"";
    assertRefused(
        "a.csv, line 1: this is JSON but not GeoJSON: it has no member \"type\"; " + allowed,
        "{\"a\":1}");
    assertRefused(
        "a.csv, line 1: this is JSON but not GeoJSON: it has no member \"type\"; " + allowed,
        "{\"features\":[]}");
    assertRefused(
        "a.csv, line 2, column type, \"Topology\": this is JSON but not GeoJSON "
            + "(TopoJSON: convert it to GeoJSON): "
            + allowed,
        "\n{\"type\":\"Topology\",\"objects\":{}}");
    assertRefused(
        "a.csv, line 1, column type, \"Incidents\": this is JSON but not GeoJSON: " + allowed,
        "{\"features\":[],\"type\":\"Incidents\"}");
    assertRefused(
        "a.csv, line 1: the FeatureCollection has no list \"features\"",
        "{\"type\":\"FeatureCollection\",\"features\":{}}");
    assertRefused(
        "a.csv, line 1: a GeoJSON file is an object in { }, this is a list in [ ]", "[{}]");
  }

  @Test
  void wantsTheCoordinateReferenceSystemBeforeTheCoordinates() {
    String crs =
        "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::32647\"}}";
    assertRefused(
        "a.csv, line 2, column crs, \"urn:ogc:def:crs:EPSG::32647\": "
            + "the coordinate reference system stands after the coordinates: name it with --crs",
        "{\"type\":\"FeatureCollection\",\"features\":[],\n" + crs + "}");
  }

  @Test
  void stopsAtBombs() {
    String deep = "a.csv, line 1: brackets are nested deeper than 100: no map needs that";
    String start = "{\"type\":\"FeatureCollection\",\"features\":";
    assertRefused(deep, start + "[".repeat(1_000_000));
    assertRefused(
        deep,
        start + "[{\"type\":\"Feature\",\"properties\":{\"x\":" + "{\"a\":".repeat(1_000_000));
    assertRefused(
        "a.csv, line 1, column note: a text, name or number is too long: "
            + "a text may have 1,048,576 characters",
        start + "[{\"type\":\"Feature\",\"properties\":{\"note\":\"" + "x".repeat(30_000_000));
  }

  @Test
  void namesFilesThatCannotBeOpened(@TempDir Path folder) throws IOException {
    String name = folder.getFileName().toString();
    assertRefused(name + ": this is a folder: name one file in it", folder);
    assertRefused(
        "no.csv: there is no such file: check the name and the folder", folder.resolve("no.csv"));
    Path secret = Files.writeString(folder.resolve("secret.csv"), "a,b\n");
    Files.setPosixFilePermissions(secret, Set.of());
    assumeFalse(Files.isReadable(secret), "skipped: this user may read everything");
    assertRefused(
        "secret.csv: the file may not be read by this user: change its permissions", secret);
  }

  @Test
  void passesOnAReadErrorWithTheFileName() {
    InputStream broken =
        new InputStream() {
          private int left = Head.SIZE + 10;

          @Override
          public int read() throws IOException {
            if (left-- <= 0) {
              throw new IOException("the disk is gone");
            }
            return left % 10 == 0 ? '\n' : 'x';
          }
        };
    assertEquals(
        "a.csv: reading stopped: the disk is gone",
        assertThrows(UnreadableFileException.class, () -> Reading.of("a.csv", broken))
            .getMessage());
  }

  @Test
  void closesTheInputItRefused() {
    boolean[] closed = new boolean[1];
    InputStream input =
        new ByteArrayInputStream("a,a\n".getBytes(UTF_8)) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    assertThrows(UnreadableFileException.class, () -> Reading.of("a.csv", input));
    assertTrue(closed[0]);
  }

  @Test
  void warnsOfFilesWithoutRows() {
    assertEquals(
        List.of("a.csv: the file has a header line but no rows: nothing to read"),
        Reading.of("a.csv", "id,lat,lon\n").issues());
    assertEquals(
        List.of("a.csv: the file has no features: nothing to read"),
        Reading.of("a.csv", "{\"type\":\"FeatureCollection\",\"features\":[]}").issues());
  }

  private static void assertRefused(String message, String content) {
    assertRefused(message, content, UTF_8);
  }

  private static void assertRefused(String message, String content, Charset charset) {
    assertRefused(message, content.getBytes(charset));
  }

  private static void assertRefused(String message, byte[] content) {
    UnreadableFileException refusal =
        assertThrows(UnreadableFileException.class, () -> Reading.of("a.csv", content));
    assertEquals(message, refusal.getMessage());
  }

  private static void assertRefused(String message, Path file) {
    UnreadableFileException refusal =
        assertThrows(UnreadableFileException.class, () -> Reading.of(file));
    assertEquals(message, refusal.getMessage());
  }
}
