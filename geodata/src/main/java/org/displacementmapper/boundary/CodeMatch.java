package org.displacementmapper.boundary;

import java.util.List;
import java.util.Optional;

/**
 * What a stated P-code means in a release.
 *
 * @param units the units of the release that it stands for; of a code of a level that is not loaded
 *     the first-level unit; empty if there is none
 * @param change of a retired code: what became of it
 */
public record CodeMatch(Status status, List<String> units, Optional<Crosswalk.Change> change) {

  /** Whether anybody uses the code. */
  public enum Status {
    /** The release has it, or it is of a level that is not loaded. */
    CURRENT,
    /** It is of another release, and the crosswalk knows its successors. */
    RETIRED,
    /** No release known here has it. */
    UNKNOWN
  }

  public CodeMatch {
    units = List.copyOf(units);
  }

  public static CodeMatch current(String unit) {
    return new CodeMatch(Status.CURRENT, List.of(unit), Optional.empty());
  }

  public static CodeMatch retired(Crosswalk.Change change, List<String> units) {
    return new CodeMatch(Status.RETIRED, units, Optional.of(change));
  }

  public static CodeMatch unknown(List<String> units) {
    return new CodeMatch(Status.UNKNOWN, units, Optional.empty());
  }
}
