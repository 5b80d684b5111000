package org.displacementmapper.server.cli;

import org.displacementmapper.format.ReadOptions;
import picocli.CommandLine.Option;

/** What a user can say of a file of features because it does not say so itself. */
final class ReadingOptions {

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      description = "Layer to read, where a file has several (without it they are listed).",
      defaultValue = "")
  String layer;

  @Option(
      names = "--crs",
      paramLabel = "CODE",
      description =
          "Coordinate reference system of the file, such as EPSG:32647 (default: as the file"
              + " says, else longitude and latitude).",
      defaultValue = "")
  String crs;

  ReadOptions options() {
    return ReadOptions.of(layer, crs);
  }
}
