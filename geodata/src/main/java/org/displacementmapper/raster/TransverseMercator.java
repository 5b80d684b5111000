package org.displacementmapper.raster;

/**
 * From UTM on WGS 84 to longitude and latitude by Krüger's series to the fourth power of the third
 * flattening, exact to well under a millimetre within a zone.
 */
final class TransverseMercator {

  private static final double EQUATOR_METRES = 6_378_137;
  private static final double FLATTENING = 1 / 298.257223563;
  private static final double SCALE = 0.9996;
  private static final double FALSE_EASTING = 500_000;
  private static final double FALSE_NORTHING_SOUTH = 10_000_000;

  private static final double N = FLATTENING / (2 - FLATTENING);
  private static final double RADIUS =
      EQUATOR_METRES / (1 + N) * (1 + N * N / 4 + N * N * N * N / 64);

  /** From rectifying to conformal, from which the doubled angles are taken off. */
  private static final double[] BETA = {
    N / 2 - 2 * N * N / 3 + 37 * N * N * N / 96 - N * N * N * N / 360,
    N * N / 48 + N * N * N / 15 - 437 * N * N * N * N / 1_440,
    17 * N * N * N / 480 - 37 * N * N * N * N / 840,
    4_397 * N * N * N * N / 161_280
  };

  /** From conformal to geodetic latitude. */
  private static final double[] DELTA = {
    2 * N - 2 * N * N / 3 - 2 * N * N * N + 116 * N * N * N * N / 45,
    7 * N * N / 3 - 8 * N * N * N / 5 - 227 * N * N * N * N / 45,
    56 * N * N * N / 15 - 136 * N * N * N * N / 35,
    4_279 * N * N * N * N / 630
  };

  private final double centralMeridian;
  private final double falseNorthing;

  /**
   * @param zone 1 to 60
   */
  TransverseMercator(int zone, boolean south) {
    this.centralMeridian = 6 * zone - 183;
    this.falseNorthing = south ? FALSE_NORTHING_SOUTH : 0;
  }

  /** Longitude and latitude in degrees. */
  double[] lonLat(double easting, double northing) {
    double xi = (northing - falseNorthing) / (SCALE * RADIUS);
    double eta = (easting - FALSE_EASTING) / (SCALE * RADIUS);
    double xiPrime = xi;
    double etaPrime = eta;
    for (int j = 1; j <= BETA.length; j++) {
      xiPrime -= BETA[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
      etaPrime -= BETA[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
    }
    double conformal = Math.asin(Math.sin(xiPrime) / Math.cosh(etaPrime));
    double lat = conformal;
    for (int j = 1; j <= DELTA.length; j++) {
      lat += DELTA[j - 1] * Math.sin(2 * j * conformal);
    }
    double lon = Math.atan2(Math.sinh(etaPrime), Math.cos(xiPrime));
    return new double[] {centralMeridian + Math.toDegrees(lon), Math.toDegrees(lat)};
  }
}
