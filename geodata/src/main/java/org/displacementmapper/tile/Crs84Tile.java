package org.displacementmapper.tile;

/**
 * A tile of the grid of longitudes and latitudes that OGC calls WorldCRS84Quad: two square tiles
 * side by side show the world at zoom 0, and each is quartered at the next. x counts eastwards, y
 * southwards, both from 0.
 */
public record Crs84Tile(int z, int x, int y) implements Tile {

  /** Where tiles are as wide as those of the last zoom of {@link TileCoord}. */
  public static final int MAX_ZOOM = TileCoord.MAX_ZOOM - 1;

  private static final double DEGREES = 180;
  private static final double NORTH = 90;

  public Crs84Tile {
    if (z < 0 || z > MAX_ZOOM) {
      throw new IllegalArgumentException("zoom must be 0 to " + MAX_ZOOM + ", was " + z);
    }
    int rows = 1 << z;
    if (x < 0 || x >= 2 * rows || y < 0 || y >= rows) {
      throw new IllegalArgumentException(
          "no tile %d/%d/%d: x must be 0 to %d and y 0 to %d"
              .formatted(z, x, y, 2 * rows - 1, rows - 1));
    }
  }

  @Override
  public int zoom() {
    return z + 1;
  }

  @Override
  public double column(double lon) {
    return (lon + DEGREES) / DEGREES * (1 << z);
  }

  @Override
  public double row(double lat) {
    return (NORTH - clampLatitude(lat)) / DEGREES * (1 << z);
  }

  @Override
  public double lon(double column) {
    return column / (1 << z) * DEGREES - DEGREES;
  }

  @Override
  public double lat(double row) {
    return NORTH - row / (1 << z) * DEGREES;
  }

  @Override
  public double clampLatitude(double lat) {
    return Math.max(-NORTH, Math.min(NORTH, lat));
  }

  @Override
  public String toString() {
    return z + "/" + x + "/" + y;
  }
}
