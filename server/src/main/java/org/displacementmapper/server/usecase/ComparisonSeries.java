package org.displacementmapper.server.usecase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.displacement.Comparison;
import org.displacementmapper.displacement.CutoffCurve;
import org.displacementmapper.displacement.Estimate;
import org.displacementmapper.displacement.EstimateRequest;
import org.displacementmapper.displacement.Estimates;
import org.displacementmapper.displacement.HeadlineFigure;
import org.displacementmapper.displacement.Product;
import org.displacementmapper.displacement.Publication;
import org.displacementmapper.displacement.ReportedFigure;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.displacement.UnanswerableException;
import org.displacementmapper.layer.Numbers;
import org.displacementmapper.layer.UnitFeatures;

/**
 * The comparison with the UN beyond one date: what we would have said of every national figure,
 * fitted 31 days before, and how much the ratio to the 440,000 hangs on the choice of the cut-off.
 */
public final class ComparisonSeries {

  private final Views views;

  public ComparisonSeries(Views views) {
    this.views = views;
  }

  /**
   * One row for each national figure that lies within reach of the incidents, in date order.
   *
   * @param version name or number of a kept one; empty: the current one
   */
  public Map<String, Object> overTime(Optional<String> source, Optional<String> version) {
    Dataset dataset = views.dataset(version);
    String name = Views.requireSource(source.orElse(EstimateRequest.DEFAULT_SOURCE), dataset);
    List<Map<String, Object>> rows = new ArrayList<>();
    List<Map<String, Object>> tooEarly = new ArrayList<>();
    for (UnFigure figure : dataset.figures().snapshots()) {
      EstimateRequest request = EstimateRequest.of(figure.asOf(), Product.INDEPENDENT, name);
      try {
        rows.add(row(views.estimate(dataset, request), dataset));
      } catch (UnanswerableException e) {
        // Too early to have been fitted, or after the last incident: nothing would have been said.
        if (rows.isEmpty()) {
          tooEarly.add(figure(figure));
        }
      }
    }
    Map<String, Object> body = heading(dataset, name);
    body.put("product", Product.INDEPENDENT.word());
    body.put("cutoff_days_before", EstimateRequest.DEFAULT_CUTOFF_DAYS);
    body.put("rows", rows);
    body.put("too_early", tooEarly);
    return body;
  }

  /** The ratio to the 440,000 at every cut-off and weighting of the published range. */
  public Map<String, Object> overCutoffs(Optional<String> source, Optional<String> version) {
    Dataset dataset = views.dataset(version);
    String name = Views.requireSource(source.orElse(EstimateRequest.DEFAULT_SOURCE), dataset);
    Publication publication = dataset.policy().estimates();
    CutoffCurve curve = CutoffCurve.ofHeadline(dataset.figures(), dataset.incidentSums(name));
    List<Map<String, Object>> points = new ArrayList<>();
    for (CutoffCurve.Point point : curve.points()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("cutoff", point.cutoff());
      one.put("weighting", point.weighting().name().toLowerCase(Locale.ROOT));
      one.put("snapshots", point.fit().snapshots());
      one.put("displaced", publication.rounded(Math.round(point.best())));
      one.put("displaced_low80", publication.rounded(point.interval().low80()));
      one.put("displaced_high80", publication.rounded(point.interval().high80()));
      one.put("ratio_to_440000", ratio((Long) one.get("displaced")));
      one.put("ratio_low80", ratio((Long) one.get("displaced_low80")));
      one.put("ratio_high80", ratio((Long) one.get("displaced_high80")));
      points.add(one);
    }
    Map<String, Object> body = heading(dataset, name);
    body.put("as_of", HeadlineFigure.AS_OF);
    body.put(
        "ratio_range",
        publication
            .range(curve, HeadlineFigure.PEOPLE)
            .map(range -> List.of(range.lowest(), range.highest()))
            .orElse(null));
    body.put("points", points);
    return body;
  }

  /** From the rounded number, so that it gives away nothing finer; null if there is none. */
  private static Double ratio(Long displaced) {
    return displaced == null ? null : Math.rint(100.0 * displaced / HeadlineFigure.PEOPLE) / 100;
  }

  /** A figure for which nothing would have been said, since too few lie before it. */
  private static Map<String, Object> figure(UnFigure figure) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("as_of", figure.asOf());
    row.put("un_displaced", figure.people());
    row.put("un_publisher", figure.publisher());
    row.put("un_url", figure.url());
    return row;
  }

  private static Map<String, Object> heading(Dataset dataset, String source) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", dataset.version().toString());
    body.put("policy", dataset.policy().describe());
    body.put("source", source);
    return body;
  }

  private static Map<String, Object> row(Estimates estimates, Dataset dataset) {
    Publication publication = dataset.policy().estimates();
    Estimate estimate = estimates.national();
    ReportedFigure figure = dataset.figures().findNational(estimate.asOf()).orElseThrow();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("as_of", estimate.asOf());
    row.put("cutoff", estimate.cutoff());
    UnitFeatures.putEstimate(row, Optional.of(estimate), publication);
    row.put("un_displaced", figure.people());
    row.put("un_publisher", String.join(", ", figure.publishers()));
    row.put("un_url", figure.parts().get(0).url());
    row.put("ratio_to_un", Numbers.orNull(publication.ratioToUn(new Comparison(estimate, figure))));
    row.put("snapshots", estimates.findFit().map(fit -> fit.snapshots()).orElse(null));
    return row;
  }
}
