package org.displacementmapper.boundary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which units a release has, what they are called, and which lies in which; without outlines. */
final class Hierarchy {

  /** A code of any level begins with the code of its first-level unit, such as MMR002. */
  private static final int FIRST_LEVEL_CODE_LENGTH = 6;

  /** One unit without its outline. */
  record Entry(
      String pcode, int level, String name, String nameMy, String parent, List<String> members) {

    static Entry of(AdminUnit unit) {
      return new Entry(
          unit.pcode(), unit.level(), unit.name(), unit.nameMy(), unit.parent(), unit.members());
    }

    static Entry of(Ancestor ancestor) {
      return new Entry(
          ancestor.pcode(),
          ancestor.level(),
          ancestor.name(),
          ancestor.nameMy(),
          ancestor.parent(),
          List.of(ancestor.pcode()));
    }

    @Override
    public String toString() {
      return "%s (%s, level %d)".formatted(pcode, name, level);
    }
  }

  private final SortedMap<String, Entry> byPcode = new TreeMap<>();
  private final SortedMap<Integer, List<String>> byLevel = new TreeMap<>();
  private final Map<String, Entry> byMember = new HashMap<>();
  private final Map<String, List<String>> leaves = new HashMap<>();

  Hierarchy(Collection<Entry> entries) {
    for (Entry entry : entries) {
      Entry twin = byPcode.put(entry.pcode(), entry);
      if (twin != null) {
        throw new IllegalArgumentException(
            "a P-code must occur once in a release, but there are both %s and %s"
                .formatted(twin, entry));
      }
    }
    if (byPcode.isEmpty()) {
      throw new IllegalArgumentException("a release of boundaries needs at least one unit");
    }
    byMember.putAll(byPcode);
    for (Entry entry : byPcode.values()) {
      byLevel.computeIfAbsent(entry.level(), level -> new ArrayList<>()).add(entry.pcode());
      checkParent(entry);
      entry.members().forEach(member -> addMember(member, entry));
    }
    byLevel.replaceAll((level, pcodes) -> List.copyOf(pcodes));
    for (String leaf : byLevel.get(byLevel.lastKey())) {
      for (String pcode = leaf; !pcode.isEmpty(); pcode = byPcode.get(pcode).parent()) {
        leaves.computeIfAbsent(pcode, any -> new ArrayList<>()).add(leaf);
      }
    }
    leaves.replaceAll((pcode, list) -> List.copyOf(list));
  }

  private void checkParent(Entry entry) {
    if (entry.parent().isEmpty()) {
      return;
    }
    Entry parent = byPcode.get(entry.parent());
    if (parent == null || parent.level() >= entry.level()) {
      throw new IllegalArgumentException(
          "the parent of a unit must be a loaded unit of a coarser level, but that of %s is %s"
              .formatted(
                  entry, parent == null ? entry.parent() + ", which is not loaded" : parent));
    }
  }

  private void addMember(String member, Entry entry) {
    Entry twin = byMember.put(member, entry);
    if (twin != null && twin != entry) {
      throw new IllegalArgumentException(
          "a P-code must belong to one unit, but %s stands for both %s and %s"
              .formatted(member, twin, entry));
    }
  }

  SortedMap<Integer, List<String>> byLevel() {
    return byLevel;
  }

  Optional<Entry> find(String pcode) {
    return Optional.ofNullable(byPcode.get(pcode));
  }

  int size() {
    return byPcode.size();
  }

  /** Codes of the leaves within the unit, of a leaf its own; empty if there are none. */
  List<String> leaves(String pcode) {
    return leaves.getOrDefault(pcode, List.of());
  }

  Optional<String> findByMember(String pcode) {
    Entry entry = byMember.get(pcode);
    if (entry == null && pcode.length() > FIRST_LEVEL_CODE_LENGTH) {
      entry = byMember.get(pcode.substring(0, FIRST_LEVEL_CODE_LENGTH));
    }
    return Optional.ofNullable(entry).map(Entry::pcode);
  }

  Optional<String> findAncestor(String pcode, int level) {
    Entry entry = byPcode.get(pcode);
    while (entry != null && entry.level() > level) {
      entry = byPcode.get(entry.parent());
    }
    return Optional.ofNullable(entry).filter(found -> found.level() == level).map(Entry::pcode);
  }
}
