package org.displacementmapper.displacement;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the UN broke one national figure down: the units it listed and its group totals, all of one
 * date and measure.
 *
 * @param listed by P-code, never a group
 * @param groups may overlap each other and always overlap their listed members
 */
public record Breakdown(
    UnFigure national, SortedMap<String, UnFigure> listed, Map<UnGroup, UnFigure> groups) {

  /** Least part of the national figure that listed units must make up to be shared out. */
  public static final double LEAST_COVERAGE = 0.9;

  public Breakdown {
    listed = Collections.unmodifiableSortedMap(new TreeMap<>(listed));
    groups = Collections.unmodifiableMap(new TreeMap<>(groups));
  }

  public long listedPeople() {
    return listed.values().stream().mapToLong(UnFigure::people).sum();
  }

  /** Listed people as a part of the national figure; above 1 where they contradict it. */
  public double coverage() {
    return national.people() == 0 ? 0 : (double) listedPeople() / national.people();
  }

  /**
   * Whether product C may be made of it. Below this the model, not the UN, would say where most of
   * the rest is, and the result would no longer be the UN's figure shared out.
   */
  public boolean canBeShared() {
    return coverage() >= LEAST_COVERAGE;
  }

  /** People of the group's listed members. */
  public long listedPeople(UnGroup group) {
    return group.members().stream()
        .filter(listed::containsKey)
        .mapToLong(member -> listed.get(member).people())
        .sum();
  }
}
