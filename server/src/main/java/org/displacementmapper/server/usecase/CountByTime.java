package org.displacementmapper.server.usecase;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.displacementmapper.incident.AirAttack;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.join.Placement;
import org.displacementmapper.layer.View;

/**
 * Counts the selected incidents by month, week or day of their last day: those shown of every
 * public source, those of the one source that is counted, and documented attacks from the air of
 * every source.
 */
public final class CountByTime {

  /** Lengths of a step; the first is the default. */
  public static final List<String> STEPS = List.of("month", "week", "day");

  private final Views views;

  public CountByTime(Views views) {
    this.views = views;
  }

  private static final class Sums {
    long shown;
    long incidents;
    long airDocumented;
    long airMentioned;
    long killedBest;
  }

  public Map<String, Object> count(Question question, String by) {
    View view = views.view(question);
    Map<LocalDate, Sums> steps = new TreeMap<>();
    for (LocalDate step = start(view.selection().from(), by);
        !step.isAfter(view.selection().to());
        step = next(step, by)) {
      steps.put(step, new Sums());
    }
    String source = view.countedSource();
    for (Placement placement : view.placements()) {
      LocalDate end = placement.incident().period().end();
      LocalDate shown = end.isAfter(view.selection().to()) ? view.selection().to() : end;
      add(steps.get(start(shown, by)), placement.incident(), source);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", view.dataset().version().toString());
    body.put("policy", view.dataset().policy().describe());
    body.put("source", source);
    body.put("from", view.selection().from());
    body.put("to", view.selection().to());
    body.put("by", by);
    List<Map<String, Object>> rows = new ArrayList<>();
    steps.forEach((step, sums) -> rows.add(row(step, sums)));
    body.put("steps", rows);
    return body;
  }

  private static void add(Sums sums, Incident incident, String source) {
    sums.shown++;
    if (incident.air() == AirAttack.DOCUMENTED) {
      sums.airDocumented++;
    }
    if (incident.source().equals(source)) {
      sums.incidents++;
      sums.airMentioned += incident.air() == AirAttack.MENTIONED ? 1 : 0;
      sums.killedBest += incident.killed().best() == null ? 0 : incident.killed().best();
    }
  }

  private static Map<String, Object> row(LocalDate step, Sums sums) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("start", step);
    row.put("shown", sums.shown);
    row.put("incidents", sums.incidents);
    row.put("air_incidents", sums.airDocumented);
    row.put("air_mentions", sums.airMentioned);
    row.put("killed_best", sums.killedBest);
    return row;
  }

  private static LocalDate start(LocalDate day, String by) {
    return switch (by) {
      case "month" -> day.withDayOfMonth(1);
      case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      default -> day;
    };
  }

  private static LocalDate next(LocalDate step, String by) {
    return switch (by) {
      case "month" -> step.plusMonths(1);
      case "week" -> step.plusWeeks(1);
      default -> step.plusDays(1);
    };
  }
}
