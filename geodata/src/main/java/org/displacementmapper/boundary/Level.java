package org.displacementmapper.boundary;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The units of one level, whose outlines are given or dissolved when first asked for. */
final class Level {

  private final int number;
  private final SortedSet<String> pcodes;
  private final boolean dissolved;
  private final Lazy<SortedMap<String, AdminUnit>> byPcode;
  private final Lazy<List<AdminUnit>> units;

  private Level(
      int number,
      SortedSet<String> pcodes,
      boolean dissolved,
      Lazy<SortedMap<String, AdminUnit>> byPcode) {
    this.number = number;
    this.pcodes = pcodes;
    this.dissolved = dissolved;
    this.byPcode = byPcode;
    this.units = new Lazy<>(() -> List.copyOf(byPcode.get().values()));
  }

  static Level drawn(int number, SortedMap<String, AdminUnit> units) {
    return new Level(number, new TreeSet<>(units.keySet()), false, new Lazy<>(() -> units));
  }

  static Level dissolved(
      int number, SortedMap<String, Ancestor> named, Function<String, List<AdminUnit>> leavesOf) {
    return new Level(
        number,
        new TreeSet<>(named.keySet()),
        true,
        new Lazy<>(
            () -> {
              SortedMap<String, AdminUnit> units = new TreeMap<>();
              named.values().parallelStream()
                  .map(ancestor -> dissolve(ancestor, leavesOf.apply(ancestor.pcode())))
                  .forEachOrdered(unit -> units.put(unit.pcode(), unit));
              return units;
            }));
  }

  private static AdminUnit dissolve(Ancestor ancestor, List<AdminUnit> leaves) {
    return new AdminUnit(
        ancestor.pcode(),
        ancestor.level(),
        ancestor.name(),
        ancestor.nameMy(),
        ancestor.parent(),
        List.of(),
        Dissolve.union(leaves.stream().map(AdminUnit::geometry).toList()));
  }

  int number() {
    return number;
  }

  boolean isDissolved() {
    return dissolved;
  }

  SortedSet<String> pcodes() {
    return pcodes;
  }

  /** In P-code order. */
  List<AdminUnit> units() {
    return units.get();
  }

  AdminUnit unit(String pcode) {
    return byPcode.get().get(pcode);
  }
}
