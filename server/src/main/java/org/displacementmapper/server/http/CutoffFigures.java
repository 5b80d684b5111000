package org.displacementmapper.server.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much the ratio to the 440,000 hangs on the cut-off and the weighting: the answer of {@code
 * /api/comparison/cutoffs}, typed.
 *
 * @param lowest ratio of all points; null if there is none
 * @param highest likewise
 */
record CutoffFigures(
    String version,
    String source,
    LocalDate asOf,
    Double lowest,
    Double highest,
    List<Point> points) {

  CutoffFigures {
    points = List.copyOf(points);
  }

  /**
   * @param ratio to the 440,000; its limits are those of the 80 % interval
   */
  record Point(
      LocalDate cutoff,
      String weighting,
      long snapshots,
      Double ratio,
      Double low80,
      Double high80) {

    private static Point of(Map<String, Object> values) {
      return new Point(
          (LocalDate) values.get("cutoff"),
          (String) values.get("weighting"),
          PageFigures.whole(values, "snapshots"),
          (Double) values.get("ratio_to_440000"),
          (Double) values.get("ratio_low80"),
          (Double) values.get("ratio_high80"));
    }
  }

  /** Reads the answer as the use case makes it. */
  @SuppressWarnings("unchecked")
  static CutoffFigures of(Map<String, Object> curve) {
    List<Double> range = (List<Double>) curve.get("ratio_range");
    return new CutoffFigures(
        (String) curve.get("version"),
        (String) curve.get("source"),
        (LocalDate) curve.get("as_of"),
        range == null ? null : range.get(0),
        range == null ? null : range.get(1),
        ((List<Map<String, Object>>) curve.get("points")).stream().map(Point::of).toList());
  }

  List<Point> points(String weighting) {
    return points.stream()
        .filter(point -> point.weighting().equals(weighting) && point.ratio() != null)
        .toList();
  }

  /** Points of each cut-off by weighting, cut-offs in order. */
  SortedMap<LocalDate, Map<String, Point>> byCutoff() {
    SortedMap<LocalDate, Map<String, Point>> cutoffs = new TreeMap<>();
    for (Point point : points) {
      cutoffs.computeIfAbsent(point.cutoff(), day -> new TreeMap<>()).put(point.weighting(), point);
    }
    return cutoffs;
  }
}
