package org.displacementmapper.layer;

import static org.displacementmapper.feature.Field.Type.INTEGER;
import static org.displacementmapper.feature.Field.Type.TEXT;

import java.util.List;
import java.util.Optional;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.feature.Style;

/** Populated places, for orientation. */
final class PlaceLayer extends PointLayer {

  private static final Schema SCHEMA =
      Hashtags.tag(
          Schema.of(
              new Field("id", TEXT, "GeoNames id."),
              new Field("name", TEXT, "Name in English."),
              new Field("population", INTEGER, "People by GeoNames; not a census figure."),
              new Field(
                  "feature_code", TEXT, "GeoNames feature code, such as PPLC for the capital.")),
          "#loc");

  @Override
  public String id() {
    return "places";
  }

  @Override
  public String title() {
    return "Places";
  }

  @Override
  public String text() {
    return "Populated places from GeoNames, for orientation.";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Optional<Style> style() {
    return Optional.of(LayerStyles.places());
  }

  @Override
  public String key() {
    return "id";
  }

  @Override
  public List<Feature> features(View view) {
    return view.dataset().basemap().places();
  }
}
