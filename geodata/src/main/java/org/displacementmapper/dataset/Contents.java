package org.displacementmapper.dataset;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Population;
import org.displacementmapper.boundary.PopulationGrid;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.incident.Incident;

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
    incidents = incidents.stream().sorted(Incident.KEY_ORDER).toList();
    for (int i = 1; i < incidents.size(); i++) {
      if (Incident.KEY_ORDER.compare(incidents.get(i), incidents.get(i - 1)) == 0) {
        throw new IllegalArgumentException(
            "the key of an incident must be unique, twice: " + incidents.get(i).key());
      }
    }
    figures = List.copyOf(figures);
  }

  /** Without a raster of people. */
  public Contents(
      List<Incident> incidents,
      Boundaries boundaries,
      Population population,
      List<UnFigure> figures) {
    this(incidents, boundaries, population, figures, Optional.empty());
  }

  public Contents withIncidents(Collection<Incident> others) {
    return new Contents(List.copyOf(others), boundaries, population, figures, grid);
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
