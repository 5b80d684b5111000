package org.displacementmapper.tile;

import org.locationtech.jts.geom.Envelope;

/**
 * A part of the world that one tile shows, in a pyramid of square tiles: its column counts
 * eastwards, its row southwards, both from 0. Immutable and safe for use by many threads.
 */
public sealed interface Tile permits TileCoord, Crs84Tile {

  /** How fine it is: the zoom of the Web Mercator grid whose tiles are as wide in degrees. */
  int zoom();

  int x();

  int y();

  /** Where a longitude lies in its grid, in tile widths from 180° W. */
  double column(double lon);

  /** Where a latitude lies in its grid, in tile widths from the northern edge. */
  double row(double lat);

  /** The longitude of a column. */
  double lon(double column);

  /** The latitude of a row. */
  double lat(double row);

  /** The nearest latitude that its grid reaches to. */
  double clampLatitude(double lat);

  /** Its edges in degrees. */
  default Envelope bounds() {
    return bufferedBounds(0);
  }

  /**
   * Its edges in degrees, moved outwards.
   *
   * @param buffer how far, as a fraction of the tile's width
   */
  default Envelope bufferedBounds(double buffer) {
    return new Envelope(
        lon(x() - buffer), lon(x() + 1 + buffer), lat(y() + 1 + buffer), lat(y() - buffer));
  }
}
