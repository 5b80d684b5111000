package org.displacementmapper.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.displacementmapper.displacement.UnFigure;

/**
 * A figure that two versions tell differently: of the same publisher, day, measure and area.
 *
 * @param before null if it was added
 * @param after null if it was withdrawn
 */
public record ChangedFigure(UnFigure before, UnFigure after) {

  private static final Map<String, Function<UnFigure, Object>> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put("people", UnFigure::people);
    PARTS.put("published", UnFigure::published);
    PARTS.put("area_name", UnFigure::areaName);
    PARTS.put("title", UnFigure::title);
    PARTS.put("url", UnFigure::url);
    PARTS.put("exclude_reason", UnFigure::excludeReason);
    PARTS.put("note", UnFigure::note);
  }

  /** All words that {@link #fields} may have. */
  public static List<String> allFields() {
    return List.copyOf(PARTS.keySet());
  }

  public Change change() {
    return before == null ? Change.ADDED : after == null ? Change.WITHDRAWN : Change.CHANGED;
  }

  public UnFigure told() {
    return after == null ? before : after;
  }

  /** Which parts differ; none if it was added or withdrawn. */
  public List<String> fields() {
    return before == null || after == null
        ? List.of()
        : PARTS.entrySet().stream()
            .filter(
                part ->
                    !Objects.equals(part.getValue().apply(before), part.getValue().apply(after)))
            .map(Map.Entry::getKey)
            .toList();
  }
}
