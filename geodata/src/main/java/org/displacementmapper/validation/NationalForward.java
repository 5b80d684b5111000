package org.displacementmapper.validation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.displacementmapper.displacement.Evidence;
import org.displacementmapper.displacement.Fit;
import org.displacementmapper.displacement.Nowcast;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.join.IncidentSums;

/**
 * Forward in time, the country: from each national figure, with only what was known by then, every
 * later one is predicted. The products ask for eight figures; here the seventh is enough, as in the
 * trial, for one more start.
 */
final class NationalForward {

  static final List<Horizon> HORIZONS =
      List.of(
          new Horizon(1, 30),
          new Horizon(31, 90),
          new Horizon(91, 180),
          new Horizon(181, 365),
          new Horizon(366, 800));

  private static final int LEAST_SNAPSHOTS = 7;

  private NationalForward() {}

  static List<ForwardRow> rows(Evidence evidence) {
    return HORIZONS.stream().map(horizon -> row(evidence, horizon)).toList();
  }

  private static ForwardRow row(Evidence evidence, Horizon horizon) {
    IncidentSums incidentSums = evidence.incidentSums();
    List<UnFigure> figures =
        Fit.usable(
            evidence.figures().snapshotsUpTo(incidentSums.lastDate()), incidentSums::national);
    Errors persistence = new Errors(Predictor.PERSISTENCE);
    Errors calendar = new Errors(Predictor.CALENDAR);
    Errors nowcast = new Errors(Predictor.NOWCAST);
    Errors independent = new Errors(Predictor.INDEPENDENT);
    Span span = null;
    for (int i = LEAST_SNAPSHOTS - 1; i < figures.size(); i++) {
      UnFigure from = figures.get(i);
      List<UnFigure> known = figures.subList(0, i + 1);
      Fit fit = Fit.of(known, incidentSums::national);
      double factor80 = fit.factor(0.8);
      double factor95 = fit.factor(0.95);
      for (UnFigure to : figures.subList(i + 1, figures.size())) {
        long days = ChronoUnit.DAYS.between(from.asOf(), to.asOf());
        if (!horizon.contains(days)) {
          continue;
        }
        span = Span.with(span, from.asOf(), to.asOf());
        persistence.add(from.people(), to.people());
        calendar.add(from.people() * calendarGrowth(from.asOf(), to.asOf()), to.people());
        nowcast.add(
            from.people() * incidentSums.national(to.asOf()) / incidentSums.national(from.asOf()),
            to.people(),
            Nowcast.nationalFactor(0.8, days),
            Nowcast.nationalFactor(0.95, days));
        independent.add(
            fit.theta() * incidentSums.national(to.asOf()), to.people(), factor80, factor95);
      }
    }
    return new ForwardRow(
        horizon,
        span,
        Stream.of(persistence, calendar, nowcast, independent).map(Errors::accuracy).toList());
  }

  /** Days since the coup at the later date over those at the earlier. */
  static double calendarGrowth(LocalDate from, LocalDate to) {
    return (double) ChronoUnit.DAYS.between(IncidentSums.START, to)
        / ChronoUnit.DAYS.between(IncidentSums.START, from);
  }
}
