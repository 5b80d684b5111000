package org.displacementmapper.server.ogc;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A coordinate reference system by its address, with its axes in the order that its authority
 * defines: EPSG 4326 is latitude first, CRS84 longitude first.
 *
 * <p>Any two-dimensional one that GeoTools decodes and has a way to from WGS 84. CRS84 and EPSG
 * 4326 need no database; the first other one opens GeoTools' own, which takes seconds. Immutable,
 * safe for use by many threads.
 */
public final class Crs {

  private static final String BASE = "http://www.opengis.net/def/crs/";

  /** WGS 84, longitude first: the default, and what everything is stored in. */
  public static final Crs CRS84 = new Crs(BASE + "OGC/1.3/CRS84", false, true, null, null);

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
  private static final ConcurrentMap<String, Crs> DECODED = new ConcurrentHashMap<>();

  private final String uri;
  private final boolean latFirst;
  private final boolean degrees;
  private final MathTransform fromLonLat;
  private final MathTransform toLonLat;

  private Crs(
      String uri,
      boolean latFirst,
      boolean degrees,
      MathTransform fromLonLat,
      MathTransform toLonLat) {
    this.uri = uri;
    this.latFirst = latFirst;
    this.degrees = degrees;
    this.fromLonLat = fromLonLat;
    this.toLonLat = toLonLat;
  }

  /**
   * @param text an address such as {@code http://www.opengis.net/def/crs/EPSG/0/32647}, a URN, or
   *     {@code EPSG:32647}
   * @return empty if there is no such system, or none that features can be turned into
   */
  public static Optional<Crs> find(String text) {
    if (OGC.matcher(text).matches()) {
      return Optional.of(CRS84);
    }
    Matcher epsg = EPSG.matcher(text);
    if (!epsg.matches()) {
      return Optional.empty();
    }
    String code = epsg.group(1);
    if (code.equals("4326")) {
      return Optional.of(new Crs(BASE + "EPSG/0/4326", true, true, null, null));
    }
    Crs known = DECODED.get(code);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Crs> decoded = decode(code);
    if (DECODED.size() < MAX_KEPT) {
      decoded.ifPresent(crs -> DECODED.put(code, crs));
    }
    return decoded;
  }

  private static Optional<Crs> decode(String code) {
    try {
      CoordinateReferenceSystem crs = CRS.decode("urn:ogc:def:crs:EPSG::" + code);
      if (crs.getCoordinateSystem().getDimension() != 2) {
        return Optional.empty();
      }
      boolean degrees = CRS.getProjectedCRS(crs) == null;
      return Optional.of(
          new Crs(
              BASE + "EPSG/0/" + code,
              CRS.getAxisOrder(crs) == CRS.AxisOrder.NORTH_EAST,
              degrees,
              CRS.findMathTransform(DefaultGeographicCRS.WGS84, crs, true),
              CRS.findMathTransform(crs, DefaultGeographicCRS.WGS84, true)));
    } catch (FactoryException e) {
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
    return isCrs84() || fromLonLat == null;
  }

  /** Whether its first axis runs north. */
  boolean isLatFirst() {
    return latFirst;
  }

  private boolean isCrs84() {
    return this == CRS84;
  }

  /**
   * The geometry in the axes of this system.
   *
   * @throws TransformException if it lies where the system is not defined
   */
  Geometry fromLonLat(Geometry geometry) throws TransformException {
    return isCrs84()
        ? geometry
        : fromLonLat == null ? swapped(geometry) : finite(geometry, fromLonLat);
  }

  /**
   * The geometry, given in the axes of this system, in longitude and latitude.
   *
   * @throws TransformException if it lies where the system is not defined
   */
  Geometry toLonLat(Geometry geometry) throws TransformException {
    return isCrs84() ? geometry : toLonLat == null ? swapped(geometry) : finite(geometry, toLonLat);
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
    } catch (TransformException e) {
      throw new IllegalArgumentException("the geometry lies outside the area of " + uri, e);
    }
    Envelope box = lonLat.getEnvelopeInternal();
    if (box.getMinX() < -180 || box.getMaxX() > 180 || box.getMinY() < -90 || box.getMaxY() > 90) {
      throw new IllegalArgumentException(
          "longitudes are -180 to 180 and latitudes -90 to 90, in the axes of " + uri);
    }
    return lonLat;
  }

  private static Geometry finite(Geometry geometry, MathTransform transform)
      throws TransformException {
    Geometry transformed = JTS.transform(geometry, transform);
    for (Coordinate coordinate : transformed.getCoordinates()) {
      if (!Double.isFinite(coordinate.x) || !Double.isFinite(coordinate.y)) {
        throw new TransformException("it lies outside the area of " + transform.getClass());
      }
    }
    return transformed;
  }

  private static Geometry swapped(Geometry geometry) {
    Geometry copy = geometry.copy();
    copy.apply(
        (Coordinate coordinate) -> {
          double x = coordinate.x;
          coordinate.x = coordinate.y;
          coordinate.y = x;
        });
    copy.geometryChanged();
    return new GeometryFactory().createGeometry(copy);
  }
}
