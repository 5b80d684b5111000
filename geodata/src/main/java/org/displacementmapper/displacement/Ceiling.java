package org.displacementmapper.displacement;

/**
 * The cap of section 2 of the method: no more people can be displaced than live in a unit. Close to
 * x when x is small, never above the population.
 */
public final class Ceiling {

  private Ceiling() {}

  /**
   * P (1 - exp(-x/P)).
   *
   * @param population 0 gives 0; infinite, if it is not known, gives x
   */
  public static double cap(double x, double population) {
    if (population == 0 || Double.isInfinite(population)) {
      return population == 0 ? 0 : x;
    }
    return -population * StrictMath.expm1(-x / population);
  }

  /** The x whose cap is {@code people}: -P ln(1 - D/P). Infinite if everybody is displaced. */
  public static double uncap(double people, double population) {
    if (Double.isInfinite(population)) {
      return people;
    }
    return -population * StrictMath.log1p(-people / population);
  }
}
