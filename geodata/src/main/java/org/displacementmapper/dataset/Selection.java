package org.displacementmapper.dataset;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;
import org.locationtech.jts.geom.Envelope;

/**
 * What is shown and counted, never what is estimated: one filter for tiles, features, downloads and
 * commands. A {@link Sieve} asks it of incidents.
 *
 * @param from first day; an incident counts if its period has a day in common with from to to
 * @param to last day
 * @param pcodes units of any level; empty: everywhere
 * @param bbox longitude and latitude; empty: everywhere
 */
public record Selection(
    LocalDate from,
    LocalDate to,
    IncidentFilter incidentFilter,
    Set<String> pcodes,
    Optional<Envelope> bbox) {

  public Selection {
    pcodes = Set.copyOf(pcodes);
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("from must not be after to, were " + from + " and " + to);
    }
  }

  public static Selection between(LocalDate from, LocalDate to) {
    return new Selection(from, to, IncidentFilter.NONE, Set.of(), Optional.empty());
  }

  /** The same in the whole country. */
  public Selection everywhere() {
    return new Selection(from, to, incidentFilter, Set.of(), Optional.empty());
  }

  /** Whether the unit itself is shown: it is or lies in one of the units, and touches the box. */
  public boolean shows(AdminUnit unit, Boundaries boundaries) {
    return (pcodes.isEmpty() || isIn(unit.pcode(), boundaries))
        && bbox.map(box -> box.intersects(unit.geometry().getEnvelopeInternal())).orElse(true);
  }

  /** Whether the unit is or lies in one of the units, if any are named. */
  boolean isIn(String pcode, Boundaries boundaries) {
    return boundaries.levels().stream()
        .flatMap(level -> boundaries.findAncestorPcode(pcode, level).stream())
        .anyMatch(pcodes::contains);
  }
}
