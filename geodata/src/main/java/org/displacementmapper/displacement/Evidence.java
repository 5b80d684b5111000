package org.displacementmapper.displacement;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Population;
import org.displacementmapper.join.Exposure;
import org.displacementmapper.join.Placement;
import org.displacementmapper.join.Weighting;

/**
 * All that an estimate is made from: recorded incidents of one source as exposure of the
 * first-level units, the UN's figures, and the population as a ceiling. Immutable; made once for a
 * dataset and a source.
 *
 * @param source of the incidents: a rate belongs to one source, never to a mixture
 * @param exposure of the units of level 1
 */
public record Evidence(
    String source,
    Boundaries boundaries,
    Population population,
    Exposure exposure,
    UnFigures figures) {

  /** The level that UN figures are of and that is estimated first. */
  public static final int FIRST_LEVEL = 1;

  public Evidence {
    if (boundaries.units(FIRST_LEVEL).isEmpty()) {
      throw new IllegalArgumentException(
          "an estimate needs units of level 1, loaded are levels " + boundaries.levels());
    }
  }

  /**
   * @param placements of that source alone
   * @throws IllegalArgumentException if there is an incident of another source
   */
  public static Evidence of(
      String source,
      Collection<Placement> placements,
      Boundaries boundaries,
      Population population,
      UnFigures figures) {
    for (Placement placement : placements) {
      if (!placement.incident().source().equals(source)) {
        throw new IllegalArgumentException(
            "a rate of people per incident belongs to one source of incidents, so sources are not"
                + " mixed in one fit: asked for %s, found %s"
                    .formatted(source, placement.incident().key()));
      }
    }
    Exposure exposure = Exposure.of(placements, boundaries, FIRST_LEVEL, Weighting.EVENTS);
    return new Evidence(source, boundaries, population, exposure, figures);
  }

  /** The first-level units in P-code order. */
  public List<AdminUnit> units() {
    return boundaries.units(FIRST_LEVEL);
  }

  /** The most people that can be displaced from the unit; infinite if its population is unknown. */
  public double ceiling(AdminUnit unit) {
    OptionalLong people = population.find(unit);
    return people.isPresent() ? people.getAsLong() : Double.POSITIVE_INFINITY;
  }

  double[] ceilings() {
    return units().stream().mapToDouble(this::ceiling).toArray();
  }

  /**
   * @throws IllegalArgumentException if the request is for another source of incidents
   */
  void requireSource(EstimateRequest request) {
    if (!request.source().equals(source)) {
      throw new IllegalArgumentException(
          "the evidence is of source %s, the request of %s".formatted(source, request.source()));
    }
  }

  /** What goes with every estimate and report made of this. */
  public Provenance provenance() {
    return new Provenance(
        source, population.asOf(), boundaries.release().name(), DisplacementModel.VERSION);
  }
}
