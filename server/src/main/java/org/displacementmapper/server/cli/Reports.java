package org.displacementmapper.server.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.server.usecase.ImportReport;

/** Reports as people and programs read them. */
final class Reports {

  /** After so many issues the rest is only counted. */
  private static final int SHOWN_ISSUES = 50;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new SimpleModule().addSerializer(LocalDate.class, new DateWriter()))
          .build();

  private Reports() {}

  static String json(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String number(Object value, String missing) {
    if (value == null) {
      return missing;
    }
    return value instanceof Long whole
        ? String.format(Locale.ENGLISH, "%,d", whole)
        : value.toString();
  }

  static String missing(Map<?, ?> values, String underLeast) {
    return values.get("displaced_class") == null ? "none" : underLeast;
  }

  static String range(Map<?, ?> values, String percent, String underLeast) {
    if (values.get("displaced_class") == null) {
      return "";
    }
    return number(values.get("displaced_low" + percent), underLeast)
        + " - "
        + number(values.get("displaced_high" + percent), underLeast);
  }

  static void print(ImportReport report, boolean json, PrintWriter out) {
    if (json) {
      out.println(json(asMap(report)));
      return;
    }
    out.printf(
        "%s: %d accepted (%d added, %d changed, %d unchanged), %d rejected, %d warned%s%n",
        report.what(),
        report.accepted(),
        report.added(),
        report.changed(),
        report.unchanged(),
        report.rejected(),
        report.warned(),
        report.removed() > 0 ? ", " + report.removed() + " removed" : "");
    report.notes().forEach(out::println);
    report.issues().stream()
        .limit(SHOWN_ISSUES)
        .forEach(issue -> out.println(word(issue) + " " + issue));
    if (report.issues().size() > SHOWN_ISSUES) {
      out.printf("and %d more (--json prints all)%n", report.issues().size() - SHOWN_ISSUES);
    }
    if (report.dryRun()) {
      out.println("Dry run: nothing was changed; dataset version " + report.version() + ".");
    } else if (report.version().equals(report.versionBefore())) {
      out.println("Nothing was changed; dataset version " + report.version() + ".");
    } else {
      out.printf(
          "Dataset version %s takes the place of %s.%n", report.version(), report.versionBefore());
    }
  }

  private static String word(Issue issue) {
    return issue.severity() == Issue.Severity.REJECTED ? "rejected" : "warning ";
  }

  private static Map<String, Object> asMap(ImportReport report) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("what", report.what());
    map.put("accepted", report.accepted());
    map.put("added", report.added());
    map.put("changed", report.changed());
    map.put("unchanged", report.unchanged());
    map.put("removed", report.removed());
    map.put("rejected", report.rejected());
    map.put("warned", report.warned());
    map.put("notes", report.notes());
    map.put("version_before", report.versionBefore());
    map.put("version", report.version());
    map.put("dry_run", report.dryRun());
    map.put("issues", report.issues().stream().map(Reports::asMap).toList());
    return map;
  }

  private static Map<String, Object> asMap(Issue issue) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("severity", issue.severity().name().toLowerCase(Locale.ROOT));
    map.put("file", issue.file());
    map.put("line", issue.line());
    map.put("column", issue.column());
    map.put("value", issue.value());
    map.put("message", issue.message());
    return map;
  }

  /** What a failed import prints for its rejected rows. */
  static String rejections(List<Issue> issues) {
    List<Issue> rejected =
        issues.stream().filter(issue -> issue.severity() == Issue.Severity.REJECTED).toList();
    StringBuilder text = new StringBuilder();
    rejected.stream()
        .limit(SHOWN_ISSUES)
        .forEach(issue -> text.append(issue).append(System.lineSeparator()));
    return text.toString();
  }

  private static final class DateWriter extends JsonSerializer<LocalDate> {
    @Override
    public void serialize(LocalDate date, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(date.toString());
    }
  }
}
