package org.displacementmapper.exposure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.displacementmapper.boundary.Ellipsoid;
import org.locationtech.jts.geom.Coordinate;

/**
 * Circles of one radius in metres round points, cut by lines of latitude from south to north. Where
 * a line is cut is found with the radii of curvature of the ellipsoid at the middle latitude, which
 * at 5 km is within a millimetre of the geodesic; nothing is projected.
 *
 * <p>Several circles round one point are one. Lines must be asked for in order. Used by one thread.
 */
final class Discs {

  private final double radiusMetres;

  /** In order of latitude. */
  private final double[] lats;

  private final double[] lons;

  /** Indices of the circles that the last line may cut, in order of longitude. */
  private int[] active = new int[16];

  private int activeSize;
  private int next;
  private final Intervals cut = new Intervals();

  private double[] wests = new double[16];
  private double[] easts = new double[16];

  Discs(List<Coordinate> points, double radiusMetres) {
    this.radiusMetres = radiusMetres;
    TreeSet<Coordinate> distinct =
        new TreeSet<>(
            Comparator.comparingDouble((Coordinate point) -> point.y)
                .thenComparingDouble(point -> point.x));
    distinct.addAll(points);
    this.lats = distinct.stream().mapToDouble(point -> point.y).toArray();
    this.lons = distinct.stream().mapToDouble(point -> point.x).toArray();
  }

  /** Latitude below which nothing is cut. */
  double south() {
    return lats.length == 0 ? Double.POSITIVE_INFINITY : lats[0] - reach();
  }

  /** Latitude above which nothing is cut. */
  double north() {
    return lats.length == 0 ? Double.NEGATIVE_INFINITY : lats[lats.length - 1] + reach();
  }

  /** The stretches of the line of latitude that lie in any circle; good until the next call. */
  Intervals cutBy(double lat) {
    double reach = reach();
    while (next < lats.length && lats[next] - reach < lat) {
      if (activeSize == active.length) {
        active = Arrays.copyOf(active, 2 * activeSize);
        wests = Arrays.copyOf(wests, 2 * activeSize);
        easts = Arrays.copyOf(easts, 2 * activeSize);
      }
      active[activeSize++] = next++;
    }
    int kept = 0;
    for (int i = 0; i < activeSize; i++) {
      if (lats[active[i]] + reach > lat) {
        active[kept++] = active[i];
      }
    }
    activeSize = kept;
    int chords = 0;
    for (int i = 0; i < activeSize; i++) {
      double middle = (lat + lats[active[i]]) / 2;
      double up = (lat - lats[active[i]]) * Ellipsoid.metresPerLat(middle);
      double square = radiusMetres * radiusMetres - up * up;
      if (square > 0) {
        double half = Math.sqrt(square) / Ellipsoid.metresPerLon(middle);
        wests[chords] = lons[active[i]] - half;
        easts[chords++] = lons[active[i]] + half;
      }
    }
    cut.clear();
    Arrays.sort(wests, 0, chords);
    Arrays.sort(easts, 0, chords);
    unite(chords);
    return cut;
  }

  /** Sweeps from west to east: a stretch lasts as long as any chord is open. */
  private void unite(int chords) {
    cut.clear();
    int opened = 0;
    int closed = 0;
    double west = 0;
    while (closed < chords) {
      if (opened < chords && wests[opened] <= easts[closed]) {
        if (opened == closed) {
          west = wests[opened];
        }
        opened++;
      } else {
        closed++;
        if (opened == closed) {
          cut.add(west, easts[closed - 1]);
        }
      }
    }
  }

  private double reach() {
    return radiusMetres / Ellipsoid.LEAST_METRES_PER_LAT;
  }
}
