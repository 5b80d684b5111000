package org.displacementmapper.tile;

/**
 * The spherical Mercator projection (EPSG:3857) scaled to the unit square: x from 0 at 180° W to 1
 * at 180° E, y from 0 in the north to 1 in the south, as tiles are counted.
 */
public final class WebMercator {

  /** Where the square ends, in degrees north and south: atan(sinh π). */
  public static final double MAX_LATITUDE = 85.05112877980659;

  private WebMercator() {}

  public static double x(double lon) {
    return (lon + 180) / 360;
  }

  /** Latitudes beyond {@link #MAX_LATITUDE} are drawn at the edge of the square. */
  public static double y(double lat) {
    double sin = Math.sin(Math.toRadians(clampLatitude(lat)));
    return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
  }

  public static double lon(double x) {
    return x * 360 - 180;
  }

  public static double lat(double y) {
    return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y))));
  }

  static double clampLatitude(double lat) {
    return Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat));
  }
}
