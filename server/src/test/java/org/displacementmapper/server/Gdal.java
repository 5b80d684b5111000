package org.displacementmapper.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GDAL's programs, as people use them; a test that needs them is skipped where they are not. */
public final class Gdal {

  private Gdal() {}

  /** What the program printed; it fails if that has a warning or an error in it. */
  public static String run(Path folder, String... command) throws IOException {
    boolean there =
        Pattern.compile(File.pathSeparator)
            .splitAsStream(System.getenv("PATH"))
            .anyMatch(each -> Files.isExecutable(Path.of(each, command[0])));
    assumeTrue(there, "skipped: no " + command[0] + " here (Debian: apt-get install gdal-bin)");
    Path printed = Files.createTempFile(folder, "gdal-", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    try {
      assertTrue(process.waitFor(2, TimeUnit.MINUTES), "GDAL does not end");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      process.destroyForcibly();
    }
    String text = Files.readString(printed, StandardCharsets.UTF_8);
    assertEquals(0, process.exitValue(), text);
    assertTrue(!text.contains("ERROR ") && !text.contains("Warning "), text);
    return text;
  }

  /** How many features a layer has within these bounds, as GDAL counts them. */
  public static long count(String printed) {
    Matcher count = Pattern.compile("Feature Count: (\\d+)").matcher(printed);
    assertTrue(count.find(), printed);
    return Long.parseLong(count.group(1));
  }
}
