package org.displacementmapper.server.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "exposure",
    description =
        "Count the people who live within 1, 2 and 5 km of recorded incidents; never displacement.")
final class ExposureCommand implements Callable<Integer> {

  @Spec CommandSpec spec;
  @Mixin DataOption data;
  @Mixin PolicyOptions policy;
  @Mixin QuestionOptions options;

  @Option(
      names = "--level",
      paramLabel = "N",
      description = "Admin level of the units listed (default: 1).",
      defaultValue = "1")
  int level;

  @Option(names = "--json", description = "Print JSON, as GET /api/exposure answers.")
  boolean json;

  private final Opening open;

  ExposureCommand(Opening open) {
    this.open = open;
  }

  @Override
  public Integer call() {
    Map<String, Object> body =
        open.open(data.folder, policy.policy()).exposures().describe(options.question(), level);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Reports.json(body));
      return Commands.DONE;
    }
    out.printf(
        "People living near recorded incidents of %s, %s to %s.%n",
        body.get("source"), body.get("from"), body.get("to"));
    out.println(body.get("says"));
    out.printf(
        "People by %s. Of %s incidents, %s, %s and %s are placed precisely enough for 1, 2 and 5"
            + " km.%n%n",
        body.get("population_source"),
        body.get("incidents"),
        body.get("incidents_placed_1_km"),
        body.get("incidents_placed_2_km"),
        body.get("incidents_placed_5_km"));
    out.printf(
        "%-28s %14s %14s %14s %14s%n", "", "people", "within 1 km", "within 2 km", "within 5 km");
    row(out, "Myanmar", (Map<?, ?>) body.get("country"));
    for (Object unit : (List<?>) body.get("units")) {
      Map<?, ?> values = (Map<?, ?>) unit;
      row(out, values.get("name").toString(), values);
    }
    out.println();
    out.println("Rounded separately.");
    return Commands.DONE;
  }

  private static void row(PrintWriter out, String name, Map<?, ?> values) {
    out.printf(
        "%-28s %14s %14s %14s %14s%n",
        name,
        Reports.number(values.get("population"), "-"),
        values.get("exposed_1_km_text"),
        values.get("exposed_2_km_text"),
        values.get("exposed_5_km_text"));
  }
}
