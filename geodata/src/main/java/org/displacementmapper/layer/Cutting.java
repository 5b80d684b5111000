package org.displacementmapper.layer;

import java.util.List;
import java.util.function.Function;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.tile.TileGrid;
import org.locationtech.jts.geom.Envelope;

/**
 * A layer of one view to be cut into many tiles: what they have in common has been computed. Safe
 * for use by many threads; to be dropped after the last tile.
 *
 * @param boxes in degrees: outside them no tile shows anything, at any zoom, but for what rounding
 *     to its grid moves in
 * @param cut as {@link Layer#cut}
 */
public record Cutting(List<Envelope> boxes, Function<TileGrid, List<Feature>> cut) {

  public Cutting {
    boxes = List.copyOf(boxes);
  }
}
