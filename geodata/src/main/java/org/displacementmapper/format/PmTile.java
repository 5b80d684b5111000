package org.displacementmapper.format;

/**
 * A tile by its place in the pyramid, and that place as the one number by which PMTiles orders
 * tiles: zoom by zoom, within a zoom along a Hilbert curve. Column and row count from the
 * north-west.
 *
 * <p>The four children of the n-th tile of a zoom are the tiles 4n to 4n + 3 of the next, so going
 * down in order meets all tiles in order.
 */
public record PmTile(int z, int x, int y) {

  /** The deepest zoom of which every id fits in a long. */
  public static final int MAX_ZOOM = 30;

  public PmTile {
    if (z < 0 || z > MAX_ZOOM || x < 0 || y < 0 || x >> z != 0 || y >> z != 0) {
      throw new IllegalArgumentException("there is no tile " + z + "/" + x + "/" + y);
    }
  }

  /** The id of the first tile of a zoom, which is the number of all tiles of the zooms before. */
  public static long first(int zoom) {
    return ((1L << 2 * zoom) - 1) / 3;
  }

  public long id() {
    long place = 0;
    int column = x;
    int row = y;
    for (int bit = z - 1; bit >= 0; bit--) {
      int east = column >> bit & 1;
      int south = row >> bit & 1;
      place = place << 2 | 3 * east ^ south;
      if (south == 0) {
        int turned = east == 1 ? ~row : row;
        row = east == 1 ? ~column : column;
        column = turned;
      }
    }
    return first(z) + place;
  }

  public static PmTile at(long id) {
    if (id < 0 || id >= first(MAX_ZOOM + 1)) {
      throw new IllegalArgumentException("no tile has the id " + id);
    }
    int zoom = 0;
    while (id >= first(zoom + 1)) {
      zoom++;
    }
    long place = id - first(zoom);
    int column = 0;
    int row = 0;
    for (int bit = 0; bit < zoom; bit++) {
      int quarter = (int) (place >> 2 * bit) & 3;
      int east = quarter >> 1;
      int south = (quarter ^ east) & 1;
      if (south == 0) {
        int turned = east == 1 ? (1 << bit) - 1 - row : row;
        row = east == 1 ? (1 << bit) - 1 - column : column;
        column = turned;
      }
      column |= east << bit;
      row |= south << bit;
    }
    return new PmTile(zoom, column, row);
  }
}
