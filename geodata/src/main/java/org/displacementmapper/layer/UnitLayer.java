package org.displacementmapper.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.feature.Style;
import org.displacementmapper.tile.Coverage;
import org.displacementmapper.tile.TileGrid;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The units of one level with their counts, estimates and UN figures. */
final class UnitLayer implements Layer {

  static final int MAX_ZOOM = 13;
  private static final List<String> NAMES = List.of("states and regions", "districts", "townships");

  private final int level;
  private final List<AdminUnit> units;
  private final Schema schema;
  private final Coverage coverage;

  UnitLayer(int level, List<AdminUnit> units) {
    this.level = level;
    this.units = units;
    this.schema = Hashtags.tag(UnitFeatures.SCHEMA, "#adm" + level);
    this.coverage = Coverage.of(units.stream().map(AdminUnit::geometry).toList());
  }

  @Override
  public String id() {
    return "adm" + level;
  }

  @Override
  public String title() {
    return NAMES.get(level - 1);
  }

  @Override
  public String text() {
    return "Units of admin level "
        + level
        + ": people displaced as estimated from recorded violence, with intervals, beside the UN's"
        + " figures. Estimates are placed where the violence happened, UN figures where people are"
        + " now. Not for finding displaced people.";
  }

  @Override
  public String geometryType() {
    return "MultiPolygon";
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public Optional<Style> style() {
    return Optional.of(LayerStyles.units(level));
  }

  @Override
  public String key() {
    return "pcode";
  }

  @Override
  public int maxZoom() {
    return MAX_ZOOM;
  }

  Coverage coverage() {
    return coverage;
  }

  @Override
  public List<Feature> features(View view) {
    return view.units(level);
  }

  @Override
  public List<Feature> cut(View view, TileGrid grid) {
    Map<String, Geometry> shapes = shapes(grid);
    List<Feature> shown = new ArrayList<>();
    for (Feature unit : features(view)) {
      Geometry shape = shapes.get(unit.id());
      if (shape != null) {
        shown.add(Feature.of(unit.id(), shape, unit.values()));
      }
    }
    return shown;
  }

  @Override
  public Cutting cutting(View view) {
    Set<String> pcodes = features(view).stream().map(Feature::id).collect(Collectors.toSet());
    return new Cutting(boxes(pcodes), grid -> cut(view, grid));
  }

  /** Boxes in degrees that hold all that tiles show of these units. */
  List<Envelope> boxes(Set<String> pcodes) {
    List<Envelope> boxes = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      if (pcodes.contains(units.get(i).pcode())) {
        boxes.addAll(coverage.extents(i));
      }
    }
    return boxes;
  }

  /** What a tile shows of each unit, by P-code. */
  Map<String, Geometry> shapes(TileGrid grid) {
    List<Optional<Geometry>> parts = coverage.cut(grid);
    Map<String, Geometry> shapes = new HashMap<>();
    for (int i = 0; i < units.size(); i++) {
      String pcode = units.get(i).pcode();
      parts.get(i).ifPresent(part -> shapes.put(pcode, part));
    }
    return shapes;
  }
}
