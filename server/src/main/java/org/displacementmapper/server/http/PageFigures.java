package org.displacementmapper.server.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.displacementmapper.displacement.Product;

/**
 * What the planner's page says in numbers: the answer of {@code /api/comparison}, typed. Null
 * stands where there is nothing to say: an estimate or limit under the least that is told, a unit
 * that the UN did not list, a ratio that may not be given. Estimates come already rounded for
 * publication.
 *
 * @param from first day of the incidents that are counted as air attacks
 * @param to last day of them
 * @param source of the incidents
 * @param leastPeople no number under this is given of our estimates
 * @param first first date that can be answered
 * @param last last date that can be answered
 */
record PageFigures(
    LocalDate asOf,
    LocalDate cutoff,
    LocalDate from,
    LocalDate to,
    String version,
    Product product,
    String source,
    long leastPeople,
    LocalDate first,
    LocalDate last,
    National national,
    List<Unit> units,
    List<Group> groups) {

  PageFigures {
    units = List.copyOf(units);
    groups = List.copyOf(groups);
  }

  /** Reads the answer of {@code /api/comparison} as the use case makes it. */
  @SuppressWarnings("unchecked")
  static PageFigures of(Map<String, Object> comparison) {
    LocalDate asOf = (LocalDate) comparison.get("as_of");
    List<LocalDate> range =
        (List<LocalDate>) comparison.getOrDefault("as_of_range", List.of(asOf, asOf));
    List<Map<String, Object>> units = (List<Map<String, Object>>) comparison.get("units");
    return new PageFigures(
        asOf,
        (LocalDate) comparison.get("cutoff"),
        (LocalDate) comparison.get("from"),
        (LocalDate) comparison.get("to"),
        (String) comparison.get("version"),
        Product.find((String) comparison.get("product")).orElseThrow(),
        (String) comparison.get("source"),
        whole((Map<String, Object>) comparison.get("policy"), "least_people"),
        range.get(0),
        range.get(1),
        National.of((Map<String, Object>) comparison.get("national")),
        units.stream().map(Unit::of).toList(),
        ((List<Map<String, Object>>) comparison.get("un_groups")).stream().map(Group::of).toList());
  }

  /** What the frames of the pages give the script to begin with, by slot. */
  Map<String, String> opening() {
    return Map.of("as-of", asOf.toString(), "cutoff", cutoff.toString(), "product", product.word());
  }

  /**
   * An estimate of people with its limits.
   *
   * @param known whether there is an estimate at all; a number that is null is under the least then
   */
  record Range(Long best, Long low80, Long high80, Long low95, Long high95, boolean known) {

    Range(Long best, Long low80, Long high80, Long low95, Long high95) {
      this(best, low80, high80, low95, high95, true);
    }

    static Range of(Map<String, Object> values) {
      return new Range(
          whole(values, "displaced"),
          whole(values, "displaced_low80"),
          whole(values, "displaced_high80"),
          whole(values, "displaced_low95"),
          whole(values, "displaced_high95"),
          !values.containsKey("displaced_class") || values.get("displaced_class") != null);
    }
  }

  /**
   * @param latestUn the last UN figure not after the date
   * @param lowestRatio over all cut-offs and weightings: to the 440,000 on its day, else to the UN
   *     figure of the day
   * @param notAttributed part of the UN figure that names no unit
   */
  record National(
      Range displaced,
      Long un,
      String unPublisher,
      Long latestUn,
      LocalDate latestUnAsOf,
      Double ratioToUn,
      Double ratioTo440000,
      Double lowestRatio,
      Double highestRatio,
      Long snapshots,
      double events,
      Long notAttributed) {

    @SuppressWarnings("unchecked")
    private static National of(Map<String, Object> values) {
      List<Double> ratios = (List<Double>) values.get("ratio_range");
      if (ratios == null) {
        ratios = (List<Double>) values.get("ratio_to_un_range");
      }
      return new National(
          Range.of(values),
          whole(values, "un_displaced"),
          (String) values.get("un_publisher"),
          whole(values, "un_latest"),
          (LocalDate) values.get("un_latest_as_of"),
          (Double) values.get("ratio_to_un"),
          (Double) values.get("ratio_to_440000"),
          ratios == null ? null : ratios.get(0),
          ratios == null ? null : ratios.get(1),
          whole(values, "snapshots"),
          number(values, "events"),
          whole(values, "un_not_attributed"));
    }
  }

  /**
   * @param nameMy name in Burmese, null if not known
   * @param unComplete whether the UN figure covers the whole unit
   * @param events incidents that the estimate counts; a fraction where one is spread over units
   */
  record Unit(
      String pcode,
      String name,
      String nameMy,
      Range displaced,
      Long un,
      boolean unComplete,
      Double ratioToUn,
      double events,
      double airIncidents) {

    private static Unit of(Map<String, Object> values) {
      return new Unit(
          (String) values.get("pcode"),
          (String) values.get("name"),
          (String) values.get("name_my"),
          Range.of(values),
          whole(values, "un_displaced"),
          Boolean.TRUE.equals(values.get("un_complete")),
          (Double) values.get("ratio_to_un"),
          number(values, "events"),
          number(values, "air_incidents"));
    }
  }

  /**
   * A group of states of the UN.
   *
   * @param un its last total up to the date; null if there is none
   * @param asOf day of that total
   * @param units P-codes of the units that it touches
   * @param partly those of them of which the UN counts a part only
   * @param exact whether its outline holds what the UN counts and no more
   */
  record Group(
      String name,
      String nameMy,
      Long un,
      LocalDate asOf,
      String publisher,
      String url,
      List<String> units,
      List<Part> partly,
      boolean exact) {

    @SuppressWarnings("unchecked")
    private static Group of(Map<String, Object> values) {
      return new Group(
          (String) values.get("name"),
          (String) values.get("name_my"),
          whole(values, "un_displaced"),
          (LocalDate) values.get("un_as_of"),
          (String) values.get("un_publisher"),
          (String) values.get("un_url"),
          (List<String>) values.get("units"),
          ((List<Map<String, Object>>) values.get("partly")).stream().map(Part::of).toList(),
          Boolean.TRUE.equals(values.get("exact")));
    }
  }

  /** A unit of which a part is counted, and the names of that part. */
  record Part(String name, String nameMy, List<String> countedNames, List<String> countedNamesMy) {

    @SuppressWarnings("unchecked")
    private static Part of(Map<String, Object> values) {
      return new Part(
          (String) values.get("name"),
          (String) values.get("name_my"),
          (List<String>) values.get("counted_names"),
          (List<String>) values.get("counted_names_my"));
    }
  }

  static Long whole(Map<String, Object> values, String name) {
    return values.get(name) instanceof Number number ? Long.valueOf(number.longValue()) : null;
  }

  private static double number(Map<String, Object> values, String name) {
    return values.get(name) instanceof Number number ? number.doubleValue() : 0;
  }
}
