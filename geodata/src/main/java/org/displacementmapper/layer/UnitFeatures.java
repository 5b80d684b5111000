package org.displacementmapper.layer;

import static org.displacementmapper.feature.Field.Type.BOOLEAN;
import static org.displacementmapper.feature.Field.Type.DATE;
import static org.displacementmapper.feature.Field.Type.INTEGER;
import static org.displacementmapper.feature.Field.Type.NUMBER;
import static org.displacementmapper.feature.Field.Type.TEXT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.displacement.Comparison;
import org.displacementmapper.displacement.Estimate;
import org.displacementmapper.displacement.Evidence;
import org.displacementmapper.displacement.Flag;
import org.displacementmapper.displacement.Publication;
import org.displacementmapper.displacement.PublishedEstimate;
import org.displacementmapper.displacement.ReportedFigure;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;

/** A unit as a feature: the one list of what is said of it in tiles, files and answers. */
public final class UnitFeatures {

  /** The fields of an estimate, of a unit and of the country alike. */
  static final List<Field> ESTIMATE_FIELDS =
      List.of(
          new Field(
              "displaced",
              INTEGER,
              "People estimated to have been displaced since 1 February 2021 and still displaced,"
                  + " rounded to the nearest 100, from 100,000 to the nearest 1,000; placed where the"
                  + " violence happened. Null: under the least"
                  + " that is told, 100 unless the policy says otherwise, or no estimate (see"
                  + " displaced_class)."),
          new Field(
              "displaced_low80",
              INTEGER,
              "Four times in five the true number is above this; null under the least."),
          new Field(
              "displaced_high80",
              INTEGER,
              "Four times in five it is below this; null under the least."),
          new Field(
              "displaced_low95",
              INTEGER,
              "Nineteen times in twenty it is above this; null under the least."),
          new Field(
              "displaced_high95",
              INTEGER,
              "Nineteen times in twenty it is below this; null under the least."),
          new Field(
              "displaced_class",
              TEXT,
              "The class of displaced in words, such as under 1,000; null without an estimate."),
          new Field(
              "quality",
              TEXT,
              "unvalidated below the first level: shared out within its state, and no source has"
                  + " figures to test it by, so read the class. Null at the first level and of the"
                  + " country: how far off those were is in docs/method.md."));

  /** The quality of what no source has figures to test by. */
  public static final String UNVALIDATED = "unvalidated";

  public static final Schema SCHEMA = new Schema(fields());

  private UnitFeatures() {}

  private static List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("pcode", TEXT, "P-code; a range for a shipped state of several units."));
    fields.add(new Field("name", TEXT, "Name in English."));
    fields.add(new Field("name_my", TEXT, "Name in Burmese; null if not known."));
    fields.add(
        new Field("level", INTEGER, "Admin level: 1 state or region, 2 district, 3 township."));
    fields.add(new Field("population", INTEGER, "People in the 2014 census; null if not known."));
    fields.add(
        new Field(
            "incidents",
            NUMBER,
            "Incidents of the chosen source that are shown and counted; one known only to an area"
                + " of several units gives each a part. Of another source only if incident_source"
                + " leaves out the chosen one."));
    fields.add(
        new Field(
            "events",
            NUMBER,
            "Incidents that the estimate counts: those of the chosen source whose last day is from"
                + " 2021-02-01 to as_of."));
    fields.add(
        new Field(
            "air_incidents",
            NUMBER,
            "Documented attacks from the air, of every public source: at least so many."));
    fields.add(
        new Field(
            "air_mentions",
            NUMBER,
            "Incidents whose headline speaks of aircraft: a flag, not a count of air strikes."));
    fields.add(
        new Field("killed_low", INTEGER, "People killed in these incidents, lowest figures."));
    fields.add(
        new Field("killed_best", INTEGER, "People killed in these incidents, best figures."));
    fields.add(
        new Field("killed_high", INTEGER, "People killed in these incidents, highest figures."));
    fields.addAll(ESTIMATE_FIELDS);
    fields.add(
        new Field(
            "un_displaced",
            INTEGER,
            "People displaced as the UN reported for as_of, where they are now; null: not listed,"
                + " which is unknown, not zero, or a private figure that is withheld. Of a merged unit the sum of its listed members."));
    fields.add(
        new Field(
            "un_complete", BOOLEAN, "False if the UN did not list the unit, or only part of it."));
    fields.add(
        new Field(
            "share_of_un", NUMBER, "displaced / 440,000; only at as_of 2022-01-31, else null."));
    fields.add(
        new Field(
            "ratio_to_un",
            NUMBER,
            "displaced / un_displaced; null unless independent and the UN figure is complete."));
    fields.add(
        new Field(
            "product",
            TEXT,
            "independent; nowcast: the last UN breakdown moved on; or allocation: the UN's own figure"
                + " shared out."));
    fields.add(new Field("as_of", DATE, "Day the estimate is for."));
    fields.add(new Field("cutoff", DATE, "Last day of UN figures that it was made from."));
    return fields;
  }

  /** All units of a level with their values, in P-code order, those that the selection shows. */
  public static List<Feature> of(View view, int level) {
    UnitCounts counts = UnitCounts.of(view, level);
    return view.dataset().boundaries().units(level).stream()
        .filter(unit -> view.selection().shows(unit, view.dataset().boundaries()))
        .map(unit -> Feature.of(unit.pcode(), unit.geometry(), values(unit, view, counts)))
        .toList();
  }

  private static Map<String, Object> values(AdminUnit unit, View view, UnitCounts counts) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("pcode", unit.pcode());
    values.put("name", unit.name());
    values.put("name_my", unit.nameMy().isEmpty() ? null : unit.nameMy());
    values.put("level", unit.level());
    putPopulation(values, unit, view);
    UnitCounts.Sums sums = counts.of(unit.pcode());
    values.put("incidents", Numbers.hundredths(sums.incidents));
    values.put("events", events(unit, view));
    values.put("air_incidents", Numbers.hundredths(sums.airDocumented));
    values.put("air_mentions", Numbers.hundredths(sums.airMentioned));
    values.put("killed_low", Math.round(sums.killedLow));
    values.put("killed_best", Math.round(sums.killedBest));
    values.put("killed_high", Math.round(sums.killedHigh));
    putEstimate(values, view.estimate(unit), view.publication());
    putFigure(values, unit, view);
    values.put("product", view.request().product().word());
    values.put("as_of", view.request().asOf());
    values.put("cutoff", view.request().cutoff());
    return values;
  }

  /**
   * What of a unit depends on no count of incidents: population, estimate and UN figure, named as
   * in {@link #SCHEMA}.
   */
  public static Map<String, Object> uncounted(AdminUnit unit, View view) {
    Map<String, Object> values = new LinkedHashMap<>();
    putPopulation(values, unit, view);
    putEstimate(values, view.estimate(unit), view.publication());
    putFigure(values, unit, view);
    return values;
  }

  private static void putPopulation(Map<String, Object> values, AdminUnit unit, View view) {
    values.put("population", Numbers.orNull(view.dataset().population().find(unit)));
  }

  private static Number events(AdminUnit unit, View view) {
    return Numbers.hundredths(
        view.dataset()
            .evidence(view.request().source())
            .incidentSums(unit.level())
            .at(unit.pcode(), view.request().asOf()));
  }

  /** Puts the published form of the estimate, or nulls where the product says nothing. */
  public static void putEstimate(
      Map<String, Object> values, Optional<Estimate> estimate, Publication publication) {
    Optional<PublishedEstimate> published = estimate.map(publication::publish);
    values.put("displaced", published.map(PublishedEstimate::displaced).orElse(null));
    values.put("displaced_low80", published.map(PublishedEstimate::low80).orElse(null));
    values.put("displaced_high80", published.map(PublishedEstimate::high80).orElse(null));
    values.put("displaced_low95", published.map(PublishedEstimate::low95).orElse(null));
    values.put("displaced_high95", published.map(PublishedEstimate::high95).orElse(null));
    values.put("displaced_class", published.map(PublishedEstimate::displacedClass).orElse(null));
    values.put(
        "quality",
        estimate
            .filter(found -> found.has(Flag.UNVALIDATED))
            .map(found -> UNVALIDATED)
            .orElse(null));
  }

  private static void putFigure(Map<String, Object> values, AdminUnit unit, View view) {
    Optional<ReportedFigure> figure =
        unit.level() == Evidence.FIRST_LEVEL
            ? view.dataset().figures().find(unit, view.request().asOf())
            : Optional.empty();
    Optional<Estimate> estimate = view.estimate(unit);
    Optional<Comparison> comparison =
        estimate.flatMap(ours -> figure.flatMap(theirs -> Comparison.find(ours, theirs)));
    values.put("un_displaced", figure.map(ReportedFigure::people).orElse(null));
    values.put("un_complete", figure.map(ReportedFigure::complete).orElse(false));
    Publication publication = view.publication();
    values.put(
        "share_of_un",
        estimate.map(ours -> Numbers.orNull(publication.shareOf440000(ours))).orElse(null));
    values.put(
        "ratio_to_un",
        comparison.map(both -> Numbers.orNull(publication.ratioToUn(both))).orElse(null));
  }
}
