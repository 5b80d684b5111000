package org.displacementmapper.layer;

import java.util.List;
import java.util.Optional;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Style;

/**
 * A public view of a dataset as features that are the same at every zoom: what tiles, downloads and
 * answers are made of.
 */
public interface Layer extends TileLayer {

  /** How a map program should draw it; empty if that is left to its user. */
  default Optional<Style> style() {
    return Optional.empty();
  }

  /**
   * Whole features in degrees, in the order of the tiles. The list may make each when it is asked
   * for, so it is best gone through once.
   */
  List<Feature> features(View view);
}
