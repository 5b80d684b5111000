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
import java.util.stream.Stream;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Population;
import org.displacementmapper.boundary.Release;
import org.displacementmapper.join.Placement;
import org.displacementmapper.validation.ValidationReport;
import org.junit.jupiter.api.Test;

/**
 * Whatever the evidence - units without people or without incidents, years without either, enormous
 * figures - every answer is sound: parts add up, limits are in order and under the population,
 * nothing is NaN, and what cannot be answered is refused in words.
 */
class AnyEvidenceTest {

  private static final LocalDate START = LocalDate.of(2021, 2, 1);

  @Test
  void everyAnswerIsSound() {
    Map<Product, Integer> answered = new EnumMap<>(Product.class);
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Evidence evidence = evidence(random);
      checkReport(ValidationReport.of(evidence), "seed " + seed);
      for (Product product : Product.values()) {
        EstimateRequest request = request(random, product, evidence);
        try {
          check(evidence, DisplacementModel.answer(evidence, request), "seed " + seed);
          answered.merge(product, 1, Integer::sum);
        } catch (UnanswerableException refused) {
          assertTrue(refused.getMessage().length() > 20, "seed " + seed);
        } catch (RuntimeException | AssertionError e) {
          throw new AssertionError("seed " + seed + ", " + request, e);
        }
      }
    }
    for (Product product : Product.values()) {
      assertTrue(answered.getOrDefault(product, 0) > 10, "answered were only " + answered);
    }
  }

  private static void check(Evidence evidence, Estimates estimates, String where) {
    if (!estimates.flags().contains(Flag.PARTS_EXCEED_TOTAL)) {
      assertEquals(estimates.national().best(), estimates.sumOfParts(), where);
    }
    for (Estimate estimate : estimates.units().values()) {
      assertTrue(estimate.best() >= 0, where);
      assertTrue(estimate.interval().low95() >= 0, where);
      if (!estimate.reported()) {
        double ceiling = evidence.ceiling(evidence.boundaries().unit(estimate.pcode()));
        assertTrue(estimate.best() <= ceiling, where);
        assertTrue(estimate.interval().high95() <= ceiling, where);
      }
      Publication.STANDARD.publish(estimate);
    }
    estimates
        .findFit()
        .ifPresent(fit -> assertTrue(Double.isFinite(fit.mu()) && fit.sd() >= 0, where));
    evidence
        .figures()
        .findNational(estimates.request().asOf())
        .flatMap(figure -> Comparison.find(estimates.national(), figure))
        .map(Publication.STANDARD::ratioToUn)
        .ifPresent(ratio -> ratio.ifPresent(value -> assertTrue(Double.isFinite(value), where)));
  }

  private static void checkReport(ValidationReport report, String where) {
    Stream.of(report.national(), report.units())
        .flatMap(List::stream)
        .flatMap(row -> row.accuracies().stream())
        .forEach(each -> assertTrue(Double.isFinite(each.rms() + each.medianFactor()), where));
    report.leaveOneOut().stream()
        .flatMap(row -> row.accuracies().stream())
        .forEach(each -> assertTrue(Double.isFinite(each.rms() + each.shareError()), where + each));
    report.losses();
    report.calendarIsBetter();
  }

  private static Evidence evidence(Random random) {
    int unitCount = 1 + random.nextInt(12);
    List<AdminUnit> units = new ArrayList<>();
    Map<String, Long> people = new TreeMap<>();
    for (int i = 0; i < unitCount; i++) {
      String code = "MMR%03d".formatted(i + 1);
      units.add(Trial.unit(code, List.of()));
      if (random.nextInt(6) != 0) {
        people.put(code, random.nextInt(5) == 0 ? 0 : (long) Math.exp(random.nextDouble() * 16));
      }
    }
    return Evidence.of(
        Trial.SOURCE,
        placements(random, units),
        Boundaries.of(new Release("any", "", ""), units),
        new Population(LocalDate.of(2014, 3, 29), "census", people),
        figures(random, units));
  }

  private static List<Placement> placements(Random random, List<AdminUnit> units) {
    List<Placement> placements = new ArrayList<>();
    int count = random.nextInt(3) == 0 ? random.nextInt(3) : random.nextInt(300);
    int days = 1 + random.nextInt(2_000);
    for (int i = 0; i < count; i++) {
      Map<String, Double> shares = new TreeMap<>();
      if (random.nextInt(8) != 0) {
        // Skewed, so that some units see nothing.
        double skewed = Math.pow(random.nextDouble(), 3) * units.size();
        shares.put(units.get((int) skewed).pcode(), 1 - 0.5 * random.nextInt(2));
      }
      placements.add(Trial.placement("" + i, START.plusDays(random.nextInt(days)), 1, shares));
    }
    return placements;
  }

  private static UnFigures figures(Random random, List<AdminUnit> units) {
    List<UnFigure> rows = new ArrayList<>();
    int count = random.nextInt(30);
    double size = random.nextDouble() * 20;
    for (int i = 0; i < count; i++) {
      String day = START.plusDays(random.nextInt(1_500)).toString();
      long national =
          (long) Math.min(UnFigure.MAX_PEOPLE / 2, Math.exp(size + random.nextGaussian()));
      rows.add(Trial.figure(day, UnFigure.COUNTRY, national));
      if (random.nextBoolean()) {
        for (AdminUnit unit : units) {
          if (random.nextInt(4) != 0) {
            long part = (long) (national * 0.9 * random.nextDouble() * 2 / units.size());
            rows.add(Trial.figure(day, unit.pcode(), part));
          }
        }
      }
      if (random.nextBoolean()) {
        UnGroup group = UnGroup.values()[random.nextInt(UnGroup.values().length)];
        rows.add(Trial.figure(day, group.code(), (long) (national * random.nextDouble())));
      }
    }
    return UnFigures.of(rows);
  }

  private static EstimateRequest request(Random random, Product product, Evidence evidence) {
    LocalDate day = START.plusDays(random.nextInt(1_800));
    if (product == Product.ALLOCATION && random.nextInt(10) != 0) {
      List<LocalDate> dates = List.copyOf(evidence.figures().allocationDates());
      day = dates.isEmpty() ? day : dates.get(random.nextInt(dates.size()));
    }
    return new EstimateRequest(day, day.minusDays(random.nextInt(200) - 5L), product, Trial.SOURCE);
  }
}
