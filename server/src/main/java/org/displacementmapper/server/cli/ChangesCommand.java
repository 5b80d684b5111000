package org.displacementmapper.server.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.displacementmapper.server.usecase.CompareVersions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "changes",
    description =
        "Say what was added, changed and withdrawn from one dataset version to another, as both are"
            + " told today.")
final class ChangesCommand implements Callable<Integer> {

  @Spec CommandSpec spec;
  @Mixin DataOption data;
  @Mixin PolicyOptions policy;

  @Option(
      names = "--since",
      paramLabel = "VERSION",
      description = "The earlier version, by its name or number (default: the one before --until).")
  String since;

  @Option(
      names = "--until",
      paramLabel = "VERSION",
      description = "The later version (default: the newest).")
  String until;

  @Option(
      names = "--cursor",
      paramLabel = "NEXT",
      description = "Go on after a list: the words that it ended with.")
  String cursor;

  @Option(names = "--json", description = "Print JSON, as GET /api/changes answers.")
  boolean json;

  private final Opening open;

  ChangesCommand(Opening open) {
    this.open = open;
  }

  @Override
  public Integer call() {
    Map<String, Object> found =
        open.open(data.folder, policy.policy())
            .compareVersions()
            .describe(
                Optional.ofNullable(since),
                Optional.ofNullable(until),
                Optional.ofNullable(cursor),
                CompareVersions.MOST_ROWS,
                "");
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Reports.json(found));
      return Commands.DONE;
    }
    out.printf(
        "From %s of %s to %s of %s:%n",
        found.get("since"),
        found.get("since_created"),
        found.get("until"),
        found.get("until_created"));
    out.println("  incidents: " + counts(found.get("incidents")));
    out.println("  UN figures: " + counts(found.get("figures")));
    out.println("  boundaries: " + word(found.get("boundaries_changed")));
    out.println("  population: " + word(found.get("population_changed")));
    for (Object unit : (List<?>) found.get("units")) {
      out.printf(
          "  %s %s: %s%n",
          ((Map<?, ?>) unit).get("pcode"), ((Map<?, ?>) unit).get("name"), counts(unit));
    }
    for (Object change : (List<?>) found.get("changes")) {
      Map<?, ?> row = (Map<?, ?>) change;
      String fields =
          ((List<?>) row.get("fields"))
              .stream().map(Object::toString).collect(Collectors.joining(", "));
      out.printf(
          "%s %-9s %-9s %s %s%s%n",
          row.get("date"),
          row.get("of"),
          row.get("change"),
          Objects.requireNonNullElse(row.get("key"), row.get("source")),
          Objects.requireNonNullElse(row.get("place"), ""),
          fields.isEmpty() ? "" : ": " + fields);
    }
    if (found.get("next") != null) {
      out.println("There is more: --cursor " + found.get("next"));
    }
    return Commands.DONE;
  }

  private static String word(Object changed) {
    return Boolean.TRUE.equals(changed) ? "others" : "the same";
  }

  private static String counts(Object counts) {
    Map<?, ?> row = (Map<?, ?>) counts;
    return "%s added, %s changed, %s withdrawn"
        .formatted(
            Reports.number(row.get("added"), "0"),
            Reports.number(row.get("changed"), "0"),
            Reports.number(row.get("withdrawn"), "0"));
  }
}
