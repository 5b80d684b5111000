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

  public static final int LEAST_SNAPSHOTS = 8;

  /**
   * @param figures national, in date order
   * @param exposure weighted incidents in the country up to a day
   * @throws IllegalArgumentException if fewer than {@value #LEAST_SNAPSHOTS} can be used
   */
  public static Fit of(List<UnFigure> figures, ToDoubleFunction<LocalDate> exposure) {
    List<UnFigure> usable = usable(figures, exposure);
    int n = usable.size();
    if (n < LEAST_SNAPSHOTS) {
      throw new IllegalArgumentException(
          "a rate needs %d UN figures, was given %d".formatted(LEAST_SNAPSHOTS, n));
    }
    double[] ratios =
        usable.stream()
            .mapToDouble(
                figure -> StrictMath.log(figure.people() / exposure.applyAsDouble(figure.asOf())))
            .toArray();
    double sum = 0;
    for (double ratio : ratios) {
      sum += ratio;
    }
    double mean = sum / n;
    double squares = 0;
    for (double ratio : ratios) {
      squares += (ratio - mean) * (ratio - mean);
    }
    return new Fit(mean, StrictMath.sqrt(squares / (n - 1)), n, usable.get(n - 1).asOf());
  }

  /** The figures that have a ratio, in date order. */
  static List<UnFigure> usable(List<UnFigure> figures, ToDoubleFunction<LocalDate> exposure) {
    return figures.stream()
        .filter(figure -> figure.people() > 0 && exposure.applyAsDouble(figure.asOf()) > 0)
        .toList();
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
