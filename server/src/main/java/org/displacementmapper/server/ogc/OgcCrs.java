package org.displacementmapper.server.ogc;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.displacementmapper.format.Crs;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * A coordinate reference system by its address, with its axes in the order that its authority
 * defines: EPSG 4326 is latitude first, CRS84 longitude first.
 *
 * <p>Any two-dimensional one that {@link Crs} can turn features into; a shift of the datum is never
 * left out. CRS84 and EPSG 4326 need no database; the first other one opens GeoTools' own, which
 * takes seconds. Immutable, safe for use by many threads.
 */
public final class OgcCrs {

  private static final String BASE = "http://www.opengis.net/def/crs/";

  /** WGS 84, longitude first: the default, and what everything is stored in. */
  public static final OgcCrs CRS84 = new OgcCrs(BASE + "OGC/1.3/CRS84", Crs.WGS84, false, true);

  static final List<String> CONFORMANCE =
      List.of("http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs");

  /** Those that are listed with every collection; others are answered too. */
  public static final List<String> LISTED =
      List.of(
          CRS84.uri,
          BASE + "EPSG/0/4326",
          BASE + "EPSG/0/3857",
          BASE + "EPSG/0/32646",
          BASE + "EPSG/0/32647");

  private static final Pattern OGC =
      Pattern.compile(
          "https?://www\\.opengis\\.net/def/crs/OGC/(1\\.3|0)/CRS84|urn:ogc:def:crs:OGC:[0-9.]*:CRS84"
              + "|\\[?OGC:CRS84\\]?");
  private static final Pattern EPSG =
      Pattern.compile(
          "(?:https?://www\\.opengis\\.net/def/crs/EPSG/[0-9.]+/|urn:ogc:def:crs:EPSG:[0-9.]*:"
              + "|\\[?EPSG:)([0-9]{4,6})\\]?");
  private static final int MAX_KEPT = 200;
  private static final ConcurrentMap<String, OgcCrs> DECODED = new ConcurrentHashMap<>();

  private final String uri;
  private final Crs crs;
  private final boolean latFirst;
  private final boolean degrees;

  private OgcCrs(String uri, Crs crs, boolean latFirst, boolean degrees) {
    this.uri = uri;
    this.crs = crs;
    this.latFirst = latFirst;
    this.degrees = degrees;
  }

  /**
   * @param text an address such as {@code http://www.opengis.net/def/crs/EPSG/0/32647}, a URN, or
   *     {@code EPSG:32647}
   * @return empty if there is no such system, or none that features can be turned into
   */
  public static Optional<OgcCrs> find(String text) {
    if (OGC.matcher(text).matches()) {
      return Optional.of(CRS84);
    }
    Matcher epsg = EPSG.matcher(text);
    if (!epsg.matches()) {
      return Optional.empty();
    }
    String code = epsg.group(1);
    if (code.equals("4326")) {
      return Optional.of(new OgcCrs(BASE + "EPSG/0/4326", Crs.WGS84, true, true));
    }
    OgcCrs known = DECODED.get(code);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<OgcCrs> decoded = decode(code);
    if (DECODED.size() < MAX_KEPT) {
      decoded.ifPresent(crs -> DECODED.put(code, crs));
    }
    return decoded;
  }

  /** The axes are read from the authority's definition; the way there is that of all files. */
  private static Optional<OgcCrs> decode(String code) {
    try {
      CoordinateReferenceSystem authority = CRS.decode("urn:ogc:def:crs:EPSG::" + code);
      if (authority.getCoordinateSystem().getDimension() != 2) {
        return Optional.empty();
      }
      return Optional.of(
          new OgcCrs(
              BASE + "EPSG/0/" + code,
              Crs.of("EPSG:" + code),
              CRS.getAxisOrder(authority) == CRS.AxisOrder.NORTH_EAST,
              CRS.getProjectedCRS(authority) == null));
    } catch (FactoryException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Its address, as header Content-Crs and parameter crs have it. */
  public String uri() {
    return uri;
  }

  /** Whether its coordinates are degrees, not metres or feet. */
  boolean isDegrees() {
    return degrees;
  }

  /** Whether it is WGS 84 in degrees, in either order of axes. */
  boolean isWgs84() {
    return crs.isWgs84();
  }

  /** Whether its first axis runs north. */
  boolean isLatFirst() {
    return latFirst;
  }

  /**
   * The geometry in the axes of this system, and valid there: far from the middle of a projection
   * straight edges bend so much that a narrow place of an outline may cross itself.
   *
   * @throws IllegalArgumentException if it lies where the system is not defined
   */
  Geometry fromLonLat(Geometry geometry) {
    Geometry projected = finite(crs.fromWgs84(geometry));
    boolean broken = !degrees && projected.getDimension() == 2 && !projected.isValid();
    return turned(broken ? GeometryFixer.fix(projected) : projected);
  }

  /**
   * The geometry, given in the axes of this system, in longitude and latitude.
   *
   * @throws IllegalArgumentException if it lies where the system is not defined
   */
  Geometry toLonLat(Geometry geometry) {
    return finite(crs.toWgs84(turned(geometry)));
  }

  /**
   * A geometry that a user wrote, in longitude and latitude.
   *
   * @throws IllegalArgumentException if it does not lie on the earth
   */
  public Geometry literalToLonLat(Geometry geometry) {
    Geometry lonLat;
    try {
      lonLat = toLonLat(geometry);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the geometry lies outside the area of " + uri, e);
    }
    Envelope box = lonLat.getEnvelopeInternal();
    if (box.getMinX() < -180 || box.getMaxX() > 180 || box.getMinY() < -90 || box.getMaxY() > 90) {
      throw new IllegalArgumentException(
          "longitudes are -180 to 180 and latitudes -90 to 90, in the axes of " + uri);
    }
    return lonLat;
  }

  private Geometry finite(Geometry geometry) {
    for (Coordinate coordinate : geometry.getCoordinates()) {
      if (!Double.isFinite(coordinate.x) || !Double.isFinite(coordinate.y)) {
        throw new IllegalArgumentException("it lies outside the area of " + uri);
      }
    }
    return geometry;
  }

  /** From x first to the order of the authority, or back. */
  private Geometry turned(Geometry geometry) {
    if (!latFirst) {
      return geometry;
    }
    Geometry copy = geometry.copy();
    copy.apply(
        (Coordinate coordinate) -> {
          double x = coordinate.x;
          coordinate.x = coordinate.y;
          coordinate.y = x;
        });
    copy.geometryChanged();
    return copy;
  }
}
