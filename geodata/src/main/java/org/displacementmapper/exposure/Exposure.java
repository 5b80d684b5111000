package org.displacementmapper.exposure;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.displacementmapper.boundary.Boundaries;

/**
 * People who live near the incidents of a selection, overlaps counted once: exposure, never
 * displacement. Immutable.
 *
 * @param counted incidents of the selection
 * @param placed how many of them are placed precisely enough for a circle of each radius
 * @param unstated how many have a point without a word on how precise it is; they are among the
 *     placed
 * @param byLeaf by P-code of a leaf unit; a unit whose population is not known is missing
 */
public record Exposure(
    PopulationBasis basis,
    int counted,
    Map<Radius, Integer> placed,
    int unstated,
    SortedMap<String, People> byLeaf) {

  public Exposure {
    placed = Collections.unmodifiableMap(new EnumMap<>(placed));
    byLeaf = Collections.unmodifiableSortedMap(new TreeMap<>(byLeaf));
  }

  /** The people of a unit of any level; empty if not one of its leaves has a known population. */
  public Optional<People> find(String pcode, Boundaries boundaries) {
    return sum(boundaries.leafPcodes(pcode));
  }

  /** The people of all units together. */
  public Optional<People> country() {
    return sum(byLeaf.keySet());
  }

  /** How many leaves of the unit have no known population and are not in its sum. */
  public int unknownLeaves(String pcode, Boundaries boundaries) {
    return (int)
        boundaries.leafPcodes(pcode).stream().filter(leaf -> !byLeaf.containsKey(leaf)).count();
  }

  private Optional<People> sum(Collection<String> leaves) {
    return leaves.stream()
        .filter(byLeaf::containsKey)
        .sorted()
        .map(byLeaf::get)
        .reduce(People::plus);
  }
}
