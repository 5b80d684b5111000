package org.displacementmapper.tile;

import java.util.List;
import org.displacementmapper.feature.Feature;

/** One way to write a tile as bytes. Implementations are immutable and thread safe. */
public interface TileEncoder {

  /** Also the ending of its addresses: {@code mvt}. */
  String id();

  String mediaType();

  /** The coordinates that it writes for a tile. */
  TileGrid grid(Tile tile);

  /**
   * Writes one layer of a tile.
   *
   * @param layer its name
   * @param grid of this encoder
   * @param features with geometries in the coordinates of that grid; those without are left out
   * @return the same bytes for the same features in the same order
   */
  byte[] encode(String layer, TileGrid grid, List<Feature> features);

  /** Several layers of one tile as one tile, in their order. */
  byte[] join(List<byte[]> layers);
}
