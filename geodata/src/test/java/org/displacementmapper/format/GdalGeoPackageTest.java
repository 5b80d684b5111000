package org.displacementmapper.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.UnreadableFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What GDAL writes, as most people's files are made; skipped where there is no ogr2ogr. */
class GdalGeoPackageTest {

  private static final String TOWNS =
      """
      {"type": "FeatureCollection", "features": [
      {"type": "Feature", "properties": {"name": "မြစ်ကြီးနား", "people": 12, "share": 0.25,
        "day": "2021-02-01", "sure": true},
       "geometry": {"type": "Polygon", "coordinates": [[[97,19,5],[98,19,5],[98,20,5],[97,19,5]]]}},
      {"type": "Feature", "properties": {"name": null}, "geometry": null}
      ]}""";

  @TempDir Path folder;

  @Test
  void readsWhatGdalWrites() throws IOException {
    Path towns = Files.writeString(folder.resolve("towns.geojson"), TOWNS);
    Path file = folder.resolve("towns.gpkg");
    ogr(file, towns, "-nln", "towns");
    Reading read = Reading.of(file);
    assertEquals(List.of(), read.issues());
    Feature first = read.features().get(0);
    assertEquals("POLYGON ((97 19, 98 19, 98 20, 97 19))", first.geometry().toText());
    assertEquals(
        Arrays.asList("မြစ်ကြီးနား", 12L, 0.25, "2021-02-01", true),
        List.copyOf(first.values().values()));
    assertEquals(2, read.features().size());

    ogr(file, towns, "-nln", "utm", "-t_srs", "EPSG:32647", "-update");
    String message =
        assertThrows(UnreadableFileException.class, () -> Reading.of(file)).getMessage();
    assertEquals(
        "towns.gpkg: the file has 2 layers: choose one with --layer:"
            + " towns (POLYGON, 2 features); utm (POLYGON, 2 features)",
        message.replace("GEOMETRY", "POLYGON"));
    Reading utm = Reading.of(file, ReadOptions.of("utm", ""));
    assertEquals(List.of(), utm.issues());
    assertTrue(
        first.geometry().equalsExact(utm.features().get(0).geometry(), 1e-9),
        () -> "" + utm.features().get(0).geometry());
  }

  @Test
  void readsALayerWithoutASystem() throws IOException {
    Path towns =
        Files.writeString(folder.resolve("t.csv"), "name,WKT\nx,POINT (97 19)\ny,POINT (98 19)\n");
    Path file = folder.resolve("none.gpkg");
    ogr(file, towns);
    Reading read = Reading.of(file);
    assertEquals(2, read.features().size());
    assertTrue(read.issues().get(0).contains("are taken as longitude and latitude"));
  }

  private void ogr(Path to, Path from, String... more) throws IOException {
    List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", "GPKG"));
    command.addAll(Arrays.asList(more));
    command.addAll(List.of(to.toString(), from.toString()));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      abort("skipped: there is no ogr2ogr on this machine");
      return;
    }
    String said = new String(process.getInputStream().readAllBytes());
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    assertEquals(0, process.exitValue(), said);
  }
}
