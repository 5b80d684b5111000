package org.displacementmapper.tile;

/** A tile of the Web Mercator grid: x counts eastwards, y southwards, both from 0. */
public record TileCoord(int z, int x, int y) implements Tile {

  public static final int MAX_ZOOM = 22;

  public TileCoord {
    if (z < 0 || z > MAX_ZOOM) {
      throw new IllegalArgumentException("zoom must be 0 to " + MAX_ZOOM + ", was " + z);
    }
    int last = (1 << z) - 1;
    if (x < 0 || x > last || y < 0 || y > last) {
      throw new IllegalArgumentException(
          "no tile " + z + "/" + x + "/" + y + ": x and y must be 0 to " + last);
    }
  }

  /**
   * The tile in which a point lies. A point on the edge of two tiles lies in the eastern or
   * southern one; one beyond the highest latitude in the outermost row.
   */
  public static TileCoord containing(double lon, double lat, int z) {
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw new IllegalArgumentException(
          "longitude must be -180 to 180 and latitude -90 to 90, was " + lon + ", " + lat);
    }
    TileCoord first = new TileCoord(z, 0, 0);
    return new TileCoord(z, first.index(WebMercator.x(lon)), first.index(WebMercator.y(lat)));
  }

  private int index(double fraction) {
    return Math.min(tilesAcross() - 1, (int) (fraction * tilesAcross()));
  }

  /** Number of tiles side by side at this zoom. */
  public int tilesAcross() {
    return 1 << z;
  }

  @Override
  public int zoom() {
    return z;
  }

  @Override
  public double column(double lon) {
    return WebMercator.x(lon) * tilesAcross();
  }

  @Override
  public double row(double lat) {
    return WebMercator.y(lat) * tilesAcross();
  }

  @Override
  public double lon(double column) {
    return WebMercator.lon(column / tilesAcross());
  }

  @Override
  public double lat(double row) {
    return WebMercator.lat(row / tilesAcross());
  }

  @Override
  public double clampLatitude(double lat) {
    return WebMercator.clampLatitude(lat);
  }

  /** As in an address: {@code 7/98/56}. */
  @Override
  public String toString() {
    return z + "/" + x + "/" + y;
  }
}
