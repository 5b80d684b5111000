package org.displacementmapper.server.http;

import static org.displacementmapper.feature.Field.Type.BOOLEAN;
import static org.displacementmapper.feature.Field.Type.DATE;
import static org.displacementmapper.feature.Field.Type.INTEGER;
import static org.displacementmapper.feature.Field.Type.LIST;
import static org.displacementmapper.feature.Field.Type.OBJECT;
import static org.displacementmapper.feature.Field.Type.TEXT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.displacementmapper.dataset.ChangedFigure;
import org.displacementmapper.dataset.ChangedIncident;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;

/** The schemas of dataset versions and of what changed between two. */
final class VersionSchemas {

  private static final List<Field> COUNTS =
      List.of(
          new Field("added", INTEGER, "Rows that only the later version tells."),
          new Field("changed", INTEGER, "Rows that both tell, differently."),
          new Field("withdrawn", INTEGER, "Rows that only the earlier version tells."));

  private VersionSchemas() {}

  static Map<String, Schema> all(Field policy) {
    Map<String, Schema> schemas = new LinkedHashMap<>();
    schemas.put(
        "Versions",
        Schema.of(
            new Field("version", TEXT, "The newest version."),
            policy,
            new Field("next", TEXT, "cursor of the next part; null if this is the last."),
            new Field("versions", LIST, "The newest first.")));
    schemas.put(
        "KeptVersion",
        Schema.of(
            new Field("name", TEXT, "Number and hash: what v may be."),
            new Field("number", INTEGER, "Counts up from 1, the shipped data; v may be it too."),
            new Field("newest", BOOLEAN, "Whether it is the one that answers without v."),
            new Field("created", DATE, "Day on which it was made; null if it cannot be read."),
            new Field(
                "imported",
                TEXT,
                "Kind of data that made it of the version before; null of the first, or unknown."),
            new Field(
                "incidents",
                INTEGER,
                "Incidents that it tells today; null if it cannot be read, or if it or the newest version holds more than 50,000 incidents and the newest some that are not told: /api/filters with v counts them then."),
            new Field("units", INTEGER, "Units of all levels; null if unknown.")));
    schemas.put("ChangeCounts", new Schema(COUNTS));
    schemas.put("ChangedSource", counted(new Field("source", TEXT, "Source of the incidents.")));
    schemas.put(
        "ChangedUnit",
        counted(
            new Field("pcode", TEXT, "P-code of a state or region."),
            new Field("name", TEXT, "Name in English."),
            new Field("name_my", TEXT, "Name in Burmese; null if not known.")));
    schemas.put(
        "ChangedField",
        Schema.of(
            new Field(
                "field",
                TEXT,
                "Part of an incident: " + String.join(", ", ChangedIncident.allFields()) + "."),
            new Field("incidents", INTEGER, "Changed incidents that differ in it.")));
    schemas.put(
        "ChangedRow",
        Schema.of(
            new Field("of", TEXT, "incident, or figure of the UN."),
            new Field("change", TEXT, "added, changed or withdrawn."),
            new Field(
                "key",
                TEXT,
                "Key of the incident; null of a figure, and if a version tells only its township."),
            new Field("source", TEXT, "Source of the incident, publisher of the figure."),
            new Field("date", DATE, "Last day of the incident, day of the figure."),
            new Field("place", TEXT, "Name of the place or area; null if withheld."),
            new Field(
                "units",
                LIST,
                "P-codes of the states and regions of an incident by either version, area of a"
                    + " figure."),
            new Field(
                "fields",
                LIST,
                "What differs, of a figure one or more of %s; empty unless changed."
                    .formatted(String.join(", ", ChangedFigure.allFields()))),
            new Field("people_before", INTEGER, "Of a figure; null if it was added."),
            new Field("people_after", INTEGER, "Of a figure; null if it was withdrawn."),
            new Field(
                "page",
                TEXT,
                "Page with the incident open, of the version that has it; null if not known to a"
                    + " place.")));
    schemas.put(
        "Changes",
        Schema.of(
            new Field("version", TEXT, "The later version."),
            policy,
            new Field("since", TEXT, "The earlier version."),
            new Field("since_created", DATE, "Day on which it was made."),
            new Field("until", TEXT, "The later version."),
            new Field("until_created", DATE, "Day on which it was made."),
            new Field("newest", BOOLEAN, "Whether the later version is the newest."),
            new Field("incidents", OBJECT, "How many incidents changed."),
            new Field("figures", OBJECT, "How many UN figures changed."),
            new Field(
                "boundaries_changed",
                BOOLEAN,
                "Whether other units are loaded: incidents may then count in others."),
            new Field("boundaries_since", TEXT, "Release of the boundaries before."),
            new Field("boundaries_until", TEXT, "Release of the boundaries after."),
            new Field(
                "population_changed", BOOLEAN, "Whether other numbers of inhabitants are loaded."),
            new Field("sources", LIST, "Incidents by source."),
            new Field("fields", LIST, "Changed incidents by what differs."),
            new Field(
                "units",
                LIST,
                "Incidents by state and region: one counts in each that it is or was in."),
            new Field("next", TEXT, "cursor of the next part; null if this is the last."),
            new Field(
                "changes", LIST, "Figures first, then incidents; those of the last days first.")));
    return schemas;
  }

  private static Schema counted(Field... names) {
    List<Field> fields = new ArrayList<>(List.of(names));
    fields.addAll(COUNTS);
    return new Schema(fields);
  }
}
