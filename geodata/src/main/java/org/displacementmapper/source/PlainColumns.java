package org.displacementmapper.source;

import java.util.List;
import java.util.Optional;

/**
 * The columns that {@link PlainIncidents} looks for, each under the first of its usual names that
 * the file has, in any letter case.
 */
record PlainColumns(
    PointColumns point,
    boolean hasPoint,
    Optional<String> start,
    Optional<String> end,
    Optional<String> id,
    Optional<String> place,
    Optional<String> township,
    Optional<String> district,
    Optional<String> state,
    Optional<String> pcode,
    Optional<String> precision,
    Optional<String> uncertainty,
    Optional<String> kind,
    Optional<String> air,
    Optional<String> low,
    Optional<String> best,
    Optional<String> high,
    Optional<String> source,
    Optional<String> title,
    Optional<String> url,
    Optional<String> licence) {

  static final List<String> START =
      List.of("date_start", "date", "event_date", "start_date", "incident_date", "day");

  static final List<String> LON = List.of("lon", "longitude", "lng", "long", "x", "easting");

  static final List<String> LAT = List.of("lat", "latitude", "y", "northing");

  /** Whether a row without a geometry of its own can have a place. */
  boolean hasPlace() {
    return hasPoint || pcode.isPresent();
  }

  static PlainColumns of(Columns columns) {
    return new PlainColumns(
        new PointColumns(
            columns.findFirst(LON).orElse("lon"), columns.findFirst(LAT).orElse("lat")),
        columns.findFirst(LON).isPresent() && columns.findFirst(LAT).isPresent(),
        columns.findFirst(START),
        columns.findFirst(List.of("date_end", "end_date", "event_end")),
        columns.findFirst(List.of("id", "event_id", "incident_id")),
        columns.findFirst(List.of("place", "place_name", "location", "where", "name")),
        columns.findFirst(List.of("township", "township_name", "admin3", "adm3_name")),
        columns.findFirst(List.of("district", "district_name", "admin2", "adm2_name")),
        columns.findFirst(List.of("state", "state_name", "admin1", "adm1_name")),
        columns.findFirst(
            List.of(
                "pcode", "township_pcode", "ts_pcode", "adm3_pcode", "adm2_pcode", "adm1_pcode")),
        columns.findFirst(List.of("precision", "location_precision")),
        columns.findFirst(List.of("uncertainty_m")),
        columns.findFirst(List.of("kind", "weapon", "type", "event_type")),
        columns.findFirst(List.of("air")),
        columns.findFirst(List.of("killed_low", "deaths_low", "killed_min", "low")),
        columns.findFirst(List.of("killed_best", "killed", "deaths", "fatalities", "best")),
        columns.findFirst(List.of("killed_high", "deaths_high", "killed_max", "high")),
        columns.findFirst(List.of("source")),
        columns.findFirst(List.of("source_title", "headline", "title")),
        columns.findFirst(List.of("source_url", "url", "link")),
        columns.findFirst(List.of("licence", "license")));
  }
}
