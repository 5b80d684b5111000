package org.displacementmapper.layer;

import java.util.ArrayList;
import java.util.List;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.tile.TileGrid;
import org.displacementmapper.tile.WebMercator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** A layer whose features are points; the others only say which. */
abstract sealed class PointLayer implements Layer
    permits IncidentLayer, PlaceLayer, UnitLabelLayer {

  private static final int MAX_ZOOM = 14;

  @Override
  public final String geometryType() {
    return "Point";
  }

  @Override
  public final int maxZoom() {
    return MAX_ZOOM;
  }

  @Override
  public final List<Feature> cut(View view, TileGrid grid) {
    return snap(features(view, grid.lonLatBounds(1)), grid);
  }

  /**
   * Of all features at least those in a box of degrees, or drawn there because they lie beyond the
   * highest latitude, in the order of all. A layer with very many makes few others.
   */
  List<Feature> features(View view, Envelope near) {
    return features(view);
  }

  @Override
  public final Cutting cutting(View view) {
    List<Feature> features = features(view);
    STRtree places = new STRtree();
    List<Envelope> boxes = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      boxes.add(new Envelope(drawn(features.get(i).geometry().getCoordinate())));
      places.insert(boxes.get(i), i);
    }
    places.build();
    return new Cutting(boxes, grid -> snap(near(features, places, grid), grid));
  }

  /** Of those that a tile can show, and a few more, the order of all. */
  @SuppressWarnings("unchecked")
  private static List<Feature> near(List<Feature> features, STRtree places, TileGrid grid) {
    List<Integer> found = places.query(grid.lonLatBounds(1));
    return found.stream().sorted().map(features::get).toList();
  }

  /** Where it is drawn: beyond the highest latitude at the edge. */
  static Coordinate drawn(Coordinate place) {
    double lat = Math.min(WebMercator.MAX_LATITUDE, place.y);
    return new Coordinate(place.x, Math.max(-WebMercator.MAX_LATITUDE, lat));
  }

  private static List<Feature> snap(List<Feature> features, TileGrid grid) {
    List<Feature> shown = new ArrayList<>();
    for (Feature feature : features) {
      grid.snap(feature.geometry().getCoordinate())
          .ifPresent(point -> shown.add(Feature.of(feature.id(), point, feature.values())));
    }
    return shown;
  }
}
