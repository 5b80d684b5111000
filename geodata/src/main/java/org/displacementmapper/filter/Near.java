package org.displacementmapper.filter;

import java.util.LinkedHashMap;
import java.util.Map;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * Whether a geometry lies within a distance of another, in metres on the ellipsoid and never in
 * degrees.
 *
 * <p>The nearest points are found where degrees are stretched to equal metres at the middle
 * latitude, twice; their distance is the geodesic. Between points it is exact; of lines and
 * polygons up to 500 km it is at most about 0.1 % too long. Distances end at {@value #MAX_METRES}
 * m.
 */
final class Near {

  static final double MAX_METRES = 1_000_000;

  /** Metres of a unit, by the words in use. */
  static final Map<String, Double> UNITS = units();

  private static final int ROUNDS = 2;
  private static final double LEAST_METRES_PER_DEGREE = 110_000;

  private final Geometry target;
  private final double metres;
  private final Envelope reach;

  Near(Geometry target, double metres) {
    this.target = target;
    this.metres = metres;
    Envelope box = target.getEnvelopeInternal();
    double lat = Math.min(89, Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())));
    double degrees = metres / LEAST_METRES_PER_DEGREE;
    this.reach = new Envelope(box);
    double widest = Math.min(89, lat + degrees);
    this.reach.expandBy(degrees / Math.cos(Math.toRadians(widest)), degrees);
  }

  boolean reaches(Geometry geometry) {
    if (geometry == null
        || geometry.isEmpty()
        || !reach.intersects(geometry.getEnvelopeInternal())) {
      return false;
    }
    return geometry.intersects(target) || distanceMetres(geometry) <= metres;
  }

  private double distanceMetres(Geometry geometry) {
    double lat = target.getCentroid().getY();
    double least = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      double stretch = Math.max(0.01, Math.cos(Math.toRadians(lat)));
      Coordinate[] nearest =
          DistanceOp.nearestPoints(stretched(geometry, stretch), stretched(target, stretch));
      least =
          Math.min(
              least,
              Geodesic.WGS84.Inverse(
                      nearest[0].y,
                      nearest[0].x / stretch,
                      nearest[1].y,
                      nearest[1].x / stretch,
                      GeodesicMask.DISTANCE)
                  .s12);
      lat = (nearest[0].y + nearest[1].y) / 2;
    }
    return least;
  }

  private static Geometry stretched(Geometry geometry, double factor) {
    Geometry copy = geometry.copy();
    copy.apply((Coordinate coordinate) -> coordinate.x *= factor);
    copy.geometryChanged();
    return copy;
  }

  private static Map<String, Double> units() {
    Map<String, Double> units = new LinkedHashMap<>();
    for (String word : new String[] {"m", "meter", "meters", "metre", "metres"}) {
      units.put(word, 1.0);
    }
    for (String word : new String[] {"km", "kilometer", "kilometers", "kilometre", "kilometres"}) {
      units.put(word, 1000.0);
    }
    units.put("ft", 0.3048);
    units.put("feet", 0.3048);
    units.put("mi", 1609.344);
    units.put("miles", 1609.344);
    units.put("nmi", 1852.0);
    return units;
  }
}
