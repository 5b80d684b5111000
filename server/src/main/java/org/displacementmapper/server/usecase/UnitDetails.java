package org.displacementmapper.server.usecase;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.displacement.AnswerableDates;
import org.displacementmapper.displacement.DisplacementModel;
import org.displacementmapper.displacement.Estimate;
import org.displacementmapper.displacement.EstimateRequest;
import org.displacementmapper.displacement.Evidence;
import org.displacementmapper.displacement.ReportedFigure;
import org.displacementmapper.displacement.UnanswerableException;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.layer.UnitFeatures;
import org.displacementmapper.layer.View;

/**
 * All that is known of one unit, for its detail and its report: its estimate beside the UN figure,
 * both over time, incidents by month, why they were placed there, its neighbours and parts.
 *
 * <p>Over time only at the first level: below it nothing tests the estimates, so that their class
 * alone is told, which a line would belie. Safe for use by many threads.
 */
public final class UnitDetails {

  /** So many ends of months at most, the last ones: estimates are kept, but the first ask costs. */
  private static final int MOST_MONTHS = 120;

  private final Views views;

  public UnitDetails(Views views) {
    this.views = views;
  }

  /**
   * @param question of which units and box are left aside
   * @throws UnknownException if there is no such unit, naming those that there are
   */
  public Map<String, Object> describe(Question question, String pcode) {
    View view = views.view(question.everywhere());
    Dataset dataset = view.dataset();
    Boundaries boundaries = dataset.boundaries();
    AdminUnit unit = Views.requireUnit(pcode, boundaries);
    boolean first = unit.level() == Evidence.FIRST_LEVEL;
    Map<String, Object> body = Comparisons.heading(view);
    Optional<AnswerableDates> dates =
        DisplacementModel.of(view.request().product())
            .answerable(dataset.evidence(view.request().source()));
    dates.ifPresent(found -> body.put("as_of_range", List.of(found.first(), found.last())));
    body.put("unit", values(view, unit.level(), Set.of(unit.pcode())).get(0));
    body.put("parent", unit.findParent().orElse(null));
    body.put(
        "un_latest",
        Optional.of(unit)
            .filter(any -> first)
            .flatMap(any -> dataset.figures().latest(unit, view.request().asOf()))
            .map(UnitDetails::figure)
            .orElse(null));
    body.put(
        "un_figures",
        first
            ? dataset.figures().series(unit).stream().map(UnitDetails::figure).toList()
            : List.of());
    body.put(
        "estimates",
        first ? dates.map(found -> overTime(view, unit, found)).orElse(List.of()) : List.of());
    UnitIncidents incidents = UnitIncidents.of(view, unit);
    body.put("months", incidents.months());
    body.put("bases", incidents.bases());
    body.put(
        "neighbours",
        values(
            view,
            unit.level(),
            boundaries.neighbours(unit).stream()
                .map(AdminUnit::pcode)
                .collect(Collectors.toSet())));
    body.put("parts", parts(view, unit));
    return body;
  }

  /** The values of the units of a level, as everywhere else, in P-code order. */
  private static List<Map<String, Object>> values(View view, int level, Set<String> pcodes) {
    List<Map<String, Object>> found = new ArrayList<>();
    for (Feature feature : view.units(level)) {
      if (pcodes.contains(feature.id())) {
        found.add(feature.values());
      }
    }
    return found;
  }

  /** The units of the next level that is loaded which lie in the unit. */
  private static List<Map<String, Object>> parts(View view, AdminUnit unit) {
    Boundaries boundaries = view.dataset().boundaries();
    return boundaries.levels().tailSet(unit.level() + 1).stream()
        .findFirst()
        .map(
            level ->
                values(
                    view,
                    level,
                    boundaries.pcodes(level).stream()
                        .filter(
                            one ->
                                boundaries
                                    .findAncestorPcode(one, unit.level())
                                    .filter(unit.pcode()::equals)
                                    .isPresent())
                        .collect(Collectors.toSet())))
        .orElse(List.of());
  }

  private static Map<String, Object> figure(ReportedFigure figure) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("as_of", figure.asOf());
    row.put("un_displaced", figure.people());
    row.put("un_complete", figure.complete());
    row.put("un_publisher", String.join(", ", figure.publishers()));
    row.put("un_url", figure.parts().get(0).url());
    return row;
  }

  /** At the ends of months, each with the default cut-off, and on the day asked for as asked. */
  private List<Map<String, Object>> overTime(View view, AdminUnit unit, AnswerableDates dates) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (LocalDate day : days(dates, view.request().asOf())) {
      EstimateRequest request =
          day.equals(view.request().asOf())
              ? view.request()
              : EstimateRequest.of(day, view.request().product(), view.request().source());
      estimate(view.dataset(), request, unit.pcode())
          .ifPresent(
              estimate -> {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("as_of", estimate.asOf());
                row.put("cutoff", estimate.cutoff());
                UnitFeatures.putEstimate(row, Optional.of(estimate), view.publication());
                rows.add(row);
              });
    }
    return rows;
  }

  private static NavigableSet<LocalDate> days(AnswerableDates dates, LocalDate asOf) {
    NavigableSet<LocalDate> days = new TreeSet<>(dates.dates());
    if (days.isEmpty()) {
      YearMonth last = YearMonth.from(dates.last());
      YearMonth start = YearMonth.from(dates.first());
      YearMonth earliest = last.minusMonths(MOST_MONTHS);
      for (YearMonth month = start.isBefore(earliest) ? earliest : start;
          !month.isAfter(last);
          month = month.plusMonths(1)) {
        if (dates.contains(month.atEndOfMonth())) {
          days.add(month.atEndOfMonth());
        }
      }
    }
    days.add(asOf);
    return days;
  }

  private Optional<Estimate> estimate(Dataset dataset, EstimateRequest request, String pcode) {
    try {
      return views.estimate(dataset, request).find(pcode);
    } catch (UnanswerableException beyondTheData) {
      return Optional.empty();
    }
  }
}
