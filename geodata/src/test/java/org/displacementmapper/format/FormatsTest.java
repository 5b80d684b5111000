package org.displacementmapper.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.displacementmapper.feature.Feature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatsTest {

  @Test
  void recognisesByContentAndNotByName() {
    assertEquals("geojson", reader("towns.csv", "\uFEFF \n{\"type\":\"FeatureCollection\"}"));
    assertEquals("csv", reader("towns.geojson", "id,lat,lon\n"));
    assertEquals("csv", reader("-", "\"id\";\"lat\"\n"));
  }

  @Test
  void choosesAWriterByIdOrEnding() {
    assertEquals("csv", Formats.writer("csv").id());
    assertEquals("csv", Formats.outputFor("Export.CSV").id());
    assertEquals("geojson", Formats.outputFor("towns.json").id());
    assertTrue(Formats.findWriter("xlsx").isEmpty());
    assertEquals(
        "no format \"xlsx\" to write: allowed are shp, kml, geojson, gpkg, fgb, csv",
        assertThrows(IllegalArgumentException.class, () -> Formats.writer("xlsx")).getMessage());
    assertEquals(
        "the ending of \"a.xlsx\" names no format: "
            + "allowed are .shp.zip, .kml, .geojson, .json, .geojsonl, .ndjson, .gpkg, .fgb,"
            + " .pmtiles, .csv",
        assertThrows(IllegalArgumentException.class, () -> Formats.outputFor("a.xlsx"))
            .getMessage());
  }

  @Test
  void readsStandardInputWhereTheFileIsADash(@TempDir Path folder) throws IOException {
    InputStream standardInput = stream("a,b\n1\n");
    Path file = Files.writeString(folder.resolve("x.csv"), "a\n1\n");
    assertEquals("x.csv", Input.ofArgument(file.toString(), standardInput).name());
    Input input = Input.ofArgument("-", standardInput);
    assertTrue(input.findPath().isEmpty());
    try (FeatureStream features =
        Formats.read(input, issue -> assertTrue(issue.toString().startsWith("-, line 2, \"1\"")))) {
      assertEquals("-", features.file());
      assertEquals(List.of(), features.stream().toList());
    }
  }

  @Test
  void givesTheFeaturesOnce() {
    FeatureStream features = Formats.read(Input.of("a.csv", stream("a\n1\n")), issue -> {});
    assertEquals(List.of("1"), features.stream().map(each -> each.text("a")).toList());
    assertEquals(
        "the features of a.csv can be read only once",
        assertThrows(IllegalStateException.class, features::iterator).getMessage());
  }

  @Test
  void closesTheFileWithTheStream() {
    boolean[] closed = new boolean[1];
    InputStream input =
        new ByteArrayInputStream("a\n1\n".getBytes(StandardCharsets.UTF_8)) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    try (var features = Formats.read(Input.of("a.csv", input), issue -> {}).stream()) {
      Feature first = features.findFirst().orElseThrow();
      assertEquals(2, first.line());
    }
    assertTrue(closed[0]);
  }

  private static String reader(String name, String content) {
    return Formats.reader(Input.of(name, stream(content))).id();
  }

  private static InputStream stream(String content) {
    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }
}
