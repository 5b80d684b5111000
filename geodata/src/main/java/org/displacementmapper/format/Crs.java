package org.displacementmapper.format;

import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.displacementmapper.feature.UnreadableFileException;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * A coordinate reference system, with the way from and to WGS 84. In all of them x is the easting
 * or longitude and comes first, as it does in files, whatever the authority says.
 *
 * <p>WGS 84 itself is recognised without the EPSG database, which takes two seconds to open and is
 * opened only for other systems. Immutable and thread-safe.
 */
public final class Crs {

  /** Longitude and latitude in degrees, what everything here is in. */
  public static final Crs WGS84 = new Crs("WGS 84", null, null, false);

  /** Warns of every position far from a projection's zone; those are told from the result here. */
  private static final Logger PROJECTIONS =
      Logger.getLogger("org.geotools.referencing.operation.projection");

  static {
    PROJECTIONS.setLevel(Level.SEVERE);
  }

  /** Longest description and deepest nesting of brackets; the parsers below recurse. */
  private static final int MAX_WKT_LENGTH = 1 << 14;

  private static final int MAX_WKT_DEPTH = 20;

  private static final Pattern CODE =
      Pattern.compile(
          "(?i)(?:urn:(?:x-)?ogc:def:crs:|https?://www\\.opengis\\.net/def/crs/)?"
              + "(?:([A-Z]{2,6})?[:/](?:[0-9.]*[:/])?)?([0-9]{1,9}|CRS84)");
  private static final Pattern WKT = Pattern.compile("(?s)\\s*[A-Za-z]+(_[A-Za-z]+)?\\s*[\\[(].*");

  /** A geographic system on the datum WGS 84, in degrees from Greenwich, in either WKT. */
  private static final Pattern WGS84_WKT =
      Pattern.compile(
          "(?is)\\s*(GEOGCS|GEOGCRS|GEODCRS|GEODETICCRS|GEOGRAPHICCRS)\\s*[\\[(]"
              + "(?!.*TOWGS84\\s*[\\[(](?!\\s*0(\\.0*)?\\s*(,\\s*0(\\.0*)?\\s*)*[\\])]))"
              + ".*(DATUM|ENSEMBLE)\\s*[\\[(]\\s*\"(D_)?(WGS|World Geodetic System)[ _]?(19)?84( ensemble)?\".*");

  private static final Pattern NOT_DEGREES =
      Pattern.compile(
          "(?is).*(PRIMEM\\s*[\\[(]\\s*\"[^\"]*\"\\s*,\\s*-?(?!0+(\\.0*)?\\s*[,\\])])[0-9.]"
              + "|UNIT\\s*[\\[(]\\s*\"(?!degree)[a-z_ ]*(grad|gon|radian|second|minute)).*");

  /** The identifier at the very end of a description in WKT 2. */
  private static final Pattern WKT2_ID =
      Pattern.compile(
          "(?is).*\\bID\\s*\\[\\s*\"(EPSG|ESRI)\"\\s*,\\s*\"?(\\d+)\"?\\s*\\]\\s*\\]\\s*");

  private final String name;
  private final MathTransform toWgs84;
  private final MathTransform fromWgs84;
  private final boolean latitudeFirst;

  private Crs(String name, MathTransform to, MathTransform from, boolean latitudeFirst) {
    this.name = name;
    this.toWgs84 = to;
    this.fromWgs84 = from;
    this.latitudeFirst = latitudeFirst;
  }

  /**
   * @param text a code such as {@code EPSG:32647}, a URN or web address of one, or WKT as in a .prj
   *     file
   * @throws IllegalArgumentException saying what is wrong and what to do
   */
  public static Crs of(String text) {
    return WKT.matcher(text).matches() ? ofWkt(text) : ofCode(text.strip());
  }

  private static Crs ofCode(String text) {
    Matcher code = CODE.matcher(text);
    if (!code.matches()) {
      throw new IllegalArgumentException(
          "\"" + shown(text) + "\" names no coordinate reference system: write EPSG:32647 or such");
    }
    if (code.group(2).equalsIgnoreCase("CRS84") || code.group(2).equals("4326")) {
      return WGS84;
    }
    String authority = code.group(1) == null ? "EPSG" : code.group(1).toUpperCase(Locale.ROOT);
    String name = authority + ":" + code.group(2);
    try {
      return of(name, CRS.decode(name, true));
    } catch (FactoryException e) {
      throw new IllegalArgumentException(
          "there is no coordinate reference system " + name + ": check the number", e);
    }
  }

  private static Crs ofWkt(String wkt) {
    if (wkt.length() > MAX_WKT_LENGTH || depth(wkt) > MAX_WKT_DEPTH) {
      throw notUnderstood(wkt, null);
    }
    if (WGS84_WKT.matcher(wkt).matches() && !NOT_DEGREES.matcher(wkt).matches()) {
      return WGS84;
    }
    Matcher id = WKT2_ID.matcher(wkt);
    if (id.matches()) {
      return ofCode(id.group(1) + ":" + id.group(2));
    }
    try {
      // GeoTools asserts what a damaged text may break.
      CoordinateReferenceSystem parsed = CRS.parseWKT(wkt);
      return of(parsed.getName().getCode(), parsed);
    } catch (FactoryException | AssertionError e) {
      throw notUnderstood(wkt, e);
    }
  }

  private static IllegalArgumentException notUnderstood(String wkt, Throwable cause) {
    return new IllegalArgumentException(
        "the description of its coordinate reference system (\""
            + shown(wkt)
            + "\") is not understood: name the system with --crs EPSG:…",
        cause);
  }

  private static int depth(String wkt) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < wkt.length(); i++) {
      char mark = wkt.charAt(i);
      depth += mark == '[' || mark == '(' ? 1 : mark == ']' || mark == ')' ? -1 : 0;
      deepest = Math.max(depth, deepest);
    }
    return deepest;
  }

  private static Crs of(String name, CoordinateReferenceSystem crs) throws FactoryException {
    CoordinateReferenceSystem flat = CRS.getHorizontalCRS(crs);
    if (flat == null) {
      throw new IllegalArgumentException(
          name + " is no system of places on a map: name one that is with --crs");
    }
    boolean latitudeFirst = CRS.getAxisOrder(flat) == CRS.AxisOrder.NORTH_EAST;
    try {
      return new Crs(name, transform(flat, true), transform(flat, false), latitudeFirst);
    } catch (FactoryException e) {
      // A description without a shift of its datum: the authority may know one.
      String code = CRS.lookupIdentifier(flat, true);
      if (code == null || code.equals(name)) {
        throw new IllegalArgumentException(
            name + " has a datum whose shift to WGS 84 is not known: name it with --crs EPSG:…", e);
      }
      return of(code, CRS.decode(code, true));
    }
  }

  /** Refuses to leave out a shift of the datum, which would move places by hundreds of metres. */
  private static MathTransform transform(CoordinateReferenceSystem crs, boolean to)
      throws FactoryException {
    return to
        ? CRS.findMathTransform(crs, DefaultGeographicCRS.WGS84, false)
        : CRS.findMathTransform(DefaultGeographicCRS.WGS84, crs, false);
  }

  /** For messages. */
  public String name() {
    return name;
  }

  public boolean isWgs84() {
    return toWgs84 == null;
  }

  /**
   * A geometry of this system in longitude and latitude.
   *
   * @throws IllegalArgumentException if a position lies outside of what the system can tell
   */
  public Geometry toWgs84(Geometry geometry) {
    return isWgs84() ? geometry : transformed(geometry, toWgs84, latitudeFirst, false);
  }

  /** A geometry in longitude and latitude as this system has it; see {@link #toWgs84}. */
  public Geometry fromWgs84(Geometry geometry) {
    return isWgs84() ? geometry : transformed(geometry, fromWgs84, false, latitudeFirst);
  }

  private Geometry transformed(
      Geometry geometry, MathTransform transform, boolean swapBefore, boolean swapAfter) {
    Geometry copy = geometry.copy();
    copy.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence sequence, int i) {
            if (i == 0) {
              transform(sequence, transform, swapBefore, swapAfter);
            }
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    copy.setSRID(0);
    return copy;
  }

  private void transform(
      CoordinateSequence sequence, MathTransform transform, boolean swapIn, boolean swapOut) {
    int size = sequence.size();
    double[] numbers = new double[2 * size];
    for (int i = 0; i < size; i++) {
      numbers[2 * i] = sequence.getOrdinate(i, swapIn ? 1 : 0);
      numbers[2 * i + 1] = sequence.getOrdinate(i, swapIn ? 0 : 1);
    }
    try {
      transform.transform(numbers, 0, numbers, 0, size);
    } catch (TransformException e) {
      throw new IllegalArgumentException(
          "a position lies outside of what " + name + " can tell: is it the right system?", e);
    }
    for (int i = 0; i < size; i++) {
      sequence.setOrdinate(i, swapOut ? 1 : 0, numbers[2 * i]);
      sequence.setOrdinate(i, swapOut ? 0 : 1, numbers[2 * i + 1]);
    }
  }

  private static String shown(String text) {
    return text.length() > 60 ? text.substring(0, 59) + "…" : text;
  }

  /** The system that was named or, failing that, the one that the file tells. */
  static Optional<Crs> find(String file, ReadOptions options, Optional<String> told) {
    try {
      return options.crs().or(() -> told).map(Crs::of);
    } catch (IllegalArgumentException e) {
      throw new UnreadableFileException(file, e.getMessage());
    }
  }
}
