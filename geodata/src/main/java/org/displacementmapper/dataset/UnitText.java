package org.displacementmapper.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.join.Placement;
import org.displacementmapper.join.Spellings;

/**
 * A text to look for in words and in names of units. One that is the whole name of a unit stands
 * for every spelling of it, each as a word of its own: Karen finds what Kayin finds, and no
 * Karenni.
 *
 * <p>Knows the units that it names, and the incidents that lie in one of them as a whole: one that
 * is spread over a state lies in that state, not in each of its townships. Immutable.
 */
final class UnitText {

  private static final List<String> BURMESE_KINDS = List.of("တိုင်းဒေသကြီး", "ပြည်နယ်");

  /** For each leaf the units of that name that it lies in. */
  private final Map<String, Set<String>> named = new HashMap<>();

  private final FoldedText text;

  /** Spellings of the units that are called so; empty if none is. */
  private final List<FoldedText> names;

  UnitText(String typed, Boundaries boundaries) {
    this.text = new FoldedText(typed);
    this.names = names(FoldedText.fold(typed), boundaries);
    Map<String, List<String>> found = new HashMap<>();
    for (int level : boundaries.levels()) {
      for (String pcode : boundaries.pcodes(level)) {
        if (spellings(pcode, boundaries).stream().anyMatch(this::isIn)) {
          boundaries
              .leafPcodes(pcode)
              .forEach(leaf -> found.computeIfAbsent(leaf, none -> new ArrayList<>()).add(pcode));
        }
      }
    }
    found.forEach((leaf, units) -> named.put(leaf, Set.copyOf(units)));
  }

  /** Whether the words contain the text, or another spelling of what it names. */
  boolean isIn(String words) {
    return names.isEmpty()
        ? text.isIn(words)
        : names.stream().anyMatch(name -> name.isWordIn(words));
  }

  private static List<FoldedText> names(String folded, Boundaries boundaries) {
    Set<String> same = new LinkedHashSet<>();
    for (int level : boundaries.levels()) {
      for (String pcode : boundaries.pcodes(level)) {
        List<String> spellings = spellings(pcode, boundaries);
        if (spellings.stream().anyMatch(one -> FoldedText.fold(one).equals(folded))) {
          same.addAll(spellings);
        }
      }
    }
    return same.stream().map(FoldedText::new).toList();
  }

  /** With Burmese names of states also without the word for state or region. */
  private static List<String> spellings(String pcode, Boundaries boundaries) {
    List<String> spellings = new ArrayList<>(Spellings.of(pcode, boundaries));
    for (String name : List.copyOf(spellings)) {
      for (String kind : BURMESE_KINDS) {
        if (name.length() > kind.length() && name.endsWith(kind)) {
          spellings.add(name.substring(0, name.length() - kind.length()));
        }
      }
    }
    return spellings;
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
