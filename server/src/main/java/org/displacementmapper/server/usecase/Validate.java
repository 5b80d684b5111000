package org.displacementmapper.server.usecase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.displacement.EstimateRequest;
import org.displacementmapper.server.store.Store;
import org.displacementmapper.validation.Accuracy;
import org.displacementmapper.validation.ForwardRow;
import org.displacementmapper.validation.Horizon;
import org.displacementmapper.validation.Span;
import org.displacementmapper.validation.UnitsRow;
import org.displacementmapper.validation.ValidationReport;

/**
 * How far off the models have been on the data of a version, beside simple guesses: as it was found
 * when the version was made.
 */
public final class Validate {

  private static final int KEPT_REPORTS = 8;
  private static final double DECIMALS = 100;

  /** A report with the dataset version that it is about. */
  public record Validated(String version, ValidationReport report) {}

  private record Key(String edition, String source) {}

  private final Views views;
  private final Store store;
  private final Cache<Key, ValidationReport> reports =
      Caffeine.newBuilder().maximumSize(KEPT_REPORTS).build();

  public Validate(Views views, Store store) {
    this.views = views;
    this.store = store;
  }

  /**
   * @param source of the incidents; empty: the default
   * @param version name or number of a kept one; empty: the current one
   * @throws UnknownException if there is no such public source
   */
  public Validated report(Optional<String> source, Optional<String> version) {
    Dataset dataset = views.dataset(version);
    String name = Views.requireSource(source.orElse(EstimateRequest.DEFAULT_SOURCE), dataset);
    String exact = dataset.version().toString();
    return new Validated(
        exact,
        reports.get(
            new Key(dataset.edition(), name),
            key ->
                Optional.of(dataset)
                    // What was found then counts what is withheld now.
                    .filter(one -> one.edition().equals(exact))
                    .flatMap(one -> store.findValidation(one.version(), name))
                    .orElseGet(() -> ValidationReport.of(dataset.evidence(name)))));
  }

  /** The report as it stands in JSON. */
  public Map<String, Object> describe(Optional<String> source, Optional<String> version) {
    Validated validated = report(source, version);
    ValidationReport report = validated.report();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", validated.version());
    body.put("policy", views.dataset().policy().describe());
    body.put("source", report.provenance().incidentSource());
    body.put("boundary_version", report.provenance().boundaryVersion());
    body.put("model_version", report.provenance().modelVersion());
    body.put("measure", "rms: root mean square of ln(predicted / UN figure); pairs overlap");
    body.put("national_forward", forward(report.national()));
    body.put("units_forward", forward(report.units()));
    body.put("leave_one_out", leaveOneOut(report.leaveOneOut()));
    body.put("losses", report.losses());
    body.put("calendar_is_better", report.calendarIsBetter().stream().map(Validate::days).toList());
    return body;
  }

  private static List<Map<String, Object>> forward(List<ForwardRow> rows) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (ForwardRow row : rows) {
      Map<String, Object> one = days(row.horizon());
      one.put("first_cutoff", row.findSpan().map(Span::firstCutoff).orElse(null));
      one.put("last_cutoff", row.findSpan().map(Span::lastCutoff).orElse(null));
      one.put("first_as_of", row.findSpan().map(Span::firstAsOf).orElse(null));
      one.put("last_as_of", row.findSpan().map(Span::lastAsOf).orElse(null));
      one.put("predictors", predictors(row.accuracies()));
      list.add(one);
    }
    return list;
  }

  private static List<Map<String, Object>> leaveOneOut(List<UnitsRow> rows) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (UnitsRow row : rows) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("as_of", row.asOf());
      one.put("units", row.units());
      one.put("predictors", predictors(row.accuracies()));
      list.add(one);
    }
    return list;
  }

  private static Map<String, Object> days(Horizon horizon) {
    Map<String, Object> days = new LinkedHashMap<>();
    days.put("from_days", horizon.fromDays());
    days.put("to_days", horizon.toDays());
    return days;
  }

  private static List<Map<String, Object>> predictors(List<Accuracy> accuracies) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Accuracy accuracy : accuracies) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("predictor", accuracy.predictor().word());
      one.put("label", accuracy.predictor().label());
      one.put("pairs", accuracy.pairs());
      one.put("within_quarter", accuracy.withinQuarter());
      one.put("within_twofold", accuracy.withinTwofold());
      one.put("within_fivefold", accuracy.withinFivefold());
      one.put("median_factor", hundredths(accuracy.medianFactor()));
      one.put("rms", hundredths(accuracy.rms()));
      one.put("share_error", hundredths(accuracy.shareError()));
      one.put("coverage80", hundredths(accuracy.coverage80()));
      one.put("coverage95", hundredths(accuracy.coverage95()));
      list.add(one);
    }
    return list;
  }

  /** Two decimals; null for none, or where there is no pair to measure. */
  private static Double hundredths(Double number) {
    return number == null || !Double.isFinite(number)
        ? null
        : Math.rint(number * DECIMALS) / DECIMALS;
  }
}
