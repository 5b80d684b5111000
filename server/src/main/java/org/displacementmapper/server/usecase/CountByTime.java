package org.displacementmapper.server.usecase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.displacementmapper.dataset.Dataset;
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

  /** Steps of all windows together, about 30 MB. */
  private static final int KEPT_STEPS = 50_000;

  private record Key(String edition, Selection selection, String source, String by) {}

  private final Views views;
  private final Cache<Key, List<Map<String, Object>>> counted =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_STEPS)
          .<Key, List<Map<String, Object>>>weigher((key, steps) -> steps.size() + 1)
          .build();

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
    String source = view.countedSource();
    Dataset dataset = view.dataset();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", dataset.version().toString());
    body.put("policy", dataset.policy().describe());
    body.put("source", source);
    body.put("from", view.selection().from());
    body.put("to", view.selection().to());
    body.put("data_from", dataset.days().map(Period::start).orElse(null));
    body.put("data_to", dataset.days().map(Period::end).orElse(null));
    body.put("by", by);
    body.put(
        "steps",
        counted.get(
            new Key(dataset.edition(), view.selection(), source, by),
            key -> steps(view, source, by)));
    return body;
  }

  private static List<Map<String, Object>> steps(View view, String source, String by) {
    Steps steps = Steps.of(view.selection(), by);
    Sums[] sums = new Sums[steps.starts().size()];
    Arrays.setAll(sums, step -> new Sums());
    for (Placement placement : view.placements()) {
      Incident incident = placement.incident();
      LocalDate end = incident.period().end();
      int step = steps.of(end);
      Sums one = sums[step];
      one.shown++;
      if (incident.period().start().isBefore(steps.starts().get(step))
          || !end.isBefore(next(steps.starts().get(step), by))) {
        one.spanning++;
      }
      add(one, incident, source);
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int step = 0; step < sums.length; step++) {
      rows.add(row(steps.starts().get(step), sums[step]));
    }
    return List.copyOf(rows);
  }

  /**
   * The steps of a window, and by day of the window which it is in: a million incidents are too
   * many to search for each.
   *
   * @param first day of the window, counted from 1970
   */
  private record Steps(List<LocalDate> starts, long first, int[] ofDay) {

    static Steps of(Selection window, String by) {
      List<LocalDate> starts = new ArrayList<>();
      long first = window.from().toEpochDay();
      int[] ofDay = new int[(int) (window.to().toEpochDay() - first) + 1];
      LocalDate start = start(window.from(), by);
      while (!start.isAfter(window.to())) {
        LocalDate next = next(start, by);
        int from = (int) Math.max(0, start.toEpochDay() - first);
        int to = (int) Math.min(ofDay.length, next.toEpochDay() - first);
        Arrays.fill(ofDay, from, to, starts.size());
        starts.add(start);
        start = next;
      }
      return new Steps(starts, first, ofDay);
    }

    /** The step of an incident that ends that day, or after the window: the last one then. */
    int of(LocalDate end) {
      return ofDay[(int) Math.min(ofDay.length - 1, end.toEpochDay() - first)];
    }
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
