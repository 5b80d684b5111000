package org.displacementmapper.layer;

import static org.displacementmapper.feature.Field.Type.BOOLEAN;
import static org.displacementmapper.feature.Field.Type.DATE;
import static org.displacementmapper.feature.Field.Type.INTEGER;
import static org.displacementmapper.feature.Field.Type.TEXT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.displacement.Evidence;
import org.displacementmapper.displacement.GroupArea;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.displacement.UnGroup;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.feature.Style;
import org.displacementmapper.tile.TileGrid;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The groups of states for which the UN prints one total, each with one outline round its members.
 * Tiles join what the layer of the units shows there, so that the outline lies on their borders.
 */
final class UnGroupLayer implements Layer {

  private static final Schema SCHEMA =
      Hashtags.tag(
          Schema.of(
              new Field("code", TEXT, "The code that its figures carry, such as SE."),
              new Field("name", TEXT, "Name in English."),
              new Field("name_my", TEXT, "Name in Burmese."),
              new Field(
                  "un_displaced",
                  INTEGER,
                  "People displaced in the whole group, by the last total that the UN reported up to"
                      + " as_of; null if there was none. It holds the figures of its members and is"
                      + " never added to them."),
              new Field("un_as_of", DATE, "Day of that total; null if there is none."),
              new Field("un_publisher", TEXT, "Who published it; null if there is none."),
              new Field("un_url", TEXT, "Where; null if there is none."),
              new Field("members", TEXT, "P-codes of the states that the UN counts in it."),
              new Field("units", TEXT, "P-codes of the loaded units of level 1 that it touches."),
              new Field(
                  "partly",
                  TEXT,
                  "P-codes of those units that the UN counts only a part of; null if it counts all."),
              new Field(
                  "exact",
                  BOOLEAN,
                  "False if the outline holds all of the units in partly, and so more than the UN"
                      + " counts.")),
          "#region");

  /** Of the width of a tile: ten pixels where it is drawn 512 pixels wide. */
  private static final double BLOT = 10.0 / 512;

  private final List<GroupArea> areas;
  private final Map<UnGroup, Geometry> outlines = new ConcurrentHashMap<>();
  private final Boundaries boundaries;
  private final Map<Integer, UnitLayer> units;

  /**
   * @param units the layers of the levels of these boundaries
   */
  UnGroupLayer(Boundaries boundaries, Map<Integer, UnitLayer> units) {
    this.boundaries = boundaries;
    this.units = Map.copyOf(units);
    this.areas =
        UnGroup.OF_STATES.stream()
            .map(group -> GroupArea.of(group, boundaries))
            .filter(area -> !area.outline().isEmpty())
            .toList();
  }

  @Override
  public String id() {
    return "un-groups";
  }

  @Override
  public String title() {
    return "UN groups of states";
  }

  @Override
  public String text() {
    return "South-East and North-West, for which the UN prints one total, with the last one up to"
        + " as_of. A group overlaps its members: its total is never added to theirs.";
  }

  @Override
  public String geometryType() {
    return "MultiPolygon";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Optional<Style> style() {
    return Optional.of(LayerStyles.groups());
  }

  @Override
  public String key() {
    return "code";
  }

  @Override
  public int maxZoom() {
    return UnitLayer.MAX_ZOOM;
  }

  @Override
  public List<Feature> features(View view) {
    return shown(view).stream()
        .map(area -> Feature.of(area.group().code(), outline(area), values(area, view)))
        .toList();
  }

  @Override
  public List<Feature> cut(View view, TileGrid grid) {
    List<Feature> cut = new ArrayList<>();
    Map<Integer, Map<String, Geometry>> shapes = new LinkedHashMap<>();
    for (GroupArea area : shown(view)) {
      Map<String, Geometry> shapesOfLevel =
          shapes.computeIfAbsent(level(area), level -> units.get(level).shapes(grid));
      Geometry[] parts =
          area.outline().stream()
              .map(shapesOfLevel::get)
              .filter(part -> part != null)
              .toArray(Geometry[]::new);
      if (parts.length > 0) {
        Geometry outline = withoutBlots(CoverageUnion.union(parts), grid.bounds());
        if (!outline.isEmpty()) {
          cut.add(Feature.of(area.group().code(), outline, values(area, view)));
        }
      }
    }
    return cut;
  }

  /**
   * Without the islands that a line round them would fill; what reaches the frame goes on beyond.
   */
  private static Geometry withoutBlots(Geometry outline, Envelope frame) {
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < outline.getNumGeometries(); i++) {
      Envelope box = outline.getGeometryN(i).getEnvelopeInternal();
      boolean inside =
          box.getMinX() > frame.getMinX()
              && box.getMaxX() < frame.getMaxX()
              && box.getMinY() > frame.getMinY()
              && box.getMaxY() < frame.getMaxY();
      if (!inside || Math.max(box.getWidth(), box.getHeight()) > frame.getWidth() * BLOT) {
        parts.add(outline.getGeometryN(i));
      }
    }
    return outline.getFactory().buildGeometry(parts);
  }

  @Override
  public Cutting cutting(View view) {
    return new Cutting(
        shown(view).stream()
            .flatMap(area -> units.get(level(area)).boxes(Set.copyOf(area.outline())).stream())
            .toList(),
        grid -> cut(view, grid));
  }

  /** Those of which the selection shows a unit. */
  private List<GroupArea> shown(View view) {
    Set<String> pcodes =
        boundaries.units(Evidence.FIRST_LEVEL).stream()
            .filter(unit -> view.selection().shows(unit, boundaries))
            .map(unit -> unit.pcode())
            .collect(Collectors.toSet());
    return areas.stream().filter(area -> area.units().stream().anyMatch(pcodes::contains)).toList();
  }

  private int level(GroupArea area) {
    return boundaries.level(area.outline().get(0));
  }

  private Geometry outline(GroupArea area) {
    return outlines.computeIfAbsent(area.group(), group -> boundaries.outline(area.outline()));
  }

  private static Map<String, Object> values(GroupArea area, View view) {
    Optional<UnFigure> figure =
        view.dataset().figures().latest(area.group(), view.request().asOf());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("code", area.group().code());
    values.put("name", area.group().label());
    values.put("name_my", area.group().labelMy());
    values.put("un_displaced", figure.map(UnFigure::people).orElse(null));
    values.put("un_as_of", figure.map(UnFigure::asOf).orElse(null));
    values.put("un_publisher", figure.map(UnFigure::publisher).orElse(null));
    values.put("un_url", figure.map(UnFigure::url).orElse(null));
    values.put("members", String.join(",", area.group().members()));
    values.put("units", String.join(",", area.units()));
    values.put("partly", area.partly().isEmpty() ? null : String.join(",", area.partly().keySet()));
    values.put("exact", area.exact());
    return values;
  }
}
