package org.displacementmapper.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Reads the geometries of a filter: well-known text, and {@code BBOX(west, south, east, north)}.
 */
final class Shapes {

  static final Set<String> WORDS =
      Set.of(
          "POINT",
          "LINESTRING",
          "POLYGON",
          "MULTIPOINT",
          "MULTILINESTRING",
          "MULTIPOLYGON",
          "BBOX");

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Tokens tokens;
  private final Limits limits;
  private final UnaryOperator<Geometry> toLonLat;

  /**
   * @param toLonLat turns a geometry as written into longitude and latitude
   */
  Shapes(Tokens tokens, Limits limits, UnaryOperator<Geometry> toLonLat) {
    this.tokens = tokens;
    this.limits = limits;
    this.toLonLat = toLonLat;
  }

  Geometry read() {
    Token word = tokens.take();
    if (word.kind() != Token.Kind.NAME || !WORDS.contains(word.upper())) {
      throw Tokens.wrong(
          word, "a geometry such as POINT(96.1 16.8), POLYGON((…)) or BBOX(96,18,98,20)");
    }
    try {
      Geometry shape = toLonLat.apply(shape(word));
      if (!shape.isValid()) {
        throw new FilterException(
            word.position(), "the polygon crosses or touches itself; draw it without.");
      }
      return shape;
    } catch (IllegalArgumentException e) {
      throw new FilterException(word.position(), e.getMessage() + ".");
    }
  }

  private Geometry shape(Token word) {
    return switch (word.upper()) {
      case "POINT" -> point();
      case "LINESTRING" -> line();
      case "POLYGON" -> polygon();
      case "MULTIPOINT" ->
          FACTORY.createMultiPoint(
              list(() -> tokens.peek().isSign("(") ? point() : FACTORY.createPoint(position()))
                  .toArray(Point[]::new));
      case "MULTILINESTRING" ->
          FACTORY.createMultiLineString(list(this::line).toArray(LineString[]::new));
      case "MULTIPOLYGON" ->
          FACTORY.createMultiPolygon(list(this::polygon).toArray(Polygon[]::new));
      default -> box(word);
    };
  }

  private Geometry box(Token word) {
    limits.vertex(word.position());
    tokens.needSign("(");
    double[] sides = new double[4];
    for (int i = 0; i < sides.length; i++) {
      if (i > 0) {
        tokens.needSign(",");
      }
      sides[i] = tokens.needNumber();
    }
    tokens.needSign(")");
    if (sides[0] > sides[2] || sides[1] > sides[3]) {
      throw new FilterException(
          word.position(), "BBOX is west, south, east, north: the lower corner comes first.");
    }
    return FACTORY.toGeometry(new Envelope(sides[0], sides[2], sides[1], sides[3]));
  }

  private Point point() {
    tokens.needSign("(");
    Point point = FACTORY.createPoint(position());
    tokens.needSign(")");
    return point;
  }

  private LineString line() {
    return FACTORY.createLineString(positions());
  }

  private Polygon polygon() {
    List<LinearRing> rings = list(() -> FACTORY.createLinearRing(positions()));
    return FACTORY.createPolygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private Coordinate[] positions() {
    return list(this::position).toArray(Coordinate[]::new);
  }

  private Coordinate position() {
    limits.vertex(tokens.peek().position());
    return new Coordinate(tokens.needNumber(), tokens.needNumber());
  }

  private <T> List<T> list(java.util.function.Supplier<T> part) {
    List<T> parts = new ArrayList<>();
    tokens.needSign("(");
    do {
      parts.add(part.get());
    } while (tokens.takeSign(","));
    tokens.needSign(")");
    return parts;
  }
}
