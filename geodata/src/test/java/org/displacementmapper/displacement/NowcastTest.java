package org.displacementmapper.displacement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.displacementmapper.displacement.UnanswerableException.Reason;
import org.junit.jupiter.api.Test;

class NowcastTest {

  private static final LocalDate JAN_17 = LocalDate.of(2022, 1, 17);

  private final Nowcast model = new Nowcast(Pooling.STANDARD);
  private final Evidence evidence = Trial.with18Units();

  @Test
  void movesTheCountryOnAsTheMethodSays() {
    Estimate national = nowcast(evidence, Trial.JAN_31, JAN_17).national();
    assertEquals(421_928, national.best());
    assertEquals(OptionalDouble.of(0.96), Publication.STANDARD.ratioTo440000(national));
    assertEquals(421_928 * 1.3, national.interval().high80(), 1);
    assertEquals(421_928 / 1.3, national.interval().low80(), 1);
  }

  @Test
  void keepsTheNationalFactorForHalfAYear() {
    Interval later = nowcast(evidence, Trial.MAY_2, JAN_17).national().interval();
    assertEquals(1.3 * 1.3, (double) later.high80() / later.low80(), 0.001);
  }

  @Test
  void trustsAUnitsOwnRateLessWithTime() {
    assertEquals(0.98, Pooling.STANDARD.weight(14), 0.005);
    assertEquals(0.86, Pooling.STANDARD.weight(90), 0.005);
    assertEquals(0.60, Pooling.STANDARD.weight(365), 0.005);
    assertEquals(1.3, Pooling.STANDARD.factor(0.8, 14), 0.05);
    assertEquals(1.9, Pooling.STANDARD.factor(0.8, 90), 0.05);
    assertEquals(0, Pooling.STANDARD.variance(0));
  }

  @Test
  void unitsAndThePeopleNotAttributedAddUpToTheCountry() {
    Estimates estimates = nowcast(evidence, Trial.JAN_31, JAN_17);
    assertEquals(10, estimates.units().size());
    assertEquals(421_928, estimates.sumOfParts());
    // 12,500 people of 17 January, scaled by the factor of about 1.01 that all parts get.
    assertEquals(12_600, estimates.unattributedPeople(), 200);
  }

  @Test
  void aUnitWithoutNewIncidentsStaysNearItsFigure() {
    Estimates estimates = nowcast(evidence, JAN_17.plusDays(1), JAN_17);
    for (UnFigure row : evidence.figures().findBreakdown(JAN_17).orElseThrow().listed().values()) {
      Estimate estimate = estimates.find(row.area()).orElseThrow();
      assertEquals(row.people(), estimate.best(), 0.01 * row.people() + 10, row.area());
    }
  }

  @Test
  void startsFromTheNewestFigureSinceTheBreakdown() {
    List<UnFigure> rows = new ArrayList<>(Trial.rows());
    rows.add(Trial.figure("2022-04-25", "MMR005", 240_600));
    Estimates estimates = nowcast(with(UnFigures.of(rows)), Trial.MAY_2, LocalDate.of(2022, 4, 25));
    assertEquals(LocalDate.of(2022, 4, 25), estimates.madeFrom().get("MMR005").asOf());
    assertEquals(Trial.JAN_31, estimates.madeFrom().get("MMR002").asOf());
    assertEquals(LocalDate.of(2022, 2, 28), estimates.madeFrom().get("MMR").asOf());
    Interval fresh = estimates.find("MMR005").orElseThrow().interval();
    Interval older = estimates.find("MMR003").orElseThrow().interval();
    assertTrue((double) fresh.high80() / fresh.low80() < (double) older.high80() / older.low80());
  }

  @Test
  void aPartOfAMergedUnitDoesNotPassForTheWhole() {
    List<UnFigure> rows = new ArrayList<>(Trial.rows());
    rows.add(Trial.figure("2022-02-14", "MMR014", 59_800));
    Evidence states = Trial.evidence(Trial.states(), UnFigures.of(rows));
    Estimates estimates = nowcast(states, Trial.MAY_2, LocalDate.of(2022, 3, 1));
    assertEquals(Trial.JAN_31, estimates.madeFrom().get("MMR014-016").asOf());
    assertTrue(estimates.find("MMR014-016").orElseThrow().has(Flag.PARTLY_LISTED));
  }

  @Test
  void saysNothingOfUnitsThatTheBreakdownDoesNotList() {
    List<UnFigure> rows = new ArrayList<>(Trial.rows());
    rows.add(Trial.figure("2021-09-13", "MMR001", 7_750));
    Estimates estimates = nowcast(with(UnFigures.of(rows)), Trial.MAY_2, Trial.JAN_31);
    assertTrue(estimates.find("MMR001").isEmpty());
    assertTrue(estimates.find("MMR013").isEmpty());
  }

  @Test
  void refusesACutoffBeforeTheFirstBreakdown() {
    UnanswerableException refused =
        assertThrows(
            UnanswerableException.class, () -> nowcast(evidence, Trial.JAN_31, Trial.DEC_31));
    assertEquals(Reason.NO_BREAKDOWN, refused.reason());
    assertEquals(Optional.of(JAN_17), refused.earliest());
    assertEquals("cutoff", refused.parameter());
    assertEquals(JAN_17.plusDays(31), model.answerable(evidence).orElseThrow().first());
  }

  @Test
  void ownRatesAreFiniteForFiguresOfNobodyAndEverybody() {
    for (long people : new long[] {0, 1, 999, 1_000, 5_000}) {
      OwnRate rate = OwnRate.of(people, 0, 1_000);
      assertTrue(Double.isFinite(rate.log()), "people " + people);
      double later = rate.people(1e9, 1_000, 6, 0.5);
      assertTrue(later >= 0 && later <= 1_000, "people " + people);
    }
  }

  @Test
  void ownRateGivesItsFigureBack() {
    OwnRate kayah = OwnRate.of(91_900, 83, 286_627);
    assertEquals(91_900, kayah.people(83, 286_627, 6.1, 1), 1e-6);
    assertFalse(kayah.people(100, 286_627, 6.1, 1) <= 91_900);
  }

  private Estimates nowcast(Evidence from, LocalDate asOf, LocalDate cutoff) {
    return model.estimate(from, new EstimateRequest(asOf, cutoff, Product.NOWCAST, Trial.SOURCE));
  }

  private Evidence with(UnFigures figures) {
    return evidence.withFigures(figures);
  }
}
