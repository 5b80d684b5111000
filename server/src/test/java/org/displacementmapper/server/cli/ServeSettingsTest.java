package org.displacementmapper.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.displacementmapper.server.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeSettingsTest {

  @TempDir Path data;

  @Test
  void aStyleThatIsNoAddressIsWrongUsage() {
    Program program = serve("--basemap-style", "http://maps.example.org/style.json");
    assertEquals(Commands.WRONG_USAGE, program.exitCode());
    assertTrue(
        program.err().contains("--basemap-style") && program.err().contains("https://"),
        program.err());
  }

  @Test
  void originsWithoutAStyleAreWrongUsage() {
    Program program = serve("--basemap-origins", "https://tiles.example.org");
    assertEquals(Commands.WRONG_USAGE, program.exitCode());
    assertTrue(
        program.err().contains("--basemap-origins belongs to --basemap-style"), program.err());
  }

  @Test
  void correctionsToNowhereAreWrongUsage() {
    Program program = serve("--corrections", "the office");
    assertEquals(Commands.WRONG_USAGE, program.exitCode());
    assertTrue(program.err().contains("--corrections: corrections go to \"the office\""));
  }

  @Test
  void goodSettingsStartTheServer() {
    Program program =
        serve(
            "--basemap-style",
            "https://maps.example.org/style.json",
            "--basemap-origins",
            "https://a.example.org,https://b.example.org",
            "--corrections",
            "maps@example.org");
    assertEquals(Commands.KEEP_RUNNING, program.exitCode(), program.err());
  }

  @Test
  void anExportedFileNamesTheSameAddress() throws IOException {
    Path file = data.resolve("adm1.geojson");
    Program program =
        Program.run(
            "export", "adm1", "-o", file, "--data", data, "--corrections", "maps@example.org");
    assertEquals(Commands.DONE, program.exitCode(), program.err());
    assertTrue(Files.readString(file).contains("Send them to maps@example.org, with the id"));
  }

  private Program serve(Object... more) {
    Object[] words = new Object[more.length + 3];
    words[0] = "serve";
    words[1] = "--data";
    words[2] = data;
    System.arraycopy(more, 0, words, 3, more.length);
    return Program.run(words);
  }
}
