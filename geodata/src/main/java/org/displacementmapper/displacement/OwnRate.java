package org.displacementmapper.displacement;

/**
 * People per incident of one unit, from one figure of it: ln(-P ln(1 - Y/P) / (E + 1)). The 1 keeps
 * a unit without incidents finite; the logarithm of people undoes the cap by population.
 */
public record OwnRate(double log) {

  /** A figure of everybody has no finite rate; this much of the population still has one. */
  private static final double MOST_OF_POPULATION = 0.99;

  /**
   * @param people reported; 0 is taken as 1, since no rate is zero
   * @param events weighted incidents in the unit up to the date of the figure
   * @param population above 0; infinite if it is not known
   */
  public static OwnRate of(long people, double events, double population) {
    double possible = Math.min(Math.max(1, people), MOST_OF_POPULATION * population);
    return new OwnRate(StrictMath.log(Ceiling.uncap(possible, population) / (events + 1)));
  }

  /**
   * People at a later day: the rate, pooled with the national one, times the incidents by then.
   *
   * @param mu logarithm of the national rate
   * @param weight of the own rate, 0 to 1
   */
  public double people(double events, double population, double mu, double weight) {
    double pooled = weight * log + (1 - weight) * mu;
    return Ceiling.cap((events + 1) * StrictMath.exp(pooled), population);
  }
}
