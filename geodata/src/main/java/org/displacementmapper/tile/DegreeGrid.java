package org.displacementmapper.tile;

import org.locationtech.jts.geom.Envelope;

/**
 * Degrees with as many decimals as the zoom can show, counted in the last decimal: at three
 * decimals 97.125° is 97125.
 */
public record DegreeGrid(Tile tile) implements TileGrid {

  /** About a centimetre. */
  public static final int MAX_DECIMALS = 7;

  /**
   * The fewest with which a step is no longer than a 4096th of the tile's width, but at most
   * {@value #MAX_DECIMALS}.
   */
  public int decimals() {
    double unit = 360.0 / (1 << tile.zoom()) / UnitGrid.EXTENT;
    return Math.min(MAX_DECIMALS, (int) Math.ceil(-Math.log10(unit)));
  }

  private double steps() {
    return Math.pow(10, decimals());
  }

  @Override
  public double x(double lon) {
    return lon * steps();
  }

  @Override
  public double y(double lat) {
    return tile.clampLatitude(lat) * steps();
  }

  @Override
  public double lon(double x) {
    return x / steps();
  }

  @Override
  public double lat(double y) {
    return y / steps();
  }

  @Override
  public boolean northUp() {
    return true;
  }

  /** Ends at the antimeridian, where RFC 7946 wants everything cut. */
  @Override
  public Envelope bounds() {
    Envelope box = tile.bufferedBounds(BUFFER);
    return new Envelope(
        Math.floor(x(Math.max(-180, box.getMinX()))),
        Math.ceil(x(Math.min(180, box.getMaxX()))),
        Math.floor(y(box.getMinY())),
        Math.ceil(y(box.getMaxY())));
  }

  @Override
  public Envelope edges() {
    Envelope box = tile.bounds();
    return new Envelope(
        Math.rint(x(box.getMinX())),
        Math.rint(x(box.getMaxX())),
        Math.rint(y(box.getMinY())),
        Math.rint(y(box.getMaxY())));
  }
}
