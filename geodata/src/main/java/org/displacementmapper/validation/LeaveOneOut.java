package org.displacementmapper.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.displacement.Ceiling;
import org.displacementmapper.displacement.Evidence;
import org.displacementmapper.displacement.Independent;
import org.displacementmapper.displacement.ReportedFigure;

/**
 * The units of one breakdown: predicted with the listed total given (which tests only the shares),
 * or each from the others of the same date. That says how far off a unit without UN history is; it
 * never makes the sum of units independent, since the others fix its level.
 */
final class LeaveOneOut {

  private final LocalDate date;
  private final int n;
  private final double[] reported;
  private final double[] events;
  private final double[] population;

  private LeaveOneOut(LocalDate date, List<ReportedFigure> figures, Evidence evidence) {
    this.date = date;
    this.n = figures.size();
    this.reported = figures.stream().mapToDouble(ReportedFigure::people).toArray();
    this.events =
        figures.stream()
            .mapToDouble(figure -> evidence.incidentSums().at(figure.pcode(), date))
            .toArray();
    this.population =
        figures.stream()
            .mapToDouble(figure -> evidence.ceiling(evidence.boundaries().unit(figure.pcode())))
            .toArray();
  }

  /** One row for each breakdown that can be shared out, within the dates of the incidents. */
  static List<UnitsRow> rows(Evidence evidence) {
    List<UnitsRow> rows = new ArrayList<>();
    LocalDate last = evidence.incidentSums().lastDate();
    for (LocalDate date : evidence.figures().allocationDates().headSet(last, true)) {
      List<ReportedFigure> figures = new ArrayList<>();
      for (AdminUnit unit : evidence.units()) {
        double people = evidence.ceiling(unit);
        evidence
            .figures()
            .find(unit, date)
            .filter(figure -> people > 0 && Double.isFinite(people) && figure.people() > 0)
            .ifPresent(figures::add);
      }
      if (figures.size() > 2) {
        rows.add(new LeaveOneOut(date, figures, evidence).row());
      }
    }
    return rows;
  }

  private UnitsRow row() {
    double total = sum(reported);
    double allEvents = sum(events);
    double allPeople = sum(population);
    List<Accuracy> accuracies = new ArrayList<>();
    accuracies.add(accuracy(Predictor.UNIFORM, unit -> total / n));
    accuracies.add(
        accuracy(Predictor.POPULATION_SHARE, unit -> total * population[unit] / allPeople));
    // The 1 keeps units without incidents finite, as in a unit's own rate.
    accuracies.add(
        accuracy(Predictor.INCIDENT_SHARE, unit -> total * (events[unit] + 1) / (allEvents + n)));
    accuracies.add(
        accuracy(
            Predictor.ALLOCATION_SHARE,
            unit ->
                total
                    * (0.9 * (events[unit] + 1) / (allEvents + n)
                        + 0.1 * population[unit] / allPeople)));
    accuracies.add(
        accuracy(
            Predictor.CONSTANT_PER_HEAD,
            unit ->
                population[unit]
                    * medianOfOthers(unit, other -> reported[other] / population[other])));
    accuracies.add(peoplePerIncident());
    return new UnitsRow(date, n, accuracies);
  }

  /** Tested with the interval that a unit of the independent estimate has. */
  private Accuracy peoplePerIncident() {
    Errors errors = new Errors(Predictor.PEOPLE_PER_INCIDENT);
    for (int unit = 0; unit < n; unit++) {
      double people =
          Ceiling.cap(
              (events[unit] + 1) * medianOfOthers(unit, this::peoplePerIncident), population[unit]);
      errors.add(people, reported[unit], Independent.unitFactor(0.8), Independent.unitFactor(0.95));
    }
    return errors.accuracyOfShares();
  }

  private double peoplePerIncident(int unit) {
    double possible = Math.min(reported[unit], 0.99 * population[unit]);
    return Ceiling.uncap(possible, population[unit]) / (events[unit] + 1);
  }

  private Accuracy accuracy(Predictor predictor, IntToDoubleFunction prediction) {
    Errors errors = new Errors(predictor);
    for (int unit = 0; unit < n; unit++) {
      errors.add(prediction.applyAsDouble(unit), reported[unit]);
    }
    return errors.accuracyOfShares();
  }

  private double medianOfOthers(int unit, IntToDoubleFunction rate) {
    List<Double> rates = new ArrayList<>();
    for (int other = 0; other < n; other++) {
      if (other != unit) {
        rates.add(rate.applyAsDouble(other));
      }
    }
    return Errors.median(rates);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
