package org.displacementmapper.layer;

import static org.displacementmapper.feature.Field.Type.LIST;
import static org.displacementmapper.feature.Field.Type.NUMBER;
import static org.displacementmapper.feature.Field.Type.TEXT;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.join.Placement;
import org.locationtech.jts.geom.Point;

/**
 * A part of the incidents that a view shows, newest first: those known to a place with that place,
 * those known only to an area with the area. Immutable.
 *
 * @param shown how many the view shows in all
 * @param rows values by the names of {@link #SCHEMA}
 * @param next the rank at which the following part begins; empty: this is the last
 */
public record IncidentList(int shown, List<Map<String, Object>> rows, OptionalInt next) {

  /** What is said of each incident. */
  public static final Schema SCHEMA = schemaOfRows();

  /** What is said of an area. */
  public static final Schema AREA =
      Schema.of(
          new Field("pcode", TEXT, "P-code of the area."),
          new Field("name", TEXT, "Name in English."),
          new Field("name_my", TEXT, "Name in Burmese; null if not known."));

  public IncidentList {
    rows = List.copyOf(rows);
  }

  private static Schema schemaOfRows() {
    List<Field> fields = new ArrayList<>();
    fields.add(
        new Field(
            "key", TEXT, "Source, colon, id: what selected names; null if the place is withheld."));
    fields.add(new Field("lon", NUMBER, "Degrees east; null if not known to a place."));
    fields.add(new Field("lat", NUMBER, "Degrees north; null if not known to a place."));
    fields.add(
        new Field(
            "areas",
            LIST,
            "The units that it is known to be somewhere in; empty if it is known to a place, or to"
                + " the country alone."));
    for (Field field : IncidentFeatures.SCHEMA.fields()) {
      fields.add(
          field.name().equals("id")
              ? new Field("id", TEXT, "The source's own id; null if key is.")
              : field);
    }
    return new Schema(fields);
  }

  /**
   * The part that begins at a rank in {@link Dataset#newestFirst}.
   *
   * @param most rows, at least 1
   */
  public static IncidentList of(View view, int rank, int most) {
    int[] order = view.dataset().newestFirst();
    BitSet shown = view.shown();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = rank; i < order.length; i++) {
      if (shown.get(order[i])) {
        if (rows.size() == most) {
          return new IncidentList(shown.cardinality(), rows, OptionalInt.of(i));
        }
        rows.add(row(view.dataset().placements().get(order[i]), view.dataset()));
      }
    }
    return new IncidentList(shown.cardinality(), rows, OptionalInt.empty());
  }

  /**
   * What is said of one incident, filtered or not.
   *
   * @param key source, colon, id
   * @return empty if there is none, or none whose key may be told
   */
  public static Optional<Map<String, Object>> find(Dataset dataset, String key) {
    return dataset
        .find(key)
        .filter(placement -> dataset.tellsKey(placement.incident()))
        .map(placement -> row(placement, dataset));
  }

  private static Map<String, Object> row(Placement placement, Dataset dataset) {
    Feature feature = IncidentFeatures.of(placement);
    Map<String, Object> row = new LinkedHashMap<>();
    Point point = (Point) feature.geometry();
    row.put("key", feature.id());
    row.put("lon", point == null ? null : point.getX());
    row.put("lat", point == null ? null : point.getY());
    row.put("areas", areas(placement, dataset.boundaries()));
    row.putAll(feature.values());
    if (!dataset.tellsKey(placement.incident())) {
      row.put("key", null);
      row.put("id", null);
    }
    return row;
  }

  private static List<Map<String, Object>> areas(Placement placement, Boundaries boundaries) {
    List<Map<String, Object>> areas = new ArrayList<>();
    for (String pcode : IncidentAreaLayer.areas(placement, boundaries)) {
      AdminUnit unit = boundaries.unit(pcode);
      Map<String, Object> area = new LinkedHashMap<>();
      area.put("pcode", pcode);
      area.put("name", unit.name());
      area.put("name_my", unit.nameMy().isEmpty() ? null : unit.nameMy());
      areas.add(area);
    }
    return areas;
  }
}
