package org.displacementmapper.validation;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.displacementmapper.displacement.Evidence;
import org.displacementmapper.displacement.Fit;
import org.displacementmapper.displacement.OwnRate;
import org.displacementmapper.displacement.Pooling;
import org.displacementmapper.displacement.ReportedFigure;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.join.IncidentSums;

/**
 * Estimates the two constants of {@link Pooling} from the whole series: tau is the root mean square
 * distance of units' own rates from the mean national one, drift the root of squared changes over
 * days between consecutive figures. With all units this gives the constants in use.
 */
final class PoolingFit {

  private PoolingFit() {}

  /**
   * @param left out, so that its own intervals can be tested; null for none
   */
  static Pooling without(UnitSeries left, List<UnitSeries> all, Evidence evidence) {
    IncidentSums incidentSums = evidence.incidentSums();
    List<UnFigure> national =
        Fit.usable(
            evidence.figures().snapshotsUpTo(incidentSums.lastDate()), incidentSums::national);
    if (national.isEmpty()) {
      return Pooling.STANDARD;
    }
    double mu = Fit.meanLogRatio(national, incidentSums::national);
    double distances = 0;
    int rates = 0;
    double changes = 0;
    long days = 0;
    for (UnitSeries series : all) {
      if (series == left) {
        continue;
      }
      OwnRate last = null;
      ReportedFigure before = null;
      for (ReportedFigure figure : series.figures()) {
        OwnRate rate = series.rate(evidence, figure);
        if (!figure.asOf().isBefore(national.get(0).asOf())) {
          distances += (rate.log() - mu) * (rate.log() - mu);
          rates++;
        }
        if (last != null) {
          changes += (rate.log() - last.log()) * (rate.log() - last.log());
          days += ChronoUnit.DAYS.between(before.asOf(), figure.asOf());
        }
        last = rate;
        before = figure;
      }
    }
    return rates == 0 || days == 0 || distances == 0
        ? Pooling.STANDARD
        : new Pooling(StrictMath.sqrt(distances / rates), StrictMath.sqrt(changes / days));
  }
}
