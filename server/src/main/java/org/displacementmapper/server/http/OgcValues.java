package org.displacementmapper.server.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.layer.UnitFeatures;

/**
 * The values of a feature as a page shows them to a reader: an estimate in one piece with its
 * intervals, beside its product and dates; of a unit that nothing validates only the class, never a
 * number (section 12 of the method).
 */
final class OgcValues {

  private static final String ESTIMATE = "displaced";
  private static final Set<String> LIMITS =
      Set.of("displaced_low80", "displaced_high80", "displaced_low95", "displaced_high95");

  /** What an estimate is never shown without. */
  private static final List<String> WITH_ESTIMATE =
      List.of(ESTIMATE, "displaced_class", "quality", "product", "as_of", "cutoff");

  private OgcValues() {}

  /**
   * The columns of a table: names first, then the estimate and what goes with it, then the rest.
   */
  static List<String> columns(List<String> properties) {
    Set<String> columns = new LinkedHashSet<>();
    for (String name : List.of("pcode", "name")) {
      if (properties.contains(name)) {
        columns.add(name);
      }
    }
    if (properties.stream().anyMatch(name -> name.equals(ESTIMATE) || LIMITS.contains(name))) {
      columns.addAll(WITH_ESTIMATE);
    }
    columns.addAll(properties);
    columns.removeAll(LIMITS);
    return new ArrayList<>(columns);
  }

  /** The values by name, in their order. */
  static Map<String, Object> of(Feature feature) {
    Map<String, Object> told = new LinkedHashMap<>(feature.values());
    told.keySet().removeAll(LIMITS);
    if (told.containsKey(ESTIMATE)) {
      told.put(ESTIMATE, estimate(feature.values()));
    }
    return told;
  }

  static boolean isEstimate(String name) {
    return name.equals(ESTIMATE);
  }

  private static String estimate(Map<String, Object> values) {
    if (values.get("displaced_class") == null) {
      return "no estimate";
    }
    if (UnitFeatures.UNVALIDATED.equals(values.get("quality"))) {
      return "class only";
    }
    return "%s (80 %%: %s to %s; 95 %%: %s to %s)"
        .formatted(
            number(values.get(ESTIMATE)),
            number(values.get("displaced_low80")),
            number(values.get("displaced_high80")),
            number(values.get("displaced_low95")),
            number(values.get("displaced_high95")));
  }

  private static String number(Object people) {
    return people instanceof Number number
        ? String.format(Locale.ENGLISH, "%,d", number.longValue())
        : "under the least that is told";
  }
}
