package org.displacementmapper.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.displacementmapper.displacement.Evidence;
import org.displacementmapper.displacement.Pooling;
import org.displacementmapper.displacement.Provenance;

/**
 * The tables of section 9 of the method for one body of evidence, to be made again whenever the
 * data change.
 *
 * @param national forward in time, the country
 * @param units forward in time, the units
 * @param leaveOneOut the units of each breakdown that can be shared out
 * @param pooling tau and drift as this evidence gives them, beside {@link Pooling#STANDARD} in use
 */
public record ValidationReport(
    Provenance provenance,
    List<ForwardRow> national,
    List<ForwardRow> units,
    List<UnitsRow> leaveOneOut,
    Pooling pooling) {

  /** A model may be worse than a baseline by no more than this, in RMS of the log error. */
  public static final double TOLERATED_LOSS = 0.02;

  /** Up to here a nowcast may lose: the last figure itself is a good guess. */
  private static final int NOWCAST_FROM_DAYS = 31;

  /** Up to here an independent estimate may lose. */
  private static final int INDEPENDENT_FROM_DAYS = 91;

  public ValidationReport {
    national = List.copyOf(national);
    units = List.copyOf(units);
    leaveOneOut = List.copyOf(leaveOneOut);
  }

  /** Validates on all figures that lie within the incidents; rows may be empty. */
  public static ValidationReport of(Evidence evidence) {
    if (evidence.incidentSums().isEmpty()) {
      return new ValidationReport(
          evidence.provenance(), List.of(), List.of(), List.of(), Pooling.STANDARD);
    }
    return new ValidationReport(
        evidence.provenance(),
        NationalForward.rows(evidence),
        UnitsForward.rows(evidence),
        LeaveOneOut.rows(evidence),
        PoolingFit.without(null, UnitSeries.of(evidence), evidence));
  }

  /** Where a model lost to a baseline by more than is tolerated, one sentence each. */
  public List<String> losses() {
    List<String> losses = new ArrayList<>();
    for (ForwardRow row : national) {
      addLoss(losses, "the country", row, Predictor.NOWCAST, NOWCAST_FROM_DAYS);
      addLoss(losses, "the country", row, Predictor.INDEPENDENT, INDEPENDENT_FROM_DAYS);
    }
    for (ForwardRow row : units) {
      addLoss(losses, "units", row, Predictor.NOWCAST, NOWCAST_FROM_DAYS);
    }
    return losses;
  }

  /** The horizons of the country at which calendar growth beats the independent estimate. */
  public List<Horizon> calendarIsBetter() {
    return national.stream()
        .filter(row -> row.of(Predictor.CALENDAR).pairs() > 0)
        .filter(row -> row.of(Predictor.CALENDAR).rms() < row.of(Predictor.INDEPENDENT).rms())
        .map(ForwardRow::horizon)
        .toList();
  }

  private static void addLoss(
      List<String> losses, String whom, ForwardRow row, Predictor model, int fromDays) {
    if (row.horizon().fromDays() < fromDays) {
      return;
    }
    Accuracy ours = row.of(model);
    for (Predictor baseline : List.of(Predictor.PERSISTENCE, Predictor.CALENDAR)) {
      Accuracy theirs = row.of(baseline);
      if (ours.rms() > theirs.rms() + TOLERATED_LOSS) {
        losses.add(
            String.format(
                Locale.ROOT,
                "%s %d to %d days ahead: %s is off by %.2f, %s by %.2f (RMS of the log error)",
                whom,
                row.horizon().fromDays(),
                row.horizon().toDays(),
                model.label(),
                ours.rms(),
                baseline.label(),
                theirs.rms()));
      }
    }
  }
}
