package org.displacementmapper.server.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "validate",
    description =
        "Say how far off the models have been on these data, beside simple guesses. Fails if a model"
            + " loses to a guess by more than is tolerated.")
final class ValidateCommand implements Callable<Integer> {

  @Spec CommandSpec spec;
  @Mixin DataOption data;
  @Mixin PolicyOptions policy;
  @Mixin VersionOption versions;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "The one source of incidents (default: ucdp).")
  String source;

  @Option(names = "--json", description = "Print JSON, as GET /api/validation answers.")
  boolean json;

  private final Opening open;

  ValidateCommand(Opening open) {
    this.open = open;
  }

  @Override
  public Integer call() {
    Map<String, Object> report =
        open.open(data.folder, policy.policy())
            .validate()
            .describe(Optional.ofNullable(source), versions.asked());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Reports.json(report));
    } else {
      table(out, "Forward in time, the country", (List<?>) report.get("national_forward"));
      table(out, "Forward in time, states and regions", (List<?>) report.get("units_forward"));
      table(out, "Each unit from the others", (List<?>) report.get("leave_one_out"));
    }
    List<?> losses = (List<?>) report.get("losses");
    losses.forEach(loss -> spec.commandLine().getErr().println("Lost: " + loss));
    return losses.isEmpty() ? Commands.DONE : Commands.FAILED;
  }

  private static void table(PrintWriter out, String title, List<?> rows) {
    out.println(title);
    for (Object element : rows) {
      Map<?, ?> row = (Map<?, ?>) element;
      out.println(
          row.containsKey("as_of")
              ? "  " + row.get("as_of") + ", " + row.get("units") + " units"
              : "  " + row.get("from_days") + " to " + row.get("to_days") + " days ahead");
      for (Object predictor : (List<?>) row.get("predictors")) {
        Map<?, ?> one = (Map<?, ?>) predictor;
        out.printf(
            "    %-58s median factor %-5s rms %-5s share error %-5s inside 80/95 %% %s/%s (%s"
                + " pairs)%n",
            one.get("label"),
            Reports.number(one.get("median_factor"), "-"),
            Reports.number(one.get("rms"), "-"),
            Reports.number(one.get("share_error"), "-"),
            Reports.number(one.get("coverage80"), "-"),
            Reports.number(one.get("coverage95"), "-"),
            one.get("pairs"));
      }
    }
    out.println();
  }
}
