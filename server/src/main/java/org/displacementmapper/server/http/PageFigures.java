package org.displacementmapper.server.http;

import java.time.LocalDate;
import java.util.List;

/**
 * What the planner's page says in numbers: the answer of {@code /api/comparison}, typed. Null
 * stands where there is nothing to say: an estimate or limit under 100, a unit that the UN did not
 * list, a ratio that may not be given. Estimates come already rounded for publication.
 *
 * @param first first date that can be answered
 * @param last last date that can be answered
 * @param notes sentences of the server about this answer, in English
 */
record PageFigures(
    LocalDate asOf,
    LocalDate cutoff,
    String version,
    LocalDate first,
    LocalDate last,
    National national,
    List<Unit> units,
    List<String> notes) {

  PageFigures {
    units = List.copyOf(units);
    notes = List.copyOf(notes);
  }

  /** An estimate of people with its limits. */
  record Range(Long best, Long low80, Long high80, Long low95, Long high95) {}

  /**
   * @param latestUn the last UN figure not after the date
   * @param lowestRatio over all cut-offs and weightings
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
      int snapshots,
      double events,
      Long notAttributed) {}

  /**
   * @param unComplete whether the UN figure covers the whole unit
   * @param incidents may be a fraction where an incident is spread over units
   */
  record Unit(
      String pcode,
      String name,
      Range displaced,
      Long un,
      boolean unComplete,
      Double ratioToUn,
      double incidents,
      double airIncidents) {}
}
