package org.displacementmapper.layer;

import static org.displacementmapper.feature.Field.Type.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.feature.Style;
import org.displacementmapper.tile.Coverage;
import org.displacementmapper.tile.TileGrid;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The countries in view, for orientation. */
final class NeighbourLayer implements Layer {

  private static final int MAX_ZOOM = 8;
  private static final Schema SCHEMA =
      Hashtags.tag(
          Schema.of(
              new Field("id", TEXT, "ISO 3166-1 code of two letters."),
              new Field("name", TEXT, "Name in English.")),
          "#country");

  private final List<Feature> countries;
  private final Coverage coverage;

  NeighbourLayer(List<Feature> countries) {
    this.countries = countries;
    this.coverage = Coverage.of(countries.stream().map(Feature::geometry).toList());
  }

  @Override
  public String id() {
    return "neighbours";
  }

  @Override
  public String title() {
    return "Countries in view";
  }

  @Override
  public String text() {
    return "Myanmar and the countries round it from Natural Earth, for orientation. Boundaries imply"
        + " no opinion on status.";
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
    return Optional.of(LayerStyles.neighbours());
  }

  @Override
  public String key() {
    return "id";
  }

  @Override
  public int maxZoom() {
    return MAX_ZOOM;
  }

  @Override
  public List<Feature> features(View view) {
    return countries;
  }

  @Override
  public List<Feature> cut(View view, TileGrid grid) {
    List<Optional<Geometry>> parts = coverage.cut(grid);
    List<Feature> shown = new ArrayList<>();
    for (int i = 0; i < countries.size(); i++) {
      Feature country = countries.get(i);
      parts.get(i).ifPresent(part -> shown.add(Feature.of(country.id(), part, country.values())));
    }
    return shown;
  }

  @Override
  public Cutting cutting(View view) {
    List<Envelope> boxes = new ArrayList<>();
    for (int i = 0; i < countries.size(); i++) {
      boxes.addAll(coverage.extents(i));
    }
    return new Cutting(boxes, grid -> cut(view, grid));
  }
}
