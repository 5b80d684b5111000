package org.displacementmapper.server.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.displacementmapper.server.usecase.KeptVersions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "versions", description = "List the dataset versions that are kept, newest first.")
final class VersionsCommand implements Callable<Integer> {

  @Spec CommandSpec spec;
  @Mixin DataOption data;
  @Mixin PolicyOptions policy;

  @Option(names = "--json", description = "Print JSON, as GET /api/versions answers.")
  boolean json;

  private final Opening open;

  VersionsCommand(Opening open) {
    this.open = open;
  }

  @Override
  public Integer call() {
    Map<String, Object> kept =
        open.open(data.folder, policy.policy())
            .keptVersions()
            .describe(Optional.empty(), KeptVersions.MOST_VERSIONS);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Reports.json(kept));
      return Commands.DONE;
    }
    for (Object version : (List<?>) kept.get("versions")) {
      Map<?, ?> one = (Map<?, ?>) version;
      out.printf(
          "%-20s %-10s  %9s incidents  %s%n",
          one.get("name"),
          Objects.requireNonNullElse(one.get("created"), "unknown"),
          Reports.number(one.get("incidents"), "unknown"),
          Objects.requireNonNullElse(one.get("imported"), ""));
    }
    return Commands.DONE;
  }
}
