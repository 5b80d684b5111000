package org.displacementmapper.layer;

import java.util.ArrayList;
import java.util.List;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.tile.TileGrid;

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
    List<Feature> shown = new ArrayList<>();
    for (Feature feature : features(view)) {
      grid.snap(feature.geometry().getCoordinate())
          .ifPresent(point -> shown.add(Feature.of(feature.id(), point, feature.values())));
    }
    return shown;
  }
}
