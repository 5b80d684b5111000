package org.displacementmapper.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import org.displacementmapper.feature.Feature;
import org.locationtech.jts.geom.Geometry;

/**
 * All features of a stream, of which those up to the first with a geometry (at most {@value #SIZE})
 * can be looked at beforehand: they decide on the columns of the file.
 */
final class FeatureSample implements Iterator<Feature> {

  private static final int SIZE = 1000;

  private final Deque<Feature> first = new ArrayDeque<>();
  private final Iterator<Feature> rest;

  FeatureSample(Iterator<Feature> features) {
    this.rest = features;
    boolean placed = false;
    while (!placed && first.size() < SIZE && features.hasNext()) {
      Feature feature = features.next();
      placed = feature.geometry() != null;
      first.add(feature);
    }
  }

  Optional<Geometry> findGeometry() {
    return first.stream().map(Feature::geometry).filter(Objects::nonNull).findFirst();
  }

  /** Whether ids need a column of their own, since no value says the same. */
  boolean needsId() {
    return first.stream().anyMatch(FeatureSample::idIsNoValue);
  }

  private static boolean idIsNoValue(Feature feature) {
    return feature.id() != null
        && feature.values().values().stream()
            .noneMatch(value -> value != null && value.toString().equals(feature.id()));
  }

  @Override
  public boolean hasNext() {
    return !first.isEmpty() || rest.hasNext();
  }

  /** Those of the sample again, then the others. */
  @Override
  public Feature next() {
    return first.isEmpty() ? rest.next() : first.remove();
  }
}
