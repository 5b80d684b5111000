package org.displacementmapper.boundary;

/**
 * Lengths of a degree on WGS 84, from the radii of curvature of the ellipsoid: of the meridian, and
 * of the parallel through a latitude.
 */
public final class Ellipsoid {

  /** Metres of a degree of latitude where it is shortest, rounded down. */
  public static final double LEAST_METRES_PER_LAT = 110_570;

  static final double EQUATOR_METRES = 6_378_137;
  static final double ECCENTRICITY_SQUARED = 0.0066943799901413165;

  private Ellipsoid() {}

  public static double metresPerLon(double lat) {
    double sine = Math.sin(Math.toRadians(lat));
    double radius = EQUATOR_METRES / Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine);
    return Math.toRadians(radius * Math.cos(Math.toRadians(lat)));
  }

  public static double metresPerLat(double lat) {
    double sine = Math.sin(Math.toRadians(lat));
    double flat = 1 - ECCENTRICITY_SQUARED * sine * sine;
    return Math.toRadians(EQUATOR_METRES * (1 - ECCENTRICITY_SQUARED) / (flat * Math.sqrt(flat)));
  }
}
