package org.displacementmapper.server.usecase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.layer.TileLayer;

/** Which properties of a layer's features are wanted; its key always is. */
final class Trimming {

  private final TileLayer layer;
  private final Set<String> wanted;

  private Trimming(TileLayer layer, Set<String> wanted) {
    this.layer = layer;
    this.wanted = wanted;
  }

  /**
   * @param wanted empty: all
   * @throws BadQuestionException naming a property that the layer has not
   */
  static Trimming of(TileLayer layer, Set<String> wanted) {
    for (String name : wanted) {
      if (layer.schema().findField(name).isEmpty()) {
        throw new BadQuestionException(
            "properties",
            name,
            "layer " + layer.id() + " has " + String.join(", ", layer.schema().names()) + ".");
      }
    }
    return new Trimming(layer, wanted);
  }

  Schema schema() {
    return new Schema(
        layer.schema().fields().stream().filter(field -> keeps(field.name())).toList());
  }

  List<Feature> apply(List<Feature> features) {
    return wanted.isEmpty() ? features : apply(features.stream()).toList();
  }

  /** One after the other, as they are asked for. */
  Stream<Feature> apply(Stream<Feature> features) {
    return wanted.isEmpty() ? features : features.map(this::trim);
  }

  private Feature trim(Feature feature) {
    Map<String, Object> values = new LinkedHashMap<>();
    feature
        .values()
        .forEach(
            (name, value) -> {
              if (keeps(name)) {
                values.put(name, value);
              }
            });
    return new Feature(feature.id(), feature.geometry(), values, feature.line());
  }

  private boolean keeps(String name) {
    return wanted.isEmpty() || wanted.contains(name) || name.equals(layer.key());
  }
}
