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
import org.displacementmapper.validation.Accuracy;
import org.displacementmapper.validation.ForwardRow;
import org.displacementmapper.validation.Horizon;
import org.displacementmapper.validation.UnitsRow;
import org.displacementmapper.validation.ValidationReport;

/** How far off the models have been on the data of the current version, beside simple guesses. */
public final class Validate {

  private static final int KEPT_REPORTS = 8;
  private static final double DECIMALS = 100;

  private record Key(String version, String source) {}

  private final Views views;
  private final Cache<Key, ValidationReport> reports =
      Caffeine.newBuilder().maximumSize(KEPT_REPORTS).build();

  public Validate(Views views) {
    this.views = views;
  }

  /**
   * @param source of the incidents; empty: the default
   * @throws UnknownException if there is no such public source
   */
  public ValidationReport report(Optional<String> source) {
    Dataset dataset = views.dataset();
    String name = Views.requireSource(source.orElse(EstimateRequest.DEFAULT_SOURCE), dataset);
    return reports.get(
        new Key(dataset.version().toString(), name),
        key -> ValidationReport.of(dataset.evidence(name)));
  }

  /** The report as it stands in JSON. */
  public Map<String, Object> describe(Optional<String> source) {
    ValidationReport report = report(source);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", views.dataset().version().toString());
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
