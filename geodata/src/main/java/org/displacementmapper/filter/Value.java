package org.displacementmapper.filter;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;

/**
 * A property or a literal of a filter.
 *
 * @param type of what it gives: TEXT, NUMBER (also whole ones), BOOLEAN or DATE
 * @param of gives the value of a feature; null if it has none
 */
record Value(Field.Type type, Function<Feature, Object> of, int position) {

  static Value literal(Field.Type type, Object value, int position) {
    return new Value(type, feature -> value, position);
  }

  static Value property(Field field, int position) {
    Field.Type type = field.type() == Field.Type.INTEGER ? Field.Type.NUMBER : field.type();
    return new Value(type, feature -> feature.values().get(field.name()), position);
  }

  Object value(Feature feature) {
    return of.apply(feature);
  }

  /** The same without difference of capitals. */
  Value caseless() {
    return mapped(text -> text.toLowerCase(Locale.ROOT));
  }

  /** The same without accents. */
  Value accentless() {
    return mapped(
        text -> Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{Mn}", ""));
  }

  private Value mapped(Function<String, String> change) {
    return new Value(
        type,
        feature -> {
          Object value = value(feature);
          return value == null ? null : change.apply(value.toString());
        },
        position);
  }

  /** Compares two values that are not null and of one type. */
  static int compare(Object one, Object other) {
    if (one instanceof Number a && other instanceof Number b) {
      return Double.compare(a.doubleValue(), b.doubleValue());
    }
    if (one instanceof LocalDate a && other instanceof LocalDate b) {
      return a.compareTo(b);
    }
    if (one instanceof Boolean a && other instanceof Boolean b) {
      return a.compareTo(b);
    }
    return one.toString().compareTo(other.toString());
  }
}
