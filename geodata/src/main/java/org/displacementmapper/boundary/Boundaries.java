package org.displacementmapper.boundary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;

/**
 * The units of one release at some of the levels 1 to 3. The finest level is the one that points
 * and incidents are given to; its units are the leaves. The unit of a point at a coarser level is
 * the one that its leaf belongs to.
 *
 * <p>Immutable to its users and safe for use by many threads. The index of points, and the outlines
 * of levels known by name only, are made when first asked for: about a quarter of a second and two
 * seconds of one core for 330 townships. Whatever needs no outline works with P-codes.
 */
public final class Boundaries {

  /** How far outside every unit a point may lie and still be given to the nearest. */
  public static final double NEAREST_LIMIT_METRES = 5_000;

  private final Release release;
  private final Hierarchy hierarchy;

  /** The units of each level, in P-code order. */
  private final Map<Integer, Lazy<List<AdminUnit>>> units = new HashMap<>();

  private final Lazy<Map<String, AdminUnit>> leafByPcode = new Lazy<>(() -> byPcode(leaves()));
  private final Lazy<PointLocator> locator = new Lazy<>(() -> new PointLocator(leaves()));
  private final Neighbours neighbours = new Neighbours();
  private final boolean merged;

  private Boundaries(Release release, Collection<AdminUnit> drawn, Collection<Ancestor> named) {
    this.release = release;
    this.merged = drawn.stream().anyMatch(AdminUnit::isMerged);
    Map<Integer, List<AdminUnit>> byLevel = new HashMap<>();
    for (AdminUnit unit : drawn) {
      byLevel.computeIfAbsent(unit.level(), level -> new ArrayList<>()).add(unit);
    }
    List<Ancestor> dissolved =
        new LinkedHashSet<>(named)
            .stream().filter(ancestor -> !byLevel.containsKey(ancestor.level())).toList();
    this.hierarchy =
        new Hierarchy(
            Stream.concat(
                    drawn.stream().map(Hierarchy.Entry::of),
                    dissolved.stream().map(Hierarchy.Entry::of))
                .toList());
    byLevel.forEach((level, list) -> units.put(level, new Lazy<>(() -> sorted(list.stream()))));
    for (Ancestor ancestor : dissolved) {
      requireLeaves(ancestor);
      units.computeIfAbsent(
          ancestor.level(), level -> new Lazy<>(() -> dissolve(level, dissolved)));
    }
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
   * @param named the units of coarser levels that are to be dissolved from the leaves, each as
   *     often as a file names it; those of a level that {@code units} has are left out
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
    return new TreeSet<>(hierarchy.byLevel().keySet());
  }

  public int finestLevel() {
    return hierarchy.byLevel().lastKey();
  }

  /** Whether some units stand for several P-coded ones: true of the shipped, coarse states only. */
  public boolean isMerged() {
    return merged;
  }

  /** The units of a level in P-code order; empty if the level is not loaded. */
  public List<AdminUnit> units(int level) {
    return units.containsKey(level) ? units.get(level).get() : List.of();
  }

  /** The codes of {@link #units}, in order. */
  public List<String> pcodes(int level) {
    return hierarchy.byLevel().getOrDefault(level, List.of());
  }

  /** One outline round these units, without the lines between them. */
  public Geometry outline(Collection<String> pcodes) {
    return Dissolve.union(pcodes.stream().map(pcode -> unit(pcode).geometry()).toList());
  }

  /** The units of the finest level in P-code order. */
  public List<AdminUnit> leaves() {
    return units(finestLevel());
  }

  /** The leaves within the unit in P-code order; of a leaf itself. */
  public List<AdminUnit> leaves(String pcode) {
    return hierarchy.leaves(entry(pcode).pcode()).stream()
        .map(leaf -> leafByPcode.get().get(leaf))
        .toList();
  }

  /** The codes of {@link #leaves(String)}. */
  public List<String> leafPcodes(String pcode) {
    return hierarchy.leaves(entry(pcode).pcode());
  }

  public List<AdminUnit> leaves(AdminUnit unit) {
    return leaves(unit.pcode());
  }

  public Optional<AdminUnit> findUnit(String pcode) {
    return hierarchy.find(pcode).map(Hierarchy.Entry::level).map(level -> unit(pcode, level));
  }

  public AdminUnit unit(String pcode) {
    return unit(pcode, level(pcode));
  }

  public int level(String pcode) {
    return entry(pcode).level();
  }

  public String name(String pcode) {
    return entry(pcode).name();
  }

  /** Burmese name; empty if not known. */
  public String nameMy(String pcode) {
    return entry(pcode).nameMy();
  }

  /** The codes that stand for the unit: its own, or of a merged unit those that it covers. */
  public List<String> members(String pcode) {
    return entry(pcode).members();
  }

  /**
   * The unit that a stated code stands for: the unit of that code; else the merged unit that covers
   * it; else, for a code of a level that is not loaded, the first-level unit that its first six
   * characters name.
   */
  public Optional<AdminUnit> findByMember(String pcode) {
    return findPcodeByMember(pcode).map(this::unit);
  }

  /** The code of {@link #findByMember}. */
  public Optional<String> findPcodeByMember(String pcode) {
    return hierarchy.findByMember(pcode);
  }

  /** The unit itself or the one of that level that it lies in; empty if that is not known. */
  public Optional<AdminUnit> ancestor(AdminUnit unit, int level) {
    return findAncestorPcode(unit.pcode(), level).map(pcode -> unit(pcode, level));
  }

  /** The code of {@link #ancestor}. */
  public Optional<String> findAncestorPcode(String pcode, int level) {
    return hierarchy.findAncestor(pcode, level);
  }

  /** The units of the same level that share a border with the unit, in P-code order. */
  public List<AdminUnit> neighbours(AdminUnit unit) {
    return neighbours.of(unit, units(unit.level())).stream().map(this::unit).toList();
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

  private Hierarchy.Entry entry(String pcode) {
    return hierarchy
        .find(pcode)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "no unit %s in %s, which has %d units of levels %s"
                        .formatted(pcode, release.name(), hierarchy.size(), levels())));
  }

  private AdminUnit unit(String pcode, int level) {
    if (level == finestLevel()) {
      return leafByPcode.get().get(pcode);
    }
    return units(level).get(pcodes(level).indexOf(pcode));
  }

  private void requireLeaves(Ancestor ancestor) {
    List<String> leaves = hierarchy.leaves(ancestor.pcode());
    if (leaves.isEmpty() || leaves.contains(ancestor.pcode())) {
      throw new IllegalArgumentException(
          "a unit to be dissolved must have drawn units of a finer level within it, but %s has none"
              .formatted(Hierarchy.Entry.of(ancestor)));
    }
  }

  private List<AdminUnit> dissolve(int level, List<Ancestor> named) {
    return sorted(
        named.parallelStream().filter(ancestor -> ancestor.level() == level).map(this::dissolve));
  }

  private AdminUnit dissolve(Ancestor ancestor) {
    return new AdminUnit(
        ancestor.pcode(),
        ancestor.level(),
        ancestor.name(),
        ancestor.nameMy(),
        ancestor.parent(),
        List.of(),
        Dissolve.union(leaves(ancestor.pcode()).stream().map(AdminUnit::geometry).toList()));
  }

  private static List<AdminUnit> sorted(Stream<AdminUnit> units) {
    return units.sorted(Comparator.comparing(AdminUnit::pcode)).toList();
  }

  private static Map<String, AdminUnit> byPcode(List<AdminUnit> units) {
    Map<String, AdminUnit> byPcode = new HashMap<>();
    units.forEach(unit -> byPcode.put(unit.pcode(), unit));
    return byPcode;
  }
}
