package org.displacementmapper.tile;

import org.locationtech.jts.geom.Envelope;

/** Tile units as in a Mapbox vector tile: {@value #EXTENT} across, from the north-west corner. */
public record UnitGrid(TileCoord tile) implements TileGrid {

  public static final int EXTENT = 4096;

  private static final int BUFFER_UNITS = (int) (BUFFER * EXTENT);

  @Override
  public double x(double lon) {
    return (WebMercator.x(lon) * tile.tilesAcross() - tile.x()) * EXTENT;
  }

  @Override
  public double y(double lat) {
    return (WebMercator.y(lat) * tile.tilesAcross() - tile.y()) * EXTENT;
  }

  @Override
  public double lon(double x) {
    return WebMercator.lon((x / EXTENT + tile.x()) / tile.tilesAcross());
  }

  @Override
  public double lat(double y) {
    return WebMercator.lat((y / EXTENT + tile.y()) / tile.tilesAcross());
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
