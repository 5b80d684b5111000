package org.displacementmapper.raster;

import java.io.IOException;

/**
 * Where the pixels of a GeoTIFF lie (OGC GeoTIFF 1.1): longitude and latitude on WGS 84 (EPSG:4326)
 * or UTM on WGS 84 (EPSG:32601 to 32660 and 32701 to 32760). Thread-safe.
 */
final class GeoReference {

  private static final String WANTED =
      "wanted is EPSG:4326 or UTM on WGS 84 (EPSG:326 or 327 and the zone), such as gdalwarp -t_srs"
          + " EPSG:4326 -r sum writes";

  private static final int MODEL_TYPE = 1024;
  private static final int RASTER_TYPE = 1025;
  private static final int GEOGRAPHIC_CODE = 2048;
  private static final int PROJECTED_CODE = 3072;
  private static final int PROJECTED = 1;
  private static final int GEOGRAPHIC = 2;
  private static final int PIXEL_IS_POINT = 2;
  private static final int WGS84 = 4326;
  private static final int UTM_NORTH = 32600;
  private static final int UTM_SOUTH = 32700;
  private static final int ZONES = 60;

  /** Model x, then y: factor of column, factor of row, constant. */
  private final double[] x;

  private final double[] y;

  /** Null for longitude and latitude. */
  private final TransverseMercator projection;

  GeoReference(TiffTags tags) throws IOException {
    double[] keys = tags.numbers(TiffTags.GEO_KEYS);
    if (keys.length < 4) {
      throw new NotReadable("it does not say where its pixels lie (no GeoTIFF keys); " + WANTED);
    }
    this.projection = projection(keys);
    double[] scale = tags.numbers(TiffTags.PIXEL_SCALE);
    double[] tie = tags.numbers(TiffTags.TIEPOINT);
    double[] matrix = tags.numbers(TiffTags.TRANSFORMATION);
    if (matrix.length >= 8) {
      this.x = new double[] {matrix[0], matrix[1], matrix[3]};
      this.y = new double[] {matrix[4], matrix[5], matrix[7]};
    } else if (scale.length >= 2 && tie.length >= 6) {
      this.x = new double[] {scale[0], 0, tie[3] - tie[0] * scale[0]};
      this.y = new double[] {0, -scale[1], tie[4] + tie[1] * scale[1]};
    } else {
      throw new NotReadable(
          "it does not say where its pixels lie (no tie point with a pixel scale, no matrix)");
    }
    if (key(keys, RASTER_TYPE) == PIXEL_IS_POINT) {
      x[2] -= (x[0] + x[1]) / 2;
      y[2] -= (y[0] + y[1]) / 2;
    }
    double area = x[0] * y[1] - x[1] * y[0];
    if (!Double.isFinite(area) || area == 0 || !Double.isFinite(x[2] + y[2])) {
      throw new NotReadable("the size or place of its pixels is damaged");
    }
  }

  private static TransverseMercator projection(double[] keys) {
    int model = key(keys, MODEL_TYPE);
    int code = key(keys, model == PROJECTED ? PROJECTED_CODE : GEOGRAPHIC_CODE);
    if (model == GEOGRAPHIC && code == WGS84) {
      return null;
    }
    if (model == PROJECTED && code > UTM_NORTH && code <= UTM_NORTH + ZONES) {
      return new TransverseMercator(code - UTM_NORTH, false);
    }
    if (model == PROJECTED && code > UTM_SOUTH && code <= UTM_SOUTH + ZONES) {
      return new TransverseMercator(code - UTM_SOUTH, true);
    }
    throw new NotReadable(
        "its coordinate system is "
            + (code == 0 || code == 32767 ? "its own" : "EPSG:" + code)
            + "; "
            + WANTED);
  }

  private static int key(double[] keys, int wanted) {
    for (int i = 4; i + 3 < keys.length; i += 4) {
      if (keys[i] == wanted && keys[i + 1] == 0) {
        return (int) keys[i + 3];
      }
    }
    return 0;
  }

  /** Longitude and latitude; whole numbers of column and row are corners of pixels. */
  double[] lonLat(double column, double row) {
    double modelX = x[0] * column + x[1] * row + x[2];
    double modelY = y[0] * column + y[1] * row + y[2];
    return projection == null ? new double[] {modelX, modelY} : projection.lonLat(modelX, modelY);
  }
}
