package org.displacementmapper.displacement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Population;
import org.displacementmapper.boundary.Release;
import org.displacementmapper.join.Placement;
import org.displacementmapper.testing.Geometries;
import org.junit.jupiter.api.Test;

/**
 * Whatever the evidence, townships add up to their district, districts to their state and states to
 * the country, in whole people and for every product, and no limit is above the population.
 */
class FinerEstimatesTest {

  private static final LocalDate START = LocalDate.of(2021, 2, 1);
  private static final LocalDate LAST_DAY = START.plusDays(400);

  @Test
  void partsAddUpToTheirWholeAtEveryLevel() {
    Map<Product, Integer> answered = new EnumMap<>(Product.class);
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      Evidence evidence = evidence(random);
      for (Product product : Product.values()) {
        LocalDate asOf =
            product == Product.ALLOCATION
                ? Trial.JAN_31
                : Trial.JAN_31.plusDays(random.nextInt(30) + 1L);
        try {
          Estimates estimates =
              DisplacementModel.answer(
                  evidence, new EstimateRequest(asOf, asOf.minusDays(1), product, Trial.SOURCE));
          check(evidence, estimates, FinerEstimates.of(evidence, estimates));
          answered.merge(product, 1, Integer::sum);
        } catch (UnanswerableException refused) {
          assertTrue(refused.getMessage().length() > 20, "seed " + seed);
        } catch (RuntimeException | AssertionError e) {
          throw new AssertionError("seed " + seed + ", " + product, e);
        }
      }
    }
    for (Product product : Product.values()) {
      assertTrue(answered.getOrDefault(product, 0) > 30, "answered were only " + answered);
    }
  }

  @Test
  void hasNoFinerEstimatesWhereOnlyStatesAreLoaded() {
    Evidence evidence = Trial.with18Units();
    Estimates estimates =
        DisplacementModel.answer(
            evidence, EstimateRequest.of(Trial.JAN_31, Product.INDEPENDENT, Trial.SOURCE));
    FinerEstimates finer = FinerEstimates.of(evidence, estimates);
    assertTrue(finer.units().isEmpty());
    assertTrue(finer.unattributed().isEmpty());
  }

  private static void check(Evidence evidence, Estimates estimates, FinerEstimates finer) {
    Boundaries boundaries = evidence.boundaries();
    assertEquals(estimates.national().best(), estimates.sumOfParts());
    for (Estimate state : estimates.units().values()) {
      long left =
          finer.unattributed().stream()
              .filter(each -> each.area().equals(state.pcode()))
              .mapToLong(Unattributed::people)
              .sum();
      for (int level : boundaries.levels().tailSet(2)) {
        assertEquals(
            state.best() - left, sum(finer, state.pcode(), level, boundaries), "level " + level);
      }
    }
    if (boundaries.levels().contains(2)) {
      for (String district : boundaries.pcodes(2)) {
        finer
            .find(district)
            .ifPresent(
                found -> assertEquals(found.best(), sum(finer, district, 3, boundaries), district));
      }
    }
    for (Estimate estimate : finer.units().values()) {
      double population = 0;
      for (AdminUnit leaf : boundaries.leaves(estimate.pcode())) {
        population += evidence.ceiling(leaf);
      }
      assertTrue(estimate.best() <= population, estimate::toString);
      assertTrue(estimate.interval().high95() <= population, estimate::toString);
      assertTrue(estimate.has(Flag.UNVALIDATED));
      Publication.STANDARD.publish(estimate);
    }
  }

  private static long sum(FinerEstimates finer, String whole, int level, Boundaries boundaries) {
    int levelOfWhole = boundaries.level(whole);
    return boundaries.pcodes(level).stream()
        .filter(
            pcode ->
                boundaries.findAncestorPcode(pcode, levelOfWhole).filter(whole::equals).isPresent())
        .flatMap(pcode -> finer.find(pcode).stream())
        .mapToLong(Estimate::best)
        .sum();
  }

  private static Evidence evidence(Random random) {
    boolean districts = random.nextBoolean();
    List<AdminUnit> units = new ArrayList<>();
    List<String> states = new ArrayList<>();
    List<String> leaves = new ArrayList<>();
    Map<String, Long> people = new TreeMap<>();
    int stateCount = 1 + random.nextInt(5);
    for (int s = 1; s <= stateCount; s++) {
      String state = "MMR%03d".formatted(s);
      states.add(state);
      units.add(unit(state, 1, ""));
      long sum = 0;
      int districtCount = 1 + random.nextInt(3);
      for (int d = 1; d <= districtCount; d++) {
        String district = state + "D%03d".formatted(d);
        if (districts) {
          units.add(unit(district, 2, state));
        }
        int leafCount = 1 + random.nextInt(random.nextInt(10) == 0 ? 80 : 5);
        for (int t = 1; t <= leafCount; t++) {
          String leaf = state + "%03d".formatted(100 * d + t);
          units.add(unit(leaf, 3, districts ? district : state));
          leaves.add(leaf);
          if (random.nextInt(10) != 0) {
            long count = random.nextInt(8) == 0 ? 0 : (long) Math.exp(random.nextDouble() * 14);
            people.put(leaf, count);
            sum += count;
          }
        }
      }
      if (random.nextInt(8) != 0) {
        people.put(state, random.nextInt(4) == 0 ? random.nextInt(1_000_000) : sum);
      }
    }
    return Evidence.of(
        Trial.SOURCE,
        placements(random, leaves),
        Boundaries.of(new Release("any", "", ""), units),
        new Population(LocalDate.of(2014, 3, 29), "census", people),
        figures(random, states));
  }

  private static AdminUnit unit(String pcode, int level, String parent) {
    return new AdminUnit(pcode, level, pcode, "", parent, List.of(), Geometries.square(96, 20, 1));
  }

  private static List<Placement> placements(Random random, List<String> leaves) {
    List<Placement> placements = new ArrayList<>();
    int count = 1 + random.nextInt(200);
    for (int i = 0; i < count; i++) {
      Map<String, Double> shares = new TreeMap<>();
      int parts = random.nextInt(8) == 0 ? 3 : 1;
      for (int part = 0; part < parts; part++) {
        double skewed = Math.pow(random.nextDouble(), 3) * leaves.size();
        shares.put(leaves.get((int) skewed), 1.0 / parts);
      }
      LocalDate day = i == 0 ? START : START.plusDays(random.nextInt(400));
      placements.add(Trial.placement("" + i, day, 1, shares));
    }
    placements.add(Trial.placement("last", LAST_DAY, 1, Map.of(leaves.get(0), 1.0)));
    return placements;
  }

  /** Ten national figures; the last on 31 January 2022, broken down by state. */
  private static UnFigures figures(Random random, List<String> states) {
    List<UnFigure> rows = new ArrayList<>();
    long national = (long) Math.exp(3 + random.nextDouble() * 13);
    for (int month = 0; month < 10; month++) {
      rows.add(
          Trial.figure(Trial.JAN_31.minusDays(30L * month).toString(), UnFigure.COUNTRY, national));
    }
    long left = national;
    for (int i = 0; i < states.size(); i++) {
      boolean last = i == states.size() - 1;
      long part = last ? (long) (left * 0.98) : (long) (left * random.nextDouble());
      left -= part;
      rows.add(Trial.figure(Trial.JAN_31.toString(), states.get(i), part));
    }
    return UnFigures.of(rows);
  }
}
