package org.displacementmapper.server.usecase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.displacementmapper.format.PmTile;
import org.displacementmapper.tile.TileCoord;
import org.displacementmapper.tile.TileEncoder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Finds the tiles that may show something, going down from the one of zoom 0 into those that come
 * near one of the boxes in which everything lies. An empty tile ends nothing: what is too small for
 * one zoom may be seen at the next.
 */
final class TileDescent {

  /** What rounding moves in lies less than a unit outside; one more for the arithmetic. */
  private static final int REACH_UNITS = 2;

  private final STRtree boxes = new STRtree();
  private final TileEncoder encoder;

  TileDescent(List<Envelope> boxes, TileEncoder encoder) {
    boxes.forEach(box -> this.boxes.insert(box, box));
    this.boxes.build();
    this.encoder = encoder;
  }

  /**
   * The tiles of each zoom, as ids in ascending order; fewer zooms than asked for if there would be
   * too many.
   *
   * @param maxTiles of all zooms together
   */
  List<long[]> tiles(int maxZoom, int maxTiles) {
    List<long[]> zooms = new ArrayList<>();
    long[] near = boxes.isEmpty() ? new long[0] : new long[] {0};
    int left = maxTiles;
    for (int zoom = 0; zoom <= maxZoom; zoom++) {
      near = Arrays.stream(near).filter(this::isNear).limit(left + 1L).toArray();
      if (near.length > left) {
        return zooms;
      }
      left -= near.length;
      zooms.add(near);
      near = children(near, zoom);
    }
    return zooms;
  }

  private boolean isNear(long id) {
    Envelope reach = encoder.grid(tile(id)).lonLatBounds(REACH_UNITS);
    return !boxes.query(reach).isEmpty();
  }

  private static long[] children(long[] tiles, int zoom) {
    long[] children = new long[4 * tiles.length];
    for (int i = 0; i < children.length; i++) {
      children[i] = PmTile.first(zoom + 1) + 4 * (tiles[i / 4] - PmTile.first(zoom)) + i % 4;
    }
    return children;
  }

  static TileCoord tile(long id) {
    PmTile tile = PmTile.at(id);
    return new TileCoord(tile.z(), tile.x(), tile.y());
  }
}
