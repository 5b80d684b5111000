package org.displacementmapper.displacement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Crosswalk;

/**
 * Where a group lies among the loaded units. A unit that stands for more than the UN counts, as the
 * shipped Shan does for its south, is in it whole, and said to be; where finer units are loaded
 * whose codes name their state, the outline is made of those that are counted, and is exact.
 *
 * @param units P-codes of the first-level units that it touches, in order; empty if none is known
 * @param partly those of them that the UN counts only a part of, with the members of the group that
 *     are that part
 * @param outline P-codes of the units, of one level, that its outline goes round
 * @param exact whether the outline holds just what the UN counts
 */
public record GroupArea(
    UnGroup group,
    List<String> units,
    SortedMap<String, List<String>> partly,
    List<String> outline,
    boolean exact) {

  /** Codes of finer units begin with that of their state, such as MMR014. */
  private static final int STATE_CODE_LENGTH = 6;

  public GroupArea {
    units = List.copyOf(units);
    partly = Collections.unmodifiableSortedMap(new TreeMap<>(partly));
    outline = List.copyOf(outline);
  }

  public static GroupArea of(UnGroup group, Boundaries boundaries) {
    List<String> units = new ArrayList<>();
    SortedMap<String, List<String>> partly = new TreeMap<>();
    for (String pcode : boundaries.pcodes(Evidence.FIRST_LEVEL)) {
      List<String> states = states(pcode, boundaries);
      List<String> counted = states.stream().filter(group.members()::contains).toList();
      if (!counted.isEmpty()) {
        units.add(pcode);
      }
      if (!counted.isEmpty() && counted.size() < states.size()) {
        partly.put(pcode, counted);
      }
    }
    if (partly.isEmpty()) {
      return new GroupArea(group, units, partly, units, !units.isEmpty());
    }
    List<String> leaves = new ArrayList<>();
    for (String unit : units) {
      List<String> states = states(unit, boundaries);
      for (String leaf : boundaries.leafPcodes(unit)) {
        String state = leaf.substring(0, Math.min(STATE_CODE_LENGTH, leaf.length()));
        if (leaf.equals(unit) || !states.contains(state)) {
          return new GroupArea(group, units, partly, units, false);
        }
        if (group.members().contains(state)) {
          leaves.add(leaf);
        }
      }
    }
    return new GroupArea(group, units, partly, leaves, true);
  }

  /** The codes of the list of 18 that a unit stands for. */
  private static List<String> states(String pcode, Boundaries boundaries) {
    return boundaries.members(pcode).stream()
        .flatMap(
            code ->
                Crosswalk.shipped()
                    .find(code)
                    .filter(change -> change.kind() == Crosswalk.Kind.WHOLE)
                    .map(Crosswalk.Change::successors)
                    .orElse(List.of(code))
                    .stream())
        .toList();
  }
}
