package org.displacementmapper.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.UnreadableFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipFormatTest {

  private static final String POINT =
      "{\"type\":\"Feature\",\"properties\":{\"name\":\"%s\"},"
          + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[96,20]}}";

  @TempDir Path folder;

  @Test
  void opensTheOneFileThatIsMeant() throws IOException {
    byte[] zip =
        zip(
            Map.of(
                "README.txt", "licence,of,this\n1,2,3\n",
                "__MACOSX/._a.geojson", "x",
                "data/towns.geojson", POINT.formatted("ရွှေ"),
                "list.csv", "a,b\n1,2\n"));
    assertEquals("ရွှေ", Reading.of("a.zip", zip).features().get(0).text("name"));
    Path file = folder.resolve("a.zip");
    Files.write(file, zip);
    assertEquals(1, Reading.of(file).features().size());
    assertEquals("1", read(zip, "list").text("a"));
    assertEquals("ရွှေ", read(zip, "towns").text("name"));
    assertRefused("the file has no layer \"nowhere\": choose one with --layer: ", zip, "nowhere");
  }

  @Test
  void listsTheFilesWhereThereAreSeveral() throws IOException {
    byte[] zip = zip(Map.of("a.csv", "x\n1\n", "b.csv", "x\n2\n"));
    assertRefused(
        "a.zip: the file has 2 layers: choose one with --layer: a (csv); b (csv)", zip, "");
    assertEquals("2", read(zip, "b").text("x"));
  }

  @Test
  void refusesWhatWasPackedToDoHarm() throws IOException {
    assertRefused(
        "the entry \"../../etc/x.csv\", whose path leads out",
        zip(Map.of("../../etc/x.csv", "a\n")),
        "");
    assertRefused(
        "the entry \"/etc/x.csv\", whose path leads out", zip(Map.of("/etc/x.csv", "a\n")), "");
    assertRefused("whose path leads out", zip(Map.of("a\\..\\..\\x.csv", "a\n")), "");
    assertRefused("whose path leads out", zip(Map.of("C:\\x.csv", "a\n")), "");
    byte[] inner = zip(Map.of("a.csv", "a\n1\n"));
    assertRefused(
        "the archive holds another archive: unpack it",
        zip(Map.of("a.zip", new String(inner, StandardCharsets.ISO_8859_1))),
        "");
    assertRefused("no file that can be read", zip(Map.of("a.pdf", "%PDF")), "");
    assertRefused("no file that can be read", zip(Map.of()), "");
    Map<String, String> many = new TreeMap<>();
    for (int i = 0; i < 5000; i++) {
      many.put("f" + i + ".csv", "");
    }
    assertRefused("the archive has 5,000 entries, and at most 2,000", zip(many), "");
    for (int i = 0; i < 65_000; i++) {
      many.put("g" + i, "");
    }
    assertRefused("the archive has 70,000 entries, and at most 2,000", zip(many), "");
  }

  @Test
  void refusesLinksAndEncryptedFiles() throws IOException {
    byte[] zip = zip(Map.of("a.csv", "a\n1\n"));
    int entry = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
    byte[] encrypted = zip.clone();
    encrypted[entry + 8] |= 1;
    assertRefused("\"a.csv\" in the archive is encrypted", encrypted, "");
    byte[] link = zip.clone();
    link[entry + 5] = 3;
    link[entry + 41] = (byte) 0xA1;
    assertRefused("the archive has the symbolic link \"a.csv\"", link, "");
  }

  @Test
  void stopsAtABombBeforeItGoesOff() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a.csv"));
      byte[] rows =
          ("a" + " ".repeat(1022) + "\n").repeat(1 << 10).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 300; i++) {
        zip.write(rows);
      }
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () ->
            assertRefused("300 times its packed size: not read further", bytes.toByteArray(), ""));
  }

  @Test
  void leavesNoTemporaryFileBehind() throws IOException {
    long before = temporary();
    Reading.of("-", zip(Map.of("a.csv", "a\n1\n")));
    assertThrows(UnreadableFileException.class, () -> Reading.of("-", zip(Map.of("../a.csv", ""))));
    assertEquals(before, temporary());
  }

  private static long temporary() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(each -> each.getFileName().toString().matches("read-.*\\.part")).count();
    }
  }

  private static Feature read(byte[] zip, String layer) {
    Input input = Input.of("a.zip", new ByteArrayInputStream(zip));
    return ShapefileFormatTest.read(input, ReadOptions.of(layer, "")).get(0);
  }

  private static void assertRefused(String message, byte[] zip, String layer) {
    String found = assertThrows(UnreadableFileException.class, () -> read(zip, layer)).getMessage();
    assertTrue(found.contains(message), found);
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        boolean packed = file.getKey().endsWith(".zip");
        zip.write(
            file.getValue()
                .getBytes(packed ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
