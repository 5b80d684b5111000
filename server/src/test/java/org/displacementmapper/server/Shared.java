package org.displacementmapper.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files beside the checkout that may not be shipped. A test that needs one is skipped with a
 * message where the folder is missing; where the folder is there, a missing file fails.
 */
public final class Shared {

  private static final Path FOLDER = Path.of("..", "..", "shared");

  private Shared() {}

  /** The file, for example {@code boundaries/mmr_adm3_mimu_v93.geojson}. */
  public static Path file(String name) {
    assumeTrue(isThere(), "skipped: no folder ../shared beside the checkout");
    Path file = FOLDER.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new AssertionError("../shared is there but has no " + name);
    }
    return file;
  }

  public static boolean isThere() {
    return Files.isDirectory(FOLDER);
  }
}
