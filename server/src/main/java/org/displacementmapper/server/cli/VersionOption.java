package org.displacementmapper.server.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Which of the kept dataset versions is asked, as {@code v} in addresses. */
final class VersionOption {

  @Option(
      names = "--data-version",
      paramLabel = "VERSION",
      description =
          "The data as they were in this dataset version, by its name or number, such as 1"
              + " (default: the newest).")
  String version;

  Optional<String> asked() {
    return Optional.ofNullable(version);
  }
}
