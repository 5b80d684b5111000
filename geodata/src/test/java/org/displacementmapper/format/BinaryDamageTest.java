package org.displacementmapper.format;

import static org.displacementmapper.testing.Geometries.wkt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.feature.UnreadableFileException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Good files of every format with bytes changed, cut out or doubled: refused with a message or
 * read, never a surprise, and soon. A failure prints its seed.
 */
class BinaryDamageTest {

  private static final int TRIES = 300;
  private static final long LONGEST_NANOS = 20_000_000_000L;

  private static final Schema SCHEMA =
      Schema.of(
          new Field("name", Field.Type.TEXT, "its name"),
          new Field("people", Field.Type.INTEGER, ""),
          new Field("share", Field.Type.NUMBER, ""),
          new Field("sure", Field.Type.BOOLEAN, ""),
          new Field("day", Field.Type.DATE, ""));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"kml", "geojson", "csv", "fgb", "gpkg", "tiny.gpkg", "shp", "zip", "kmz"})
  void readsOrRefusesADamagedFile(String kind) throws IOException, SQLException {
    byte[] good = good(kind);
    assertEquals(20, Reading.of("a", good).features().size());
    long first = System.nanoTime();
    for (long seed = first; seed < first + TRIES; seed++) {
      Random random = new Random(seed);
      byte[] damaged = kind.equals("shp") ? damagedInside(good, random) : damaged(good, random);
      long start = System.nanoTime();
      try {
        Reading.of("a", damaged);
      } catch (UnreadableFileException e) {
        assertTrue(e.getMessage().startsWith("a") && e.getMessage().length() > 10, e.getMessage());
      } catch (Throwable e) {
        throw new AssertionError(kind + ", seed " + seed, e);
      }
      long took = System.nanoTime() - start;
      assertTrue(took < LONGEST_NANOS, kind + ", seed " + seed + " took " + took + " ns");
    }
  }

  private byte[] good(String kind) throws IOException, SQLException {
    switch (kind) {
      case "tiny.gpkg":
        String[] rows = new String[20];
        for (int i = 0; i < rows.length; i++) {
          String place = TinyGeoPackage.geometry("POLYGON ((97 19, 98 19, 98 20, 97 19))", 4326);
          rows[i] = i + ", " + place + ", 'ကယား', " + i;
        }
        String columns = "fid INTEGER PRIMARY KEY, geom BLOB, name TEXT, people INTEGER";
        return Files.readAllBytes(TinyGeoPackage.oneLayer(folder, 4326, columns, rows));
      case "shp", "zip":
        return written("shp");
      case "kmz":
        return zip(Map.of("doc.kml", written("kml")));
      default:
        return written(kind);
    }
  }

  private static byte[] written(String format) throws IOException {
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("name", "မြစ်ကြီးနား " + i);
      values.put("people", (long) i);
      values.put("share", i / 7.0);
      values.put("sure", i % 2 == 0);
      values.put("day", "2021-02-01");
      String area = "MULTIPOLYGON (((%1$d 0, %1$d 2, 9 2, %1$d 0)), ((%1$d 5, 8 5, 8 6, %1$d 5)))";
      features.add(Feature.of(null, wkt(String.format(area, -i)), values));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Formats.writer(format).write(SCHEMA, features.stream(), out);
    return out.toByteArray();
  }

  private static byte[] damaged(byte[] good, Random random) {
    byte[] bytes = good.clone();
    int[] marks = {0, 1, 0x7F, 0x80, 0xFF};
    for (int changes = 1 + random.nextInt(12); changes > 0; changes--) {
      int at = random.nextInt(bytes.length);
      bytes[at] =
          (byte) (random.nextBoolean() ? random.nextInt(256) : marks[random.nextInt(marks.length)]);
    }
    int at = random.nextInt(bytes.length);
    int length = random.nextInt(Math.min(200, bytes.length - at));
    switch (random.nextInt(6)) {
      case 0:
        return Arrays.copyOf(bytes, 1 + at);
      case 1:
        System.arraycopy(bytes, at + length, bytes, at, bytes.length - at - length);
        return bytes;
      case 2:
        System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - length), length);
        return bytes;
      default:
        return bytes;
    }
  }

  /** One file of the archive damaged and packed again, since the archive knows its sums. */
  private static byte[] damagedInside(byte[] zip, Random random) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    String ending = List.of(".shp", ".dbf", ".shx", ".prj", ".cpg").get(random.nextInt(5));
    files.replaceAll((name, bytes) -> name.endsWith(ending) ? damaged(bytes, random) : bytes);
    return zip(files);
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return out.toByteArray();
  }
}
