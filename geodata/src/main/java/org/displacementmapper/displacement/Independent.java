package org.displacementmapper.displacement;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.join.IncidentSums;

/**
 * Product A: people = rate times incidents (section 5 of the method). The one rate is fitted on
 * national UN totals up to a cut-off before the day, so the result may be set beside the UN figure
 * of that day. A unit gets its part of the national number by its incidents, damped where they
 * would displace more people than live there.
 *
 * <p>A national number above the whole population is held down to it; a unit above its own
 * population likewise, and the others share the rest. Neither happens in the shipped data.
 */
public record Independent() implements DisplacementModel {

  /**
   * Spread of the states' own people-per-incident around the national rate, in natural logarithms:
   * a typical state without figures of its own is off by this much.
   */
  public static final double TAU = 1.29;

  @Override
  public Product product() {
    return Product.INDEPENDENT;
  }

  @Override
  public Estimates estimate(Evidence evidence, EstimateRequest request) {
    Fit fit = fit(evidence, request);
    double events = evidence.incidentSums().national(request.asOf());
    double[] ceilings = evidence.ceilings();
    double ceiling = nationalCeiling(ceilings);
    double wanted = fit.theta() * events;
    double total = Math.min(wanted, ceiling);
    long people = Math.round(total);
    Sharing sharing = Sharing.of(people, weights(evidence, request, fit, ceilings), ceilings);
    Estimate national =
        new Estimate(
            UnFigure.COUNTRY,
            request.asOf(),
            Product.INDEPENDENT,
            request.cutoff(),
            people,
            Interval.times(total, fit.factor(0.8), fit.factor(0.95), ceiling),
            false,
            total < wanted ? EnumSet.of(Flag.AT_CEILING) : Set.of());
    return new Estimates(
        request,
        evidence.provenance(),
        national,
        units(evidence, request, sharing, ceilings),
        sharing.left() == 0
            ? List.of()
            : List.of(new Unattributed(UnFigure.COUNTRY, sharing.left())),
        new TreeMap<>(),
        fit,
        events,
        Set.of());
  }

  @Override
  public Optional<AnswerableDates> answerable(Evidence evidence) {
    IncidentSums incidentSums = evidence.incidentSums();
    LocalDate cutoff = earliestCutoff(evidence);
    if (cutoff == null) {
      return Optional.empty();
    }
    LocalDate first = cutoff.plusDays(EstimateRequest.DEFAULT_CUTOFF_DAYS);
    LocalDate last = incidentSums.lastDate();
    return first.isAfter(last)
        ? Optional.empty()
        : Optional.of(new AnswerableDates(first, last, List.of()));
  }

  /** Checks what every product that needs a rate has to ask of its request, and fits the rate. */
  static Fit fit(Evidence evidence, EstimateRequest request) {
    IncidentSums incidentSums = evidence.incidentSums();
    LocalDate asOf = request.asOf();
    LocalDate cutoff = request.cutoff();
    evidence.requireSource(request);
    if (incidentSums.isEmpty()) {
      throw UnanswerableException.noIncidents(evidence.source());
    }
    if (asOf.isBefore(incidentSums.firstDate()) || asOf.isAfter(incidentSums.lastDate())) {
      throw UnanswerableException.outsideIncidents(
          asOf, incidentSums.firstDate(), incidentSums.lastDate());
    }
    if (!cutoff.isBefore(asOf)) {
      throw UnanswerableException.cutoffNotBefore(cutoff, asOf);
    }
    List<UnFigure> usable =
        Fit.usable(evidence.figures().snapshotsUpTo(cutoff), incidentSums::national);
    if (usable.size() < Fit.LEAST_SNAPSHOTS) {
      throw UnanswerableException.tooFewSnapshots(cutoff, usable.size(), earliestCutoff(evidence));
    }
    return Fit.of(usable, incidentSums::national);
  }

  /** The first day by which there are figures enough; null if there never are. */
  private static LocalDate earliestCutoff(Evidence evidence) {
    List<UnFigure> usable =
        Fit.usable(evidence.figures().snapshots(), evidence.incidentSums()::national);
    return usable.size() < Fit.LEAST_SNAPSHOTS ? null : usable.get(Fit.LEAST_SNAPSHOTS - 1).asOf();
  }

  /** The people that each unit's incidents would displace, damped by its population. */
  private static double[] weights(
      Evidence evidence, EstimateRequest request, Fit fit, double[] ceilings) {
    List<AdminUnit> units = evidence.units();
    double theta = fit.theta();
    double[] weights = new double[units.size()];
    for (int i = 0; i < weights.length; i++) {
      double events = evidence.incidentSums().at(units.get(i).pcode(), request.asOf());
      weights[i] = Ceiling.cap(theta * events, ceilings[i]);
    }
    return weights;
  }

  private static SortedMap<String, Estimate> units(
      Evidence evidence, EstimateRequest request, Sharing sharing, double[] ceilings) {
    double factor80 = unitFactor(0.8);
    double factor95 = unitFactor(0.95);
    SortedMap<String, Estimate> estimates = new TreeMap<>();
    for (int i = 0; i < ceilings.length; i++) {
      double part = sharing.parts()[i];
      AdminUnit unit = evidence.units().get(i);
      estimates.put(
          unit.pcode(),
          new Estimate(
              unit.pcode(),
              request.asOf(),
              Product.INDEPENDENT,
              request.cutoff(),
              sharing.people()[i],
              Interval.times(part, factor80, factor95, ceilings[i]),
              false,
              flags(evidence, unit, request.asOf(), part, ceilings[i])));
    }
    return estimates;
  }

  private static Set<Flag> flags(
      Evidence evidence, AdminUnit unit, LocalDate asOf, double part, double ceiling) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    if (evidence.incidentSums().at(unit.pcode(), asOf) == 0) {
      flags.add(Flag.NO_INCIDENTS);
    }
    if (evidence.figures().find(unit, asOf).isEmpty()) {
      flags.add(Flag.NO_UN_FIGURE);
    }
    flags.addAll(ceilingFlags(part, ceiling));
    return flags;
  }

  /** What the estimate of a unit is divided and multiplied by. */
  public static double unitFactor(double confidence) {
    return StrictMath.exp(Quantiles.normal(confidence) * TAU);
  }

  /** What there is to say of a part and the population that holds it down. */
  static Set<Flag> ceilingFlags(double part, double ceiling) {
    if (Double.isInfinite(ceiling)) {
      return EnumSet.of(Flag.NO_POPULATION);
    }
    if (ceiling == 0) {
      return EnumSet.of(Flag.NOBODY_LIVES_HERE);
    }
    return part >= ceiling ? EnumSet.of(Flag.AT_CEILING) : EnumSet.noneOf(Flag.class);
  }

  /** All people of the country, or where a population is missing the most that is believed. */
  static double nationalCeiling(double[] ceilings) {
    double sum = Arrays.stream(ceilings).sum();
    return Double.isInfinite(sum) ? UnFigure.MAX_PEOPLE : sum;
  }
}
