package org.displacementmapper.server.usecase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.displacement.Comparison;
import org.displacementmapper.displacement.CutoffCurve;
import org.displacementmapper.displacement.DisplacementModel;
import org.displacementmapper.displacement.Estimate;
import org.displacementmapper.displacement.Estimates;
import org.displacementmapper.displacement.Evidence;
import org.displacementmapper.displacement.Flag;
import org.displacementmapper.displacement.HeadlineFigure;
import org.displacementmapper.displacement.ReportedFigure;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.layer.Numbers;
import org.displacementmapper.layer.UnitFeatures;
import org.displacementmapper.layer.View;

/** Sets the estimates of a day beside what the UN reported for it. */
public final class Comparisons {

  private static final double THETA_DECIMALS = 10;

  private final Views views;

  public Comparisons(Views views) {
    this.views = views;
  }

  /** The country and its first-level units. */
  public Map<String, Object> compare(Question question) {
    View view = views.view(question);
    Map<String, Object> body = heading(view);
    DisplacementModel.of(view.request().product())
        .answerable(view.dataset().evidence(view.request().source()))
        .ifPresent(
            dates -> {
              body.put("as_of_range", List.of(dates.first(), dates.last()));
              body.put("as_of_dates", dates.dates());
            });
    body.put("levels", List.copyOf(view.dataset().boundaries().levels()));
    body.put("national", national(view));
    body.put("units", values(view, Evidence.FIRST_LEVEL));
    body.put("un_groups", UnGroups.describe(view));
    body.put("unknown_areas", unknownAreas(view.dataset()));
    return body;
  }

  /** The same, of the nearest day that has an answer if the day asked for has none. */
  public Map<String, Object> compareNearest(Question question) {
    try {
      return compare(question);
    } catch (BadQuestionException e) {
      LocalDate day =
          e.nearest()
              .filter(nearest -> e.parameter().equals("as_of"))
              .map(LocalDate::parse)
              .orElseThrow(() -> e);
      return compare(question.on(day));
    }
  }

  /**
   * Refuses a question that names what the data do not have.
   *
   * @throws BadQuestionException if a source or a kind of incidents is not there, as {@link
   *     #compare} does
   * @throws UnknownException if a unit is not there
   */
  public void require(Question question) {
    views.view(question);
  }

  /** The units of one level. */
  public Map<String, Object> units(Question question, int level) {
    View view = views.view(question);
    if (view.dataset().boundaries().units(level).isEmpty()) {
      throw new UnknownException(
          "No units of level " + level + " are loaded.",
          "Loaded: " + view.dataset().boundaries().levels() + ".");
    }
    Map<String, Object> body = heading(view);
    body.put("level", level);
    body.put("units", values(view, level));
    return body;
  }

  /** What every answer with estimates begins with. */
  static Map<String, Object> heading(View view) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", view.dataset().version().toString());
    body.put("policy", view.dataset().policy().describe());
    body.put("as_of", view.request().asOf());
    body.put("cutoff", view.request().cutoff());
    body.put("product", view.request().product().word());
    body.put("product_use", view.request().product().use());
    body.put("source", view.request().source());
    body.put("from", view.selection().from());
    body.put("to", view.selection().to());
    body.put("boundary_version", view.dataset().boundaries().release().name());
    body.put("model_version", view.estimates().provenance().modelVersion());
    body.put("population_as_of", view.dataset().population().asOf());
    body.put("flags", flags(view.estimates()));
    return body;
  }

  /** Those about the whole, then those about units, each once with its units. */
  private static List<Map<String, Object>> flags(Estimates estimates) {
    Map<Flag, List<String>> units = new EnumMap<>(Flag.class);
    estimates.flags().forEach(flag -> units.put(flag, new ArrayList<>()));
    estimates
        .units()
        .values()
        .forEach(
            unit ->
                unit.flags()
                    .forEach(
                        flag ->
                            units
                                .computeIfAbsent(flag, one -> new ArrayList<>())
                                .add(unit.pcode())));
    List<Map<String, Object>> flags = new ArrayList<>();
    units.forEach(
        (flag, pcodes) -> {
          Map<String, Object> told = new LinkedHashMap<>();
          told.put("flag", flag.word());
          told.put("meaning", flag.meaning());
          told.put("units", pcodes);
          flags.add(told);
        });
    return flags;
  }

  /** Figures that stand beside no unit, as published; figures that are withheld are left out. */
  private static List<Map<String, Object>> unknownAreas(Dataset dataset) {
    List<Map<String, Object>> areas = new ArrayList<>();
    for (UnFigure figure : dataset.figures().unknownAreas(dataset.boundaries())) {
      Map<String, Object> area = new LinkedHashMap<>();
      area.put("area", figure.area());
      area.put("as_of", figure.asOf());
      area.put("displaced", figure.people());
      area.put("measure", figure.measure().word());
      area.put("publisher", figure.publisher());
      areas.add(area);
    }
    return areas;
  }

  private static List<Map<String, Object>> values(View view, int level) {
    List<Map<String, Object>> units = new ArrayList<>();
    view.units(level).forEach(feature -> units.add(feature.values()));
    return units;
  }

  private static Map<String, Object> national(View view) {
    Dataset dataset = view.dataset();
    Estimates estimates = view.estimates();
    Estimate estimate = estimates.national();
    Optional<ReportedFigure> figure = dataset.figures().findNational(view.request().asOf());
    Optional<ReportedFigure> latest = dataset.figures().latestNational(view.request().asOf());
    Optional<Comparison> comparison = figure.flatMap(theirs -> Comparison.find(estimate, theirs));
    Map<String, Object> national = new LinkedHashMap<>();
    UnitFeatures.putEstimate(national, Optional.of(estimate), view.publication());
    national.put("un_displaced", figure.map(ReportedFigure::people).orElse(null));
    national.put("un_as_of", figure.map(ReportedFigure::asOf).orElse(null));
    national.put(
        "un_publisher", figure.map(found -> String.join(", ", found.publishers())).orElse(null));
    national.put("un_url", figure.map(found -> found.parts().get(0).url()).orElse(null));
    national.put("un_latest", latest.map(ReportedFigure::people).orElse(null));
    national.put("un_latest_as_of", latest.map(ReportedFigure::asOf).orElse(null));
    national.put(
        "un_latest_publisher",
        latest.map(found -> String.join(", ", found.publishers())).orElse(null));
    national.put(
        "un_not_attributed",
        dataset
            .figures()
            .findBreakdown(view.request().asOf())
            .map(found -> found.national().people() - found.listedPeople())
            .orElse(null));
    national.put("ratio_to_440000", Numbers.orNull(view.publication().ratioTo440000(estimate)));
    national.put("ratio_to_441500", Numbers.orNull(view.publication().ratioTo441500(estimate)));
    national.put(
        "ratio_to_un",
        comparison.map(found -> Numbers.orNull(view.publication().ratioToUn(found))).orElse(null));
    national.put("ratio_range", ratioRange(view));
    national.put(
        "ratio_to_un_range", comparison.map(found -> ratioRange(view, found)).orElse(null));
    national.put("snapshots", estimates.findFit().map(fit -> fit.snapshots()).orElse(null));
    national.put("events", Numbers.hundredths(estimates.events()));
    national.put(
        "theta",
        estimates
            .findFit()
            .map(fit -> Math.rint(fit.theta() * THETA_DECIMALS) / THETA_DECIMALS)
            .orElse(null));
    return national;
  }

  /**
   * The ratio to the UN figure of the day over every cut-off from the first of the published range
   * to the last figure before the day, and all weightings.
   */
  private static List<Double> ratioRange(View view, Comparison comparison) {
    if (!comparison.reported().complete() || comparison.reported().people() == 0) {
      return null;
    }
    LocalDate asOf = view.request().asOf();
    CutoffCurve curve =
        CutoffCurve.of(
            asOf,
            CutoffCurve.FIRST_CUTOFF,
            asOf.minusDays(1),
            view.dataset().figures(),
            view.dataset().incidentSums(view.request().source()));
    return view.publication()
        .range(curve, comparison.reported().people())
        .map(range -> List.of(range.lowest(), range.highest()))
        .orElse(null);
  }

  /** The ratio to the 440,000 over all cut-offs and weightings; null on any other day. */
  private static List<Double> ratioRange(View view) {
    if (!HeadlineFigure.isOf(view.request().asOf()) || !view.request().product().isComparable()) {
      return null;
    }
    CutoffCurve curve =
        CutoffCurve.ofHeadline(
            view.dataset().figures(), view.dataset().incidentSums(view.request().source()));
    return view.publication()
        .range(curve, HeadlineFigure.PEOPLE)
        .map(range -> List.of(range.lowest(), range.highest()))
        .orElse(null);
  }
}
