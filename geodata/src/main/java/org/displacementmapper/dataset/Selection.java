package org.displacementmapper.dataset;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.join.Placement;
import org.locationtech.jts.geom.Envelope;

/**
 * What is shown and counted, never what is estimated: one filter for tiles, features, downloads and
 * commands.
 *
 * @param from first day; an incident counts if its period has a day in common with from to to
 * @param to last day
 * @param pcodes units of any level; empty: everywhere
 * @param bbox longitude and latitude; empty: everywhere
 */
public record Selection(
    LocalDate from, LocalDate to, AirFilter air, Set<String> pcodes, Optional<Envelope> bbox) {

  public Selection {
    pcodes = Set.copyOf(pcodes);
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("from must not be after to, were " + from + " and " + to);
    }
  }

  public static Selection between(LocalDate from, LocalDate to) {
    return new Selection(from, to, AirFilter.ALL, Set.of(), Optional.empty());
  }

  /** Whether the incident counts by its days and by what is known of an attack from the air. */
  public boolean accepts(Incident incident) {
    return air.accepts(incident.air()) && incident.period().overlaps(from, to);
  }

  /** Whether the incident is shown: it counts, and some of it lies in the units and the box. */
  public boolean accepts(Placement placement, Dataset dataset) {
    return accepts(placement.incident())
        && (pcodes.isEmpty() || isInUnits(placement, dataset))
        && bbox.map(box -> touches(box, placement, dataset)).orElse(true);
  }

  /** Whether the unit itself is shown: it is or lies in one of the units, and touches the box. */
  public boolean shows(AdminUnit unit, Boundaries boundaries) {
    return (pcodes.isEmpty() || isIn(unit, boundaries))
        && bbox.map(box -> box.intersects(unit.geometry().getEnvelopeInternal())).orElse(true);
  }

  private boolean isInUnits(Placement placement, Dataset dataset) {
    Boundaries boundaries = dataset.boundaries();
    return placement.shares().keySet().stream()
        .anyMatch(leaf -> isIn(boundaries.unit(leaf), boundaries));
  }

  private boolean isIn(AdminUnit unit, Boundaries boundaries) {
    return boundaries.levels().stream()
        .flatMap(level -> boundaries.ancestor(unit, level).stream())
        .anyMatch(ancestor -> pcodes.contains(ancestor.pcode()));
  }

  private static boolean touches(Envelope box, Placement placement, Dataset dataset) {
    if (placement.incident().where().precision().isPoint()) {
      return placement.incident().where().findPoint().map(box::contains).orElse(false);
    }
    return placement.shares().keySet().stream()
        .map(leaf -> dataset.boundaries().unit(leaf).geometry().getEnvelopeInternal())
        .anyMatch(box::intersects);
  }
}
