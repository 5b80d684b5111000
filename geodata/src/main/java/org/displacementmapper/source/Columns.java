package org.displacementmapper.source;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.feature.Schema;

/** The columns of a file, found whatever their letter case. */
final class Columns {

  private static final int MOST_NAMES_SHOWN = 60;

  private final Map<String, String> byLowerCase = new LinkedHashMap<>();

  private Columns(Collection<String> names) {
    for (String name : names) {
      byLowerCase.putIfAbsent(lowerCase(name), name);
    }
  }

  static Columns of(Schema schema) {
    return new Columns(schema.names());
  }

  boolean has(String column) {
    return byLowerCase.containsKey(lowerCase(column));
  }

  boolean hasAll(List<String> columns) {
    return columns.stream().allMatch(this::has);
  }

  /** The name as the file spells it. */
  Optional<String> find(String column) {
    String name = byLowerCase.get(column);
    return Optional.ofNullable(name == null ? byLowerCase.get(lowerCase(column)) : name);
  }

  /** The first of these that the file has, as the file spells it. */
  Optional<String> findFirst(List<String> columns) {
    return columns.stream().flatMap(column -> find(column).stream()).findFirst();
  }

  /** The columns found, for a message. */
  String list() {
    if (byLowerCase.isEmpty()) {
      return "none";
    }
    String names =
        String.join(", ", byLowerCase.values().stream().limit(MOST_NAMES_SHOWN).toList());
    return byLowerCase.size() > MOST_NAMES_SHOWN ? names + ", …" : names;
  }

  private static String lowerCase(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
