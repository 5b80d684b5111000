package org.displacementmapper.dataset;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Period;
import org.displacementmapper.join.Placement;

/**
 * What all incidents of a dataset have in common; found when first asked for.
 *
 * @param kinds what they are filed under
 * @param days the first and the last of any; empty if there are no incidents
 */
record Overview(SortedSet<String> kinds, Optional<Period> days) {

  static Overview of(List<Placement> placements) {
    SortedSet<String> kinds = new TreeSet<>();
    LocalDate first = LocalDate.MAX;
    LocalDate last = LocalDate.MIN;
    for (Placement placement : placements) {
      Incident incident = placement.incident();
      kinds.add(IncidentFilter.kind(incident));
      Period period = incident.period();
      first = period.start().isBefore(first) ? period.start() : first;
      last = period.end().isAfter(last) ? period.end() : last;
    }
    return new Overview(
        Collections.unmodifiableSortedSet(kinds),
        placements.isEmpty() ? Optional.empty() : Optional.of(new Period(first, last)));
  }
}
