package org.displacementmapper.displacement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The 330 townships of MIMU's release 9.3 over the shipped incidents and figures. */
class TownshipEstimatesTest {

  private static final int KAYAH_TOWNSHIPS = 7;
  private static final String DEMOSO = "MMR002002";

  private static Evidence evidence;

  @BeforeAll
  static void load() {
    evidence = ShippedEvidence.withTownships();
  }

  /** The trial's seven numbers are rounded one by one and add up to 91,901; ours to 91,900. */
  @Test
  void allocatesKayahAsInTheTrial() {
    FinerEstimates finer = finer(Product.ALLOCATION, Trial.JAN_31);
    assertEquals(44_393, people(finer, DEMOSO));
    assertEquals(27_036, people(finer, "MMR002001"), "Loikaw, 27,036.5 before rounding");
    assertEquals(10_907, people(finer, "MMR002003"), "Hpruso");
    assertEquals(4_339, people(finer, "MMR002005"), "Bawlakhe");
    assertEquals(2_209, people(finer, "MMR002004"), "Shadaw");
    assertEquals(1_817, people(finer, "MMR002006"), "Hpasawng");
    assertEquals(1_199, people(finer, "MMR002007"), "Mese");
    assertEquals(91_900, people(finer, "MMR002D001") + people(finer, "MMR002D002"));
    assertEquals(List.of(), finer.unattributed());
  }

  @Test
  void theDrawsGiveTheSameLimitsOnEveryMachine() {
    assertEquals(
        List.of(
            new Interval(14_927, 70_544, 7_399, 75_241),
            new Interval(2_132, 79_201, 722, 79_201),
            new Interval(17_013, 79_201, 7_939, 79_201)),
        List.of(
            interval(Product.ALLOCATION, Trial.JAN_31),
            interval(Product.INDEPENDENT, Trial.JAN_31),
            interval(Product.NOWCAST, LocalDate.of(2022, 4, 1))));
  }

  @Test
  void townshipsOfAnIndependentEstimateFollowTheirIncidentsAlone() {
    FinerEstimates finer = finer(Product.INDEPENDENT, Trial.JAN_31);
    Estimate kayah = estimates(Product.INDEPENDENT, Trial.JAN_31).find("MMR002").orElseThrow();
    long sum =
        finer.units().tailMap("MMR002000").headMap("MMR002999").values().stream()
            .mapToLong(Estimate::best)
            .sum();
    assertEquals(kayah.best(), sum);
    assertTrue(people(finer, DEMOSO) > kayah.best() * 0.4);
    Estimate quiet =
        finer.units().values().stream()
            .filter(each -> each.has(Flag.NO_INCIDENTS))
            .findFirst()
            .orElseThrow();
    assertEquals(0, quiet.best());
    assertEquals(new Interval(0, 0, 0, 0), quiet.interval());
  }

  @Test
  void saysNothingOfTownshipsInStatesOfWhichTheProductSaysNothing() {
    FinerEstimates finer = finer(Product.ALLOCATION, Trial.JAN_31);
    assertTrue(finer.find("MMR013001").isEmpty());
    assertEquals(
        KAYAH_TOWNSHIPS + 2,
        finer.units().keySet().stream().filter(pcode -> pcode.startsWith("MMR002")).count());
  }

  @Test
  void everyTownshipIsMarkedAsUnvalidated() {
    for (Product product : Product.values()) {
      LocalDate asOf = product == Product.NOWCAST ? LocalDate.of(2022, 4, 1) : Trial.JAN_31;
      FinerEstimates finer = finer(product, asOf);
      assertFalse(finer.units().isEmpty(), product.word());
      assertTrue(
          finer.units().values().stream().allMatch(each -> each.has(Flag.UNVALIDATED)),
          product.word());
      assertTrue(finer.units().values().stream().noneMatch(Estimate::reported), product.word());
    }
  }

  private static Interval interval(Product product, LocalDate asOf) {
    return finer(product, asOf).find(DEMOSO).orElseThrow().interval();
  }

  private static FinerEstimates finer(Product product, LocalDate asOf) {
    return FinerEstimates.of(evidence, estimates(product, asOf));
  }

  private static Estimates estimates(Product product, LocalDate asOf) {
    return DisplacementModel.answer(evidence, EstimateRequest.of(asOf, product, evidence.source()));
  }

  private static long people(FinerEstimates finer, String pcode) {
    return finer.find(pcode).orElseThrow().best();
  }
}
