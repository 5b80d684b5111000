package org.displacementmapper.displacement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.displacementmapper.join.IncidentSums;
import org.displacementmapper.join.Weighting;

/**
 * How much the national independent estimate of one day hangs on two choices nobody can prove
 * right: the cut-off of the fit and the weight of an incident. Shown before any single ratio.
 *
 * <p>There is one point for each cut-off and weighting. The cut-offs are the dates of the national
 * figures: between two of them nothing changes.
 *
 * @param asOf the day estimated
 * @param points by weighting, then cut-off
 */
public record CutoffCurve(LocalDate asOf, List<Point> points) {

  /** First cut-off of the published range; the first date with nine snapshots. */
  public static final LocalDate FIRST_CUTOFF = LocalDate.of(2021, 9, 15);

  /** Last cut-off of the published range for the 440,000: the last figure before it. */
  public static final LocalDate LAST_CUTOFF = LocalDate.of(2022, 1, 17);

  /**
   * The estimate at one cut-off and weighting.
   *
   * @param best people, unrounded
   */
  public record Point(LocalDate cutoff, Weighting weighting, Fit fit, double best) {

    public Interval interval() {
      return Interval.times(best, fit.factor(0.8), fit.factor(0.95), UnFigure.MAX_PEOPLE);
    }
  }

  public CutoffCurve {
    points = List.copyOf(points);
  }

  /** The curve behind the published range of the ratio to the 440,000. */
  public static CutoffCurve ofHeadline(
      UnFigures figures, Map<Weighting, IncidentSums> incidentSums) {
    return of(HeadlineFigure.AS_OF, FIRST_CUTOFF, LAST_CUTOFF, figures, incidentSums);
  }

  /**
   * @param from first cut-off, included if it is the date of a national figure
   * @param to last cut-off, likewise; only cut-offs before {@code asOf} are used
   * @return without points if no cut-off in the range has snapshots enough
   */
  public static CutoffCurve of(
      LocalDate asOf,
      LocalDate from,
      LocalDate to,
      UnFigures figures,
      Map<Weighting, IncidentSums> incidentSums) {
    List<Point> points = new ArrayList<>();
    new TreeMap<>(incidentSums)
        .forEach(
            (weighting, sums) -> {
              for (UnFigure snapshot : figures.snapshotsUpTo(to)) {
                LocalDate cutoff = snapshot.asOf();
                List<UnFigure> usable = Fit.usable(figures.snapshotsUpTo(cutoff), sums::national);
                if (cutoff.isBefore(from)
                    || !cutoff.isBefore(asOf)
                    || usable.size() < Fit.LEAST_SNAPSHOTS) {
                  continue;
                }
                Fit fit = Fit.of(usable, sums::national);
                points.add(new Point(cutoff, weighting, fit, fit.theta() * sums.national(asOf)));
              }
            });
    return new CutoffCurve(asOf, points);
  }

  public boolean isEmpty() {
    return points.isEmpty();
  }

  /** The points of one weighting by cut-off. */
  public List<Point> points(Weighting weighting) {
    return points.stream().filter(point -> point.weighting() == weighting).toList();
  }

  /**
   * @throws java.util.NoSuchElementException if there is no point
   */
  public Point lowest() {
    return points.stream().min(Comparator.comparingDouble(Point::best)).orElseThrow();
  }

  /**
   * @throws java.util.NoSuchElementException if there is no point
   */
  public Point highest() {
    return points.stream().max(Comparator.comparingDouble(Point::best)).orElseThrow();
  }
}
