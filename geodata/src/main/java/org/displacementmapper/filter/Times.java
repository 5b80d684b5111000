package org.displacementmapper.filter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;

/** Reads the times of a filter: dates, moments, intervals, properties; and the T_ conditions. */
final class Times {

  private final Tokens tokens;
  private final Schema schema;

  Times(Tokens tokens, Schema schema) {
    this.tokens = tokens;
    this.schema = schema;
  }

  static boolean isTime(Token token) {
    return token.isWord("DATE") || token.isWord("TIMESTAMP");
  }

  Condition relation(Token operator) {
    BiPredicate<Span, Span> relation = Span.RELATIONS.get(operator.upper());
    tokens.needSign("(");
    Function<Feature, Span> one = span();
    tokens.needSign(",");
    Function<Feature, Span> other = span();
    tokens.needSign(")");
    return feature -> {
      Span a = one.apply(feature);
      Span b = other.apply(feature);
      return a == null || b == null ? null : (Boolean) relation.test(a, b);
    };
  }

  private Function<Feature, Span> span() {
    if (tokens.peek().isWord("INTERVAL")) {
      tokens.take();
      tokens.needSign("(");
      Function<Feature, LocalDate> start = bound(LocalDate.MIN);
      tokens.needSign(",");
      Function<Feature, LocalDate> end = bound(LocalDate.MAX);
      tokens.needSign(")");
      return feature -> span(start.apply(feature), end.apply(feature));
    }
    Value value = instant();
    return feature -> {
      LocalDate day = (LocalDate) value.value(feature);
      return span(day, day);
    };
  }

  private static Span span(LocalDate start, LocalDate end) {
    return start == null || end == null ? null : new Span(start, end);
  }

  /** A side of an interval: {@code '2021-02-01'}, {@code '..'} or a property. */
  private Function<Feature, LocalDate> bound(LocalDate open) {
    if (tokens.peek().kind() == Token.Kind.TEXT) {
      Token text = tokens.take();
      LocalDate day = text.text().equals("..") ? open : day(text);
      return feature -> day;
    }
    Value value = instant();
    return feature -> (LocalDate) value.value(feature);
  }

  private Value instant() {
    if (isTime(tokens.peek())) {
      return literal();
    }
    Token name = tokens.take();
    Field field =
        schema
            .findField(name.text())
            .filter(found -> found.type() == Field.Type.DATE)
            .orElseThrow(
                () ->
                    Tokens.wrong(
                        name,
                        "DATE('2022-01-31'), INTERVAL('2021-02-01','..') or a date property"));
    return Value.property(field, name.position());
  }

  /** {@code DATE('…')} or {@code TIMESTAMP('…')}: features know days, so a moment means its day. */
  Value literal() {
    Token word = tokens.take();
    tokens.needSign("(");
    Token text = tokens.take();
    LocalDate day = day(text);
    tokens.needSign(")");
    return Value.literal(Field.Type.DATE, day, word.position());
  }

  private static LocalDate day(Token text) {
    try {
      if (text.kind() == Token.Kind.TEXT) {
        return text.text().contains("T")
            ? OffsetDateTime.parse(text.text()).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate()
            : LocalDate.parse(text.text());
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw Tokens.wrong(text, "'2022-01-31' or '2022-01-31T12:00:00Z'");
  }
}
