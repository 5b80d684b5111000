package org.displacementmapper.displacement;

import static org.displacementmapper.displacement.Trial.figure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Release;
import org.junit.jupiter.api.Test;

class UnFiguresTest {

  private final UnFigures figures = Trial.figures();

  @Test
  void takesTheFirstOfTwoNationalRowsOfADate() {
    UnFigures two =
        UnFigures.of(List.of(figure("2022-05-30", "MMR", 691_000), ocha("2022-05-30", 691_200)));
    assertEquals(1, two.snapshots().size());
    assertEquals(691_000, two.snapshots().get(0).people());
  }

  @Test
  void creditsThePageThatAlsoListsUnitsIfBothPrintTheSameNumber() {
    List<UnFigure> rows = new ArrayList<>(List.of(ocha("2022-01-31", 441_500)));
    rows.addAll(Trial.rows());
    assertEquals(
        List.of("UNHCR"), UnFigures.of(rows).findNational(Trial.JAN_31).orElseThrow().publishers());
  }

  @Test
  void takesTheTotalOfAGroupFromThePageOfItsParts() {
    List<UnFigure> rows = new ArrayList<>();
    UnFigure se = figure("2022-01-31", "SE", 232_000);
    rows.add(withPage(se, "https://example.org/other"));
    rows.addAll(Trial.rows());
    Breakdown breakdown = UnFigures.of(rows).findBreakdown(Trial.JAN_31).orElseThrow();
    assertEquals(232_500, breakdown.groups().get(UnGroup.SOUTH_EAST).people());
  }

  @Test
  void tellsTheLastTotalOfAGroupUpToADate() {
    UnFigures shipped = ShippedEvidence.figures();
    UnFigure southEast = shipped.latest(UnGroup.SOUTH_EAST, Trial.JAN_31).orElseThrow();
    assertEquals(232_500, southEast.people());
    assertEquals(Trial.JAN_31, southEast.asOf());
    UnFigure northWest = shipped.latest(UnGroup.NORTH_WEST, Trial.JAN_31).orElseThrow();
    assertEquals(157_500, northWest.people());
    assertEquals(LocalDate.parse("2022-01-03"), northWest.asOf());
    // Later totals are of all displaced people, not of those since the coup.
    UnFigure last = shipped.latest(UnGroup.SOUTH_EAST, LocalDate.parse("2026-01-01")).orElseThrow();
    assertEquals(LocalDate.parse("2023-03-13"), last.asOf());
    assertTrue(shipped.latest(UnGroup.NORTH_WEST, LocalDate.parse("2021-06-22")).isEmpty());
  }

  @Test
  void leavesOutExcludedRowsAndOtherMeasuresButKeepsThemToShow() {
    UnFigure excluded = changed(figure("2022-02-11", "MMR", 440_000), null, "restates 2022-01-31");
    UnFigure total = changed(figure("2022-02-11", "MMR", 900_000), Measure.TOTAL, "");
    UnFigures some = UnFigures.of(List.of(excluded, total));
    assertTrue(some.snapshots().isEmpty());
    assertEquals(2, some.all().size());
  }

  @Test
  void sumsTheListedMembersOfAMergedUnitAndSaysWhatIsMissing() {
    ReportedFigure shan =
        figures
            .find(Trial.unit("MMR014-016", List.of("MMR014", "MMR015", "MMR016")), Trial.JAN_31)
            .orElseThrow();
    assertEquals(55_800, shan.people());
    assertFalse(shan.complete());
    assertEquals(List.of("MMR016"), shan.unlisted());
  }

  @Test
  void aUnitThatIsNotListedIsUnknownNotZero() {
    assertEquals(Optional.empty(), figures.find(Trial.unit("MMR013", List.of()), Trial.JAN_31));
    assertEquals(Optional.empty(), figures.find(Trial.unit("MMR002", List.of()), Trial.DEC_31));
  }

  @Test
  void findsTheLatestFigureUpToADate() {
    ReportedFigure kayah =
        figures.latest(Trial.unit("MMR002", List.of()), LocalDate.of(2022, 3, 1)).orElseThrow();
    assertEquals(Trial.JAN_31, kayah.asOf());
    assertEquals(91_900, kayah.people());
    assertEquals(
        LocalDate.of(2021, 12, 27), figures.latestNational(Trial.DEC_31).orElseThrow().asOf());
    assertTrue(figures.latestNational(LocalDate.of(2021, 1, 1)).isEmpty());
  }

  @Test
  void knowsTheBreakdownOfThe440000() {
    Breakdown breakdown = figures.findBreakdown(Trial.JAN_31).orElseThrow();
    assertEquals(10, breakdown.listed().size());
    assertEquals(431_100, breakdown.listedPeople());
    assertEquals(232_500, breakdown.listedPeople(UnGroup.SOUTH_EAST));
    assertEquals(191_500, breakdown.listedPeople(UnGroup.NORTH_WEST));
    assertEquals(0.976, breakdown.coverage(), 0.0005);
  }

  @Test
  void allowsAllocationWhereListedUnitsMakeUpNineTenths() {
    List<UnFigure> rows = new ArrayList<>(Trial.rows());
    rows.add(figure("2021-12-01", "MMR002", 84_700));
    UnFigures some = UnFigures.of(rows);
    assertTrue(some.findBreakdown(LocalDate.of(2021, 12, 1)).isPresent());
    assertEquals(
        new TreeSet<>(List.of(LocalDate.of(2022, 1, 17), Trial.JAN_31, Trial.MAY_2)),
        some.allocationDates());
  }

  @Test
  void namesFiguresOfAreasThatNoReleaseKnows() {
    Boundaries states = Boundaries.of(new Release("states", "", ""), Trial.states());
    List<UnFigure> rows = new ArrayList<>(Trial.rows());
    rows.add(figure("2022-01-31", "CENTRAL", 5));
    assertEquals(
        List.of("CENTRAL"),
        UnFigures.of(rows).unknownAreas(states).stream().map(UnFigure::area).toList());
  }

  @Test
  void refusesNegativeAndEnormousPeople() {
    assertThrows(IllegalArgumentException.class, () -> figure("2022-01-31", "MMR", -1));
    assertThrows(IllegalArgumentException.class, () -> figure("2022-01-31", "MMR", Long.MAX_VALUE));
  }

  @Test
  void namesTheMeasuresAllowed() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Measure.of("idps")).getMessage();
    assertTrue(message.contains("since_2021-02-01, total_idps, before_2021-02-01"), message);
  }

  private static UnFigure ocha(String asOf, long people) {
    UnFigure row = figure(asOf, "MMR", people);
    return new UnFigure(
        row.asOf(),
        null,
        row.area(),
        row.areaName(),
        people,
        row.measure(),
        "OCHA",
        "Humanitarian Update",
        "https://example.org/ocha",
        "",
        "");
  }

  private static UnFigure withPage(UnFigure row, String url) {
    return new UnFigure(
        row.asOf(),
        null,
        row.area(),
        row.areaName(),
        row.people(),
        row.measure(),
        row.publisher(),
        row.title(),
        url,
        "",
        "");
  }

  private static UnFigure changed(UnFigure row, Measure measure, String excludeReason) {
    return new UnFigure(
        row.asOf(),
        null,
        row.area(),
        row.areaName(),
        row.people(),
        measure == null ? row.measure() : measure,
        row.publisher(),
        row.title(),
        row.url(),
        excludeReason,
        "");
  }
}
