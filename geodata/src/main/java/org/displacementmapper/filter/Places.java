package org.displacementmapper.filter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** The conditions on the geometry of a feature: {@code S_INTERSECTS(geometry, …)} and others. */
final class Places {

  static final String GEOMETRY = "geometry";

  /** What an S_ operator means, of the feature's geometry and the one that is given. */
  static final Map<String, BiFunction<Geometry, PreparedGeometry, Boolean>> RELATIONS = relations();

  /** The same with the geometries exchanged. */
  private static final Map<String, String> INVERSE =
      Map.of("S_WITHIN", "S_CONTAINS", "S_CONTAINS", "S_WITHIN");

  private final Tokens tokens;
  private final Limits limits;
  private final Shapes shapes;

  Places(Tokens tokens, Limits limits, Shapes shapes) {
    this.tokens = tokens;
    this.limits = limits;
    this.shapes = shapes;
  }

  static boolean isOperator(Token token) {
    return RELATIONS.containsKey(token.upper()) || isDistance(token);
  }

  private static boolean isDistance(Token token) {
    return token.isWord("S_DWITHIN") || token.isWord("DWITHIN");
  }

  Condition relation(Token operator) {
    limits.spatial(operator.position());
    tokens.needSign("(");
    boolean propertyFirst = takeGeometry();
    Geometry shape;
    if (propertyFirst) {
      tokens.needSign(",");
      shape = shapes.read();
    } else {
      shape = shapes.read();
      tokens.needSign(",");
      if (!takeGeometry()) {
        throw Tokens.wrong(tokens.peek(), GEOMETRY);
      }
    }
    Condition condition =
        isDistance(operator) ? near(shape) : relation(operator.upper(), shape, propertyFirst);
    tokens.needSign(")");
    return condition;
  }

  private boolean takeGeometry() {
    Token token = tokens.peek();
    boolean named = token.kind() == Token.Kind.QUOTED_NAME || token.kind() == Token.Kind.NAME;
    if (named && (token.text().equals(GEOMETRY) || token.text().equals("geom"))) {
      tokens.take();
      return true;
    }
    return false;
  }

  private static Condition relation(String operator, Geometry shape, boolean propertyFirst) {
    String name = propertyFirst ? operator : INVERSE.getOrDefault(operator, operator);
    BiFunction<Geometry, PreparedGeometry, Boolean> relation = RELATIONS.get(name);
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(shape);
    return onGeometry(geometry -> relation.apply(geometry, prepared));
  }

  private Condition near(Geometry shape) {
    tokens.needSign(",");
    Token at = tokens.peek();
    double distance = tokens.needNumber();
    tokens.needSign(",");
    Token unit = tokens.take();
    Double metres = Near.UNITS.get(unit.text());
    if (metres == null) {
      throw Tokens.wrong(unit, "a unit: " + String.join(", ", Near.UNITS.keySet()));
    }
    if (distance < 0 || distance * metres > Near.MAX_METRES) {
      throw Tokens.wrong(at, "a distance from 0 to 1000 km");
    }
    Near near = new Near(shape, distance * metres);
    return onGeometry(near::reaches);
  }

  private static Condition onGeometry(Predicate<Geometry> test) {
    return feature -> {
      Geometry geometry = feature.geometry();
      return geometry == null || geometry.isEmpty() ? null : (Boolean) test.test(geometry);
    };
  }

  private static Map<String, BiFunction<Geometry, PreparedGeometry, Boolean>> relations() {
    Map<String, BiFunction<Geometry, PreparedGeometry, Boolean>> relations = new LinkedHashMap<>();
    relations.put("S_INTERSECTS", (geometry, shape) -> shape.intersects(geometry));
    relations.put("S_DISJOINT", (geometry, shape) -> shape.disjoint(geometry));
    relations.put("S_WITHIN", (geometry, shape) -> shape.contains(geometry));
    relations.put("S_CONTAINS", (geometry, shape) -> shape.within(geometry));
    relations.put("S_EQUALS", (geometry, shape) -> geometry.equalsTopo(shape.getGeometry()));
    relations.put("S_TOUCHES", (geometry, shape) -> shape.touches(geometry));
    relations.put("S_CROSSES", (geometry, shape) -> shape.crosses(geometry));
    relations.put("S_OVERLAPS", (geometry, shape) -> shape.overlaps(geometry));
    return relations;
  }
}
