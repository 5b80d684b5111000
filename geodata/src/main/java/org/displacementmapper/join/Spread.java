package org.displacementmapper.join;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Population;

/** Shares one incident among units. */
final class Spread {

  private Spread() {}

  /**
   * Shares in proportion to population, summing to 1, in the order given; units without people get
   * none. Where no figure is known for any of them, equal shares.
   */
  static Map<String, Double> byPopulation(List<AdminUnit> units, Population population) {
    double sum = 0;
    for (AdminUnit unit : units) {
      sum += people(unit, population);
    }
    Map<String, Double> shares = new LinkedHashMap<>();
    for (AdminUnit unit : units) {
      double share = sum > 0 ? people(unit, population) / sum : 1.0 / units.size();
      if (share > 0) {
        shares.put(unit.pcode(), share);
      }
    }
    return shares;
  }

  private static double people(AdminUnit unit, Population population) {
    return population.find(unit).orElse(0);
  }
}
