package org.displacementmapper.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.displacementmapper.incident.AirAttack;
import org.displacementmapper.incident.Citation;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Period;
import org.displacementmapper.incident.Shelter;
import org.displacementmapper.incident.Toll;
import org.displacementmapper.incident.Where;
import org.locationtech.jts.geom.Coordinate;

/**
 * The Georeferenced Event Dataset of the Uppsala Conflict Data Program: fatal events of organised
 * violence. All 49 columns or fewer, in UCDP's own names; {@link UcdpPlace} says how precise a
 * place is. GED has no column of weapons: an event is {@code mentioned} if its headlines or its
 * original sources speak of aircraft (see {@link AirWords}).
 *
 * <p>One column of ours is read where it is there: {@code air_terms}, the words found. Events whose
 * place is withheld get the P-code of their township from {@link Withheld}.
 *
 * <p>Deaths are kept as published: a few rows have low above best or best above high. Rows that
 * share date, place and deaths under different ids are one report of several places, not
 * duplicates.
 */
public final class UcdpGed implements Source<Incident> {

  /** The {@code source} of its incidents. */
  public static final String ID = "ucdp";

  static final String LICENCE = "CC BY 4.0";

  private static final String MYANMAR = "775";
  private static final String ELSEWHERE =
      "the event is of another country (country_id is not " + MYANMAR + "): left out";

  private static final PointColumns POINT = new PointColumns("longitude", "latitude");

  /** Code 2 is "near a place", within about 25 km. */
  private static final int NEAR_METRES = 25_000;

  private static final List<String> KINDS = List.of("state-based", "non-state", "one-sided");

  static final List<String> TEXTS =
      List.of(
          "where_coordinates",
          "where_description",
          "source_headline",
          "source_original",
          "source_article");

  private static final Pattern TOWNSHIP_IN_TEXT =
      Pattern.compile("((?:\\p{Lu}[\\p{L}’'-]+ ){1,3})[Tt]ownship");

  @Override
  public String title() {
    return "UCDP Georeferenced Event Dataset (GED)";
  }

  @Override
  public List<String> signature() {
    return List.of("id", "type_of_violence", "where_prec", "date_start");
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
    String country = row.text("country_id");
    if (!country.isEmpty() && !country.equals(MYANMAR)) {
      return Reading.skipped(ELSEWHERE);
    }
    String id = row.required("id", "every event of GED has one");
    Period period = row.period("date_start", "date_end");
    String kind = kind(row);
    Toll killed = new Toll(row.deaths("low"), row.deaths("best"), row.deaths("high"));
    Optional<Coordinate> point = POINT.read(row);
    Integer code = code(row);
    if (row.isRejected()) {
      return row.reading(() -> null);
    }
    Optional<String> withheld = Withheld.findTownship(ID, id);
    Where where = where(row, point, code, withheld.orElse(""));
    if (!where.hasPoint() && where.precision().isPoint()) {
      row.reject(
          "latitude", "", "an event with where_prec " + code + " needs latitude and longitude");
      return row.reading(() -> null);
    }
    Citation citation = new Citation(headline(row), "");
    if (withheld.isPresent() || Shelter.isIn(TEXTS.stream().map(row::text).toList())) {
      if (Shelter.isTold(where, citation)) {
        row.remark(Shelter.REMARK);
      }
      String township = where.pcode().isEmpty() ? township(row) : "";
      where = Shelter.withhold(where, township, district(row));
      citation = Citation.NONE;
    }
    Incident incident =
        new Incident(source, id, period, where, kind, air(row), killed, citation, LICENCE);
    return row.reading(() -> incident);
  }

  private static String kind(Row row) {
    String type = row.required("type_of_violence", "it is 1, 2 or 3");
    int index = type.length() == 1 ? "123".indexOf(type) : -1;
    if (index >= 0) {
      return KINDS.get(index);
    }
    if (!type.isEmpty()) {
      row.reject(
          "type_of_violence", type, "must be 1 (state-based), 2 (non-state) or 3 (one-sided)");
    }
    return "";
  }

  private static Integer code(Row row) {
    String code = row.required("where_prec", "it is 1 to 7");
    int index = code.length() == 1 ? "1234567".indexOf(code) : -1;
    if (index >= 0) {
      return index + 1;
    }
    if (!code.isEmpty()) {
      row.reject("where_prec", code, "must be 1 (exact place) to 7 (sea or air)");
    }
    return null;
  }

  private static Where where(Row row, Optional<Coordinate> point, int code, String pcode) {
    String name = row.text("where_coordinates");
    UcdpPlace place = UcdpPlace.of(name, code);
    return new Where(
        point.map(Coordinate::getX).orElse(null),
        point.map(Coordinate::getY).orElse(null),
        place.precision(),
        code == 2 ? NEAR_METRES : null,
        name,
        place.area(),
        pcode,
        UcdpPlace.state(row.text("adm_1")),
        place.line());
  }

  private static AirAttack air(Row row) {
    boolean mentioned =
        !row.text("air_terms").isEmpty()
            || AirWords.isIn(List.of(row.text("source_headline"), row.text("source_original")));
    return mentioned ? AirAttack.MENTIONED : AirAttack.NONE;
  }

  /** The first headline; older events have only the whole citation. */
  private static String headline(Row row) {
    String headlines = row.text("source_headline");
    String text = headlines.isEmpty() ? row.text("source_article") : headlines;
    int end = text.indexOf(';');
    return (end < 0 ? text : text.substring(0, end)).strip();
  }

  /** The township that the description names, such as that of "a camp in Kani Township". */
  private static String township(Row row) {
    Matcher matcher = TOWNSHIP_IN_TEXT.matcher(row.text("where_description"));
    // "Bago Region’s Minhla Township" is Minhla.
    return matcher.find() ? matcher.group(1).replaceFirst(".*[’']s ", "").strip() : "";
  }

  private static String district(Row row) {
    return UcdpPlace.without("district", row.text("adm_2"));
  }
}
