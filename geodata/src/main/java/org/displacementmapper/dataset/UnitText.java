package org.displacementmapper.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.join.Placement;
import org.displacementmapper.join.Spellings;

/**
 * The units that some text names, in any spelling, and the incidents that lie in one of them as a
 * whole: one that is spread over a state lies in that state, not in each of its townships.
 * Immutable.
 */
final class UnitText {

  /** For each leaf the units of that name that it lies in. */
  private final Map<String, Set<String>> named = new HashMap<>();

  UnitText(FoldedText text, Boundaries boundaries) {
    Map<String, List<String>> found = new HashMap<>();
    for (int level : boundaries.levels()) {
      for (String pcode : boundaries.pcodes(level)) {
        if (Spellings.of(pcode, boundaries).stream().anyMatch(text::isIn)) {
          boundaries
              .leafPcodes(pcode)
              .forEach(leaf -> found.computeIfAbsent(leaf, none -> new ArrayList<>()).add(pcode));
        }
      }
    }
    found.forEach((leaf, units) -> named.put(leaf, Set.copyOf(units)));
  }

  boolean accepts(Placement placement) {
    Set<String> leaves = placement.shares().keySet();
    if (named.isEmpty() || leaves.isEmpty()) {
      return false;
    }
    Set<String> units = named.getOrDefault(leaves.iterator().next(), Set.of());
    return leaves.size() == 1
        ? !units.isEmpty()
        : units.stream().anyMatch(unit -> leaves.stream().allMatch(leaf -> isIn(leaf, unit)));
  }

  private boolean isIn(String leaf, String unit) {
    return named.getOrDefault(leaf, Set.of()).contains(unit);
  }
}
