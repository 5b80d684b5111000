package org.displacementmapper.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Expected results kept as files under {@code src/test/resources/golden}. Run the tests with {@code
 * -Dgolden.accept=true} to write what they produce, then review the difference.
 */
public final class Golden {

  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
  private static final String HINT =
      " differs from what is expected; if the change is wanted, run again with"
          + " -Dgolden.accept=true and review the difference";

  private Golden() {}

  public static void assertMatches(String name, String actual) {
    byte[] expected = expected(name, actual.getBytes(StandardCharsets.UTF_8));
    assertEquals(new String(expected, StandardCharsets.UTF_8), actual, name + HINT);
  }

  public static void assertMatches(String name, byte[] actual) {
    assertArrayEquals(expected(name, actual), actual, name + HINT);
  }

  private static byte[] expected(String name, byte[] actual) {
    Path file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("golden.accept")) {
        Files.createDirectories(file.getParent());
        Files.write(file, actual);
      } else if (!Files.exists(file)) {
        throw new AssertionError(
            "no expected file " + name + "; run with -Dgolden.accept=true to write it");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
