package org.displacementmapper.displacement;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Population;
import org.displacementmapper.join.IncidentSums;
import org.displacementmapper.join.Placement;
import org.displacementmapper.join.Weighting;

/**
 * All that an estimate is made from: recorded incidents of one source as sums over units, the UN's
 * figures, and the population as a ceiling. Made once for a dataset and a source.
 *
 * <p>Immutable to its users and safe for use by many threads. The sums of levels below the first is
 * summed up when first asked for, so that whoever wants only states does not wait for it.
 */
public final class Evidence {

  /** The level that UN figures are of and that is estimated first. */
  public static final int FIRST_LEVEL = 1;

  private final String source;
  private final Iterable<Placement> placements;
  private final Boundaries boundaries;
  private final Population population;
  private final UnFigures figures;
  private final Map<Integer, IncidentSums> incidentSums = new ConcurrentHashMap<>();

  private Evidence(
      String source,
      Iterable<Placement> placements,
      Boundaries boundaries,
      Population population,
      UnFigures figures) {
    if (boundaries.pcodes(FIRST_LEVEL).isEmpty()) {
      throw new IllegalArgumentException(
          "an estimate needs units of level 1, loaded are levels " + boundaries.levels());
    }
    this.source = source;
    this.placements = placements;
    this.boundaries = boundaries;
    this.population = population;
    this.figures = figures;
  }

  /**
   * @param source of the incidents: a rate belongs to one source, never to a mixture
   * @param placements of that source alone, the same whenever they are gone through: once for each
   *     level that is asked for
   * @throws IllegalArgumentException if there is an incident of another source
   */
  public static Evidence of(
      String source,
      Iterable<Placement> placements,
      Boundaries boundaries,
      Population population,
      UnFigures figures) {
    Evidence evidence = new Evidence(source, placements, boundaries, population, figures);
    evidence
        .incidentSums()
        .findSource()
        .filter(found -> !found.equals(source))
        .ifPresent(
            found -> {
              throw new IllegalArgumentException(
                  "a rate of people per incident belongs to one source of incidents, so sources"
                      + " are not mixed in one fit: asked for %s, found %s"
                          .formatted(source, found));
            });
    return evidence;
  }

  /** The same incidents beside another series of figures. */
  public Evidence withFigures(UnFigures others) {
    Evidence evidence = new Evidence(source, placements, boundaries, population, others);
    evidence.incidentSums.putAll(incidentSums);
    return evidence;
  }

  public String source() {
    return source;
  }

  public Boundaries boundaries() {
    return boundaries;
  }

  public Population population() {
    return population;
  }

  public UnFigures figures() {
    return figures;
  }

  /** Of the first-level units and the country. */
  public IncidentSums incidentSums() {
    return incidentSums(FIRST_LEVEL);
  }

  /** Of the units of a loaded level. */
  public IncidentSums incidentSums(int level) {
    return incidentSums.computeIfAbsent(
        level, wanted -> IncidentSums.of(placements, boundaries, wanted, Weighting.EVENTS));
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
