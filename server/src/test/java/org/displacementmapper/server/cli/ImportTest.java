package org.displacementmapper.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.displacementmapper.server.Program;
import org.displacementmapper.server.TestServer;
import org.displacementmapper.server.http.HttpServer;
import org.displacementmapper.server.http.ServerSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportTest {

  private static final String HEADER = "id,date,lat,lon,place,precision,deaths,licence\n";

  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void choose() {
    data = folder.resolve("data");
  }

  @Test
  void addsUpdatesAndCountsByKey() throws IOException {
    Path file =
        write(
            HEADER
                + "a,2022-01-05,19.6,97.2,Here,village,3,CC0\nb,2022-01-06,19.7,97.2,There,village,1,CC0\n");
    Program first = importIncidents(file);
    assertEquals(0, first.exitCode(), first.err());
    assertTrue(
        first.out().contains("2 accepted (2 added, 0 changed, 0 unchanged), 0 rejected"),
        first.out());
    assertTrue(first.out().contains("Dataset version 2-"), first.out());

    write(
        HEADER
            + "a,2022-01-05,19.6,97.2,Here,village,4,CC0\nb,2022-01-06,19.7,97.2,There,village,1,CC0\n");
    Program second = importIncidents(file);
    assertTrue(
        second.out().contains("2 accepted (0 added, 1 changed, 1 unchanged), 0 rejected"),
        second.out());
    assertTrue(second.out().contains("Dataset version 3-"), second.out());

    Program third = importIncidents(file);
    assertTrue(third.out().contains("(0 added, 0 changed, 2 unchanged)"), third.out());
    assertTrue(third.out().contains("Nothing was changed; dataset version 3-"), third.out());
  }

  @Test
  void replaceSwapsAllRowsOfThatSourceAndOfNoOther() throws IOException {
    Path file =
        write(
            HEADER
                + "a,2022-01-05,19.6,97.2,Here,village,3,CC0\nb,2022-01-06,19.7,97.2,There,village,1,CC0\n");
    importIncidents(file);
    write(HEADER + "b,2022-01-06,19.7,97.2,There,village,1,CC0\n");
    Program replaced =
        Program.run("import", "incidents", file, "--source", "mine", "--replace", "--data", data);
    assertTrue(replaced.out().contains("1 removed"), replaced.out());
    try (TestServer server = TestServer.over(data)) {
      assertEquals(962, server.json("/api/comparison").get("national").get("events").asInt());
    }
  }

  @Test
  void dryRunChangesNothing() throws IOException {
    Path file = write(HEADER + "a,2022-01-05,19.6,97.2,Here,village,3,CC0\n");
    Program dry =
        Program.run("import", "incidents", file, "--source", "mine", "--dry-run", "--data", data);
    assertEquals(0, dry.exitCode());
    assertTrue(dry.out().contains("1 added") && dry.out().contains("Dry run"), dry.out());
    assertFalse(Files.exists(data.resolve("current")));
  }

  @Test
  void aRowWithoutALicenceIsKeptButNotPublic() throws IOException {
    Path file = write("id,date,lat,lon\na,2022-01-05,19.6,97.2\n");
    Program program = importIncidents(file);
    assertTrue(program.out().contains("not public"), program.out());
    try (TestServer server = TestServer.over(data)) {
      assertFalse(server.json("/layers").get("sources").toString().contains("mine"));
      assertEquals(404, server.get("/api/comparison?source=mine").statusCode());
    }
    Program licensed =
        Program.run(
            "import", "incidents", file, "--source", "mine", "--licence", "CC0", "--data", data);
    assertTrue(licensed.out().contains("1 changed"), licensed.out());
    try (TestServer server = TestServer.over(data)) {
      assertTrue(server.json("/layers").get("sources").toString().contains("mine"));
    }
  }

  @Test
  void aRunningServerShowsTheNewVersionAtOnce() throws IOException {
    try (TestServer server = TestServer.over(data)) {
      String before = server.json("/health").get("version").asText();
      importIncidents(write(HEADER + "a,2022-01-05,19.6,97.2,Here,village,3,CC0\n"));
      String after = server.json("/health").get("version").asText();
      assertTrue(before.startsWith("1-") && after.startsWith("2-"), before + " " + after);
      assertTrue(server.json("/tiles/incidents/0/0/0.geojson").toString().contains("mine:a"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id,date,lat,lon\\na,2022-01-05,97.2,19.6\\n | line 2
          id,date,lat,lon\\na,2022-02-30,19.6,97.2\\n | 2022-02-30
          id,date,lat,lon\\na,2022-01-05,190,97.2\\n | 190
          id,date,lat,lon,deaths\\na,2022-01-05,19.6,97.2,-3\\n | -3
          id,lat,lon\\na,19.6,97.2\\n | date
          a,2022-01-05,19.6,97.2\\n | found
          id,date,lat,lon\\na,2022-01-05,19.6,97.2\\na,2022-01-06,19.6,97.2\\n | lines 2 and 3
          id,date,lat,lon\\n | row
          """)
  void aFileWithoutAGoodRowFailsAndSaysWhy(String content, String mentions) throws IOException {
    Path file = write(content.replace("\\n", "\n"));
    Program program = importIncidents(file);
    assertEquals(1, program.exitCode(), program.out() + program.err());
    assertTrue((program.out() + program.err()).contains(mentions), program.out() + program.err());
    assertFalse(Files.exists(data.resolve("current")), "nothing may change");
  }

  @Test
  void failuresAreOneSentence() throws IOException {
    Path notAFolder = Files.writeString(folder.resolve("file"), "x");
    Program program = Program.run("layers", "--data", notAFolder.resolve("data"));
    assertEquals(1, program.exitCode());
    assertEquals(1, program.err().strip().lines().count(), program.err());
    assertTrue(program.err().contains("cannot be written"), program.err());

    Program missing = importIncidents(folder.resolve("missing.csv"));
    assertEquals(1, missing.exitCode());
    assertEquals(1, missing.err().strip().lines().count(), missing.err());
    assertTrue(missing.err().contains("missing.csv"), missing.err());
  }

  @Test
  void findsTheStateOfUnitsInTheirCodesWhereNoColumnTellsIt() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("units.geojson"),
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"c":"MMR001001","n":"One","p":"MMR001"},"geometry":
            {"type":"Polygon","coordinates":[[[96,20],[97,20],[97,21],[96,21],[96,20]]]}},
            {"type":"Feature","properties":{"c":"MMR002001","n":"Two","p":"MMR002"},"geometry":
            {"type":"Polygon","coordinates":[[[97,20],[98,20],[98,21],[97,21],[97,20]]]}}]}
            """);
    Program program =
        Program.run(
            "import",
            "boundaries",
            file,
            "--level",
            "3",
            "--code",
            "c",
            "--name",
            "n",
            "--parent",
            "p",
            "--data",
            data);
    assertEquals(0, program.exitCode(), program.err());
    assertTrue(program.out().contains("level 1: 2 units, level 3: 2 units"), program.out());
    try (TestServer server = TestServer.over(data)) {
      assertEquals(200, server.get("/").statusCode());
      assertEquals(2, server.json("/api/comparison").get("units").size());
    }
  }

  @Test
  void aTakenPortIsOneSentence() {
    try (TestServer server = TestServer.over(data)) {
      String message =
          assertThrows(
                  UncheckedIOException.class,
                  () -> HttpServer.start(server.useCases(), ServerSettings.local(server.port())))
              .getMessage();
      assertTrue(message.contains("is taken") && message.contains("--port"), message);
    }
  }

  @Test
  void wrongUsageEndsWithCode2() {
    assertEquals(2, Program.run("import", "incidents").exitCode());
    assertEquals(2, Program.run("serve", "--port", "99999").exitCode());
    assertEquals(2, Program.run("tile", "adm1", "5-24-14").exitCode());
    assertEquals(2, Program.run("nonsense").exitCode());
    assertEquals(2, Program.run().exitCode());
    assertEquals(0, Program.run("import", "boundaries", "--help").exitCode());
  }

  private Program importIncidents(Path file) {
    return Program.run("import", "incidents", file, "--source", "mine", "--data", data);
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("in.csv"), content);
  }
}
