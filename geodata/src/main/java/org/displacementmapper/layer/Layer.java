package org.displacementmapper.layer;

import java.util.List;
import java.util.Optional;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.feature.Style;
import org.displacementmapper.tile.TileGrid;

/** A public view of a dataset as features: what tiles, downloads and answers are made of. */
public interface Layer {

  /** As it stands in addresses, such as {@code adm1-labels}. */
  String id();

  /** A few words for a legend. */
  String title();

  /** What it shows and what it may be used for, in a sentence or two. */
  String text();

  /** Point, MultiPolygon: what its geometries are. */
  String geometryType();

  Schema schema();

  /** The property that identifies a feature and is never trimmed: {@code pcode} or {@code id}. */
  String key();

  /** The zoom beyond which nothing new is seen. */
  int maxZoom();

  /** How a map program should draw it; empty if that is left to its user. */
  default Optional<Style> style() {
    return Optional.empty();
  }

  /**
   * Whole features in degrees, in a stable order. The list may make each when it is asked for, so
   * it is best gone through once.
   */
  List<Feature> features(View view);

  /** What one tile shows, in the coordinates of its grid, in the same order. */
  List<Feature> cut(View view, TileGrid grid);

  /** The same for many tiles of one view. */
  Cutting cutting(View view);
}
