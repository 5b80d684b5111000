package org.displacementmapper.join;

import java.util.List;
import java.util.Optional;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.CodeMatch;
import org.displacementmapper.boundary.Crosswalk;

/** The one place where a stated P-code, of whatever release, meets the units that are loaded. */
public final class UnitCodes {

  private UnitCodes() {}

  /**
   * A code that the release has means itself; one that the crosswalk has, its successors; any other
   * the first-level unit of its first six characters, and it is unknown unless some release has it.
   */
  public static CodeMatch match(String code, Boundaries boundaries) {
    Optional<String> found = boundaries.findPcodeByMember(code);
    if (found.isPresent() && isOwn(found.get(), code, boundaries)) {
      return CodeMatch.current(found.get());
    }
    Optional<Crosswalk.Change> change = Crosswalk.shipped().find(code);
    if (change.isPresent()) {
      return CodeMatch.retired(
          change.get(),
          change.get().successors().stream()
              .flatMap(successor -> boundaries.findPcodeByMember(successor).stream())
              .distinct()
              .sorted()
              .toList());
    }
    return found.isPresent() && Aliases.SHIPPED.knowsCode(code)
        ? CodeMatch.current(found.get())
        : CodeMatch.unknown(found.map(List::of).orElse(List.of()));
  }

  private static boolean isOwn(String found, String code, Boundaries boundaries) {
    return found.equals(code)
        || boundaries.isMerged() && boundaries.unit(found).members().contains(code);
  }
}
