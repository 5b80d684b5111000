package org.displacementmapper.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A file that is being written beside the one it will become. Others may read it as the user's
 * umask says; {@link Files#createTempFile} makes files for the user alone, and moving keeps that.
 */
final class Unfinished {

  private Unfinished() {}

  /** A new empty file in that folder, deleted at the latest when the program ends. */
  static Path in(Path folder, String command) throws IOException {
    Path file = Files.createFile(folder.resolve(command + "-" + UUID.randomUUID() + ".part"));
    file.toFile().deleteOnExit(); // also when the user breaks it off
    return file;
  }
}
