package org.displacementmapper.dataset;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Population;
import org.displacementmapper.boundary.PopulationGrid;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.spool.SpooledIncidents;

/**
 * All that was imported, before anything is computed from it: what an import changes and the store
 * keeps.
 *
 * @param incidents in key order, no key twice
 * @param grid people by cell, of an imported raster; for exposure only
 */
public record Contents(
    List<Incident> incidents,
    Boundaries boundaries,
    Population population,
    List<UnFigure> figures,
    Optional<PopulationGrid> grid) {

  public Contents {
    incidents = inKeyOrder(incidents);
    figures = List.copyOf(figures);
  }

  /** Those on the disk are in order already and are not brought into the memory. */
  private static List<Incident> inKeyOrder(List<Incident> incidents) {
    if (incidents instanceof SpooledIncidents) {
      return incidents;
    }
    List<Incident> sorted = incidents.stream().sorted(Incident.KEY_ORDER).toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (Incident.KEY_ORDER.compare(sorted.get(i), sorted.get(i - 1)) == 0) {
        throw new IllegalArgumentException(
            "the key of an incident must be unique, twice: " + sorted.get(i).key());
      }
    }
    return sorted;
  }

  /** Without a raster of people. */
  public Contents(
      List<Incident> incidents,
      Boundaries boundaries,
      Population population,
      List<UnFigure> figures) {
    this(incidents, boundaries, population, figures, Optional.empty());
  }

  public Contents withIncidents(List<Incident> others) {
    return new Contents(others, boundaries, population, figures, grid);
  }

  public Contents withBoundaries(Boundaries others) {
    return new Contents(incidents, others, population, figures, grid);
  }

  public Contents withPopulation(Population other) {
    return new Contents(incidents, boundaries, other, figures, grid);
  }

  public Contents withFigures(Collection<UnFigure> others) {
    return new Contents(incidents, boundaries, population, List.copyOf(others), grid);
  }

  public Contents withGrid(PopulationGrid other) {
    return new Contents(incidents, boundaries, population, figures, Optional.of(other));
  }
}
