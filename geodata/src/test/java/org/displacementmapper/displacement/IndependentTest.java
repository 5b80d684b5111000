package org.displacementmapper.displacement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.displacementmapper.displacement.UnanswerableException.Reason;
import org.junit.jupiter.api.Test;

class IndependentTest {

  private static final EstimateRequest OF_THE_440000 =
      new EstimateRequest(Trial.JAN_31, Trial.DEC_31, Product.INDEPENDENT, Trial.SOURCE);

  private final Independent model = new Independent();
  private final Evidence evidence = Trial.with18Units();

  @Test
  void givesTheReferenceValuesOfTheMethod() {
    Estimates estimates = model.estimate(evidence, OF_THE_440000);
    Fit fit = estimates.fit();
    assertEquals(466.8, fit.theta(), 0.05);
    assertEquals(0.266, fit.sd(), 0.0005);
    assertEquals(17, fit.snapshots());
    assertEquals(LocalDate.of(2021, 12, 27), fit.lastSnapshot());
    assertEquals(962, estimates.events(), 1e-9);
    assertEquals(449_068, estimates.national().best());
    assertEquals(1.44, fit.factor(0.8), 0.005);
    assertEquals(1.79, fit.factor(0.95), 0.005);
    assertEquals(311_000, Publication.STANDARD.rounded(estimates.national().interval().low80()));
    assertEquals(648_000, Publication.STANDARD.rounded(estimates.national().interval().high80()));
  }

  @Test
  void capsTheSumOfUnitsAsTheMethodSays() {
    double theta = model.estimate(evidence, OF_THE_440000).fit().theta();
    double sum =
        evidence.units().stream()
            .mapToDouble(
                unit ->
                    Ceiling.cap(
                        theta * evidence.incidentSums().at(unit.pcode(), Trial.JAN_31),
                        evidence.ceiling(unit)))
            .sum();
    assertEquals(442_167, sum, 0.5);
  }

  @Test
  void findsKayahFarBelowTheUn() {
    for (Evidence each : List.of(evidence, Trial.with14States())) {
      Estimate kayah = model.estimate(each, OF_THE_440000).find("MMR002").orElseThrow();
      assertEquals(36_806, kayah.best(), 3);
      assertEquals(kayah.best() / 5.2235, kayah.interval().low80(), 5);
      assertEquals(kayah.best() * 5.2235, kayah.interval().high80(), 10);
      assertEquals(286_627, kayah.interval().high95());
    }
  }

  @Test
  void unitIntervalsAreFactorsOf5_2And12_5() {
    Interval kachin =
        model.estimate(evidence, OF_THE_440000).find("MMR001").orElseThrow().interval();
    assertEquals(5.22, Math.sqrt((double) kachin.high80() / kachin.low80()), 0.01);
    assertEquals(12.53, Math.sqrt((double) kachin.high95() / kachin.low95()), 0.01);
  }

  @Test
  void mergedStatesDoNotChangeTheNationalValue() {
    Estimates coarse = model.estimate(Trial.with14States(), OF_THE_440000);
    assertEquals(14, coarse.units().size());
    assertEquals(449_068, coarse.national().best());
    assertEquals(449_068, coarse.sumOfParts());
  }

  @Test
  void unitsTheUnDidNotListAreFlagged() {
    Estimates estimates = model.estimate(evidence, OF_THE_440000);
    assertTrue(estimates.find("MMR013").orElseThrow().has(Flag.NO_UN_FIGURE));
    assertFalse(estimates.find("MMR002").orElseThrow().has(Flag.NO_UN_FIGURE));
  }

  @Test
  void fitsOnlyFiguresUpToTheCutoff() {
    Estimates early =
        model.estimate(
            evidence,
            new EstimateRequest(
                Trial.JAN_31, LocalDate.of(2021, 9, 14), Product.INDEPENDENT, Trial.SOURCE));
    assertEquals(8, early.fit().snapshots());
    assertEquals(LocalDate.of(2021, 9, 13), early.fit().lastSnapshot());
  }

  @Test
  void refusesACutoffWithFewerThanEightFigures() {
    UnanswerableException refused = refused("2022-01-31", "2021-09-12");
    assertEquals(Reason.TOO_FEW_SNAPSHOTS, refused.reason());
    assertEquals(Optional.of(LocalDate.of(2021, 9, 13)), refused.earliest());
    assertEquals(
        "cutoff 2021-09-12 leaves 7 national UN figures to fit a rate on, and at least 8 are"
            + " needed: it must be 2021-09-13 or later",
        refused.getMessage());
  }

  @Test
  void refusesACutoffThatIsNotBeforeTheDay() {
    UnanswerableException refused = refused("2022-01-31", "2022-01-31");
    assertEquals(Reason.CUTOFF_NOT_BEFORE_AS_OF, refused.reason());
    assertEquals(Optional.of(LocalDate.of(2022, 1, 30)), refused.latest());
    assertEquals("cutoff", refused.parameter());
  }

  @Test
  void refusesADayAfterTheLastIncident() {
    UnanswerableException refused = refused("2022-05-03", "2022-01-31");
    assertEquals(Reason.AFTER_LAST_INCIDENT, refused.reason());
    assertEquals(Optional.of(Trial.MAY_2), refused.latest());
    assertEquals(
        "as_of 2022-05-03 is after the last recorded incident: it must be 2021-06-01 to"
            + " 2022-05-02",
        refused.getMessage());
  }

  @Test
  void refusesADayBeforeTheFirstIncident() {
    assertEquals(Reason.BEFORE_FIRST_INCIDENT, refused("2021-02-01", "2021-01-01").reason());
  }

  @Test
  void saysWhichDaysItCanAnswer() {
    AnswerableDates dates = model.answerable(evidence).orElseThrow();
    assertEquals(LocalDate.of(2021, 10, 14), dates.first());
    assertEquals(Trial.MAY_2, dates.last());
    for (LocalDate day : List.of(dates.first(), dates.last())) {
      EstimateRequest request = EstimateRequest.of(day, Product.INDEPENDENT, Trial.SOURCE);
      assertTrue(model.estimate(evidence, request).national().best() > 0);
    }
    LocalDate before = dates.first().minusDays(1);
    assertEquals(
        Reason.TOO_FEW_SNAPSHOTS,
        refused(before.toString(), EstimateRequest.defaultCutoff(before).toString()).reason());
  }

  @Test
  void refusesARequestForAnotherSource() {
    EstimateRequest other =
        new EstimateRequest(Trial.JAN_31, Trial.DEC_31, Product.INDEPENDENT, "acled");
    assertThrows(IllegalArgumentException.class, () -> model.estimate(evidence, other));
  }

  private UnanswerableException refused(String asOf, String cutoff) {
    return assertThrows(
        UnanswerableException.class,
        () ->
            model.estimate(
                evidence,
                new EstimateRequest(
                    LocalDate.parse(asOf),
                    LocalDate.parse(cutoff),
                    Product.INDEPENDENT,
                    Trial.SOURCE)));
  }
}
