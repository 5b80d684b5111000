package org.displacementmapper.server.http;

import static org.displacementmapper.feature.Field.Type.BOOLEAN;
import static org.displacementmapper.feature.Field.Type.DATE;
import static org.displacementmapper.feature.Field.Type.INTEGER;
import static org.displacementmapper.feature.Field.Type.LIST;
import static org.displacementmapper.feature.Field.Type.NUMBER;
import static org.displacementmapper.feature.Field.Type.OBJECT;
import static org.displacementmapper.feature.Field.Type.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.layer.LayerSchemas;

/** The schemas of the detail of one unit. */
final class UnitSchemas {

  private UnitSchemas() {}

  static Map<String, Schema> all() {
    List<Field> estimate =
        new ArrayList<>(
            List.of(
                new Field("as_of", DATE, "Day the estimate is for."),
                new Field("cutoff", DATE, "Last day of UN figures that it was made from.")));
    estimate.addAll(LayerSchemas.ESTIMATE);
    return Map.of(
        "UnitDetail",
        detail(),
        "UnitFigure",
        Schema.of(
            new Field("as_of", DATE, "Day it is true for."),
            new Field("un_displaced", INTEGER, "People, as published; of a merged unit the sum."),
            new Field("un_complete", BOOLEAN, "False if it covers only part of the unit."),
            new Field("un_publisher", TEXT, "Who published it."),
            new Field("un_url", TEXT, "Where.")),
        "UnitEstimate",
        new Schema(estimate),
        "UnitMonth",
        Schema.of(
            new Field("start", DATE, "First day of the month."),
            new Field("incidents", NUMBER, "Incidents of the counted source, by their parts."),
            new Field(
                "air_incidents",
                NUMBER,
                "Documented attacks from the air, of every public source: at least so many."),
            new Field(
                "air_mentions", NUMBER, "Of incidents, those whose headline speaks of aircraft."),
            new Field("killed_best", NUMBER, "People killed in incidents, best figures.")),
        "UnitBasis",
        Schema.of(
            new Field(
                "basis", TEXT, "Why: stated, named, inside, nearest, spread, as of an incident."),
            new Field("incidents", INTEGER, "Incidents shown of every source, each whole.")));
  }

  /** The groups of states of the UN. */
  static Map<String, Schema> groups() {
    return Map.of(
        "UnGroup",
        Schema.of(
            new Field("code", TEXT, "The code that its figures carry, SE or NW."),
            new Field("name", TEXT, "Name in English."),
            new Field("name_my", TEXT, "Name in Burmese."),
            new Field(
                "un_displaced",
                INTEGER,
                "The last total that the UN reported up to as_of, however old; null if none."),
            new Field("un_as_of", DATE, "Day it is true for; null if there is none."),
            new Field("un_publisher", TEXT, "Who published it; null if there is none."),
            new Field("un_url", TEXT, "Where; null if there is none."),
            new Field("members", LIST, "P-codes of the states that the UN counts in it."),
            new Field("units", LIST, "P-codes of the loaded first-level units that it touches."),
            new Field("partly", LIST, "Those of them that the UN counts only a part of."),
            new Field(
                "exact",
                BOOLEAN,
                "False if the outline in layer un-groups holds all of the units in partly.")),
        "UnGroupPart",
        Schema.of(
            new Field("pcode", TEXT, "P-code of the unit."),
            new Field("name", TEXT, "Name in English."),
            new Field("name_my", TEXT, "Name in Burmese; null if not known."),
            new Field("counted", LIST, "P-codes of the part that is counted."),
            new Field("counted_names", LIST, "Their names in English."),
            new Field("counted_names_my", LIST, "Their names in Burmese.")));
  }

  private static Schema detail() {
    return Schemas.heading(
        Schemas.FLAGS,
        new Field("as_of_range", LIST, "First and last day that can be answered."),
        new Field("unit", OBJECT, "The unit, as in schema Unit."),
        new Field("parent", TEXT, "P-code of the unit that it lies in; null if none is known."),
        new Field("un_latest", OBJECT, "Its last UN figure not after as_of; null if none."),
        new Field("un_figures", LIST, "UN figures of every day that lists it; none below level 1."),
        new Field(
            "estimates",
            LIST,
            "Of the same product at the ends of months, each fitted 31 days before, and on as_of as"
                + " asked; none below level 1, where only the class is told."),
        new Field("months", LIST, "Incidents by month from from to to, in order."),
        new Field("bases", LIST, "Why the incidents were given to the unit, and how many."),
        new Field("neighbours", LIST, "Units of its level that share a border with it."),
        new Field("parts", LIST, "Units of the next level within it; empty if none is loaded."));
  }
}
