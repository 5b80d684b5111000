package org.displacementmapper.server.ogc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.server.usecase.BadQuestionException;

/** One part of {@code sortby}: a property, upwards or downwards. Nulls always come last. */
public record SortKey(String property, boolean descending) {

  private static final int MAX_KEYS = 5;

  /** Reads a list such as {@code +name,-date_end}; a property without a sign goes upwards. */
  static List<SortKey> parse(String text, Schema schema) {
    List<SortKey> keys = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      // A plus sign in an address is a blank to those who forget to write %2B.
      String bare = part.strip();
      boolean signed = bare.startsWith("+") || bare.startsWith("-");
      String name = signed ? bare.substring(1) : bare;
      if (!isSortable(name, schema)) {
        throw new BadQuestionException(
            "sortby",
            text,
            "\""
                + name
                + "\" cannot be sorted by; allowed: +NAME or -NAME, with commas between, of "
                + String.join(", ", sortable(schema))
                + ".");
      }
      keys.add(new SortKey(name, bare.startsWith("-")));
    }
    if (keys.size() > MAX_KEYS) {
      throw new BadQuestionException(
          "sortby", text, "at most " + MAX_KEYS + " properties are allowed.");
    }
    return keys;
  }

  static List<String> sortable(Schema schema) {
    return schema.fields().stream()
        .filter(field -> field.type() != Field.Type.LIST && field.type() != Field.Type.OBJECT)
        .map(Field::name)
        .toList();
  }

  private static boolean isSortable(String name, Schema schema) {
    return sortable(schema).contains(name);
  }

  /** By the keys in turn, then by id, so that the order is always the same. */
  static Comparator<Feature> comparator(List<SortKey> keys) {
    Comparator<Feature> comparator = (one, other) -> 0;
    for (SortKey key : keys) {
      comparator = comparator.thenComparing(key::compare);
    }
    return comparator.thenComparing(Feature::id);
  }

  private int compare(Feature one, Feature other) {
    Object a = one.values().get(property);
    Object b = other.values().get(property);
    if (a == null || b == null) {
      return Boolean.compare(a == null, b == null);
    }
    int order =
        a instanceof Number first && b instanceof Number second
            ? Double.compare(first.doubleValue(), second.doubleValue())
            : a.toString().compareTo(b.toString());
    return descending ? -order : order;
  }
}
