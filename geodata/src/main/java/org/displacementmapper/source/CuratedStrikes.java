package org.displacementmapper.source;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.incident.AirAttack;
import org.displacementmapper.incident.Citation;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Period;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.incident.Shelter;
import org.displacementmapper.incident.Toll;
import org.displacementmapper.incident.Where;
import org.locationtech.jts.geom.Coordinate;

/**
 * The list of documented air attacks kept for this project, as CSV or GeoJSON: one row each, every
 * row with a report that was read. A sample of what could be read, not a census. Rows without
 * coordinates are placed by {@code township_pcode}. Deaths are the lowest and highest figure of the
 * reports read; there is no best one.
 */
public final class CuratedStrikes implements Source<Incident> {

  /** The {@code source} of its incidents. */
  public static final String ID = "curated";

  static final String LICENCE = "Facts, free with attribution; coordinates UCDP GED, CC BY 4.0";

  private static final PointColumns POINT = new PointColumns("lon", "lat");

  /** The point of a town, or of the nearest named place within roughly 10 km. */
  private static final int TOWN_METRES = 10_000;

  private static final Map<String, String> KINDS =
      Map.of(
          "fixed_wing", "air attack, fixed wing",
          "helicopter", "air attack, helicopter",
          "drone", "air attack, drone",
          "unknown_air", "air attack");

  static final List<String> TEXTS =
      List.of("place", "target", "source_title", "source_url", "note");

  private static final String WITHHELD_MARKER = "(withheld";

  @Override
  public String title() {
    return "curated list of documented air attacks";
  }

  @Override
  public List<String> signature() {
    return List.of("id", "date", "township_pcode", "location_precision", "weapon");
  }

  @Override
  public RowReader<Incident> reader(ImportFile file) {
    Columns columns = Columns.of(file.schema());
    String source = file.options().source().isEmpty() ? ID : file.options().source();
    return feature -> read(new Row(file.name(), columns, feature), source, file.options());
  }

  @Override
  public String key(Incident incident) {
    return incident.key();
  }

  private static Reading<Incident> read(Row row, String source, ImportOptions options) {
    String id = row.required("id", "give every attack its own");
    Period period = period(row);
    String kind = kind(row);
    Toll killed = new Toll(row.deaths("killed_min"), null, row.deaths("killed_max"));
    String pcode = Pcodes.read(row, Optional.of("township_pcode"));
    Precision precision = precision(row);
    Optional<Coordinate> point = POINT.read(row);
    Citation citation = new Citation(title(row), WebAddress.read(row, Optional.of("source_url")));
    Pcodes.check(row, "township_pcode", pcode, point.isPresent(), options);
    if (!row.isRejected() && point.isEmpty() && precision.isPoint()) {
      row.reject("lat", "", "a place known to the " + precision.word() + " needs lat and lon");
    }
    if (row.isRejected()) {
      return row.reading(() -> null);
    }
    boolean marked = row.text("place").startsWith(WITHHELD_MARKER);
    Where where =
        new Where(
            point.map(Coordinate::getX).orElse(null),
            point.map(Coordinate::getY).orElse(null),
            precision,
            precision == Precision.TOWN ? Integer.valueOf(TOWN_METRES) : null,
            marked ? "" : row.text("place"),
            precision == Precision.TOWNSHIP ? row.text("township") : "",
            pcode,
            row.text("state"),
            false);
    if (marked
        || Shelter.isIn(TEXTS.stream().map(row::text).toList())
        || Withheld.findTownship(ID, id).isPresent()) {
      if (Shelter.isTold(where, citation)) {
        row.remark(Shelter.REMARK);
      }
      where = Shelter.withhold(where, row.text("township"), "");
      citation = Citation.NONE;
    }
    Incident incident =
        new Incident(
            source, id, period, where, kind, AirAttack.DOCUMENTED, killed, citation, LICENCE);
    return row.reading(() -> incident);
  }

  /** Whether it is one of the weapons of this list. */
  static boolean isWeapon(String word) {
    return KINDS.containsKey(word);
  }

  private static Period period(Row row) {
    Period day = row.period("date", "date_end");
    String precision = row.text("date_precision");
    if (day == null || precision.isEmpty() || precision.equals("day")) {
      return day;
    }
    if (precision.equals("month")) {
      LocalDate start = day.start().withDayOfMonth(1);
      return new Period(start, start.with(TemporalAdjusters.lastDayOfMonth()));
    }
    row.reject("date_precision", precision, "must be day or month");
    return null;
  }

  private static String kind(Row row) {
    String weapon = row.text("weapon");
    String kind = KINDS.get(weapon);
    if (kind == null) {
      row.reject("weapon", weapon, "must be fixed_wing, helicopter, drone or unknown_air");
    }
    return kind;
  }

  private static Precision precision(Row row) {
    String word = row.text("location_precision");
    return switch (word) {
      case "exact" -> Precision.EXACT;
      case "village" -> Precision.VILLAGE;
      case "town" -> Precision.TOWN;
      case "township" -> Precision.TOWNSHIP;
      default -> {
        row.reject("location_precision", word, "must be exact, village, town or township");
        yield Precision.UNSTATED;
      }
    };
  }

  private static String title(Row row) {
    String title = row.text("source_title");
    String publisher = row.text("source_publisher");
    return title.isEmpty() || publisher.isEmpty() ? title : title + " (" + publisher + ")";
  }
}
