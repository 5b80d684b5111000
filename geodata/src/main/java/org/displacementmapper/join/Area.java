package org.displacementmapper.join;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;

/**
 * Some leaves of a release, as one or several units are made of.
 *
 * @param told the name for a reader, such as "Hpapun district" or "Bago (East) and Bago (West)"
 * @param byPcode the leaves, in P-code order
 */
record Area(String told, Map<String, AdminUnit> byPcode) {

  static Area of(Boundaries boundaries, Collection<String> pcodes) {
    Map<String, AdminUnit> leaves = new LinkedHashMap<>();
    Set<String> names = new LinkedHashSet<>();
    for (String pcode : pcodes) {
      boundaries.leaves(pcode).forEach(leaf -> leaves.put(leaf.pcode(), leaf));
      int level = boundaries.level(pcode);
      names.add(boundaries.name(pcode) + (level > 1 ? " " + kind(level) : ""));
    }
    return new Area(listed(List.copyOf(names)), leaves);
  }

  static Area everywhere(Boundaries boundaries) {
    Area all = of(boundaries, boundaries.pcodes(boundaries.finestLevel()));
    return new Area("the country", all.byPcode);
  }

  /** What a unit of that level is called. */
  static String kind(int level) {
    return switch (level) {
      case 1 -> "state";
      case 2 -> "district";
      default -> "township";
    };
  }

  private static String listed(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  List<AdminUnit> leaves() {
    return List.copyOf(byPcode.values());
  }

  boolean has(String leaf) {
    return byPcode.containsKey(leaf);
  }

  boolean isLeaf() {
    return byPcode.size() == 1;
  }

  /** The P-code of its only leaf. */
  String leaf() {
    return byPcode.keySet().iterator().next();
  }

  /** Those of the leaves named that belong to it. */
  List<String> among(Collection<String> leaves) {
    return leaves.stream().filter(this::has).toList();
  }

  /** The other area as far as it belongs to this one; empty if it does not. */
  Optional<Area> common(Area other) {
    Map<String, AdminUnit> common = new LinkedHashMap<>(other.byPcode);
    common.keySet().retainAll(byPcode.keySet());
    return common.isEmpty() ? Optional.empty() : Optional.of(new Area(other.told, common));
  }
}
