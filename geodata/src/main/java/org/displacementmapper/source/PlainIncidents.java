package org.displacementmapper.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.feature.UnreadableFileException;
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
 * Incidents in a table or GeoJSON of nobody in particular: a day and a point, and what else there
 * is, under the names of {@link PlainColumns}. Rows without an id get one made of their content,
 * the same on every import. Precision is {@code unstated} unless a column says it.
 *
 * <p>The publisher of a row is, in this order: the option, the column {@code source}, the name of
 * the file.
 */
public final class PlainIncidents implements Source<Incident> {

  private static final String UNLICENSED =
      "no licence: kept, but not public; state one in a column licence or with --licence";

  @Override
  public String title() {
    return "plain CSV or GeoJSON points";
  }

  @Override
  public List<String> signature() {
    return List.of("date", "lat", "lon");
  }

  /** A date is enough: GeoJSON has its points elsewhere, and a row may state a P-code instead. */
  @Override
  public boolean recognises(Schema schema) {
    return Columns.of(schema).findFirst(PlainColumns.START).isPresent();
  }

  @Override
  public RowReader<Incident> reader(ImportFile file) {
    Columns columns = Columns.of(file.schema());
    PlainColumns names = PlainColumns.of(columns);
    if (names.start().isEmpty()) {
      throw new UnreadableFileException(
          file.name(),
          "no column of dates: found "
              + columns.list()
              + "; needed is one of "
              + String.join(", ", PlainColumns.START));
    }
    if (!file.hasGeometry() && !names.hasPlace()) {
      throw new UnreadableFileException(
          file.name(),
          "no columns of coordinates: found "
              + columns.list()
              + "; needed are lat and lon (or latitude and longitude, or y and x, or northing and"
              + " easting), or wkt, or pcode");
    }
    return feature -> read(new Row(file.name(), columns, feature), names, file);
  }

  @Override
  public String key(Incident incident) {
    return incident.key();
  }

  private static Reading<Incident> read(Row row, PlainColumns names, ImportFile file) {
    ImportOptions options = file.options();
    Period period = row.period(names.start().orElseThrow(), names.end().orElse(""));
    Optional<Coordinate> point = names.point().read(row);
    String pcode = Pcodes.read(row, names.pcode());
    Pcodes.check(row, names.pcode().orElse(""), pcode, point.isPresent(), options);
    Where where = where(row, names, point, pcode);
    String kind = row.text(names.kind());
    AirAttack air = air(row, names, kind);
    Toll killed =
        new Toll(
            row.deaths(names.low().orElse("")),
            row.deaths(names.best().orElse("")),
            row.deaths(names.high().orElse("")));
    Citation citation = new Citation(row.text(names.title()), WebAddress.read(row, names.url()));
    String source = source(row, names, file);
    String licence =
        row.text(names.licence()).isEmpty() ? options.licence() : row.text(names.licence());
    if (row.isRejected()) {
      return row.reading(() -> null);
    }
    String id = row.text(names.id());
    if (id.isEmpty() && row.feature().id() != null) {
      id = row.feature().id().strip();
    }
    if (Shelter.isIn(row.texts()) || Withheld.findTownship(source, id).isPresent()) {
      if (Shelter.isTold(where, citation)) {
        row.remark(Shelter.REMARK);
      }
      where = Shelter.withhold(where, row.text(names.township()), row.text(names.district()));
      citation = Citation.NONE;
    }
    if (id.isEmpty()) {
      // Of what is told only: an id made of a withheld place could be tried against guesses.
      id = ContentId.of(period, where, kind, killed, citation);
    }
    if (licence.isEmpty()) {
      row.remark(UNLICENSED);
    }
    Incident incident =
        new Incident(source, id, period, where, kind, air, killed, citation, licence);
    return row.reading(() -> incident);
  }

  private static Where where(
      Row row, PlainColumns names, Optional<Coordinate> point, String pcode) {
    Precision precision = precision(row, names.precision());
    if (point.isEmpty() && precision.isPoint()) {
      precision = Pcodes.precision(pcode);
    }
    String area =
        switch (precision) {
          case TOWNSHIP -> row.text(names.township());
          case DISTRICT -> row.text(names.district());
          case STATE -> row.text(names.state());
          default -> "";
        };
    Long uncertainty =
        row.count(names.uncertainty().orElse(""), "an uncertainty in metres", 2_000_000);
    return new Where(
        point.map(Coordinate::getX).orElse(null),
        point.map(Coordinate::getY).orElse(null),
        precision,
        uncertainty == null ? null : uncertainty.intValue(),
        row.text(names.place()),
        area,
        pcode,
        row.text(names.state()),
        false);
  }

  private static Precision precision(Row row, Optional<String> column) {
    String word = row.text(column).toLowerCase(Locale.ROOT);
    if (word.isEmpty()) {
      return Precision.UNSTATED;
    }
    List<String> allowed = new ArrayList<>();
    for (Precision precision : Precision.values()) {
      if (precision.word().equals(word)) {
        return precision;
      }
      allowed.add(precision.word());
    }
    row.reject(column.orElse(""), word, "precision must be one of " + String.join(", ", allowed));
    return Precision.UNSTATED;
  }

  /** As stated; without a word on it an attack is from the air if its kind says so. */
  private static AirAttack air(Row row, PlainColumns names, String kind) {
    String word = row.text(names.air()).toLowerCase(Locale.ROOT);
    switch (word) {
      case "documented":
        return AirAttack.DOCUMENTED;
      case "mentioned":
        return AirAttack.MENTIONED;
      case "none":
        return AirAttack.NONE;
      case "":
        boolean named = AirWords.isIn(List.of(kind)) || CuratedStrikes.isWeapon(kind);
        return named ? AirAttack.DOCUMENTED : AirAttack.NONE;
      default:
        row.reject(names.air().orElse(""), word, "air must be documented, mentioned or none");
        return AirAttack.NONE;
    }
  }

  private static String source(Row row, PlainColumns names, ImportFile file) {
    if (!file.options().source().isEmpty()) {
      return file.options().source();
    }
    String named = row.text(names.source());
    String slug = WebAddress.isWeb(named) ? "" : Slug.of(named);
    return slug.isEmpty() ? Slug.ofFile(file.name()) : slug;
  }
}
