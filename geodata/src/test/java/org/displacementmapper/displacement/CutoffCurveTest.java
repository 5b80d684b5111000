package org.displacementmapper.displacement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.displacementmapper.join.IncidentSums;
import org.displacementmapper.join.Weighting;
import org.junit.jupiter.api.Test;

class CutoffCurveTest {

  @Test
  void givesTheRangeOfTheMethodOverAllCutoffsAndWeightings() {
    CutoffCurve curve =
        CutoffCurve.ofHeadline(ShippedEvidence.figures(), ShippedEvidence.incidentSums());
    assertEquals(30, curve.points().size());
    assertEquals(
        Optional.of(new PublishedRange(0.84, 1.25)),
        Publication.STANDARD.range(curve, HeadlineFigure.PEOPLE));
    assertEquals(Weighting.DEATHS, curve.lowest().weighting());
    assertEquals(LocalDate.of(2021, 12, 27), curve.lowest().cutoff());
    assertEquals(Weighting.EVENTS, curve.highest().weighting());
    assertEquals(CutoffCurve.FIRST_CUTOFF, curve.highest().cutoff());
    assertEquals(9, curve.highest().fit().snapshots());
  }

  @Test
  void theWholeSeriesGivesTheNationalReferenceValues() {
    IncidentSums incidentSums = ShippedEvidence.incidentSums().get(Weighting.EVENTS);
    Fit fit = Fit.of(ShippedEvidence.figures().snapshotsUpTo(Trial.DEC_31), incidentSums::national);
    assertEquals(17, fit.snapshots());
    assertEquals(449_068, fit.theta() * incidentSums.national(Trial.JAN_31), 0.5);
  }

  @Test
  void theTrialInShortIsCutFromTheWholeSeries() {
    UnFigures series = ShippedEvidence.figures();
    IncidentSums incidentSums = ShippedEvidence.incidentSums().get(Weighting.EVENTS);
    for (Object[] row : Trial.SNAPSHOTS) {
      LocalDate date = LocalDate.parse((String) row[0]);
      assertEquals((int) row[1], series.findNational(date).orElseThrow().people());
      assertEquals((int) row[2], incidentSums.national(date));
    }
  }

  @Test
  void theWholeSeriesCanBeAllocatedOnThreeDates() {
    assertEquals(
        new TreeSet<>(List.of(LocalDate.of(2022, 1, 17), Trial.JAN_31, Trial.MAY_2)),
        ShippedEvidence.figures().allocationDates());
    assertEquals(
        List.of("UNHCR"),
        ShippedEvidence.figures().findNational(Trial.JAN_31).orElseThrow().publishers());
    assertEquals(
        232_500,
        ShippedEvidence.figures()
            .findBreakdown(Trial.JAN_31)
            .orElseThrow()
            .groups()
            .get(UnGroup.SOUTH_EAST)
            .people());
  }

  @Test
  void usesOnlyCutoffsBeforeTheDayAndWithFiguresEnough() {
    Evidence evidence = Trial.with18Units();
    Map<Weighting, IncidentSums> incidentSums = Map.of(Weighting.EVENTS, evidence.incidentSums());
    CutoffCurve curve =
        CutoffCurve.of(
            Trial.JAN_31,
            LocalDate.of(2021, 1, 1),
            LocalDate.of(2023, 1, 1),
            evidence.figures(),
            incidentSums);
    List<CutoffCurve.Point> points = curve.points(Weighting.EVENTS);
    assertEquals(LocalDate.of(2021, 9, 13), points.get(0).cutoff());
    assertEquals(LocalDate.of(2022, 1, 17), points.get(points.size() - 1).cutoff());
  }

  @Test
  void withoutACutoffThereIsNoRange() {
    Evidence evidence = Trial.with18Units();
    CutoffCurve curve =
        CutoffCurve.of(
            LocalDate.of(2021, 8, 1),
            LocalDate.of(2021, 1, 1),
            LocalDate.of(2021, 7, 31),
            evidence.figures(),
            Map.of(Weighting.EVENTS, evidence.incidentSums()));
    assertTrue(curve.isEmpty());
    assertTrue(Publication.STANDARD.range(curve, 440_000).isEmpty());
  }
}
