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

  /**
   * People in the unit: the sum over all its members. The shipped Mandalay has the P-code of
   * Mandalay alone but covers Nay Pyi Taw too, so a merged unit's own P-code is not asked.
   */
  public OptionalLong find(AdminUnit unit) {
    if (!people.keySet().containsAll(unit.members())) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(unit.members().stream().mapToLong(people::get).sum());
  }
}
