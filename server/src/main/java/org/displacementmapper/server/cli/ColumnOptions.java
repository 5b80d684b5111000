package org.displacementmapper.server.cli;

import org.displacementmapper.server.usecase.BoundaryFile;
import picocli.CommandLine.Option;

/** Names of columns in a file of boundaries, where they are not recognised. */
final class ColumnOptions {

  @Option(
      names = "--code",
      paramLabel = "COLUMN",
      description = "Column of the P-code (default: recognised).",
      defaultValue = "")
  String code;

  @Option(
      names = "--name",
      paramLabel = "COLUMN",
      description = "Column of the English name (default: recognised).",
      defaultValue = "")
  String name;

  @Option(
      names = "--name-my",
      paramLabel = "COLUMN",
      description = "Column of the Burmese name (default: recognised).",
      defaultValue = "")
  String nameMy;

  @Option(
      names = "--parent",
      paramLabel = "COLUMN",
      description = "Column of the P-code of the unit above (default: recognised).",
      defaultValue = "")
  String parent;

  BoundaryFile.ColumnNames names() {
    return new BoundaryFile.ColumnNames(code, name, nameMy, parent);
  }
}
