package org.displacementmapper.layer;

import java.util.List;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.tile.TileGrid;

/** A public view of a dataset that tiles are made of. */
public interface TileLayer {

  /** As it stands in addresses, such as {@code adm1-labels}. */
  String id();

  /** A few words for a legend. */
  String title();

  /** What it shows and what it may be used for, in a sentence or two. */
  String text();

  /** Point, MultiPolygon: what its geometries are. */
  String geometryType();

  Schema schema();

  /** The property that identifies a feature and is never trimmed, such as {@code pcode}. */
  String key();

  /** The zoom beyond which nothing new is seen. */
  int maxZoom();

  /** What one tile shows, in the coordinates of its grid, in a stable order. */
  List<Feature> cut(View view, TileGrid grid);

  /** The same for many tiles of one view. */
  Cutting cutting(View view);
}
