package org.displacementmapper.displacement;

import java.util.Optional;

/**
 * An estimate beside what the UN reported for the same unit, date and measure. One that would use a
 * figure which the estimate was made of cannot exist: an allocation, or a cut-off not before the
 * figure's date, is refused. A nowcast depends on earlier figures; whoever shows it says so.
 */
public record Comparison(Estimate estimate, ReportedFigure reported) {

  /**
   * @throws ImpossibleComparisonException if the two may not be compared
   */
  public Comparison {
    findObstacle(estimate, reported)
        .ifPresent(
            obstacle -> {
              throw new ImpossibleComparisonException(obstacle);
            });
  }

  /** The comparison, or empty if the two may not be compared. */
  public static Optional<Comparison> find(Estimate estimate, ReportedFigure reported) {
    return findObstacle(estimate, reported).isPresent()
        ? Optional.empty()
        : Optional.of(new Comparison(estimate, reported));
  }

  /** Why the two may not be compared, in a sentence; empty if they may. */
  public static Optional<String> findObstacle(Estimate estimate, ReportedFigure reported) {
    if (!estimate.product().isComparable()) {
      return Optional.of(
          "an allocation equals the UN figure by construction and is never compared with it");
    }
    if (!estimate.pcode().equals(reported.pcode())) {
      return Optional.of(
          "an estimate of %s is not compared with a figure of %s"
              .formatted(estimate.pcode(), reported.pcode()));
    }
    if (!estimate.asOf().equals(reported.asOf())) {
      return Optional.of(
          "an estimate as of %s is not compared with a figure as of %s"
              .formatted(estimate.asOf(), reported.asOf()));
    }
    if (!estimate.cutoff().isBefore(reported.asOf())) {
      return Optional.of(
          "the cut-off %s is not before the figure's date %s: the estimate knows the figure"
              .formatted(estimate.cutoff(), reported.asOf()));
    }
    if (reported.measure() != Measure.SINCE_COUP) {
      return Optional.of(
          "an estimate of people displaced since 1 February 2021 is not compared with a figure of"
              + " measure "
              + reported.measure().word());
    }
    return reported.parts().stream()
        .filter(part -> !part.isUsable())
        .findFirst()
        .map(part -> "the figure is not to be used: " + part.excludeReason());
  }

  /** Whether earlier UN figures went into the estimate beyond the one national rate. */
  public boolean dependsOnEarlierFigures() {
    return estimate.product() == Product.NOWCAST;
  }
}
