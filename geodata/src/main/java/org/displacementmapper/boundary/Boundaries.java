package org.displacementmapper.boundary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The units of one release: some of the levels 1 to 3, each complete. The finest loaded level is
 * the one that incidents are given to; its units are the leaves.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Boundaries {

  /** A code of any level begins with the code of its first-level unit, such as MMR002. */
  private static final int FIRST_LEVEL_CODE_LENGTH = 6;

  private final Release release;
  private final SortedMap<String, AdminUnit> byPcode = new TreeMap<>();
  private final SortedMap<Integer, List<AdminUnit>> byLevel = new TreeMap<>();
  private final Map<String, AdminUnit> byMember = new TreeMap<>();

  private Boundaries(Release release, Collection<AdminUnit> units) {
    this.release = release;
    for (AdminUnit unit : units) {
      AdminUnit twin = byPcode.put(unit.pcode(), unit);
      if (twin != null) {
        throw new IllegalArgumentException(
            "a P-code must occur once in a release, but %s is both %s and %s"
                .formatted(unit.pcode(), described(twin), described(unit)));
      }
    }
    for (AdminUnit unit : byPcode.values()) {
      checkParent(unit);
      addMembers(unit);
      byLevel.computeIfAbsent(unit.level(), level -> new ArrayList<>()).add(unit);
    }
    if (byLevel.isEmpty()) {
      throw new IllegalArgumentException("a release of boundaries needs at least one unit");
    }
    byLevel.replaceAll((level, list) -> List.copyOf(list));
  }

  /**
   * @param units of one or more levels. A parent must be among them if its level is.
   * @throws IllegalArgumentException naming the unit, if a P-code occurs twice or a parent is
   *     missing
   */
  public static Boundaries of(Release release, Collection<AdminUnit> units) {
    return new Boundaries(release, units);
  }

  public Release release() {
    return release;
  }

  /** The loaded levels, coarsest first. */
  public SortedSet<Integer> levels() {
    return new TreeSet<>(byLevel.keySet());
  }

  public int finestLevel() {
    return byLevel.lastKey();
  }

  /** The units of a level in P-code order; empty if the level is not loaded. */
  public List<AdminUnit> units(int level) {
    return byLevel.getOrDefault(level, List.of());
  }

  public Optional<AdminUnit> findUnit(String pcode) {
    return Optional.ofNullable(byPcode.get(pcode));
  }

  public AdminUnit unit(String pcode) {
    return findUnit(pcode)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "no unit %s in %s, which has %d units of levels %s"
                        .formatted(pcode, release.name(), byPcode.size(), levels())));
  }

  /**
   * The unit that a stated code stands for: the unit of that code; else the merged unit that covers
   * it; else, for a code of a level that is not loaded, the first-level unit that its first six
   * characters name.
   */
  public Optional<AdminUnit> findByMember(String pcode) {
    AdminUnit unit = byMember.get(pcode);
    if (unit == null && pcode.length() > FIRST_LEVEL_CODE_LENGTH) {
      unit = byMember.get(pcode.substring(0, FIRST_LEVEL_CODE_LENGTH));
    }
    return Optional.ofNullable(unit);
  }

  /** The unit itself or the one of that level that it lies in; empty if that is not known. */
  public Optional<AdminUnit> ancestor(AdminUnit unit, int level) {
    AdminUnit current = unit;
    while (current != null && current.level() > level) {
      current = byPcode.get(current.parent());
    }
    return Optional.ofNullable(current).filter(found -> found.level() == level);
  }

  /** The units of the finest level within the unit, in P-code order; of a leaf itself. */
  public List<AdminUnit> leaves(AdminUnit unit) {
    return units(finestLevel()).stream()
        .filter(leaf -> ancestor(leaf, unit.level()).filter(unit::equals).isPresent())
        .sorted(Comparator.comparing(AdminUnit::pcode))
        .toList();
  }

  private void checkParent(AdminUnit unit) {
    if (unit.parent().isEmpty()) {
      return;
    }
    AdminUnit parent = byPcode.get(unit.parent());
    if (parent == null || parent.level() >= unit.level()) {
      throw new IllegalArgumentException(
          "the parent of a unit must be a loaded unit of a coarser level, but that of %s is %s, %s"
              .formatted(
                  described(unit),
                  unit.parent(),
                  parent == null ? "which is not loaded" : "a unit of level " + parent.level()));
    }
  }

  private void addMembers(AdminUnit unit) {
    Set<String> codes = new TreeSet<>(unit.members());
    codes.add(unit.pcode());
    for (String code : codes) {
      AdminUnit twin = byMember.put(code, unit);
      if (twin != null) {
        throw new IllegalArgumentException(
            "a P-code must belong to one unit, but %s stands for both %s and %s"
                .formatted(code, described(twin), described(unit)));
      }
    }
  }

  private static String described(AdminUnit unit) {
    return "%s (%s, level %d)".formatted(unit.pcode(), unit.name(), unit.level());
  }
}
