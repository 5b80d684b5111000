package org.displacementmapper.server.http;

import static org.displacementmapper.feature.Field.Type.BOOLEAN;
import static org.displacementmapper.feature.Field.Type.DATE;
import static org.displacementmapper.feature.Field.Type.INTEGER;
import static org.displacementmapper.feature.Field.Type.LIST;
import static org.displacementmapper.feature.Field.Type.OBJECT;
import static org.displacementmapper.feature.Field.Type.TEXT;

import java.util.LinkedHashMap;
import java.util.Map;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.layer.IncidentList;

/** The schemas of incidents counted and listed. */
final class IncidentSchemas {

  private static final Field VERSION = new Field("version", TEXT, "Version of the dataset.");
  private static final Field FROM = new Field("from", DATE, "First day counted.");
  private static final Field TO = new Field("to", DATE, "Last day counted.");

  private IncidentSchemas() {}

  static Map<String, Schema> all(Field policy) {
    Map<String, Schema> schemas = new LinkedHashMap<>();
    schemas.put(
        "Timeline",
        Schema.of(
            VERSION,
            policy,
            new Field("source", TEXT, "Source of the counts; of shown every source."),
            FROM,
            TO,
            new Field(
                "data_from", DATE, "First day of any incident, filtered or not; null if none."),
            new Field("data_to", DATE, "Last day of any incident; null if there are none."),
            new Field("by", TEXT, "Length of a step."),
            new Field("steps", LIST, "Start and counts of each step, in order.")));
    schemas.put(
        "TimelineStep",
        Schema.of(
            new Field("start", DATE, "First day of the step; a week begins on Monday."),
            new Field(
                "shown",
                INTEGER,
                "Incidents shown, of every source, each in the step of its last day: their sum is"
                    + " that of /api/filters. Two sources may record the same attack."),
            new Field("spanning", INTEGER, "Of those, how many may have happened in another step."),
            new Field("incidents", INTEGER, "Incidents of the one source."),
            new Field(
                "air_incidents",
                INTEGER,
                "Documented attacks from the air, of every source: at least so many."),
            new Field("air_mentions", INTEGER, "Of the source, headlines that speak of aircraft."),
            new Field("killed_best", INTEGER, "People killed, of the source, best figures.")));
    schemas.put(
        "OneIncident",
        Schema.of(VERSION, policy, new Field("incident", OBJECT, "What is said of it.")));
    schemas.put(
        "Incidents",
        Schema.of(
            VERSION,
            policy,
            FROM,
            TO,
            new Field("shown", INTEGER, "How many are shown in all: that of /api/filters."),
            new Field("next", TEXT, "cursor of the next part; null if this is the last."),
            new Field("incidents", LIST, "Newest first; those of one day in the order of keys.")));
    schemas.put("ListedIncident", IncidentList.SCHEMA);
    schemas.put("IncidentPlace", IncidentList.AREA);
    schemas.put(
        "Filters",
        Schema.of(
            VERSION,
            policy,
            FROM,
            TO,
            new Field("total", INTEGER, "Incidents of these days, of every public source."),
            new Field("shown", INTEGER, "How many of them all filters together leave."),
            new Field("filters", LIST, "Every filter and what it alone hides."),
            new Field("sources", LIST, "What incident_source may be."),
            new Field("kinds", LIST, "What kind may be: those of the most incidents, and chosen."),
            new Field("kinds_known", INTEGER, "How many kinds there are, listed or not."),
            new Field("precisions", LIST, "What precision may be.")));
    schemas.put(
        "FilterCount",
        Schema.of(
            new Field("parameter", TEXT, "Name of the parameter."),
            new Field("value", TEXT, "As it is set; null if it is not."),
            new Field(
                "hides", INTEGER, "How many more incidents would be shown without this filter.")));
    schemas.put(
        "FilterChoice",
        Schema.of(
            new Field("value", TEXT, "In the words of the source."),
            new Field("written", TEXT, "As it is written in an address, before percent signs."),
            new Field(
                "incidents",
                INTEGER,
                "How many would be shown of this choice alone, all other filters as they are."),
            new Field("chosen", BOOLEAN, "Whether the filter names it.")));
    return schemas;
  }
}
