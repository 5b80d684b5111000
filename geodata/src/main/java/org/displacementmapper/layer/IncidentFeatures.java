package org.displacementmapper.layer;

import static org.displacementmapper.feature.Field.Type.DATE;
import static org.displacementmapper.feature.Field.Type.INTEGER;
import static org.displacementmapper.feature.Field.Type.TEXT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.join.Placement;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** An incident as a feature: the one list of what is said of it in tiles, files and answers. */
final class IncidentFeatures {

  static final Schema SCHEMA =
      Hashtags.tag(
          new Schema(
              List.of(
                  new Field("id", TEXT, "The source's own id; with source it is the key."),
                  new Field("date_start", DATE, "First possible day."),
                  new Field("date_end", DATE, "Last possible day; estimates count by it."),
                  new Field(
                      "place",
                      TEXT,
                      "Name of the place as the source spells it; null if withheld."),
                  new Field(
                      "pcode", TEXT, "Unit it was given to; null if spread over several or none."),
                  new Field(
                      "kind", TEXT, "What happened, in the source's words; null if not stated."),
                  new Field(
                      "air",
                      TEXT,
                      "documented: the source codes an attack from the air; mentioned: a headline speaks"
                          + " of aircraft; none."),
                  new Field(
                      "precision",
                      TEXT,
                      "How precisely the place is known: exact, village, town, township, district, state,"
                          + " country or unstated."),
                  new Field(
                      "uncertainty_m",
                      INTEGER,
                      "Radius in metres in which the place lies; null if the source states none."),
                  new Field(
                      "basis",
                      TEXT,
                      "Why it was given to its unit: stated, named, inside, nearest, spread or country."),
                  new Field(
                      "killed_low", INTEGER, "People killed, lowest figure; null if not reported."),
                  new Field(
                      "killed_best", INTEGER, "People killed, best figure; null if not reported."),
                  new Field(
                      "killed_high",
                      INTEGER,
                      "People killed, highest figure; null if not reported."),
                  new Field("source", TEXT, "Short name of the source."),
                  new Field(
                      "source_title", TEXT, "Title of a report; null if not known or withheld."),
                  new Field("source_url", TEXT, "Address of a report; null if none."),
                  new Field("licence", TEXT, "Licence of this row."),
                  new Field("explanation", TEXT, "The basis in words."))),
          "#event");

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private IncidentFeatures() {}

  /**
   * The feature, its id the key of the incident; its geometry is null unless the place is known as
   * a point.
   */
  static Feature of(Placement placement) {
    Incident incident = placement.incident();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", incident.id());
    values.put("date_start", incident.period().start());
    values.put("date_end", incident.period().end());
    values.put("place", nullIfEmpty(incident.where().place()));
    values.put("pcode", placement.findPcode().orElse(null));
    values.put("kind", nullIfEmpty(incident.kind()));
    values.put("air", incident.air().word());
    values.put("precision", incident.where().precision().word());
    values.put("uncertainty_m", incident.where().uncertaintyMetres());
    values.put("basis", placement.basis().word());
    values.put("killed_low", incident.killed().low());
    values.put("killed_best", incident.killed().best());
    values.put("killed_high", incident.killed().high());
    values.put("source", incident.source());
    values.put("source_title", nullIfEmpty(incident.citation().title()));
    values.put("source_url", nullIfEmpty(incident.citation().url()));
    values.put("licence", incident.licence());
    values.put("explanation", placement.explanation());
    return Feature.of(incident.key(), point(placement), values);
  }

  /** Where the incident may be drawn; empty unless its place is known as a point. */
  static Optional<Coordinate> findPlace(Incident incident) {
    return incident.where().precision().isPoint() ? incident.where().findPoint() : Optional.empty();
  }

  /** Whether its place is known as a point. */
  static boolean isPoint(Placement placement) {
    return findPlace(placement.incident()).isPresent();
  }

  private static Geometry point(Placement placement) {
    return findPlace(placement.incident()).map(FACTORY::createPoint).orElse(null);
  }

  private static String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
