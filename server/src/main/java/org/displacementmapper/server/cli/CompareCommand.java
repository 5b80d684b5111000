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
    name = "compare",
    description = "Set the estimates of a day beside what the UN reported for it.")
final class CompareCommand implements Callable<Integer> {

  @Spec CommandSpec spec;
  @Mixin DataOption data;
  @Mixin PolicyOptions policy;
  @Mixin QuestionOptions options;

  @Option(names = "--json", description = "Print JSON, as GET /api/comparison answers.")
  boolean json;

  private final Opening open;

  CompareCommand(Opening open) {
    this.open = open;
  }

  @Override
  public Integer call() {
    Map<String, Object> body =
        open.open(data.folder, policy.policy()).comparisons().compare(options.question());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Reports.json(body));
      return Commands.DONE;
    }
    Map<?, ?> national = (Map<?, ?>) body.get("national");
    out.printf(
        "People displaced as of %s, %s product, UN figures used up to %s, incidents of %s.%n",
        body.get("as_of"), body.get("product"), body.get("cutoff"), body.get("source"));
    out.println(body.get("product_use"));
    out.println();
    row(out, "", "UN figure", "estimate", "4 times in 5", "19 times in 20", "ratio");
    String underLeast = underLeast(body);
    row(out, "Myanmar", national, underLeast);
    for (Object unit : (List<?>) body.get("units")) {
      Map<?, ?> values = (Map<?, ?>) unit;
      row(out, values.get("name").toString(), values, underLeast);
    }
    out.println();
    if (national.get("ratio_to_440000") != null) {
      out.printf(
          "Ratio to the 440,000: %s; over all cut-offs and weightings: %s.%n",
          national.get("ratio_to_440000"), national.get("ratio_range"));
    }
    out.println(
        "Estimates are placed where the violence happened, UN figures where people are now; rounded"
            + " separately.");
    out.println(((Map<?, ?>) body.get("policy")).get("text"));
    return Commands.DONE;
  }

  private static String underLeast(Map<String, Object> body) {
    Object least = ((Map<?, ?>) body.get("policy")).get("least_people");
    return "under " + Reports.number(least, "");
  }

  private static void row(PrintWriter out, String name, Map<?, ?> values, String underLeast) {
    row(
        out,
        name,
        Reports.number(values.get("un_displaced"), "not listed"),
        Reports.number(values.get("displaced"), Reports.missing(values, underLeast)),
        Reports.range(values, "80", underLeast),
        Reports.range(values, "95", underLeast),
        Reports.number(values.get("ratio_to_un"), ""));
  }

  private static void row(PrintWriter out, String... cells) {
    out.printf("%-28s %12s %12s %22s %22s %6s%n", (Object[]) cells);
  }
}
