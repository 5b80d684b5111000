package org.displacementmapper.displacement;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.join.IncidentSums;

/**
 * By what the people of one first-level unit are shared among its leaves.
 *
 * <p>Product A knows incidents alone: a leaf weighs what its incidents would displace, damped by
 * its population (section 5.4 of the method). Products B and C start from people that the UN
 * reported in the unit, some of whom are where nothing was recorded: nine tenths go by incidents
 * and one tenth by population (section 7.4), never more than 95 % of a leaf's population.
 *
 * @param weights in the order of the leaves
 * @param ceilings likewise; infinite where the population is not known
 * @param populations likewise
 * @param events weighted incidents by the day, likewise
 */
record FinerShares(double[] weights, double[] ceilings, double[] populations, double[] events) {

  private static final double BY_INCIDENTS = 0.9;
  private static final double BY_POPULATION = 0.1;

  static FinerShares of(Evidence evidence, Estimates estimates, List<AdminUnit> leaves) {
    LocalDate asOf = estimates.request().asOf();
    IncidentSums incidentSums = evidence.incidentSums(evidence.boundaries().finestLevel());
    double[] populations = leaves.stream().mapToDouble(evidence::ceiling).toArray();
    double[] events =
        leaves.stream().mapToDouble(leaf -> incidentSums.at(leaf.pcode(), asOf)).toArray();
    return estimates.request().product() == Product.INDEPENDENT
        ? byRate(estimates.findFit().orElseThrow().theta(), populations, events)
        : mixed(populations, events);
  }

  private static FinerShares byRate(double theta, double[] populations, double[] events) {
    double[] weights = new double[events.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Ceiling.cap(theta * events[i], populations[i]);
    }
    return new FinerShares(weights, populations, populations, events);
  }

  /** A leaf of unknown population has no part of the tenth. */
  private static FinerShares mixed(double[] populations, double[] events) {
    double allEvents = Arrays.stream(events).sum();
    double allPeople = Arrays.stream(populations).filter(Double::isFinite).sum();
    double[] weights = new double[events.length];
    double[] ceilings = new double[events.length];
    for (int i = 0; i < weights.length; i++) {
      double byEvents = allEvents == 0 ? 0 : events[i] / allEvents;
      double byPeople =
          allPeople == 0 || Double.isInfinite(populations[i]) ? 0 : populations[i] / allPeople;
      weights[i] = allEvents == 0 ? byPeople : BY_INCIDENTS * byEvents + BY_POPULATION * byPeople;
      ceilings[i] = Allocation.MOST_OF_POPULATION * populations[i];
    }
    return new FinerShares(weights, ceilings, populations, events);
  }
}
