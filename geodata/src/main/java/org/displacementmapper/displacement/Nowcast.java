package org.displacementmapper.displacement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.join.IncidentSums;

/**
 * Product B: the last UN breakdown up to a cut-off, moved on by incidents (section 6 of the
 * method). A unit's own people per incident is pooled with the national rate the more, the older
 * its figure is; the country grows as its incidents do; units and the people that the breakdown
 * left unattributed are scaled to add up to it. It depends on earlier UN figures and says so.
 *
 * <p>The units are those that the breakdown lists, each from its newest figure since then. A unit
 * that it does not list has no estimate: an older figure of it is part of the unattributed people.
 */
public record Nowcast(Pooling pooling) implements DisplacementModel {

  /** National factor at 80 % up to {@value #SOON_DAYS} days: 90th percentile of past errors. */
  private static final double FACTOR_SOON = 1.3;

  /** The same later on. Past a year errors were no larger; beyond 800 days none is known. */
  private static final double FACTOR_LATER = 1.5;

  private static final long SOON_DAYS = 180;

  /** What a national nowcast is divided and multiplied by after so many days. */
  public static double nationalFactor(double confidence, long days) {
    double factor80 = days <= SOON_DAYS ? FACTOR_SOON : FACTOR_LATER;
    return StrictMath.pow(factor80, Quantiles.normal(confidence) / Quantiles.normal(0.8));
  }

  @Override
  public Product product() {
    return Product.NOWCAST;
  }

  @Override
  public Estimates estimate(Evidence evidence, EstimateRequest request) {
    Fit fit = Independent.fit(evidence, request);
    IncidentSums incidentSums = evidence.incidentSums();
    LocalDate asOf = request.asOf();
    Breakdown breakdown = breakdown(evidence, request);
    List<Moved> moved = moved(evidence, request, breakdown, fit);
    long carried = carried(breakdown, moved);

    UnFigure last = lastNational(evidence, request.cutoff());
    double[] weights = new double[moved.size() + 1];
    double[] ceilings = new double[moved.size() + 1];
    for (int i = 0; i < moved.size(); i++) {
      weights[i] = moved.get(i).people;
      ceilings[i] = moved.get(i).population;
    }
    weights[moved.size()] = carried;
    ceilings[moved.size()] = Double.POSITIVE_INFINITY;
    double ceiling = Independent.nationalCeiling(evidence.ceilings());
    double wanted =
        last.people() * incidentSums.national(asOf) / incidentSums.national(last.asOf());
    double total = Math.min(wanted, ceiling);
    Sharing sharing = Sharing.of(Math.round(total), weights, ceilings);

    SortedMap<String, Estimate> units = new TreeMap<>();
    SortedMap<String, ReportedFigure> madeFrom = new TreeMap<>();
    madeFrom.put(UnFigure.COUNTRY, ReportedFigure.of(last));
    for (int i = 0; i < moved.size(); i++) {
      Moved each = moved.get(i);
      units.put(each.figure.pcode(), unit(request, each, sharing.parts()[i], sharing.people()[i]));
      madeFrom.put(each.figure.pcode(), each.figure);
    }
    long unattributed = sharing.people()[moved.size()] + sharing.left();
    return new Estimates(
        request,
        evidence.provenance(),
        national(request, last, total, total < wanted, ceiling),
        units,
        unattributed == 0 ? List.of() : List.of(new Unattributed(UnFigure.COUNTRY, unattributed)),
        madeFrom,
        fit,
        incidentSums.national(asOf),
        Set.of());
  }

  @Override
  public Optional<AnswerableDates> answerable(Evidence evidence) {
    NavigableSet<LocalDate> dates = evidence.figures().allocationDates();
    Optional<AnswerableDates> rate = new Independent().answerable(evidence);
    if (rate.isEmpty() || dates.isEmpty()) {
      return Optional.empty();
    }
    LocalDate first = dates.first().plusDays(EstimateRequest.DEFAULT_CUTOFF_DAYS);
    first = first.isBefore(rate.get().first()) ? rate.get().first() : first;
    LocalDate last = rate.get().last();
    return first.isAfter(last)
        ? Optional.empty()
        : Optional.of(new AnswerableDates(first, last, List.of()));
  }

  /** One unit's newest figure, moved to the day asked for, not yet scaled. */
  private record Moved(ReportedFigure figure, double people, double population, long days) {}

  private static Breakdown breakdown(Evidence evidence, EstimateRequest request) {
    NavigableSet<LocalDate> dates = evidence.figures().allocationDates();
    LocalDate date = dates.floor(request.cutoff());
    if (date == null) {
      throw UnanswerableException.noBreakdownBefore(
          request.cutoff(), dates.isEmpty() ? null : dates.first());
    }
    return evidence.figures().findBreakdown(date).orElseThrow();
  }

  private List<Moved> moved(
      Evidence evidence, EstimateRequest request, Breakdown breakdown, Fit fit) {
    List<Moved> moved = new ArrayList<>();
    for (AdminUnit unit : evidence.units()) {
      newest(evidence.figures(), unit, breakdown.national().asOf(), request.cutoff())
          .ifPresent(
              figure -> {
                double population = evidence.ceiling(unit);
                long days = ChronoUnit.DAYS.between(figure.asOf(), request.asOf());
                double people = 0;
                if (population > 0) {
                  IncidentSums incidentSums = evidence.incidentSums();
                  people =
                      OwnRate.of(
                              figure.people(),
                              incidentSums.at(unit.pcode(), figure.asOf()),
                              population)
                          .people(
                              incidentSums.at(unit.pcode(), request.asOf()),
                              population,
                              fit.mu(),
                              pooling.weight(days));
                }
                moved.add(new Moved(figure, people, population, days));
              });
    }
    return moved;
  }

  /**
   * The unit's newest figure from the breakdown to the cut-off that lists every member which the
   * breakdown lists: a part of a merged unit must not pass for the whole.
   */
  private static Optional<ReportedFigure> newest(
      UnFigures figures, AdminUnit unit, LocalDate breakdown, LocalDate cutoff) {
    Optional<ReportedFigure> listed = figures.find(unit, breakdown);
    if (listed.isEmpty()) {
      return listed;
    }
    Optional<ReportedFigure> newest = figures.latest(unit, cutoff);
    while (newest.isPresent()
        && newest.get().asOf().isAfter(breakdown)
        && !listed.get().unlisted().containsAll(newest.get().unlisted())) {
      newest = figures.latest(unit, newest.get().asOf().minusDays(1));
    }
    return newest;
  }

  /** The national figures that have incidents are those the rate is fitted on: at least eight. */
  private static UnFigure lastNational(Evidence evidence, LocalDate cutoff) {
    List<UnFigure> usable =
        Fit.usable(evidence.figures().snapshotsUpTo(cutoff), evidence.incidentSums()::national);
    return usable.get(usable.size() - 1);
  }

  /** What the breakdown gave to no unit that is loaded here. */
  private static long carried(Breakdown breakdown, List<Moved> moved) {
    long inUnits = 0;
    Map<String, UnFigure> listed = breakdown.listed();
    for (Moved each : moved) {
      for (UnFigure part : each.figure.parts()) {
        UnFigure then = listed.get(part.area());
        inUnits += then == null ? 0 : then.people();
      }
    }
    return Math.max(0, breakdown.national().people() - inUnits);
  }

  private Estimate unit(EstimateRequest request, Moved moved, double part, long people) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    if (!moved.figure.complete()) {
      flags.add(Flag.PARTLY_LISTED);
    }
    flags.addAll(Independent.ceilingFlags(part, moved.population));
    return new Estimate(
        moved.figure.pcode(),
        request.asOf(),
        Product.NOWCAST,
        request.cutoff(),
        people,
        Interval.times(
            part,
            pooling.factor(0.8, moved.days),
            pooling.factor(0.95, moved.days),
            moved.population),
        false,
        flags);
  }

  private static Estimate national(
      EstimateRequest request, UnFigure last, double total, boolean held, double ceiling) {
    long days = ChronoUnit.DAYS.between(last.asOf(), request.asOf());
    return new Estimate(
        UnFigure.COUNTRY,
        request.asOf(),
        Product.NOWCAST,
        request.cutoff(),
        Math.round(total),
        Interval.times(total, nationalFactor(0.8, days), nationalFactor(0.95, days), ceiling),
        false,
        held ? EnumSet.of(Flag.AT_CEILING) : Set.of());
  }
}
