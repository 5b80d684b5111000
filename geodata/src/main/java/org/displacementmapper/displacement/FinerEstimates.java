package org.displacementmapper.displacement;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;

/**
 * The estimates of the levels below the first, for any product: each first-level estimate shared
 * among its leaves ({@link FinerShares}), and the levels between summed up from the leaves. Parts
 * and the people that no leaf had room for add up to their first-level unit exactly. No truth is
 * known at these levels, so every estimate is flagged {@link Flag#UNVALIDATED}.
 *
 * @param units by P-code, of every loaded level below the first; a unit is missing if nothing is
 *     said of its first-level unit
 * @param unattributed people of a first-level unit, by its P-code, who are in none of its parts
 */
public record FinerEstimates(SortedMap<String, Estimate> units, List<Unattributed> unattributed) {

  /** What a whole says of itself that is as true of its parts. */
  private static final Set<Flag> INHERITED = EnumSet.of(Flag.PARTLY_LISTED, Flag.SHARED_REMAINDER);

  public FinerEstimates {
    units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
    unattributed = List.copyOf(unattributed);
  }

  /**
   * @param evidence the same that the estimates were made from
   */
  public static FinerEstimates of(Evidence evidence, Estimates estimates) {
    SortedMap<String, Estimate> units = new TreeMap<>();
    List<Unattributed> unattributed = new ArrayList<>();
    if (evidence.boundaries().finestLevel() > Evidence.FIRST_LEVEL) {
      for (Estimate whole : estimates.units().values()) {
        Whole shared = Whole.of(evidence, estimates, whole);
        shared.addParts(units);
        if (shared.sharing.left() > 0) {
          unattributed.add(new Unattributed(whole.pcode(), shared.sharing.left()));
        }
      }
    }
    return new FinerEstimates(units, unattributed);
  }

  /** The estimate of a unit below the first level. */
  public Optional<Estimate> find(String pcode) {
    return Optional.ofNullable(units.get(pcode));
  }

  /** One first-level estimate and how it is shared among its leaves. */
  private record Whole(
      Boundaries boundaries,
      Estimate estimate,
      List<AdminUnit> leaves,
      FinerShares shares,
      Sharing sharing,
      ShareDraws draws) {

    static Whole of(Evidence evidence, Estimates estimates, Estimate estimate) {
      List<AdminUnit> leaves = evidence.boundaries().leaves(estimate.pcode());
      FinerShares shares = FinerShares.of(evidence, estimates, leaves);
      return new Whole(
          evidence.boundaries(),
          estimate,
          leaves,
          shares,
          Sharing.of(estimate.best(), shares.weights(), shares.ceilings()),
          ShareDraws.of(
              estimate.best(), shares.weights(), shares.ceilings(), spread(estimates, estimate)));
    }

    void addParts(SortedMap<String, Estimate> units) {
      for (int level : boundaries.levels().tailSet(Evidence.FIRST_LEVEL + 1)) {
        SortedMap<String, List<Integer>> leavesOfUnit = new TreeMap<>();
        for (int i = 0; i < leaves.size(); i++) {
          int leaf = i;
          boundaries
              .findAncestorPcode(leaves.get(i).pcode(), level)
              .ifPresent(
                  pcode -> leavesOfUnit.computeIfAbsent(pcode, any -> new ArrayList<>()).add(leaf));
        }
        leavesOfUnit.forEach(
            (pcode, chosen) ->
                units.put(
                    pcode, part(pcode, chosen.stream().mapToInt(Integer::intValue).toArray())));
      }
    }

    private Estimate part(String pcode, int[] chosen) {
      long people = Arrays.stream(chosen).mapToLong(i -> sharing.people()[i]).sum();
      double population = sum(shares.populations(), chosen);
      return new Estimate(
          pcode,
          estimate.asOf(),
          estimate.product(),
          estimate.cutoff(),
          people,
          draws.interval(chosen, people, population),
          false,
          flags(chosen, population));
    }

    private Set<Flag> flags(int[] chosen, double population) {
      Set<Flag> flags = EnumSet.of(Flag.UNVALIDATED);
      INHERITED.stream().filter(estimate::has).forEach(flags::add);
      if (sum(shares.events(), chosen) == 0) {
        flags.add(
            sum(shares.weights(), chosen) == 0 ? Flag.NO_INCIDENTS : Flag.BY_POPULATION_ALONE);
      }
      if (Double.isInfinite(population)) {
        flags.add(Flag.NO_POPULATION);
      } else if (population == 0) {
        flags.add(Flag.NOBODY_LIVES_HERE);
      } else if (Arrays.stream(chosen).anyMatch(this::isAtCeiling)) {
        flags.add(Flag.AT_CEILING);
      }
      return flags;
    }

    private boolean isAtCeiling(int leaf) {
      return shares.ceilings()[leaf] > 0 && sharing.parts()[leaf] >= shares.ceilings()[leaf];
    }

    private static double sum(double[] values, int[] chosen) {
      return Arrays.stream(chosen).mapToDouble(i -> values[i]).sum();
    }
  }

  /** How far the whole itself may be off: the standard deviation of its logarithm. */
  private static double spread(Estimates estimates, Estimate whole) {
    return switch (whole.product()) {
      case INDEPENDENT -> Independent.TAU;
      case NOWCAST -> {
        long days =
            ChronoUnit.DAYS.between(estimates.madeFrom().get(whole.pcode()).asOf(), whole.asOf());
        yield StrictMath.sqrt(Pooling.STANDARD.variance(days));
      }
      case ALLOCATION -> whole.reported() ? 0 : ShareDraws.SPREAD;
    };
  }
}
