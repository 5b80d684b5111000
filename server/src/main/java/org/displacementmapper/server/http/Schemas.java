package org.displacementmapper.server.http;

import static java.util.Map.entry;
import static org.displacementmapper.feature.Field.Type.BOOLEAN;
import static org.displacementmapper.feature.Field.Type.DATE;
import static org.displacementmapper.feature.Field.Type.INTEGER;
import static org.displacementmapper.feature.Field.Type.LIST;
import static org.displacementmapper.feature.Field.Type.NUMBER;
import static org.displacementmapper.feature.Field.Type.OBJECT;
import static org.displacementmapper.feature.Field.Type.TEXT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.layer.LayerSchemas;

/** The schemas that the API description names. Fields may be added to an answer, not renamed. */
final class Schemas {

  private static final Field POLICY =
      new Field("policy", OBJECT, "What is told, and how coarsely.");

  static final Field FLAGS =
      new Field("flags", LIST, "Reasons to read the numbers with more than the interval in mind.");

  static final Map<String, Schema> ALL = all();

  private static final Map<String, Object> DAY = Map.of("type", "string", "format", "date");

  /** What lists and objects hold, by schema and field; the others say it in their text only. */
  private static final Map<String, Map<String, Object>> PARTS =
      Map.ofEntries(
          entry("Comparison.as_of_range", DAY),
          entry("ClassesByDay.as_of_range", DAY),
          entry("ClassesByDay.breaks", Map.of("type", "number")),
          entry("ClassesByDay.units", reference("UnitClasses")),
          entry("UnitClasses.un_days", DAY),
          entry("Comparison.national", reference("National")),
          entry("Comparison.units", reference("Unit")),
          entry("Comparison.flags", reference("Flag")),
          entry("Estimates.flags", reference("Flag")),
          entry("Comparison.levels", Map.of("type", "integer")),
          entry("Comparison.un_groups", reference("UnGroup")),
          entry("Comparison.unknown_areas", reference("UnknownArea")),
          entry("UnGroup.members", Map.of("type", "string")),
          entry("UnGroup.units", Map.of("type", "string")),
          entry("UnGroup.partly", reference("UnGroupPart")),
          entry("UnGroupPart.counted", Map.of("type", "string")),
          entry("UnGroupPart.counted_names", Map.of("type", "string")),
          entry("UnGroupPart.counted_names_my", Map.of("type", "string")),
          entry("Timeline.steps", reference("TimelineStep")),
          entry("Incidents.incidents", reference("ListedIncident")),
          entry("OneIncident.incident", reference("ListedIncident")),
          entry("ListedIncident.areas", reference("IncidentPlace")),
          entry("Filters.filters", reference("FilterCount")),
          entry("Filters.sources", reference("FilterChoice")),
          entry("Filters.kinds", reference("FilterChoice")),
          entry("Filters.precisions", reference("FilterChoice")),
          entry("Versions.versions", reference("KeptVersion")),
          entry("Changes.incidents", reference("ChangeCounts")),
          entry("Changes.figures", reference("ChangeCounts")),
          entry("Changes.sources", reference("ChangedSource")),
          entry("Changes.fields", reference("ChangedField")),
          entry("Changes.units", reference("ChangedUnit")),
          entry("Changes.changes", reference("ChangedRow")),
          entry("ChangedRow.units", Map.of("type", "string")),
          entry("ChangedRow.fields", Map.of("type", "string")),
          entry("UnitDetail.as_of_range", DAY),
          entry("UnitDetail.flags", reference("Flag")),
          entry("UnitDetail.unit", reference("Unit")),
          entry("UnitDetail.un_latest", reference("UnitFigure")),
          entry("UnitDetail.un_figures", reference("UnitFigure")),
          entry("UnitDetail.estimates", reference("UnitEstimate")),
          entry("UnitDetail.months", reference("UnitMonth")),
          entry("UnitDetail.bases", reference("UnitBasis")),
          entry("UnitDetail.neighbours", reference("Unit")),
          entry("UnitDetail.parts", reference("Unit")),
          entry("Exposure.country", reference("ExposedUnit")),
          entry("Exposure.units", reference("ExposedUnit")),
          entry("National.ratio_range", Map.of("type", "number")),
          entry("National.ratio_to_un_range", Map.of("type", "number")),
          entry("Estimates.units", reference("Unit")));

  private static final Set<String> PAIRS =
      Set.of("as_of_range", "ratio_range", "ratio_to_un_range");

  /** Fields that an answer may be without, which their texts explain. */
  private static final Set<String> OPTIONAL =
      Set.of("OEmbed.thumbnail_url", "OEmbed.thumbnail_width", "OEmbed.thumbnail_height");

  private Schemas() {}

  static boolean isOptional(String schema, String field) {
    return OPTIONAL.contains(schema + "." + field);
  }

  /** What a list or an object holds; empty if its text alone says it. The policy is one for all. */
  static Map<String, Object> part(String schema, String field) {
    if (field.equals(POLICY.name())) {
      return reference("Policy");
    }
    return OgcSchemas.part(schema, field)
        .map(Schemas::reference)
        .orElse(PARTS.getOrDefault(schema + "." + field, Map.of()));
  }

  /** The bounds of a list of lowest and highest; empty for any other field. */
  static Map<String, Object> pair(String field) {
    return PAIRS.contains(field) ? Map.of("minItems", 2, "maxItems", 2) : Map.of();
  }

  private static Map<String, Object> reference(String schema) {
    return Map.of("$ref", "#/components/schemas/" + schema);
  }

  private static Map<String, Schema> all() {
    Map<String, Schema> schemas = new LinkedHashMap<>();
    schemas.put(
        "Health",
        Schema.of(
            new Field("status", TEXT, "ok"),
            new Field("version", TEXT, "Version of the dataset."),
            POLICY));
    schemas.put(
        "Layers",
        Schema.of(
            new Field("version", TEXT, "Version of the dataset."),
            POLICY,
            new Field("boundaries", TEXT, "Release of the boundaries."),
            new Field("sources", LIST, "Sources of the incidents."),
            new Field("credits", LIST, "Whom to name."),
            new Field("layers", LIST, "The layers, each with its fields and addresses.")));
    schemas.put(
        "TileJson",
        Schema.of(
            new Field("tilejson", TEXT, "3.0.0"),
            new Field("tiles", LIST, "Addresses of the vector tiles."),
            new Field("vector_layers", LIST, "The one layer and its fields."),
            new Field("bounds", LIST, "West, south, east, north in degrees."),
            new Field("minzoom", INTEGER, "First zoom."),
            new Field("maxzoom", INTEGER, "Zoom beyond which nothing new is seen."),
            new Field("attribution", TEXT, "Whom to name."),
            new Field("dataset_version", TEXT, "Version of the dataset."),
            POLICY));
    schemas.put(
        "Comparison",
        heading(
            FLAGS,
            new Field("from", DATE, "First day of the air attacks and deaths that are counted."),
            new Field("to", DATE, "Last day of them."),
            new Field("as_of_range", LIST, "First and last day that can be answered."),
            new Field("levels", LIST, "Admin levels that are loaded, the first to the finest."),
            new Field("national", OBJECT, "The country, beside the UN figure."),
            new Field("units", LIST, "First-level units, each as in schema Unit."),
            new Field(
                "un_groups",
                LIST,
                "Groups of states for which the UN prints one total. A group overlaps its members and"
                    + " is never added to them."),
            new Field("unknown_areas", LIST, "Figures of areas that no loaded unit or group is.")));
    schemas.put(
        "OEmbed",
        Schema.of(
            new Field("type", TEXT, "rich"),
            new Field("version", TEXT, "1.0, of oEmbed."),
            new Field("title", TEXT, "Product and date of the view."),
            new Field("provider_name", TEXT, "Who answers."),
            new Field("provider_url", TEXT, "This server."),
            new Field("cache_age", INTEGER, "Seconds that the answer may be kept."),
            new Field("width", INTEGER, "Of the frame, in CSS pixels."),
            new Field("height", INTEGER, "Of the frame, in CSS pixels."),
            new Field("html", TEXT, "One iframe element."),
            new Field(
                "thumbnail_url",
                TEXT,
                "A picture of the view; absent, with its size, if under 150 pixels are allowed."),
            new Field("thumbnail_width", INTEGER, "In pixels."),
            new Field("thumbnail_height", INTEGER, "In pixels."),
            POLICY));
    schemas.put(
        "UnknownArea",
        Schema.of(
            new Field("area", TEXT, "The code that the figure carries."),
            new Field("as_of", DATE, "Day it is true for."),
            new Field("displaced", INTEGER, "People, as published."),
            new Field("measure", TEXT, "What is counted."),
            new Field("publisher", TEXT, "Who published it.")));
    schemas.put(
        "Flag",
        Schema.of(
            new Field("flag", TEXT, "Its word, such as parts_exceed_total."),
            new Field("meaning", TEXT, "What it says, in a sentence."),
            new Field("units", LIST, "P-codes of the units it is about; empty: the whole.")));
    schemas.put("Policy", policy());
    schemas.put("National", national());
    schemas.put(
        "Estimates",
        heading(
            FLAGS,
            new Field("level", INTEGER, "Admin level."),
            new Field("units", LIST, "The units, each as in schema Unit.")));
    schemas.put(
        "ComparisonSeries",
        Schema.of(
            new Field("version", TEXT, "Version of the dataset."),
            POLICY,
            new Field("source", TEXT, "Source of the incidents."),
            new Field("product", TEXT, "independent."),
            new Field("cutoff_days_before", INTEGER, "How long before as_of each was fitted."),
            new Field("rows", LIST, "Estimate, interval and UN figure of each date, in order."),
            new Field("too_early", LIST, "UN figures before which too few others lie.")));
    schemas.put(
        "CutoffCurve",
        Schema.of(
            new Field("version", TEXT, "Version of the dataset."),
            POLICY,
            new Field("source", TEXT, "Source of the incidents."),
            new Field("as_of", DATE, "Day of the 440,000."),
            new Field("ratio_range", LIST, "Lowest and highest ratio to the 440,000."),
            new Field("points", LIST, "Cut-off, weighting, estimate, ratio, their limits.")));
    schemas.put(
        "ClassesByDay",
        Schema.of(
            new Field("version", TEXT, "Version of the dataset."),
            POLICY,
            new Field("product", TEXT, "independent, nowcast or allocation."),
            new Field("source", TEXT, "Source of the incidents."),
            new Field("measure", TEXT, "What is divided into classes."),
            new Field("breaks", LIST, "Lower limits of the classes from 1 on; class 0 has none."),
            new Field("as_of_range", LIST, "First and last day."),
            new Field("units", LIST, "First-level units, each as in schema UnitClasses.")));
    schemas.put(
        "UnitClasses",
        Schema.of(
            new Field("pcode", TEXT, "P-code of the unit."),
            new Field(
                "classes",
                TEXT,
                "One character for each day from the first to the last: the class, 0 is the lowest;"
                    + " - where the unit has no value; . on a day that has no answer."),
            new Field("un_days", LIST, "Those of these days on which the UN lists the unit.")));
    schemas.put(
        "Validation",
        Schema.of(
            new Field("version", TEXT, "Version of the dataset."),
            POLICY,
            new Field("source", TEXT, "Source of the incidents."),
            new Field(
                "national_forward",
                LIST,
                "By days ahead: how far off each predictor was for the country."),
            new Field("units_forward", LIST, "The same for states and regions."),
            new Field("leave_one_out", LIST, "Each unit of a breakdown predicted from the others."),
            new Field("losses", LIST, "Where a model lost to a simple guess; empty if nowhere."),
            new Field(
                "calendar_is_better",
                LIST,
                "Days ahead at which growth by the calendar is the better guide.")));
    schemas.putAll(OgcSchemas.ALL);
    schemas.putAll(ExposureSchemas.ALL);
    schemas.putAll(IncidentSchemas.all(POLICY));
    schemas.putAll(VersionSchemas.all(POLICY));
    schemas.putAll(UnitSchemas.all());
    schemas.putAll(UnitSchemas.groups());
    schemas.put("Unit", LayerSchemas.UNIT);
    schemas.put("Incident", LayerSchemas.INCIDENT);
    schemas.put(
        "Problem",
        Schema.of(
            new Field("type", TEXT, "about:blank"),
            new Field("title", TEXT, "What kind of problem."),
            new Field("status", INTEGER, "HTTP status."),
            new Field("detail", TEXT, "What was wrong, the value found, what is allowed.")));
    return schemas;
  }

  private static Schema policy() {
    return Schema.of(
        new Field("least_people", INTEGER, "Estimates under this are given no number."),
        new Field("round_to", INTEGER, "Estimates are rounded to the nearest of this."),
        new Field("round_to_from_100000", INTEGER, "The same from 100,000."),
        new Field(
            "recent_days",
            INTEGER,
            "Of incidents of so many days before the version was made only the township is told."),
        new Field(
            "restricted_rows",
            BOOLEAN,
            "Whether rows are shown whose licence forbids passing them on: a private server."),
        new Field(
            "loosened", BOOLEAN, "Whether the operator tells more than the method's rules allow."),
        new Field("text", TEXT, "The rules in words."));
  }

  private static Schema national() {
    List<Field> fields = new ArrayList<>(LayerSchemas.ESTIMATE);
    fields.addAll(
        List.of(
            new Field("un_displaced", INTEGER, "The UN figure of as_of; null if there is none."),
            new Field("un_as_of", DATE, "Its date, which is as_of; null if there is none."),
            new Field("un_publisher", TEXT, "Who published it; null if there is none."),
            new Field("un_url", TEXT, "Where; null if there is none."),
            new Field("un_latest", INTEGER, "Last UN figure not after as_of; null if none."),
            new Field("un_latest_as_of", DATE, "Its date; null if there is none."),
            new Field("un_latest_publisher", TEXT, "Who published it; null if there is none."),
            new Field(
                "un_not_attributed",
                INTEGER,
                "Part of the UN figure that names no unit; null on days without a breakdown."),
            new Field(
                "ratio_to_440000",
                NUMBER,
                "displaced / 440,000; null unless independent and on the day of the 440,000."),
            new Field(
                "ratio_to_441500", NUMBER, "The same by the unrounded figure; null likewise."),
            new Field(
                "ratio_to_un", NUMBER, "displaced / un_displaced; null if they do not compare."),
            new Field(
                "ratio_range",
                LIST,
                "Lowest and highest ratio to the 440,000 over all cut-offs and weightings; null"
                    + " unless independent and on its day."),
            new Field(
                "ratio_to_un_range",
                LIST,
                "Lowest and highest ratio to un_displaced over all cut-offs from 15 September 2021"
                    + " to the last figure before as_of, and all weightings; null without a ratio."),
            new Field(
                "snapshots", INTEGER, "UN totals that the rate is fitted on; null if it is not."),
            new Field("events", NUMBER, "Incidents that the estimate counts."),
            new Field("theta", NUMBER, "People per incident; null if no rate is fitted.")));
    return new Schema(fields);
  }

  static Schema heading(Field... others) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("version", TEXT, "Version of the dataset."));
    fields.add(POLICY);
    fields.add(new Field("as_of", DATE, "Day the estimate is for."));
    fields.add(new Field("cutoff", DATE, "Last day of UN figures that it was made from."));
    fields.add(new Field("product", TEXT, "independent, nowcast or allocation."));
    fields.add(new Field("source", TEXT, "Source of the incidents."));
    fields.addAll(List.of(others));
    return new Schema(fields);
  }
}
