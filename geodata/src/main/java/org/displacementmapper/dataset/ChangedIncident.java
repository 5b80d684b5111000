package org.displacementmapper.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.displacementmapper.incident.Incident;

/**
 * An incident that two versions tell differently, as each tells it.
 *
 * @param before null if it was added
 * @param after null if it was withdrawn
 * @param keyTold whether each version that has it tells its key; where one tells only its township
 *     the key may not be told of it either
 * @param units P-codes of the first level that it is in by either version
 */
public record ChangedIncident(Incident before, Incident after, boolean keyTold, Set<String> units) {

  /** The parts of an incident in the words of {@link #fields}. */
  private static final Map<String, Function<Incident, Object>> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put("date", Incident::period);
    PARTS.put("place", Incident::where);
    PARTS.put("kind", Incident::kind);
    PARTS.put("air", Incident::air);
    PARTS.put("killed", Incident::killed);
    PARTS.put("report", Incident::citation);
    PARTS.put("licence", Incident::licence);
  }

  /** Where a key is withheld these are too, in part or whole, in one version or in both. */
  private static final Set<String> WITHHELD = Set.of("place", "kind", "report");

  /** All words that {@link #fields} may have. */
  public static Set<String> allFields() {
    return PARTS.keySet();
  }

  public Change change() {
    return before == null ? Change.ADDED : after == null ? Change.WITHDRAWN : Change.CHANGED;
  }

  /** As the later version tells it, or as it was before it was withdrawn. */
  public Incident told() {
    return after == null ? before : after;
  }

  boolean isNone() {
    return change() == Change.CHANGED && fields().isEmpty();
  }

  public Optional<String> findKey() {
    return keyTold ? Optional.of(told().key()) : Optional.empty();
  }

  /**
   * Which parts differ; none if it was added or withdrawn. Without a key only those that are told
   * of every incident: otherwise it would show that something was withheld since, or no longer is.
   */
  public List<String> fields() {
    return before == null || after == null
        ? List.of()
        : PARTS.entrySet().stream()
            .filter(part -> keyTold || !WITHHELD.contains(part.getKey()))
            .filter(part -> !part.getValue().apply(before).equals(part.getValue().apply(after)))
            .map(Map.Entry::getKey)
            .toList();
  }
}
