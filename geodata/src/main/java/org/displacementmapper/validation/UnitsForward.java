package org.displacementmapper.validation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.displacementmapper.displacement.Evidence;
import org.displacementmapper.displacement.Fit;
import org.displacementmapper.displacement.OwnRate;
import org.displacementmapper.displacement.Pooling;
import org.displacementmapper.displacement.ReportedFigure;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.join.IncidentSums;

/**
 * Forward in time, the units: from each figure of a unit since the first national one every later
 * one of it is predicted. Errors are of the nowcast's unit formula with its constants, before
 * scaling to the country; intervals are tested with constants estimated without the unit.
 */
final class UnitsForward {

  static final List<Horizon> HORIZONS =
      List.of(new Horizon(7, 30), new Horizon(31, 90), new Horizon(91, 150), new Horizon(151, 240));

  private UnitsForward() {}

  static List<ForwardRow> rows(Evidence evidence) {
    List<UnitSeries> all = UnitSeries.of(evidence);
    List<Pooling> poolings =
        all.stream().map(left -> PoolingFit.without(left, all, evidence)).toList();
    return HORIZONS.stream().map(horizon -> row(evidence, all, poolings, horizon)).toList();
  }

  private static ForwardRow row(
      Evidence evidence, List<UnitSeries> all, List<Pooling> poolings, Horizon horizon) {
    Errors persistence = new Errors(Predictor.PERSISTENCE);
    Errors calendar = new Errors(Predictor.CALENDAR);
    Errors nowcast = new Errors(Predictor.NOWCAST);
    Span span = null;
    for (int unit = 0; unit < all.size(); unit++) {
      UnitSeries series = all.get(unit);
      Pooling refitted = poolings.get(unit);
      List<ReportedFigure> figures = series.figures();
      for (int i = 0; i < figures.size(); i++) {
        ReportedFigure from = figures.get(i);
        List<UnFigure> known = known(evidence, from.asOf());
        if (known.isEmpty()) {
          continue;
        }
        double mu = Fit.meanLogRatio(known, evidence.incidentSums()::national);
        OwnRate rate = series.rate(evidence, from);
        for (ReportedFigure to : figures.subList(i + 1, figures.size())) {
          long days = ChronoUnit.DAYS.between(from.asOf(), to.asOf());
          if (!horizon.contains(days)) {
            continue;
          }
          span = Span.with(span, from.asOf(), to.asOf());
          persistence.add(from.people(), to.people());
          calendar.add(
              from.people() * NationalForward.calendarGrowth(from.asOf(), to.asOf()), to.people());
          double events = series.events(evidence, to.asOf());
          nowcast.add(
              rate.people(events, series.population(), mu, Pooling.STANDARD.weight(days)),
              to.people());
          nowcast.covers(
              rate.people(events, series.population(), mu, refitted.weight(days)),
              to.people(),
              refitted.factor(0.8, days),
              refitted.factor(0.95, days));
        }
      }
    }
    return new ForwardRow(
        horizon, span, Stream.of(persistence, calendar, nowcast).map(Errors::accuracy).toList());
  }

  private static List<UnFigure> known(Evidence evidence, LocalDate date) {
    IncidentSums incidentSums = evidence.incidentSums();
    return Fit.usable(evidence.figures().snapshotsUpTo(date), incidentSums::national);
  }
}
