package org.displacementmapper.server.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "layers", description = "List the layers that are loaded.")
final class LayersCommand implements Callable<Integer> {

  @Spec CommandSpec spec;
  @Mixin DataOption data;
  @Mixin PolicyOptions policy;
  @Mixin VersionOption versions;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  private final Opening open;

  LayersCommand(Opening open) {
    this.open = open;
  }

  @Override
  public Integer call() {
    Map<String, Object> catalog =
        open.open(data.folder, policy.policy()).describeCatalog().list("", versions.asked());
    if (json) {
      spec.commandLine().getOut().println(Reports.json(catalog));
      return Commands.DONE;
    }
    for (Object layer : (List<?>) catalog.get("layers")) {
      Map<?, ?> one = (Map<?, ?>) layer;
      spec.commandLine().getOut().printf("%-16s %s%n", one.get("id"), one.get("title"));
    }
    return Commands.DONE;
  }
}
