package org.displacementmapper.format;

import java.util.LinkedHashSet;
import java.util.Set;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Schema;

/** Keeps a writer from leaving out a value without a word. */
final class SchemaCheck {

  private SchemaCheck() {}

  static void requireKnownFields(Schema schema, Feature feature) {
    Set<String> unknown = new LinkedHashSet<>(feature.values().keySet());
    schema.names().forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "feature "
              + feature.id()
              + " has values that would be lost: "
              + unknown
              + "; the schema has "
              + schema.names());
    }
  }
}
