package org.displacementmapper.dataset;

import java.util.List;
import org.displacementmapper.feature.Feature;

/**
 * What lies round and under the units, for orientation only.
 *
 * @param neighbours countries in view, polygons with {@code name} and {@code iso_a2}
 * @param places populated places, points with {@code id}, {@code name}, {@code population}, {@code
 *     feature_code}
 */
public record Basemap(List<Feature> neighbours, List<Feature> places) {

  public Basemap {
    neighbours = List.copyOf(neighbours);
    places = List.copyOf(places);
  }
}
