package org.displacementmapper.boundary;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.displacementmapper.boundary.Outlines.SegmentVisitor;
import org.locationtech.jts.geom.Envelope;

/**
 * The distance from one point to the nearest border seen so far. Segments are straight in longitude
 * and latitude, as in GeoJSON.
 *
 * <p>The foot on a segment is found in the plane that touches the ellipsoid at the point; its
 * distance with the radii of curvature at the middle latitude. At 5 km that is within a millimetre
 * of the geodesic, at 60 km within a metre; the distance told in the end is the geodesic itself.
 * Used by one thread.
 */
final class BorderDistance implements SegmentVisitor {

  /** Rounding of degrees is far below this; nearer by less is not nearer. */
  private static final double TIE_METRES = 1e-6;

  /** More than the plane can be wrong by at 100 km: segments beyond it are not worth a sine. */
  private static final double PLANE_ERROR = 1.02;

  private final Outlines outlines;
  private final double lon;
  private final double lat;
  private final double metresPerLon;
  private final double metresPerLat;

  private double best;
  private double footLon;
  private double footLat;
  private boolean found;
  private boolean nearer;

  /**
   * @param limitMetres farther borders are not seen; up to 100 km
   */
  BorderDistance(Outlines outlines, double lon, double lat, double limitMetres) {
    this.outlines = outlines;
    this.lon = lon;
    this.lat = lat;
    this.best = limitMetres;
    this.metresPerLon = Ellipsoid.metresPerLon(lat);
    this.metresPerLat = Ellipsoid.metresPerLat(lat);
  }

  /** Where a border that is to be seen must have a part. */
  Envelope reach() {
    double reachLon = best * PLANE_ERROR / metresPerLon;
    double reachLat = reachLat();
    return new Envelope(lon - reachLon, lon + reachLon, lat - reachLat, lat + reachLat);
  }

  /** Looks at the border of one more area; true if it is nearer than all before. */
  boolean approach(int area) {
    nearer = false;
    if (outlines.envelope(area).intersects(reach())) {
      outlines.visitSegments(area, lat, this::reachLat, this);
    }
    return nearer;
  }

  private double reachLat() {
    return best * PLANE_ERROR / Ellipsoid.LEAST_METRES_PER_LAT;
  }

  @Override
  public void visit(int segment) {
    double ax = (outlines.x(segment) - lon) * metresPerLon;
    double ay = (outlines.y(segment) - lat) * metresPerLat;
    double bx = (outlines.x(segment + 1) - lon) * metresPerLon;
    double by = (outlines.y(segment + 1) - lat) * metresPerLat;
    double worthALook = best * PLANE_ERROR;
    if (Math.min(ax, bx) > worthALook
        || Math.max(ax, bx) < -worthALook
        || Math.min(ay, by) > worthALook
        || Math.max(ay, by) < -worthALook) {
      return;
    }
    double dx = bx - ax;
    double dy = by - ay;
    double lengthSquared = dx * dx + dy * dy;
    double along = lengthSquared == 0 ? 0 : -(ax * dx + ay * dy) / lengthSquared;
    along = Math.max(0, Math.min(1, along));
    double x = ax + along * dx;
    double y = ay + along * dy;
    if (x * x + y * y > worthALook * worthALook) {
      return;
    }
    double deltaLon = x / metresPerLon;
    double deltaLat = y / metresPerLat;
    double middle = lat + deltaLat / 2;
    double metres =
        Math.hypot(
            deltaLon * Ellipsoid.metresPerLon(middle), deltaLat * Ellipsoid.metresPerLat(middle));
    if (found ? metres < best - TIE_METRES : metres <= best) {
      found = true;
      nearer = true;
      best = metres;
      footLon = lon + deltaLon;
      footLat = lat + deltaLat;
    }
  }

  /** Metres to the nearest border seen; infinite if none is within the limit. */
  double metres() {
    return found
        ? Geodesic.WGS84.Inverse(lat, lon, footLat, footLon, GeodesicMask.DISTANCE).s12
        : Double.POSITIVE_INFINITY;
  }
}
