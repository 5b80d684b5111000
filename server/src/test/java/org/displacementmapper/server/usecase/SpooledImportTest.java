package org.displacementmapper.server.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.displacementmapper.dataset.PublicationPolicy;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.UnreadableFileException;
import org.displacementmapper.format.ReadOptions;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Toll;
import org.displacementmapper.server.store.Shipped;
import org.displacementmapper.server.store.Store;
import org.displacementmapper.source.Batch;
import org.displacementmapper.source.ImportOptions;
import org.displacementmapper.source.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that goes over the disk gives the same as one that has the memory to itself. */
class SpooledImportTest {

  private static final Shipped SHIPPED = Shipped.read();

  @TempDir Path folder;

  @Test
  void writesTheSameBytesAndSaysTheSame() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> first = List.of(file("a.csv", random), file("b.csv", random));
    List<String> second = List.of(file("c.csv", random));
    Path plain = folder.resolve("plain");
    Path spooled = folder.resolve("spooled");
    long little = random.nextInt(60_000);
    for (Import one :
        List.of(
            new Import(first, false, true),
            new Import(first, false, false),
            new Import(second, false, false),
            new Import(second, false, false),
            new Import(first.subList(1, 2), true, false))) {
      ImportReport expected = one.into(plain, Long.MAX_VALUE);
      // As another program finds the folder, then as the one that made the version.
      assertEquals(expected, one.into(spooled, little), "seed " + seed + ", " + one);
      assertEquals(files(plain), files(spooled), "seed " + seed + ", " + one);
    }
  }

  private record Import(List<String> files, boolean replace, boolean dryRun) {

    ImportReport into(Path data, long memoryBytes) {
      Store store = Store.open(data, SHIPPED, PublicationPolicy.STANDARD, memoryBytes);
      return new ImportIncidents(store)
          .run(
              new ImportIncidents.Request(files, ReadOptions.NONE, "", "", replace, dryRun),
              InputStream.nullInputStream(),
              rows -> {});
    }
  }

  @Test
  void takesTheRowsThatMapsOfAllOfThemWouldTake() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> files =
        List.of(file("a.csv", random), file("b.csv", random), file("c.csv", random));
    Map<String, Incident> expected = new LinkedHashMap<>();
    List<Issue> issues = new ArrayList<>();
    long rejected = 0;
    long warned = 0;
    for (String file : files) {
      Batch<Incident> batch =
          FileRows.read(
              file,
              InputStream.nullInputStream(),
              ReadOptions.NONE,
              ImportOptions.NONE,
              Sources::incidents,
              rows -> {});
      batch.items().forEach(incident -> expected.put(incident.key(), incident));
      issues.addAll(batch.issues());
      rejected += batch.rejected();
      warned += batch.warned();
    }
    Path data = folder.resolve("data");
    Store store = Store.open(data, SHIPPED, PublicationPolicy.STANDARD, random.nextInt(60_000));
    try (ImportedIncidents imported =
        ImportedIncidents.read(
            files,
            InputStream.nullInputStream(),
            ReadOptions.NONE,
            ImportOptions.NONE,
            store.spool(),
            rows -> {})) {
      assertEquals(
          expected.values().stream().sorted(Incident.KEY_ORDER).toList(),
          imported.incidents(),
          "seed " + seed);
      assertEquals(
          issues,
          imported.files().stream().flatMap(file -> file.issues().stream()).toList(),
          "seed " + seed);
      assertEquals(rejected, imported.files().stream().mapToLong(ReadFile::rejected).sum());
      assertEquals(warned, imported.files().stream().mapToLong(ReadFile::warned).sum());
      assertTrue(rejected > 0 && warned > 0, "seed " + seed);

      List<Incident> present =
          expected.values().stream()
              .filter(any -> random.nextBoolean())
              .map(one -> random.nextBoolean() ? one : killed(one, random.nextInt(3)))
              .sorted(Incident.KEY_ORDER)
              .toList();
      for (boolean replace : new boolean[] {false, true}) {
        List<Incident> some =
            imported.incidents().stream().filter(any -> random.nextInt(3) > 0).toList();
        Changes<Incident> changes = Changes.of(present, some, Incident::key, any -> replace);
        List<Incident> after = new ArrayList<>();
        assertEquals(
            new MergedIncidents(
                changes.added(), changes.changed(), changes.unchanged(), changes.removed()),
            MergedIncidents.of(present, some, any -> replace, after::add),
            "seed " + seed);
        assertEquals(
            changes.rows().stream().sorted(Incident.KEY_ORDER).toList(), after, "seed " + seed);
      }
    }
  }

  @Test
  void aFileThatBreaksOffLeavesNothing() throws IOException {
    Path data = folder.resolve("data");
    new Import(List.of(file("a.csv", new Random(1))), false, false).into(data, 0);
    SortedMap<String, String> before = files(data);
    Store store = Store.open(data, SHIPPED, PublicationPolicy.STANDARD, 0);
    byte[] broken = (HEADER + "x,2022-01-01,19,97,\u00e9").getBytes("ISO-8859-1");
    assertThrows(
        UnreadableFileException.class,
        () ->
            new ImportIncidents(store)
                .run(
                    new ImportIncidents.Request(
                        List.of("-"), ReadOptions.NONE, "", "", false, false),
                    new ByteArrayInputStream(broken),
                    rows -> {}));
    assertEquals(before, files(data));
  }

  @Test
  void whatAKilledProgramLeftGoesWithTheNextImport() throws IOException {
    Path data = folder.resolve("data");
    Import one = new Import(List.of(file("a.csv", new Random(1))), false, false);
    one.into(data, Long.MAX_VALUE);
    for (String name : List.of("new-1.part", "objects/new-2.part", "versions/new-3.part")) {
      Files.writeString(data.resolve(name), "half");
    }
    Import other = new Import(List.of(file("b.csv", new Random(2))), false, false);
    other.into(data, Long.MAX_VALUE);
    assertEquals(List.of(), files(data).keySet().stream().filter(f -> f.contains("new-")).toList());
  }

  private static final String HEADER = "id,date,lat,lon,place,killed,source,licence\n";

  /** Few keys, so that many stand there again, with the same content or another. */
  private String file(String name, Random random) throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      boolean again = !rows.isEmpty() && random.nextInt(8) == 0;
      rows.add(again ? rows.get(random.nextInt(rows.size())) : row(random));
      text.append(rows.get(i));
    }
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static String row(Random random) {
    return String.format(
        "E%d,2022-0%d-1%d,%s,9%d.5,%s,%d,%s,%s%n",
        random.nextInt(900),
        1 + random.nextInt(9),
        random.nextInt(10),
        random.nextInt(20) == 0 ? "190" : "19." + random.nextInt(10),
        4 + random.nextInt(5),
        random.nextBoolean() ? "Here" : "ဟားခါး",
        random.nextInt(3),
        random.nextInt(3) == 0 ? "beta" : "alpha",
        random.nextInt(4) == 0 ? "" : "CC0");
  }

  private static Incident killed(Incident one, int best) {
    return new Incident(
        one.source(),
        one.id(),
        one.period(),
        one.where(),
        one.kind(),
        one.air(),
        new Toll(null, best, null),
        one.citation(),
        one.licence());
  }

  /** What lies in the folder, by name, and the bytes of each. */
  private static SortedMap<String, String> files(Path data) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(data)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(
            data.relativize(path).toString(), HexFormat.of().formatHex(Files.readAllBytes(path)));
      }
    }
    return files;
  }
}
