package org.displacementmapper.displacement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The reference values of the method (section 14) on the data that come with the program. */
class ShippedEstimatesTest {

  private static final EstimateRequest OF_THE_440000 =
      new EstimateRequest(Trial.JAN_31, Trial.DEC_31, Product.INDEPENDENT, "ucdp");

  @Test
  void independentWithTheShippedStates() {
    Estimates estimates = DisplacementModel.answer(ShippedEvidence.withStates(), OF_THE_440000);
    assertEquals(14, estimates.units().size());
    checkNational(estimates);
    assertEquals(36_800, published(estimates, "MMR002"));
  }

  @Test
  void independentWithThe18Units() {
    Evidence evidence = ShippedEvidence.with18Units();
    Estimates estimates = DisplacementModel.answer(evidence, OF_THE_440000);
    checkNational(estimates);
    assertEquals(36_800, published(estimates, "MMR002"));
    double capped = 0;
    for (String pcode : evidence.incidentSums().pcodes()) {
      capped +=
          Ceiling.cap(
              estimates.fit().theta() * evidence.incidentSums().at(pcode, Trial.JAN_31),
              evidence.ceiling(evidence.boundaries().unit(pcode)));
    }
    assertEquals(442_167, capped, 0.5);
    // A quarter of all people in units that the UN did not list.
    long unlisted =
        estimates.units().values().stream()
            .filter(estimate -> estimate.has(Flag.NO_UN_FIGURE))
            .mapToLong(Estimate::best)
            .sum();
    assertEquals(0.26, (double) unlisted / estimates.national().best(), 0.02);
  }

  @Test
  void theDefaultCutoffGivesTheSameForThe440000() {
    Evidence evidence = ShippedEvidence.withStates();
    EstimateRequest request = EstimateRequest.of(Trial.JAN_31, Product.INDEPENDENT, "ucdp");
    assertEquals(Trial.DEC_31, request.cutoff());
    assertEquals(449_068, DisplacementModel.answer(evidence, request).national().best());
  }

  @Test
  void answersFromOctober2021ToTheLastIncident() {
    Evidence evidence = ShippedEvidence.withStates();
    AnswerableDates dates = new Independent().answerable(evidence).orElseThrow();
    assertEquals(LocalDate.of(2021, 10, 14), dates.first());
    assertEquals(LocalDate.of(2023, 12, 31), dates.last());
  }

  @Test
  void nowcastsThe440000FromTheBreakdownBefore() {
    LocalDate cutoff = LocalDate.of(2022, 1, 17);
    Estimates estimates =
        DisplacementModel.answer(
            ShippedEvidence.withStates(),
            new EstimateRequest(Trial.JAN_31, cutoff, Product.NOWCAST, "ucdp"));
    assertEquals(421_928, estimates.national().best());
    assertEquals(estimates.national().best(), estimates.sumOfParts());
    double kayah = estimates.find("MMR002").orElseThrow().best();
    assertTrue(kayah > 85_000 && kayah < 100_000, "Kayah " + kayah);
  }

  @Test
  void everyFigureBelongsToALoadedUnitAGroupOrTheCountry() {
    Evidence evidence = ShippedEvidence.withStates();
    assertTrue(evidence.figures().unknownAreas(evidence.boundaries()).isEmpty());
  }

  private static void checkNational(Estimates estimates) {
    assertEquals(449_068, estimates.national().best());
    assertEquals(449_068, estimates.sumOfParts());
    assertEquals(962, estimates.events(), 1e-9);
    assertEquals(17, estimates.fit().snapshots());
    assertEquals(466.8, estimates.fit().theta(), 0.05);
    assertEquals(0.266, estimates.fit().sd(), 0.0005);
  }

  private static long published(Estimates estimates, String pcode) {
    return Publication.STANDARD.publish(estimates.find(pcode).orElseThrow()).displaced();
  }
}
