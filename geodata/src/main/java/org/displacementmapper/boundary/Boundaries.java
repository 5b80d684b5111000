package org.displacementmapper.boundary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The units of one release at some of the levels 1 to 3. The finest level is the one that points
 * and incidents are given to; its units are the leaves. The unit of a point at a coarser level is
 * the one that its leaf belongs to.
 *
 * <p>Immutable to its users and safe for use by many threads. The index of points, and the outlines
 * of levels known by name only, are made when first asked for: about a third of a second and one
 * second for 330 townships.
 */
public final class Boundaries {

  /** How far outside every unit a point may lie and still be given to the nearest. */
  public static final double NEAREST_LIMIT_METRES = 5_000;

  /** A code of any level begins with the code of its first-level unit, such as MMR002. */
  private static final int FIRST_LEVEL_CODE_LENGTH = 6;

  private final Release release;
  private final SortedMap<Integer, Level> levels = new TreeMap<>();
  private final Map<String, Level> levelOf = new TreeMap<>();
  private final Map<String, String> parentOf = new TreeMap<>();
  private final Map<String, String> pcodeOfMember = new TreeMap<>();
  private final Map<String, List<AdminUnit>> leavesOf = new TreeMap<>();
  private final Lazy<PointLocator> locator = new Lazy<>(() -> new PointLocator(leaves()));
  private final boolean merged;

  private Boundaries(Release release, Collection<AdminUnit> units, Collection<Ancestor> named) {
    this.release = release;
    this.merged = units.stream().anyMatch(AdminUnit::isMerged);
    if (units.isEmpty()) {
      throw new IllegalArgumentException("a release of boundaries needs at least one unit");
    }
    SortedMap<Integer, SortedMap<String, AdminUnit>> drawn = new TreeMap<>();
    for (AdminUnit unit : units) {
      AdminUnit twin =
          drawn.computeIfAbsent(unit.level(), level -> new TreeMap<>()).put(unit.pcode(), unit);
      if (twin != null) {
        throw new IllegalArgumentException(
            "a P-code must occur once in a release, but %s is both %s and %s"
                .formatted(unit.pcode(), twin.name(), unit.name()));
      }
    }
    drawn.forEach((level, byPcode) -> levels.put(level, Level.drawn(level, byPcode)));
    addNamed(named);
    levels.values().forEach(level -> level.pcodes().forEach(pcode -> addPcode(pcode, level)));
    for (AdminUnit unit : units) {
      parentOf.put(unit.pcode(), unit.parent());
      addMembers(unit);
    }
    named.forEach(ancestor -> parentOf.putIfAbsent(ancestor.pcode(), ancestor.parent()));
    parentOf.keySet().retainAll(levelOf.keySet());
    parentOf.forEach(this::checkParent);
    addLeaves();
  }

  /**
   * @param units of one or more levels; a parent, where one is named, must be among them
   * @throws IllegalArgumentException naming the unit, if a P-code occurs twice or a parent is
   *     missing
   */
  public static Boundaries of(Release release, Collection<AdminUnit> units) {
    return new Boundaries(release, units, List.of());
  }

  /**
   * @param named the units of coarser levels that are to be dissolved from the leaves; those of a
   *     level that {@code units} has are left out
   */
  public static Boundaries of(
      Release release, Collection<AdminUnit> units, Collection<Ancestor> named) {
    return new Boundaries(release, units, named);
  }

  public Release release() {
    return release;
  }

  /** The loaded levels, coarsest first. */
  public SortedSet<Integer> levels() {
    return new TreeSet<>(levels.keySet());
  }

  public int finestLevel() {
    return levels.lastKey();
  }

  /** Whether some units stand for several P-coded ones: true of the shipped, coarse states only. */
  public boolean isMerged() {
    return merged;
  }

  /** The units of a level in P-code order; empty if the level is not loaded. */
  public List<AdminUnit> units(int level) {
    return levels.containsKey(level) ? levels.get(level).units() : List.of();
  }

  /** The units of the finest level in P-code order. */
  public List<AdminUnit> leaves() {
    return units(finestLevel());
  }

  /** The leaves within the unit in P-code order; of a leaf itself. */
  public List<AdminUnit> leaves(AdminUnit unit) {
    return leavesOf.getOrDefault(unit.pcode(), List.of());
  }

  public Optional<AdminUnit> findUnit(String pcode) {
    return Optional.ofNullable(levelOf.get(pcode)).map(level -> level.unit(pcode));
  }

  public AdminUnit unit(String pcode) {
    return findUnit(pcode)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "no unit %s in %s, which has %d units of levels %s"
                        .formatted(pcode, release.name(), levelOf.size(), levels())));
  }

  /**
   * The unit that a stated code stands for: the unit of that code; else the merged unit that covers
   * it; else, for a code of a level that is not loaded, the first-level unit that its first six
   * characters name.
   */
  public Optional<AdminUnit> findByMember(String pcode) {
    String found = pcodeOfMember.get(pcode);
    if (found == null && pcode.length() > FIRST_LEVEL_CODE_LENGTH) {
      found = pcodeOfMember.get(pcode.substring(0, FIRST_LEVEL_CODE_LENGTH));
    }
    return Optional.ofNullable(found).map(this::unit);
  }

  /** The unit itself or the one of that level that it lies in; empty if that is not known. */
  public Optional<AdminUnit> ancestor(AdminUnit unit, int level) {
    return unit.level() == level
        ? Optional.of(unit)
        : findAncestorPcode(unit.pcode(), level).map(this::unit);
  }

  /** As {@link #ancestor}, without a need for its outline. */
  public Optional<String> findAncestorPcode(String pcode, int level) {
    String current = pcode;
    while (levelOf.containsKey(current) && levelOf.get(current).number() > level) {
      current = parentOf.get(current);
    }
    return levelOf.containsKey(current) && levelOf.get(current).number() == level
        ? Optional.of(current)
        : Optional.empty();
  }

  /** The unit of that level that the leaf under the point belongs to; empty outside every leaf. */
  public Optional<AdminUnit> findUnit(double lon, double lat, int level) {
    return locator.get().findUnit(lon, lat).flatMap(leaf -> ancestor(leaf, level));
  }

  /** The leaf of the point, else the nearest one within {@link #NEAREST_LIMIT_METRES}. */
  public Optional<Nearest> findNearest(double lon, double lat) {
    return locator.get().findNearest(lon, lat, NEAREST_LIMIT_METRES);
  }

  /** Finds leaves by point, for those who have many points. */
  public PointLocator locator() {
    return locator.get();
  }

  private void addNamed(Collection<Ancestor> named) {
    SortedMap<Integer, SortedMap<String, Ancestor>> byLevel = new TreeMap<>();
    for (Ancestor ancestor : named) {
      if (!levels.containsKey(ancestor.level())) {
        Ancestor twin =
            byLevel
                .computeIfAbsent(ancestor.level(), level -> new TreeMap<>())
                .put(ancestor.pcode(), ancestor);
        if (twin != null && !twin.equals(ancestor)) {
          throw new IllegalArgumentException(
              "a unit must be described alike wherever it occurs, but was both %s and %s"
                  .formatted(twin, ancestor));
        }
      }
    }
    int finest = levels.lastKey();
    byLevel.forEach(
        (level, byPcode) -> {
          if (level > finest) {
            throw new IllegalArgumentException(
                "units to be dissolved must be of a level above %d, but %s is of level %d"
                    .formatted(finest, byPcode.firstKey(), level));
          }
          levels.put(level, Level.dissolved(level, byPcode, this::leavesOf));
        });
  }

  private List<AdminUnit> leavesOf(String pcode) {
    return leavesOf.getOrDefault(pcode, List.of());
  }

  private void addPcode(String pcode, Level level) {
    Level twin = levelOf.put(pcode, level);
    if (twin != null) {
      throw new IllegalArgumentException(
          "a P-code must occur once in a release, but %s is a unit of level %d and of level %d"
              .formatted(pcode, twin.number(), level.number()));
    }
    pcodeOfMember.put(pcode, pcode);
  }

  private void addMembers(AdminUnit unit) {
    for (String member : unit.members()) {
      String twin = pcodeOfMember.put(member, unit.pcode());
      if (twin != null && !twin.equals(unit.pcode())) {
        throw new IllegalArgumentException(
            "a P-code must belong to one unit, but %s stands for both %s and %s"
                .formatted(member, twin, unit.pcode()));
      }
    }
  }

  private void checkParent(String pcode, String parent) {
    if (parent.isEmpty()) {
      return;
    }
    int number = levelOf.get(pcode).number();
    Level level = levelOf.get(parent);
    if (level == null || level.number() >= number) {
      throw new IllegalArgumentException(
          "the parent of a unit must be a loaded unit of a coarser level, but that of %s (level %d) is %s, %s"
              .formatted(
                  pcode,
                  number,
                  parent,
                  level == null ? "which is not loaded" : "a unit of level " + level.number()));
    }
  }

  private void addLeaves() {
    for (AdminUnit leaf : leaves()) {
      for (String pcode = leaf.pcode(); !pcode.isEmpty(); pcode = parentOf.get(pcode)) {
        leavesOf.computeIfAbsent(pcode, key -> new ArrayList<>()).add(leaf);
      }
    }
    leavesOf.replaceAll((pcode, leaves) -> List.copyOf(leaves));
    for (Level level : levels.values()) {
      for (String pcode : level.pcodes()) {
        if (level.isDissolved() && !leavesOf.containsKey(pcode)) {
          throw new IllegalArgumentException(
              "a unit to be dissolved must have units within it, but %s has none".formatted(pcode));
        }
      }
    }
  }
}
