package org.displacementmapper.layer;

import static org.displacementmapper.feature.Field.Type.INTEGER;
import static org.displacementmapper.feature.Field.Type.LIST;
import static org.displacementmapper.feature.Field.Type.TEXT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.feature.Style;
import org.displacementmapper.incident.AirAttack;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.join.Placement;
import org.displacementmapper.tile.TileGrid;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The incidents known no more precisely than an area, as that area: one feature for each unit, at
 * the finest loaded level that is not finer than their precision. An incident known to an area of
 * several units, such as all Shan, stands in each of them; one known to the country alone in none.
 */
final class IncidentAreaLayer implements Layer {

  private static final int MAX_ZOOM = 13;
  private static final Schema SCHEMA =
      Schema.of(
          new Field("pcode", TEXT, "P-code of the area."),
          new Field("name", TEXT, "Name in English."),
          new Field("name_my", TEXT, "Name in Burmese; null if not known."),
          new Field("level", INTEGER, "Admin level of the area: 1, 2 or 3."),
          new Field("incidents", INTEGER, "How many incidents are known to be somewhere in it."),
          new Field(
              "air_incidents", INTEGER, "How many of them are documented attacks from the air."),
          new Field("killed_best", INTEGER, "People killed in them, best figures."),
          new Field(
              "ids",
              LIST,
              "Their keys: source, colon, id; without those of which the policy lets only the township be told, and those whose place is withheld."));

  private final Map<Integer, UnitLayer> unitLayers;

  IncidentAreaLayer(Map<Integer, UnitLayer> unitLayers) {
    this.unitLayers = Map.copyOf(unitLayers);
  }

  @Override
  public String id() {
    return "incident-areas";
  }

  @Override
  public String title() {
    return "Incidents known to an area";
  }

  @Override
  public String text() {
    return "Recorded violence known only to a township, district or state, of every public source,"
        + " as that area and never as a point.";
  }

  @Override
  public String geometryType() {
    return "MultiPolygon";
  }

  @Override
  public Schema schema() {
    return Hashtags.tag(SCHEMA, "#loc");
  }

  @Override
  public Optional<Style> style() {
    return Optional.of(LayerStyles.incidentAreas());
  }

  @Override
  public String key() {
    return "pcode";
  }

  @Override
  public int maxZoom() {
    return MAX_ZOOM;
  }

  @Override
  public List<Feature> features(View view) {
    SortedMap<String, List<Incident>> incidents = new TreeMap<>();
    for (Placement placement : view.placements()) {
      for (String pcode : areas(placement, view.dataset().boundaries())) {
        incidents.computeIfAbsent(pcode, missing -> new ArrayList<>()).add(placement.incident());
      }
    }
    List<Feature> features = new ArrayList<>();
    incidents.forEach((pcode, found) -> features.add(feature(pcode, found, view.dataset())));
    return features;
  }

  @Override
  public List<Feature> cut(View view, TileGrid grid) {
    return cut(features(view), grid);
  }

  @Override
  public Cutting cutting(View view) {
    List<Feature> areas = features(view);
    Map<Integer, Set<String>> pcodes = new TreeMap<>();
    areas.forEach(
        area -> pcodes.computeIfAbsent(level(area), found -> new TreeSet<>()).add(area.id()));
    List<Envelope> boxes = new ArrayList<>();
    pcodes.forEach((level, units) -> boxes.addAll(unitLayers.get(level).boxes(units)));
    return new Cutting(boxes, grid -> cut(areas, grid));
  }

  private static int level(Feature area) {
    return (Integer) area.values().get("level");
  }

  private List<Feature> cut(List<Feature> areas, TileGrid grid) {
    Map<Integer, Map<String, Geometry>> shapes = new HashMap<>();
    List<Feature> shown = new ArrayList<>();
    for (Feature area : areas) {
      int level = level(area);
      Geometry shape =
          shapes
              .computeIfAbsent(level, wanted -> unitLayers.get(wanted).shapes(grid))
              .get(area.id());
      if (shape != null) {
        shown.add(Feature.of(area.id(), shape, area.values()));
      }
    }
    return shown;
  }

  /** P-codes of the areas that an incident stands in, in their order; none if it is a point. */
  static Set<String> areas(Placement placement, Boundaries boundaries) {
    Incident incident = placement.incident();
    if (incident.where().precision().isPoint() && incident.where().hasPoint()) {
      return Set.of();
    }
    Set<String> pcodes = new TreeSet<>();
    Optional<Integer> level =
        boundaries.levels().stream()
            .filter(loaded -> loaded <= incident.where().precision().level())
            .max(Integer::compare);
    level.ifPresent(
        wanted ->
            placement
                .shares()
                .keySet()
                .forEach(
                    leaf ->
                        boundaries
                            .ancestor(boundaries.unit(leaf), wanted)
                            .ifPresent(unit -> pcodes.add(unit.pcode()))));
    return pcodes;
  }

  private static Feature feature(String pcode, List<Incident> incidents, Dataset dataset) {
    AdminUnit unit = dataset.boundaries().unit(pcode);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("pcode", unit.pcode());
    values.put("name", unit.name());
    values.put("name_my", unit.nameMy().isEmpty() ? null : unit.nameMy());
    values.put("level", unit.level());
    values.put("incidents", incidents.size());
    values.put(
        "air_incidents",
        (int) incidents.stream().filter(one -> one.air() == AirAttack.DOCUMENTED).count());
    values.put(
        "killed_best",
        incidents.stream()
            .mapToInt(one -> one.killed().best() == null ? 0 : one.killed().best())
            .sum());
    values.put("ids", incidents.stream().filter(dataset::tellsKey).map(Incident::key).toList());
    return Feature.of(unit.pcode(), unit.geometry(), values);
  }
}
