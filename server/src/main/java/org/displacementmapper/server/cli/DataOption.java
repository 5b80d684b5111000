package org.displacementmapper.server.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --data DIR}, on every command that reads or changes the dataset. */
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder that keeps imported data (environment: DISPLACEMENT_MAPPER_DATA; default:"
              + " ./displacement-mapper-data).",
      defaultValue = "${env:DISPLACEMENT_MAPPER_DATA:-displacement-mapper-data}")
  Path folder;
}
