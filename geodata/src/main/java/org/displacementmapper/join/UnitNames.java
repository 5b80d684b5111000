package org.displacementmapper.join;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.displacementmapper.boundary.Boundaries;

/** Finds the units of a release by the names and codes that sources write. */
final class UnitNames {

  /** Sources write the same few thousand names again and again. */
  private static final int MOST_REMEMBERED = 20_000;

  private final Map<Asked, List<String>> found = new ConcurrentHashMap<>();
  private final Boundaries boundaries;
  private final Map<String, SortedSet<String>> byName = new HashMap<>();

  UnitNames(Boundaries boundaries) {
    this.boundaries = boundaries;
    for (int level : boundaries.levels()) {
      for (String pcode : boundaries.pcodes(level)) {
        add(boundaries.name(pcode), level, pcode);
        add(boundaries.nameMy(pcode), level, pcode);
      }
    }
  }

  private void add(String name, int level, String pcode) {
    String key = NameKey.of(name);
    if (!key.isEmpty()) {
      byName.computeIfAbsent(level + key, any -> new TreeSet<>()).add(pcode);
    }
  }

  private record Asked(String name, int level) {}

  /**
   * The P-codes of that level that the name can mean, in order: of the units of that name in the
   * release, else of those that an alias gives. Two for Minhla; at level 1 three for plain Shan.
   */
  List<String> find(String name, int level) {
    List<String> before = found.get(new Asked(name, level));
    return before != null ? before : remember(new Asked(name, level), look(name, level));
  }

  private List<String> remember(Asked asked, List<String> units) {
    if (found.size() < MOST_REMEMBERED) {
      found.put(asked, units);
    }
    return units;
  }

  private List<String> look(String name, int level) {
    SortedSet<String> own = byName.get(level + NameKey.of(name));
    return own != null ? List.copyOf(own) : known(Aliases.SHIPPED.ofName(name, level), level);
  }

  /**
   * The first-level units in which the units that the name can mean lie, for a name of a level that
   * is not loaded.
   */
  List<String> findStates(String name, int level) {
    return known(Aliases.SHIPPED.ofName(name, level), 1);
  }

  /**
   * The units that a stated code stands for: one for a code of the release or of a level below it,
   * several for a code that is no longer used or stands for several; none if it is unknown.
   */
  List<String> findByCode(String code) {
    return UnitCodes.match(code, boundaries).units();
  }

  private List<String> known(List<String> pcodes, int level) {
    SortedSet<String> known = new TreeSet<>();
    for (String pcode : pcodes) {
      boundaries
          .findPcodeByMember(pcode)
          .filter(found -> boundaries.level(found) == level)
          .ifPresent(known::add);
    }
    return List.copyOf(known);
  }
}
