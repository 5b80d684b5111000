package org.displacementmapper.dataset;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Population;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.incident.Incident;

/**
 * All that was imported, before anything is computed from it: what an import changes and the store
 * keeps.
 *
 * @param incidents in key order, no key twice
 */
public record Contents(
    List<Incident> incidents,
    Boundaries boundaries,
    Population population,
    List<UnFigure> figures) {

  public Contents {
    incidents = incidents.stream().sorted(Comparator.comparing(Incident::key)).toList();
    for (int i = 1; i < incidents.size(); i++) {
      String key = incidents.get(i).key();
      if (key.equals(incidents.get(i - 1).key())) {
        throw new IllegalArgumentException("the key of an incident must be unique, twice: " + key);
      }
    }
    figures = List.copyOf(figures);
  }

  public Contents withIncidents(Collection<Incident> others) {
    return new Contents(List.copyOf(others), boundaries, population, figures);
  }

  public Contents withBoundaries(Boundaries others) {
    return new Contents(incidents, others, population, figures);
  }

  public Contents withPopulation(Population other) {
    return new Contents(incidents, boundaries, other, figures);
  }

  public Contents withFigures(Collection<UnFigure> others) {
    return new Contents(incidents, boundaries, population, List.copyOf(others));
  }
}
