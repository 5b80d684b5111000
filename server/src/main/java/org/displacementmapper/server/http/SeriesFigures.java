package org.displacementmapper.server.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What we would have said of every UN figure: the answer of {@code /api/comparison/series}, typed.
 *
 * @param daysBefore how long before its date each estimate was fitted
 * @param rows with an estimate, in date order
 * @param tooEarly without one, since too few figures lie before them
 */
record SeriesFigures(
    String version, String source, long daysBefore, List<Row> rows, List<Row> tooEarly) {

  SeriesFigures {
    rows = List.copyOf(rows);
    tooEarly = List.copyOf(tooEarly);
  }

  /**
   * One UN figure. The estimate, its cut-off, ratio and snapshots are null where there is none.
   *
   * @param snapshots UN totals that the estimate was fitted on
   */
  record Row(
      LocalDate asOf,
      LocalDate cutoff,
      PageFigures.Range displaced,
      Double ratio,
      Long snapshots,
      long un,
      String publisher,
      String url) {

    private static Row of(Map<String, Object> values) {
      return new Row(
          (LocalDate) values.get("as_of"),
          (LocalDate) values.get("cutoff"),
          PageFigures.Range.of(values),
          (Double) values.get("ratio_to_un"),
          PageFigures.whole(values, "snapshots"),
          PageFigures.whole(values, "un_displaced"),
          (String) values.get("un_publisher"),
          (String) values.get("un_url"));
    }
  }

  /** Reads the answer as the use case makes it. */
  @SuppressWarnings("unchecked")
  static SeriesFigures of(Map<String, Object> series) {
    return new SeriesFigures(
        (String) series.get("version"),
        (String) series.get("source"),
        PageFigures.whole(series, "cutoff_days_before"),
        ((List<Map<String, Object>>) series.get("rows")).stream().map(Row::of).toList(),
        ((List<Map<String, Object>>) series.get("too_early")).stream().map(Row::of).toList());
  }
}
