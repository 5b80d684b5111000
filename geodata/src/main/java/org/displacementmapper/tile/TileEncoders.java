package org.displacementmapper.tile;

import java.util.List;
import java.util.Optional;

/** The list of tile encodings: addresses, negotiation and descriptions follow from it. */
public final class TileEncoders {

  public static final List<TileEncoder> ALL = List.of(new MvtEncoder(), new GeoJsonTileEncoder());

  private TileEncoders() {}

  /** The encoding with an id such as {@code mvt}. */
  public static Optional<TileEncoder> find(String id) {
    return ALL.stream().filter(encoder -> encoder.id().equals(id)).findFirst();
  }
}
