package org.displacementmapper.server.usecase;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.displacementmapper.dataset.Selection;
import org.displacementmapper.incident.AirAttack;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Period;
import org.displacementmapper.join.Placement;
import org.displacementmapper.layer.View;

/**
 * Counts the selected incidents by month, week or day, each once: in the step of its last day, or
 * of the last day of the window if it ends later. Of one source, but those shown and documented
 * attacks from the air of every source.
 */
public final class CountByTime {

  /** Lengths of a step; the first is the default. */
  public static final List<String> STEPS = List.of("month", "week", "day");

  private static final int MOST_STEPS = 20_000;

  private final Views views;

  public CountByTime(Views views) {
    this.views = views;
  }

  private static final class Sums {
    long shown;
    long spanning;
    long incidents;
    long airDocumented;
    long airMentioned;
    long killedBest;
  }

  public Map<String, Object> count(Question question, String by) {
    View view = views.view(question);
    requireFew(view.selection(), by);
    Map<LocalDate, Sums> steps = new TreeMap<>();
    for (LocalDate step = start(view.selection().from(), by);
        !step.isAfter(view.selection().to());
        step = next(step, by)) {
      steps.put(step, new Sums());
    }
    String source = view.countedSource();
    for (Placement placement : view.placements()) {
      Period period = placement.incident().period();
      LocalDate last = view.selection().to();
      LocalDate step = start(period.end().isAfter(last) ? last : period.end(), by);
      Sums sums = steps.get(step);
      sums.shown++;
      if (period.start().isBefore(step) || !period.end().isBefore(next(step, by))) {
        sums.spanning++;
      }
      add(sums, placement.incident(), source);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", view.dataset().version().toString());
    body.put("policy", view.dataset().policy().describe());
    body.put("source", source);
    body.put("from", view.selection().from());
    body.put("to", view.selection().to());
    body.put("data_from", view.dataset().days().map(Period::start).orElse(null));
    body.put("data_to", view.dataset().days().map(Period::end).orElse(null));
    body.put("by", by);
    List<Map<String, Object>> rows = new ArrayList<>();
    steps.forEach((step, sums) -> rows.add(row(step, sums)));
    body.put("steps", rows);
    return body;
  }

  private static void requireFew(Selection window, String by) {
    LocalDate first = window.from();
    long days = ChronoUnit.DAYS.between(first, window.to());
    if (days / ChronoUnit.DAYS.between(first, next(first, by)) > MOST_STEPS) {
      throw new BadQuestionException(
          "by",
          by,
          "from %s to %s are more than %,d steps, the most that are given."
              .formatted(first, window.to(), MOST_STEPS));
    }
  }

  private static void add(Sums sums, Incident incident, String source) {
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
    row.put("spanning", sums.spanning);
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
