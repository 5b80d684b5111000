package org.displacementmapper.boundary;

import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;

/**
 * People by P-code, as counted on one day: a ceiling for estimates and the weight by which
 * imprecise incidents are spread, never a driver of displacement (method.md, section 3).
 *
 * @param asOf day of the count
 * @param source who counted, as a credit line
 * @param people by P-code of any level; never negative
 */
public record Population(LocalDate asOf, String source, Map<String, Long> people) {

  public Population {
    people = Map.copyOf(people);
  }

  /** People in the unit: the figure of its own P-code, else the sum over all its members. */
  public OptionalLong find(AdminUnit unit) {
    Long own = people.get(unit.pcode());
    if (own != null) {
      return OptionalLong.of(own);
    }
    if (!people.keySet().containsAll(unit.members())) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(unit.members().stream().mapToLong(people::get).sum());
  }
}
