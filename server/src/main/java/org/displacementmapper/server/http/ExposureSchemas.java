package org.displacementmapper.server.http;

import static org.displacementmapper.feature.Field.Type.DATE;
import static org.displacementmapper.feature.Field.Type.INTEGER;
import static org.displacementmapper.feature.Field.Type.LIST;
import static org.displacementmapper.feature.Field.Type.NUMBER;
import static org.displacementmapper.feature.Field.Type.OBJECT;
import static org.displacementmapper.feature.Field.Type.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.displacementmapper.exposure.Radius;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;

/** The schemas of people who live near incidents. */
final class ExposureSchemas {

  static final Map<String, Schema> ALL =
      Map.of("Exposure", exposure(), "ExposedUnit", exposedUnit());

  private ExposureSchemas() {}

  private static Schema exposure() {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("version", TEXT, "Version of the dataset."));
    fields.add(new Field("says", TEXT, "What the numbers are, and what they are not."));
    fields.add(new Field("source", TEXT, "Source of the incidents."));
    fields.add(new Field("from", DATE, "First day of the incidents."));
    fields.add(new Field("to", DATE, "Last day of the incidents."));
    fields.add(new Field("air", TEXT, "all, documented, mentioned or any attacks from the air."));
    fields.add(
        new Field(
            "population_basis",
            TEXT,
            "raster: by the cells of an imported raster; unit_area: taken to live evenly over each"
                + " unit."));
    fields.add(new Field("population_source", TEXT, "Who counted or modelled the people."));
    fields.add(
        new Field("population_licence", TEXT, "Licence of the raster; null if there is none."));
    fields.add(
        new Field(
            "population_as_of", DATE, "Day of the count; null with a raster, see its source."));
    fields.add(new Field("incidents", INTEGER, "Incidents of these days, near anybody or not."));
    for (Radius radius : Radius.values()) {
      fields.add(
          new Field(
              "incidents_placed_" + radius.km() + "_km",
              INTEGER,
              "Of those, how many are placed precisely enough for a circle of %d km."
                  .formatted(radius.km())));
      fields.add(
          new Field(
              "incidents_not_placed_precisely_enough_" + radius.km() + "_km",
              INTEGER,
              "The others: known only to an area, a line or a wider surrounding, or told only by"
                  + " township. People near them are not counted."));
    }
    fields.add(
        new Field(
            "incidents_of_unstated_precision",
            INTEGER,
            "Placed incidents of which the source does not say how precisely."));
    fields.add(new Field("level", INTEGER, "Admin level of the units."));
    fields.add(new Field("country", OBJECT, "All units together, as in schema ExposedUnit."));
    fields.add(new Field("units", LIST, "The units, each as in schema ExposedUnit."));
    return new Schema(fields);
  }

  private static Schema exposedUnit() {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("pcode", TEXT, "P-code; the country has none."));
    fields.add(new Field("name", TEXT, "Name; the country has none."));
    fields.add(
        new Field("population", INTEGER, "People living there, rounded; null if not known."));
    for (Radius radius : Radius.values()) {
      String within = "living within %d km of an incident".formatted(radius.km());
      fields.add(
          new Field(
              "exposed_" + radius.km() + "_km",
              INTEGER,
              "People %s, rounded; null if too few to be told or the population is not known."
                  .formatted(within)));
      fields.add(
          new Field("exposed_" + radius.km() + "_km_text", TEXT, "The same in words, never null."));
      fields.add(
          new Field(
              "exposed_share_" + radius.km() + "_km",
              NUMBER,
              "Part of the people %s, from the rounded number; null likewise.".formatted(within)));
    }
    fields.add(
        new Field(
            "leaves_without_population",
            INTEGER,
            "Smallest units within it whose population is not known; their people are not in the"
                + " numbers."));
    return new Schema(fields);
  }
}
