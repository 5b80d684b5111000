package org.displacementmapper.displacement;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * People per incident, fitted on national UN totals alone (section 5 of the method): the mean and
 * spread of ln(people / incidents) over the snapshots up to a cut-off.
 *
 * <p>A snapshot before the first incident, or of zero people, has no such ratio and is left out.
 *
 * @param mu mean of the log ratios
 * @param sd their sample standard deviation
 * @param snapshots how many there are
 * @param lastSnapshot the newest figure that the rate knows
 */
public record Fit(double mu, double sd, int snapshots, LocalDate lastSnapshot) {

  /** As many a product needs before it answers. */
  public static final int LEAST_SNAPSHOTS = 8;

  /**
   * @param figures national, in date order
   * @param incidentSums weighted incidents in the country up to a day
   * @throws IllegalArgumentException if fewer than two can be used: no spread
   */
  public static Fit of(List<UnFigure> figures, ToDoubleFunction<LocalDate> incidentSums) {
    List<UnFigure> usable = usable(figures, incidentSums);
    int n = usable.size();
    if (n < 2) {
      throw new IllegalArgumentException(
          "the spread of a rate needs two UN figures or more, was given " + n);
    }
    double mean = meanLogRatio(usable, incidentSums);
    double squares = 0;
    for (UnFigure figure : usable) {
      double difference = logRatio(figure, incidentSums) - mean;
      squares += difference * difference;
    }
    return new Fit(mean, StrictMath.sqrt(squares / (n - 1)), n, usable.get(n - 1).asOf());
  }

  /** The figures that have a ratio, in date order. */
  public static List<UnFigure> usable(
      List<UnFigure> figures, ToDoubleFunction<LocalDate> incidentSums) {
    return figures.stream()
        .filter(figure -> figure.people() > 0 && incidentSums.applyAsDouble(figure.asOf()) > 0)
        .toList();
  }

  /** The mean of ln(people / incidents) over figures that have a ratio: mu, of however many. */
  public static double meanLogRatio(
      List<UnFigure> usable, ToDoubleFunction<LocalDate> incidentSums) {
    double sum = 0;
    for (UnFigure figure : usable) {
      sum += logRatio(figure, incidentSums);
    }
    return sum / usable.size();
  }

  private static double logRatio(UnFigure figure, ToDoubleFunction<LocalDate> incidentSums) {
    return StrictMath.log(figure.people() / incidentSums.applyAsDouble(figure.asOf()));
  }

  /** People per incident. */
  public double theta() {
    return StrictMath.exp(mu);
  }

  /** What a national estimate is divided and multiplied by, for a new snapshot of this series. */
  public double factor(double confidence) {
    double t = Quantiles.t(snapshots - 1, confidence);
    return StrictMath.exp(t * sd * StrictMath.sqrt(1 + 1.0 / snapshots));
  }
}
