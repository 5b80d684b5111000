package org.displacementmapper.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads a filter in CQL2 text (OGC 21-065r2): comparisons, LIKE, IN, BETWEEN, IS NULL, CASEI,
 * ACCENTI, AND, OR, NOT, S_ conditions on the geometry, S_DWITHIN with units, T_ conditions on
 * dates. Arrays, arithmetic and functions of one's own are not part of it.
 *
 * <p>A condition on a missing value is not known, as in SQL, and its feature not chosen. What a
 * filter may cost is bounded by {@link Limits}. What comes out is immutable and safe for use by
 * many threads.
 */
public final class Cql2 {

  /** The conformance classes of the standard that are kept to. */
  public static final List<String> CONFORMANCE =
      List.of(
          "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
          "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
          "http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
          "http://www.opengis.net/spec/cql2/1.0/conf/case-insensitive-comparison",
          "http://www.opengis.net/spec/cql2/1.0/conf/accent-insensitive-comparison",
          "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions",
          "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions-plus",
          "http://www.opengis.net/spec/cql2/1.0/conf/temporal-functions");

  private static final Map<String, IntPredicate> COMPARISONS =
      Map.of(
          "=", order -> order == 0,
          "<>", order -> order != 0,
          "<", order -> order < 0,
          "<=", order -> order <= 0,
          ">", order -> order > 0,
          ">=", order -> order >= 0);

  private final Tokens tokens;
  private final Schema schema;
  private final Limits limits = new Limits();
  private final Times times;
  private final Places places;

  private Cql2(String text, Schema schema, UnaryOperator<Geometry> toLonLat) {
    this.tokens = new Tokens(text);
    this.schema = schema;
    this.times = new Times(tokens, schema);
    this.places = new Places(tokens, limits, new Shapes(tokens, limits, toLonLat));
  }

  /**
   * @param schema of the features that it is to choose from
   * @param toLonLat turns a geometry as the filter has it into longitude and latitude
   * @throws FilterException saying where it cannot be read, and what is allowed there
   */
  public static Predicate<Feature> parse(
      String text, Schema schema, UnaryOperator<Geometry> toLonLat) {
    Limits.checkLength(text);
    Cql2 parser = new Cql2(text, schema, toLonLat);
    Condition condition = parser.alternatives();
    if (parser.tokens.peek().kind() != Token.Kind.END) {
      throw Tokens.wrong(parser.tokens.peek(), "AND, OR or the end");
    }
    return feature -> Boolean.TRUE.equals(condition.test(feature));
  }

  private Condition alternatives() {
    limits.deeper(tokens.peek().position());
    Condition condition = all();
    while (tokens.takeWord("OR")) {
      condition = condition.or(all());
    }
    limits.back();
    return condition;
  }

  private Condition all() {
    Condition condition = factor();
    while (tokens.takeWord("AND")) {
      condition = condition.and(factor());
    }
    return condition;
  }

  private Condition factor() {
    boolean negated = false;
    while (tokens.takeWord("NOT")) {
      negated = !negated;
    }
    Condition condition = primary();
    return negated ? condition.not() : condition;
  }

  private Condition primary() {
    Token token = tokens.peek();
    limits.condition(token.position());
    if (tokens.takeSign("(")) {
      Condition condition = alternatives();
      tokens.needSign(")");
      return condition;
    }
    boolean operator = token.kind() == Token.Kind.NAME && tokens.peekSecond().isSign("(");
    if (operator && Places.isOperator(token)) {
      return places.relation(tokens.take());
    }
    if (operator && Span.RELATIONS.containsKey(token.upper())) {
      return times.relation(tokens.take());
    }
    return comparison(value());
  }

  private Condition comparison(Value left) {
    Token token = tokens.peek();
    if (token.kind() == Token.Kind.SIGN && COMPARISONS.containsKey(token.text())) {
      IntPredicate comparison = COMPARISONS.get(tokens.take().text());
      Value right = sameType(left, value());
      return feature -> {
        Object a = left.value(feature);
        Object b = right.value(feature);
        return a == null || b == null ? null : (Boolean) comparison.test(Value.compare(a, b));
      };
    }
    if (tokens.takeWord("IS")) {
      boolean negated = tokens.takeWord("NOT");
      tokens.needWord("NULL");
      return feature -> (left.value(feature) == null) != negated;
    }
    boolean negated = tokens.takeWord("NOT");
    Condition condition;
    if (tokens.takeWord("LIKE")) {
      condition = like(left);
    } else if (tokens.takeWord("BETWEEN")) {
      condition = between(left);
    } else if (tokens.takeWord("IN")) {
      condition = in(left);
    } else if (left.type() == Field.Type.BOOLEAN && !negated) {
      return feature -> (Boolean) left.value(feature);
    } else {
      throw Tokens.wrong(tokens.peek(), "=, <>, <, <=, >, >=, IS NULL, LIKE, BETWEEN or IN");
    }
    return negated ? condition.not() : condition;
  }

  private Condition like(Value left) {
    requireType(left, Field.Type.TEXT, "LIKE compares texts");
    Value pattern = value();
    Object text = pattern.value(Feature.of("", null, Map.of()));
    if (pattern.type() != Field.Type.TEXT || text == null) {
      throw new FilterException(
          pattern.position(), "LIKE takes a text such as 'Myit%', with % and _.");
    }
    Like like = new Like(text.toString());
    return feature -> {
      Object value = left.value(feature);
      return value == null ? null : (Boolean) like.matches(value.toString());
    };
  }

  private Condition between(Value left) {
    if (left.type() == Field.Type.TEXT || left.type() == Field.Type.BOOLEAN) {
      throw new FilterException(left.position(), "BETWEEN compares numbers or dates.");
    }
    Value low = sameType(left, value());
    tokens.needWord("AND");
    Value high = sameType(left, value());
    return feature -> {
      Object value = left.value(feature);
      Object from = low.value(feature);
      Object to = high.value(feature);
      return value == null || from == null || to == null
          ? null
          : (Boolean) (Value.compare(value, from) >= 0 && Value.compare(value, to) <= 0);
    };
  }

  private Condition in(Value left) {
    List<Value> allowed = new ArrayList<>();
    tokens.needSign("(");
    do {
      if (allowed.size() == Limits.MAX_LIST) {
        throw new FilterException(
            tokens.peek().position(), "a list has at most " + Limits.MAX_LIST + " values.");
      }
      allowed.add(sameType(left, value()));
    } while (tokens.takeSign(","));
    tokens.needSign(")");
    return feature -> {
      Object value = left.value(feature);
      if (value == null) {
        return null;
      }
      return allowed.stream()
          .map(one -> one.value(feature))
          .anyMatch(other -> other != null && Value.compare(value, other) == 0);
    };
  }

  private Value value() {
    Token token = tokens.peek();
    switch (token.kind()) {
      case TEXT -> {
        tokens.take();
        return Value.literal(Field.Type.TEXT, token.text(), token.position());
      }
      case NUMBER -> {
        return Value.literal(Field.Type.NUMBER, tokens.needNumber(), token.position());
      }
      case QUOTED_NAME -> {
        return property(tokens.take());
      }
      case NAME -> {
        return word(token);
      }
      default ->
          throw Tokens.wrong(
              token, "a property, a text in single quotes, a number, DATE('2022-01-31')");
    }
  }

  private Value word(Token token) {
    boolean call = tokens.peekSecond().isSign("(");
    if (call && Times.isTime(token)) {
      return times.literal();
    }
    if (call && (token.isWord("CASEI") || token.isWord("ACCENTI"))) {
      tokens.take();
      tokens.needSign("(");
      limits.deeper(token.position());
      Value inner = value();
      limits.back();
      requireType(inner, Field.Type.TEXT, token.upper() + " takes a text");
      tokens.needSign(")");
      return token.isWord("CASEI") ? inner.caseless() : inner.accentless();
    }
    if (call) {
      throw new FilterException(
          token.position(),
          "there is no function %s; allowed: CASEI, ACCENTI, DATE, TIMESTAMP, %s, S_DWITHIN, %s."
              .formatted(
                  token.text(),
                  String.join(", ", Places.RELATIONS.keySet()),
                  String.join(", ", new java.util.TreeSet<>(Span.RELATIONS.keySet()))));
    }
    tokens.take();
    if (token.isWord("TRUE") || token.isWord("FALSE")) {
      return Value.literal(Field.Type.BOOLEAN, token.isWord("TRUE"), token.position());
    }
    return property(token);
  }

  private Value property(Token token) {
    return schema
        .findField(token.text())
        .filter(field -> field.type() != Field.Type.LIST && field.type() != Field.Type.OBJECT)
        .map(field -> Value.property(field, token.position()))
        .orElseThrow(
            () ->
                new FilterException(
                    token.position(),
                    "there is no property "
                        + token.text()
                        + " to filter by; allowed: "
                        + String.join(", ", names())
                        + ", "
                        + Places.GEOMETRY
                        + "."));
  }

  private List<String> names() {
    return schema.fields().stream()
        .filter(field -> field.type() != Field.Type.LIST && field.type() != Field.Type.OBJECT)
        .map(Field::name)
        .toList();
  }

  private static void requireType(Value value, Field.Type type, String rule) {
    if (value.type() != type) {
      throw new FilterException(value.position(), rule + ".");
    }
  }

  private static Value sameType(Value left, Value right) {
    if (left.type() != right.type()) {
      throw new FilterException(
          right.position(),
          "a %s is compared with a %s; dates are written DATE('2022-01-31'), texts in single quotes."
              .formatted(word(right.type()), word(left.type())));
    }
    return right;
  }

  private static String word(Field.Type type) {
    return type.name().toLowerCase(java.util.Locale.ROOT);
  }
}
