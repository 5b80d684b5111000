package org.displacementmapper.tile;

import org.locationtech.jts.geom.Envelope;

/** Tile units as in a Mapbox vector tile: {@value #EXTENT} across, from the north-west corner. */
public record UnitGrid(Tile tile) implements TileGrid {

  public static final int EXTENT = 4096;

  private static final int BUFFER_UNITS = (int) (BUFFER * EXTENT);

  @Override
  public double x(double lon) {
    return (tile.column(lon) - tile.x()) * EXTENT;
  }

  @Override
  public double y(double lat) {
    return (tile.row(lat) - tile.y()) * EXTENT;
  }

  @Override
  public double lon(double x) {
    return tile.lon(x / EXTENT + tile.x());
  }

  @Override
  public double lat(double y) {
    return tile.lat(y / EXTENT + tile.y());
  }

  @Override
  public boolean northUp() {
    return false;
  }

  @Override
  public Envelope bounds() {
    return new Envelope(-BUFFER_UNITS, EXTENT + BUFFER_UNITS, -BUFFER_UNITS, EXTENT + BUFFER_UNITS);
  }

  @Override
  public Envelope edges() {
    return new Envelope(0, EXTENT, 0, EXTENT);
  }
}
