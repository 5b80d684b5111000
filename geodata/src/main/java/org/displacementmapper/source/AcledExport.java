package org.displacementmapper.source;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.displacementmapper.incident.AirAttack;
import org.displacementmapper.incident.Citation;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Licence;
import org.displacementmapper.incident.Period;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.incident.Shelter;
import org.displacementmapper.incident.Toll;
import org.displacementmapper.incident.Where;
import org.locationtech.jts.geom.Coordinate;

/**
 * Exports of the Armed Conflict Location and Event Data project, in its three layouts (with and
 * without {@code disorder_type}, and the oldest in upper case, without {@code sub_event_type}),
 * known by {@code event_id_cnty}.
 *
 * <p>Every row is under {@link Licence#ACLED}, whatever the import says, and so never public.
 * Protests are left out, and of strategic developments all but looting and destruction of property:
 * they are no violence that drives people from their homes.
 *
 * <table>
 *   <caption>From {@code geo_precision} to precision</caption>
 *   <tr><td>1</td><td>village: the point of the place named</td></tr>
 *   <tr><td>2</td><td>township: a small part of a region, its point stands for it</td></tr>
 *   <tr><td>3</td><td>state: a larger region</td></tr>
 * </table>
 */
public final class AcledExport implements Source<Incident> {

  /** The {@code source} of its incidents. */
  public static final String ID = "acled";

  private static final PointColumns POINT = new PointColumns("longitude", "latitude");

  private static final Set<String> MYANMAR = Set.of("", "104", "myanmar", "775");

  private static final String AIR = "air/drone strike";
  private static final String LOOTING = "looting/property destruction";

  private static final String ELSEWHERE = "the event is of another country: left out";
  private static final String NO_VIOLENCE =
      "protests and strategic developments other than looting and destruction of property: left"
          + " out";
  private static final String KEPT_PRIVATE =
      "ACLED's terms forbid passing rows on: kept, but shown only by a server with --private";

  /** ACLED names the parts of a state with a hyphen. */
  private static final Map<String, String> PARTS =
      Map.of(
          "shan-north", "Shan (North)",
          "shan-south", "Shan (South)",
          "shan-east", "Shan (East)",
          "bago-east", "Bago (East)",
          "bago-west", "Bago (West)");

  @Override
  public String title() {
    return "ACLED export";
  }

  @Override
  public List<String> signature() {
    return List.of("event_id_cnty", "event_date", "event_type");
  }

  @Override
  public RowReader<Incident> reader(ImportFile file) {
    Columns columns = Columns.of(file.schema());
    String source = file.options().source().isEmpty() ? ID : file.options().source();
    return feature -> read(new Row(file.name(), columns, feature), source);
  }

  @Override
  public String key(Incident incident) {
    return incident.key();
  }

  private static Reading<Incident> read(Row row, String source) {
    if (!MYANMAR.contains(lower(row, "country")) || !MYANMAR.contains(lower(row, "iso"))) {
      return Reading.skipped(ELSEWHERE);
    }
    String type = row.required("event_type", "every event of ACLED has one");
    if (!isViolence(type, lower(row, "sub_event_type"))) {
      return Reading.skipped(NO_VIOLENCE);
    }
    String id = row.required("event_id_cnty", "every event of ACLED has one");
    Period period = AcledDate.read(row, "event_date", "time_precision");
    Toll killed = new Toll(null, row.deaths("fatalities"), null);
    Precision precision = precision(row);
    Coordinate point = POINT.read(row).orElse(null);
    if (!row.isRejected() && point == null && precision.isPoint()) {
      row.reject("latitude", "", "an event with geo_precision 1 needs latitude and longitude");
    }
    if (row.isRejected()) {
      return row.reading(() -> null);
    }
    Where where = where(row, point, precision);
    Citation citation = new Citation(row.text("source"), "");
    if (Shelter.isIn(row.texts())) {
      if (Shelter.isTold(where, citation)) {
        row.remark(Shelter.REMARK);
      }
      where = Shelter.withhold(where, row.text("admin3"), row.text("admin2"));
      citation = Citation.NONE;
    }
    row.remark(KEPT_PRIVATE);
    String kind = row.text("sub_event_type").isEmpty() ? type : row.text("sub_event_type");
    Incident incident =
        new Incident(source, id, period, where, kind, air(row), killed, citation, Licence.ACLED);
    return row.reading(() -> incident);
  }

  private static boolean isViolence(String type, String subType) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "protests" -> false;
      case "strategic developments", "strategic development" -> subType.equals(LOOTING);
      default -> true;
    };
  }

  private static Precision precision(Row row) {
    String code = row.text("geo_precision");
    return switch (code) {
      case "" -> Precision.UNSTATED;
      case "1" -> Precision.VILLAGE;
      case "2" -> Precision.TOWNSHIP;
      case "3" -> Precision.STATE;
      default -> {
        row.reject(
            "geo_precision", code, "must be 1 (exact place), 2 (small area) or 3 (larger region)");
        yield Precision.UNSTATED;
      }
    };
  }

  private static Where where(Row row, Coordinate point, Precision precision) {
    String state = state(row);
    String area =
        switch (precision) {
          case TOWNSHIP -> row.text("admin3");
          case STATE -> state;
          default -> "";
        };
    return new Where(
        point == null ? null : point.getX(),
        point == null ? null : point.getY(),
        precision,
        null,
        row.text("location"),
        area,
        "",
        state,
        false);
  }

  private static String state(Row row) {
    String name = row.text("admin1");
    return PARTS.getOrDefault(name.toLowerCase(Locale.ROOT), name);
  }

  /** The oldest layout has no sub-type: there the notes can only mention aircraft. */
  private static AirAttack air(Row row) {
    if (lower(row, "sub_event_type").equals(AIR)) {
      return AirAttack.DOCUMENTED;
    }
    return AirWords.isIn(List.of(row.text("notes"))) ? AirAttack.MENTIONED : AirAttack.NONE;
  }

  private static String lower(Row row, String column) {
    return row.text(column).toLowerCase(Locale.ROOT);
  }
}
