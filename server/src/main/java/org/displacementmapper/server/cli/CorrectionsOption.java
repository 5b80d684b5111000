package org.displacementmapper.server.cli;

import org.displacementmapper.server.usecase.Corrections;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --corrections ADDRESS}, on every command that writes pages or files. */
final class CorrectionsOption {

  private static final String NAME = "--corrections";

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = NAME,
      paramLabel = "ADDRESS",
      description =
          "Where readers send corrections, as pages and files say: an https address or a mail"
              + " address (environment: DISPLACEMENT_MAPPER_CORRECTIONS; default: this project's"
              + " tracker).",
      defaultValue = "${env:DISPLACEMENT_MAPPER_CORRECTIONS:-}")
  String address;

  Corrections corrections() {
    try {
      return Corrections.of(address);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), NAME + ": " + e.getMessage());
    }
  }
}
