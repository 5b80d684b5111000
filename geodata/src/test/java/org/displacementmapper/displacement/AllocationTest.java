package org.displacementmapper.displacement;

import static org.displacementmapper.displacement.Trial.figure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AllocationTest {

  private final Evidence evidence = Trial.with18Units();

  @Test
  void aListedUnitKeepsItsFigure() {
    Estimates estimates = allocate(evidence, Trial.JAN_31);
    Estimate sagaing = estimates.find("MMR005").orElseThrow();
    assertEquals(136_300, sagaing.best());
    assertTrue(sagaing.reported());
    assertEquals(10, estimates.units().size());
    assertEquals(441_500, estimates.national().best());
    assertTrue(estimates.findFit().isEmpty());
  }

  @Test
  void keepsTheRemainderUnattributed() {
    Estimates estimates = allocate(evidence, Trial.JAN_31);
    assertEquals(List.of(new Unattributed("MMR", 10_400)), estimates.unattributed());
    assertEquals(441_500, estimates.sumOfParts());
    assertEquals(12_500, allocate(evidence, LocalDate.of(2022, 1, 17)).unattributedPeople());
    assertEquals(13_200, allocate(evidence, Trial.MAY_2).unattributedPeople());
  }

  @Test
  void givesPrintedFiguresFivePerCentAt80() {
    Interval kayah = allocate(evidence, Trial.JAN_31).find("MMR002").orElseThrow().interval();
    assertEquals(87_305, kayah.low80(), 1);
    assertEquals(96_495, kayah.high80(), 1);
    assertEquals(91_900 * (1 - 0.05 * 1.95996 / 1.28155), kayah.low95(), 1);
    assertEquals(91_900 * (1 + 0.05 * 1.95996 / 1.28155), kayah.high95(), 1);
  }

  @Test
  void aMergedUnitGetsTheSumOfItsListedMembers() {
    Estimates estimates = allocate(Trial.with14States(), Trial.JAN_31);
    Estimate shan = estimates.find("MMR014-016").orElseThrow();
    assertEquals(55_800, shan.best());
    assertEquals(Set.of(Flag.PARTLY_LISTED), shan.flags());
    assertEquals(800, estimates.find("MMR007-008").orElseThrow().best());
    assertEquals(441_500, estimates.sumOfParts());
  }

  @Test
  void sharesAGroupsRemainderAmongItsUnlistedMembersByIncidents() {
    Estimates estimates = allocate(evidenceWith("MMR006", "MMR011"), Trial.JAN_31);
    Estimate tanintharyi = estimates.find("MMR006").orElseThrow();
    Estimate mon = estimates.find("MMR011").orElseThrow();
    // 2,600 + 7,100 people by 26 and 19 incidents.
    assertEquals(Math.round(9_700 * 26 / 45.0), tanintharyi.best());
    assertEquals(9_700, tanintharyi.best() + mon.best());
    assertTrue(tanintharyi.has(Flag.SHARED_REMAINDER));
    assertFalse(tanintharyi.reported());
    assertTrue(tanintharyi.interval().low80() < tanintharyi.best());
    assertTrue(tanintharyi.interval().high80() > tanintharyi.best());
    assertEquals(441_500, estimates.sumOfParts());
  }

  @Test
  void drawsTheSameIntervalsEveryTime() {
    Evidence partly = evidenceWith("MMR006", "MMR011");
    assertEquals(allocate(partly, Trial.JAN_31), allocate(partly, Trial.JAN_31));
    Interval interval = allocate(partly, Trial.JAN_31).find("MMR006").orElseThrow().interval();
    assertEquals(new Interval(1_762, 8_604, 726, 9_175), interval);
  }

  @Test
  void leavesAGroupsRemainderInTheGroupIfNoUnlistedMemberHasIncidents() {
    List<UnFigure> rows = new ArrayList<>(Trial.rows());
    rows.removeIf(row -> row.area().equals("SE") && row.asOf().equals(Trial.JAN_31));
    rows.add(figure("2022-01-31", "SE", 235_000));
    Estimates estimates = allocate(evidence(rows), Trial.JAN_31);
    assertEquals(
        List.of(new Unattributed("SE", 2_500), new Unattributed("MMR", 7_900)),
        estimates.unattributed());
    assertEquals(441_500, estimates.sumOfParts());
  }

  @Test
  void keepsPartsThatExceedTheirTotalAndFlagsThem() {
    List<UnFigure> rows = new ArrayList<>(Trial.rows());
    rows.removeIf(row -> row.area().equals("SE") && row.asOf().equals(Trial.JAN_31));
    rows.add(figure("2022-01-31", "SE", 224_500));
    Estimates estimates = allocate(evidence(rows), Trial.JAN_31);
    assertEquals(Set.of(Flag.PARTS_EXCEED_TOTAL), estimates.flags());
    assertEquals(91_900, estimates.find("MMR002").orElseThrow().best());
    assertEquals(10_400, estimates.unattributedPeople());
  }

  @Test
  void neverAddsAGroupThatOverlapsOneAlreadyUsed() {
    List<UnFigure> rows = new ArrayList<>(Trial.rows());
    rows.add(figure("2022-01-31", "MMR222", 60_000));
    Estimates estimates = allocate(evidence(rows), Trial.JAN_31);
    assertEquals(Set.of(Flag.OVERLAPPING_GROUPS), estimates.flags());
    assertEquals(441_500, estimates.sumOfParts());
  }

  @Test
  void spreadsTheRemainderOverUnlistedUnitsIfAsked() {
    Estimates estimates =
        Allocation.spreadingRemainder()
            .estimate(evidence, EstimateRequest.of(Trial.JAN_31, Product.ALLOCATION, Trial.SOURCE));
    assertEquals(0, estimates.unattributedPeople());
    assertEquals(441_500, estimates.sumOfParts());
    Estimate mandalay = estimates.find("MMR010").orElseThrow();
    assertTrue(mandalay.has(Flag.SHARED_REMAINDER));
    assertEquals(Set.of(Flag.SHARED_REMAINDER), estimates.flags());
  }

  @Test
  void refusesADateWithoutABreakdownAndListsThoseWithOne() {
    UnanswerableException refused =
        assertThrows(
            UnanswerableException.class, () -> allocate(evidence, LocalDate.of(2022, 3, 1)));
    assertEquals(UnanswerableException.Reason.NO_BREAKDOWN, refused.reason());
    assertEquals(
        "as_of 2022-03-01 has no UN breakdown by state that could be shared out: it must be one of"
            + " 2022-01-17, 2022-01-31, 2022-05-02",
        refused.getMessage());
    assertEquals(3, refused.dates().size());
    assertEquals(
        refused.dates(), Allocation.keepingRemainder().answerable(evidence).orElseThrow().dates());
  }

  @Test
  void itsCutoffIsTheDayItself() {
    assertEquals(
        Trial.JAN_31,
        new EstimateRequest(Trial.JAN_31, Trial.DEC_31, Product.ALLOCATION, Trial.SOURCE).cutoff());
  }

  @Test
  void keepsPeopleOfAnAreaThatIsNotLoadedUnattributed() {
    List<UnFigure> rows = new ArrayList<>(Trial.rows());
    rows.add(figure("2022-01-31", "MMR099", 400));
    Estimates estimates = allocate(evidence.withFigures(UnFigures.of(rows)), Trial.JAN_31);
    assertTrue(estimates.unattributed().contains(new Unattributed("MMR099", 400)));
    assertEquals(441_500, estimates.sumOfParts());
  }

  private static Estimates allocate(Evidence evidence, LocalDate asOf) {
    return Allocation.keepingRemainder()
        .estimate(evidence, EstimateRequest.of(asOf, Product.ALLOCATION, Trial.SOURCE));
  }

  /** The trial's evidence without the figures of some units on 31 January 2022. */
  private Evidence evidenceWith(String... unlisted) {
    List<UnFigure> rows = new ArrayList<>(Trial.rows());
    rows.removeIf(
        row -> row.asOf().equals(Trial.JAN_31) && Arrays.asList(unlisted).contains(row.area()));
    return evidence(rows);
  }

  private Evidence evidence(List<UnFigure> rows) {
    return evidence.withFigures(UnFigures.of(rows));
  }
}
