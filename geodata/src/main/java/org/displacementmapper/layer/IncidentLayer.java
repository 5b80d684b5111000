package org.displacementmapper.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.feature.Style;
import org.displacementmapper.join.Placement;
import org.locationtech.jts.geom.Envelope;

/** The incidents whose place is known as a point, of every public source. */
final class IncidentLayer extends PointLayer {

  private final IncidentIndex index;

  IncidentLayer(IncidentIndex index) {
    this.index = index;
  }

  @Override
  public String id() {
    return "incidents";
  }

  @Override
  public String title() {
    return "Incidents known to a place";
  }

  @Override
  public String text() {
    return "Recorded violence at exact, village, town or unstated precision, of every public source;"
        + " two sources may record the same attack. Those known less precisely are in"
        + " incident-areas.";
  }

  @Override
  public Schema schema() {
    return IncidentFeatures.SCHEMA;
  }

  @Override
  public Optional<Style> style() {
    return Optional.of(LayerStyles.incidents());
  }

  @Override
  public String key() {
    return "id";
  }

  @Override
  public List<Feature> features(View view) {
    return IncidentPoints.of(view.placements());
  }

  @Override
  List<Feature> features(View view, Envelope near) {
    List<Placement> all = view.dataset().placements();
    List<Feature> features = new ArrayList<>();
    for (int place : index.near(near)) {
      if (view.shown().get(place)
          && IncidentFeatures.findPlace(all.get(place).incident())
              .filter(point -> near.contains(drawn(point)))
              .isPresent()) {
        features.add(IncidentFeatures.of(all.get(place)));
      }
    }
    return features;
  }
}
