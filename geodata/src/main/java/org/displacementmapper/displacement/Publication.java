package org.displacementmapper.displacement;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How our own estimates leave the house (section 12 of the method): no number under 100, the
 * nearest 100 under 100,000, the nearest 1,000 above; ratios and shares from the rounded values, so
 * that they give away nothing finer. Figures that the UN published are never rounded. The only
 * place where estimates are rounded.
 *
 * @param least below this there is no number, only the words
 * @param fineStep what numbers under {@value #COARSE_FROM} are rounded to; if the least is less,
 *     numbers under the step are rounded to the least, so that none becomes 0
 * @param coarseStep what numbers from there on are rounded to
 */
public record Publication(long least, long fineStep, long coarseStep) {

  /** The method's own rules. */
  public static final Publication STANDARD = new Publication(100, 100, 1_000);

  public static final long COARSE_FROM = 100_000;

  private static final double RATIO_DECIMALS = 100;
  private static final double SHARE_DECIMALS = 10_000;

  public Publication {
    if (least < 1 || fineStep < 1 || coarseStep < fineStep) {
      throw new IllegalArgumentException(
          "steps must be 1 or more and the coarse one not below the fine one, were %d, %d, %d"
              .formatted(least, fineStep, coarseStep));
    }
  }

  /** The number to show; null if it is under {@link #least}. */
  public Long rounded(long people) {
    if (people < least) {
      return null;
    }
    if (people < fineStep) {
      return Math.min(nearest(people, least), fineStep);
    }
    return nearest(people, people < COARSE_FROM ? fineStep : coarseStep);
  }

  private static long nearest(long people, long step) {
    return (people + step / 2) / step * step;
  }

  public PublishedEstimate publish(Estimate estimate) {
    Long displaced = displaced(estimate);
    Interval interval = estimate.interval();
    return new PublishedEstimate(
        estimate.pcode(),
        estimate.asOf(),
        estimate.product(),
        estimate.cutoff(),
        displaced,
        rounded(interval.low80()),
        rounded(interval.high80()),
        rounded(interval.low95()),
        rounded(interval.high95()),
        text(displaced),
        DisplacedClass.of(displaced == null ? 0 : displaced).text(),
        estimate.flags());
  }

  /** A published number, or limit of an interval, in words. */
  public String text(Long people) {
    return people == null ? "under " + number(least) : number(people);
  }

  /** For example 449,000. */
  private static String number(long people) {
    return String.format(Locale.ROOT, "%,d", people);
  }

  /**
   * Our estimate divided by the UN figure; empty if that covers only part of the unit, is zero, or
   * if ours is too small to be published.
   */
  public OptionalDouble ratioToUn(Comparison comparison) {
    ReportedFigure reported = comparison.reported();
    return reported.complete()
        ? ratio(comparison.estimate().best(), reported.people())
        : OptionalDouble.empty();
  }

  /**
   * Our national estimate divided by the 440,000; empty for any other day, unit or product that may
   * not be compared.
   */
  public OptionalDouble ratioTo440000(Estimate estimate) {
    return estimate.isNational() && mayMeetHeadline(estimate)
        ? ratio(estimate.best(), HeadlineFigure.PEOPLE)
        : OptionalDouble.empty();
  }

  /** The same against the figure before it was rounded down, 441,500. */
  public OptionalDouble ratioTo441500(Estimate estimate) {
    return estimate.isNational() && mayMeetHeadline(estimate)
        ? ratio(estimate.best(), HeadlineFigure.UNROUNDED_PEOPLE)
        : OptionalDouble.empty();
  }

  /** Displaced people as a part of the 440,000; empty for any other day. */
  public OptionalDouble shareOf440000(Estimate estimate) {
    Long displaced = displaced(estimate);
    return displaced == null || !HeadlineFigure.isOf(estimate.asOf())
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            Math.rint(SHARE_DECIMALS * displaced / HeadlineFigure.PEOPLE) / SHARE_DECIMALS);
  }

  /** The range of the ratio to {@code people} over a curve; empty if the curve is. */
  public Optional<PublishedRange> range(CutoffCurve curve, long people) {
    if (curve.isEmpty()) {
      return Optional.empty();
    }
    OptionalDouble lowest = ratio(Math.round(curve.lowest().best()), people);
    OptionalDouble highest = ratio(Math.round(curve.highest().best()), people);
    return lowest.isEmpty() || highest.isEmpty()
        ? Optional.empty()
        : Optional.of(new PublishedRange(lowest.getAsDouble(), highest.getAsDouble()));
  }

  private static boolean mayMeetHeadline(Estimate estimate) {
    return HeadlineFigure.isOf(estimate.asOf())
        && estimate.product().isComparable()
        && estimate.cutoff().isBefore(HeadlineFigure.AS_OF);
  }

  private Long displaced(Estimate estimate) {
    return estimate.reported() ? (Long) estimate.best() : rounded(estimate.best());
  }

  private OptionalDouble ratio(long ours, long theirs) {
    Long rounded = rounded(ours);
    return rounded == null || theirs == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.rint(RATIO_DECIMALS * rounded / theirs) / RATIO_DECIMALS);
  }
}
