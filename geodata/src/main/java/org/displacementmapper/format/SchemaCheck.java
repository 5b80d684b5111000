package org.displacementmapper.format;

import java.util.Set;
import java.util.TreeSet;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Schema;

/** Keeps a writer from leaving out a value without a word. */
final class SchemaCheck {

  private final Set<String> known;

  SchemaCheck(Schema schema) {
    this.known = Set.copyOf(schema.names());
  }

  void requireKnownFields(Feature feature) {
    if (!known.containsAll(feature.values().keySet())) {
      Set<String> unknown = new TreeSet<>(feature.values().keySet());
      unknown.removeAll(known);
      throw new IllegalArgumentException(
          "feature "
              + feature.id()
              + " has values that would be lost: "
              + unknown
              + "; the schema has "
              + new TreeSet<>(known));
    }
  }
}
