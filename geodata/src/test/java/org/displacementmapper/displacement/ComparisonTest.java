package org.displacementmapper.displacement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Publication PUBLICATION = Publication.STANDARD;

  private final Evidence evidence = Trial.with14States();
  private final Estimates estimates =
      new Independent()
          .estimate(
              evidence,
              new EstimateRequest(Trial.JAN_31, Trial.DEC_31, Product.INDEPENDENT, Trial.SOURCE));
  private final ReportedFigure national =
      evidence.figures().findNational(Trial.JAN_31).orElseThrow();

  @Test
  void givesTheRatioOfTheMethod() {
    assertEquals(OptionalDouble.of(1.02), PUBLICATION.ratioTo440000(estimates.national()));
    assertEquals(
        OptionalDouble.of(1.02),
        PUBLICATION.ratioToUn(new Comparison(estimates.national(), national)));
  }

  @Test
  void refusesAnAllocation() {
    Estimate allocated =
        Allocation.keepingRemainder()
            .estimate(evidence, EstimateRequest.of(Trial.JAN_31, Product.ALLOCATION, Trial.SOURCE))
            .national();
    refuses(allocated, national, "by construction");
    assertTrue(PUBLICATION.ratioTo440000(allocated).isEmpty());
  }

  @Test
  void refusesACutoffOnOrAfterTheDateOfTheFigure() {
    for (String cutoff : List.of("2022-01-31", "2022-02-28")) {
      Estimate knowing = estimate("MMR", Trial.JAN_31, LocalDate.parse(cutoff), 449_000);
      refuses(knowing, national, "the estimate knows the figure");
      assertTrue(PUBLICATION.ratioTo440000(knowing).isEmpty());
    }
  }

  @Test
  void refusesAnotherUnit() {
    refuses(estimates.find("MMR002").orElseThrow(), national, "MMR002");
  }

  @Test
  void refusesAnotherDate() {
    refuses(
        estimates.national(),
        evidence.figures().latestNational(Trial.DEC_31).orElseThrow(),
        "2021-12-27");
  }

  @Test
  void refusesAnotherMeasureAndAnExcludedRow() {
    UnFigure row = national.parts().get(0);
    refuses(estimates.national(), reported(row, Measure.TOTAL, ""), "total_idps");
    refuses(estimates.national(), reported(row, Measure.SINCE_COUP, "restates"), "restates");
  }

  @Test
  void aPartlyListedUnitHasNoRatio() {
    Comparison shan =
        new Comparison(
            estimates.find("MMR014-016").orElseThrow(),
            evidence
                .figures()
                .find(evidence.boundaries().unit("MMR014-016"), Trial.JAN_31)
                .orElseThrow());
    assertTrue(PUBLICATION.ratioToUn(shan).isEmpty());
  }

  @Test
  void kayahsRatioAndShareComeFromRoundedValues() {
    Estimate kayah = estimates.find("MMR002").orElseThrow();
    Comparison comparison =
        new Comparison(
            kayah,
            evidence
                .figures()
                .find(evidence.boundaries().unit("MMR002"), Trial.JAN_31)
                .orElseThrow());
    assertEquals(OptionalDouble.of(0.4), PUBLICATION.ratioToUn(comparison));
    assertEquals(OptionalDouble.of(0.0836), PUBLICATION.shareOf440000(kayah));
  }

  @Test
  void noShareOrRatioToThe440000OnAnotherDay() {
    Estimate later = estimate("MMR", LocalDate.of(2022, 2, 28), Trial.DEC_31, 500_000);
    assertTrue(PUBLICATION.shareOf440000(later).isEmpty());
    assertTrue(PUBLICATION.ratioTo440000(later).isEmpty());
  }

  @Test
  void aFigureOfZeroOrAnEstimateUnderTheLeastHasNoRatio() {
    UnFigure zero = Trial.figure("2022-01-31", "MMR002", 0);
    ReportedFigure reported = new ReportedFigure("MMR002", Trial.JAN_31, List.of(zero), List.of());
    Estimate some = estimate("MMR002", Trial.JAN_31, Trial.DEC_31, 5_000);
    assertTrue(PUBLICATION.ratioToUn(new Comparison(some, reported)).isEmpty());
    Estimate few = estimate("MMR", Trial.JAN_31, Trial.DEC_31, 99);
    assertTrue(PUBLICATION.ratioToUn(new Comparison(few, national)).isEmpty());
  }

  @Test
  void aNowcastSaysThatItDependsOnEarlierFigures() {
    Estimate nowcast =
        new Estimate(
            "MMR",
            Trial.JAN_31,
            Product.NOWCAST,
            Trial.DEC_31,
            422_000,
            new Interval(300_000, 500_000, 200_000, 600_000),
            false,
            Set.of());
    assertTrue(new Comparison(nowcast, national).dependsOnEarlierFigures());
    assertFalse(new Comparison(estimates.national(), national).dependsOnEarlierFigures());
  }

  private static void refuses(Estimate estimate, ReportedFigure reported, String word) {
    String message =
        assertThrows(ImpossibleComparisonException.class, () -> new Comparison(estimate, reported))
            .getMessage();
    assertTrue(message.contains(word), message);
    assertTrue(Comparison.find(estimate, reported).isEmpty());
  }

  private static Estimate estimate(String pcode, LocalDate asOf, LocalDate cutoff, long best) {
    return new Estimate(
        pcode,
        asOf,
        Product.INDEPENDENT,
        cutoff,
        best,
        new Interval(best / 2, best * 2, best / 3, best * 3),
        false,
        Set.of());
  }

  private static ReportedFigure reported(UnFigure row, Measure measure, String excludeReason) {
    UnFigure other =
        new UnFigure(
            row.asOf(),
            null,
            row.area(),
            row.areaName(),
            row.people(),
            measure,
            row.publisher(),
            row.title(),
            row.url(),
            excludeReason,
            "");
    return new ReportedFigure(row.area(), row.asOf(), List.of(other), List.of());
  }
}
