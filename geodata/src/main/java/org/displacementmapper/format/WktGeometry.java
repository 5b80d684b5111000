package org.displacementmapper.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A geometry from well-known text (OGC 06-103r4, section 7), with PostGIS's {@code SRID=4326;} in
 * front of it or not. Heights and measures are left out; parts that are EMPTY are too. Curves and
 * surfaces are refused.
 *
 * <p>Bounded, as JTS's reader is not: at most {@value #MAX_SIZE} positions and parts, collections
 * at most {@value #MAX_DEPTH} deep, finite numbers only. What is wrong is told with its place.
 */
final class WktGeometry {

  /** Positions and parts of one geometry; more than any country's outline has. */
  static final int MAX_SIZE = 2_000_000;

  static final int MAX_DEPTH = 20;

  private static final List<String> TYPES =
      List.of(
          "POINT",
          "LINESTRING",
          "POLYGON",
          "MULTIPOINT",
          "MULTILINESTRING",
          "MULTIPOLYGON",
          "GEOMETRYCOLLECTION");

  private static final Pattern START =
      Pattern.compile("(?is)\\s*(SRID\\s*=\\s*(\\d{1,9})\\s*;\\s*)?(.*)");

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final WktText text;
  private int size;

  private WktGeometry(WktText text) {
    this.text = text;
  }

  /** Whether the text begins as a geometry does; broken ones included. */
  static boolean isBegun(String text) {
    String start = text.substring(0, Math.min(text.length(), 100)).strip().toUpperCase(Locale.ROOT);
    return start.startsWith("SRID") || TYPES.stream().anyMatch(start::startsWith);
  }

  /**
   * @return the geometry, its SRID as the text says, or 0; empty if the text says EMPTY
   * @throws WktText.Fault saying what is wrong, and where
   */
  static Geometry read(String text) {
    Matcher start = START.matcher(text.substring(0, Math.min(text.length(), 60)));
    int srid = 0;
    int begin = 0;
    if (start.matches() && start.group(1) != null) {
      srid = Integer.parseInt(start.group(2));
      begin = start.start(3);
    }
    WktText words = new WktText(text, begin);
    Geometry geometry = new WktGeometry(words).geometry(0);
    if (!words.isAtEnd()) {
      throw words.fault("the geometry has ended before; nothing may follow it");
    }
    geometry.setSRID(srid);
    return geometry;
  }

  private Geometry geometry(int depth) {
    count();
    String type = type();
    if (text.skip("EMPTY")) {
      return empty(type);
    }
    return switch (type) {
      case "POINT" -> inBrackets(this::point);
      case "LINESTRING" -> line();
      case "POLYGON" -> polygon();
      case "MULTIPOINT" -> FACTORY.createMultiPoint(parts(this::member).toArray(Point[]::new));
      case "MULTILINESTRING" ->
          FACTORY.createMultiLineString(parts(this::line).toArray(LineString[]::new));
      case "MULTIPOLYGON" ->
          FACTORY.createMultiPolygon(parts(this::polygon).toArray(Polygon[]::new));
      default -> collection(depth);
    };
  }

  /** Takes the type and what says that positions have heights or measures. */
  private String type() {
    WktText.Fault unknown = text.fault("a geometry begins with one of " + String.join(", ", TYPES));
    String word = text.word();
    String type = word.replaceFirst("(?<=[A-Z])(ZM|Z|M)$", "");
    if (!TYPES.contains(type)) {
      throw unknown;
    }
    if (type.equals(word) && !text.skip("ZM") && !text.skip("Z")) {
      text.skip("M");
    }
    return type;
  }

  private static Geometry empty(String type) {
    return switch (type) {
      case "POINT" -> FACTORY.createPoint();
      case "LINESTRING" -> FACTORY.createLineString();
      case "POLYGON" -> FACTORY.createPolygon();
      case "MULTIPOINT" -> FACTORY.createMultiPoint();
      case "MULTILINESTRING" -> FACTORY.createMultiLineString();
      case "MULTIPOLYGON" -> FACTORY.createMultiPolygon();
      default -> FACTORY.createGeometryCollection();
    };
  }

  private Geometry collection(int depth) {
    if (depth == MAX_DEPTH) {
      throw text.fault("collections are nested deeper than " + MAX_DEPTH + ": no map needs that");
    }
    return FACTORY.createGeometryCollection(
        parts(() -> geometry(depth + 1)).toArray(Geometry[]::new));
  }

  private Polygon polygon() {
    List<LinearRing> rings = list(this::ring);
    LinearRing[] holes = rings.subList(1, rings.size()).toArray(LinearRing[]::new);
    return FACTORY.createPolygon(rings.get(0), holes);
  }

  private LinearRing ring() {
    Coordinate[] positions = positions();
    Coordinate first = positions[0];
    Coordinate last = positions[positions.length - 1];
    if (!first.equals2D(last)) {
      throw text.fault(
          "the ring before this place is not closed: it must end where it begins, at "
              + first.x
              + " "
              + first.y);
    }
    if (positions.length < 4) {
      throw text.fault(
          "the ring before this place has "
              + positions.length
              + " positions: it must have at least 4");
    }
    return FACTORY.createLinearRing(positions);
  }

  private LineString line() {
    Coordinate[] positions = positions();
    if (positions.length < 2) {
      throw text.fault("the line before this place has one position: it must have at least 2");
    }
    return FACTORY.createLineString(positions);
  }

  /** A point of several, which may have brackets of its own. */
  private Point member() {
    return text.isNext('(') ? inBrackets(this::point) : point();
  }

  private Point point() {
    return FACTORY.createPoint(position());
  }

  private Coordinate[] positions() {
    return list(this::position).toArray(Coordinate[]::new);
  }

  private Coordinate position() {
    count();
    double x = text.number();
    double y = text.number();
    for (int more = 0; more < 2 && text.isNumberNext(); more++) {
      text.number();
    }
    return new CoordinateXY(x, y);
  }

  private <T> T inBrackets(Supplier<T> item) {
    text.require('(', "an opening bracket, or EMPTY, must stand here");
    T read = item.get();
    text.require(')', "a comma or a closing bracket must stand here");
    return read;
  }

  /** Items between brackets, divided by commas. */
  private <T> List<T> list(Supplier<T> item) {
    return inBrackets(
        () -> {
          List<T> items = new ArrayList<>();
          do {
            items.add(item.get());
          } while (text.skip(','));
          return items;
        });
  }

  /** As {@link #list}, without those that are EMPTY. */
  private <T> List<T> parts(Supplier<T> part) {
    return inBrackets(
        () -> {
          List<T> parts = new ArrayList<>();
          do {
            count();
            if (!text.skip("EMPTY")) {
              parts.add(part.get());
            }
          } while (text.skip(','));
          return parts;
        });
  }

  private void count() {
    if (++size > MAX_SIZE) {
      throw text.fault(
          String.format(
              Locale.ROOT,
              "the geometry has more than %,d positions and parts: simplify it",
              MAX_SIZE));
    }
  }
}
