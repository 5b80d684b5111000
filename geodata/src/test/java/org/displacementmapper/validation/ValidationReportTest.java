package org.displacementmapper.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.displacementmapper.displacement.Evidence;
import org.displacementmapper.displacement.ShippedEvidence;
import org.displacementmapper.displacement.Trial;
import org.junit.jupiter.api.Test;

class ValidationReportTest {

  private static final List<Predictor> NATIONAL =
      List.of(Predictor.PERSISTENCE, Predictor.CALENDAR, Predictor.NOWCAST, Predictor.INDEPENDENT);

  private static final List<Predictor> UNITS =
      List.of(Predictor.PERSISTENCE, Predictor.CALENDAR, Predictor.NOWCAST);

  @Test
  void givesTheNationalTableOfTheTrial() {
    ValidationReport report = ValidationReport.of(ShippedEvidence.withStates());
    List<String> expected =
        List.of(
            "1.05, 0.10 | 1.03, 0.06 | 1.02, 0.06 | 1.12, 0.21",
            "1.24, 0.27 | 1.09, 0.15 | 1.08, 0.13 | 1.10, 0.21",
            "1.69, 0.59 | 1.26, 0.27 | 1.16, 0.17 | 1.10, 0.16",
            "2.52, 1.00 | 1.41, 0.43 | 1.16, 0.23 | 1.08, 0.11",
            "5.12, 1.57 | 1.89, 0.60 | 1.16, 0.19 | 1.07, 0.13");
    assertEquals(expected, report.national().stream().map(row -> text(row, NATIONAL)).toList());
  }

  @Test
  void theDocumentPrintsTheNationalTable() throws IOException {
    String document = Files.readString(Path.of("docs", "method.md"));
    for (ForwardRow row : ValidationReport.of(ShippedEvidence.withStates()).national()) {
      String line = "| %s | %s |".formatted(horizon(row), text(row, NATIONAL));
      assertTrue(document.contains(line), () -> "docs/method.md should have: " + line);
    }
  }

  @Test
  void theDocumentPrintsTheTablesOfUnits() throws IOException {
    String document = Files.readString(Path.of("docs", "method.md"));
    ValidationReport report = ValidationReport.of(ShippedEvidence.with18Units());
    for (ForwardRow row : report.units()) {
      String line =
          "| %s | %s | %s %% |"
              .formatted(horizon(row), text(row, UNITS), coverage(row.of(Predictor.NOWCAST)));
      assertTrue(document.contains(line), () -> "docs/method.md should have: " + line);
    }
    UnitsRow january = report.leaveOneOut().get(1);
    UnitsRow may = report.leaveOneOut().get(2);
    for (Accuracy accuracy : january.accuracies()) {
      String cells = "| %s | %s |".formatted(text(accuracy), text(may.of(accuracy.predictor())));
      assertTrue(document.contains(cells), () -> accuracy.predictor() + " should be " + cells);
    }
  }

  @Test
  void itsNationalIntervalsAreRatherTooWide() {
    double pairs = 0;
    double inside80 = 0;
    double inside95 = 0;
    for (ForwardRow row : ValidationReport.of(ShippedEvidence.withStates()).national()) {
      Accuracy accuracy = row.of(Predictor.INDEPENDENT);
      pairs += accuracy.pairs();
      inside80 += accuracy.coverage80() * accuracy.pairs();
      inside95 += accuracy.coverage95() * accuracy.pairs();
    }
    assertEquals(0.94, inside80 / pairs, 0.01);
    assertEquals(0.985, inside95 / pairs, 0.01);
  }

  @Test
  void saysWhereCalendarGrowthIsTheBetterGuide() {
    assertEquals(
        List.of(new Horizon(1, 30), new Horizon(31, 90)),
        ValidationReport.of(ShippedEvidence.withStates()).calendarIsBetter());
  }

  @Test
  void noModelLosesToABaselineOnTheShippedData() {
    assertEquals(List.of(), ValidationReport.of(ShippedEvidence.withStates()).losses());
  }

  @Test
  void givesTheTableOfStatesOfTheTrialWithThe18Units() {
    ValidationReport report = ValidationReport.of(ShippedEvidence.with18Units());
    assertEquals(
        List.of(
            "57: 1.06, 0.22 | 1.08, 0.20 | 1.08, 0.19",
            "71: 1.20, 0.49 | 1.29, 0.45 | 1.26, 0.41",
            "75: 1.68, 0.81 | 1.40, 0.61 | 1.43, 0.48",
            "55: 1.66, 1.05 | 1.83, 0.85 | 1.65, 0.52"),
        report.units().stream()
            .map(row -> row.of(Predictor.NOWCAST).pairs() + ": " + text(row, UNITS))
            .toList());
    // The trial has 85 in the third row: one pair of 75 more.
    assertEquals(
        List.of("88/96", "85/92", "84/96", "95/98"),
        report.units().stream().map(row -> coverage(row.of(Predictor.NOWCAST))).toList());
    assertEquals(1.29, report.pooling().tau(), 0.005);
    assertEquals(0.055, report.pooling().drift(), 0.0005);
    assertEquals(List.of(), report.losses());
  }

  @Test
  void givesTheTableOfUnitsOfTheTrialForThe440000() {
    UnitsRow row = unitsOn(Trial.JAN_31);
    assertEquals(10, row.units());
    assertEquals("2.6, 1.82, 0.43", text(row.of(Predictor.UNIFORM)));
    assertEquals("4.5, 2.05, 0.47", text(row.of(Predictor.POPULATION_SHARE)));
    assertEquals("2.8, 1.22, 0.31", text(row.of(Predictor.INCIDENT_SHARE)));
    // The trial printed 8.3, having rounded 8.247 to 8.25 first.
    assertEquals("8.2, 2.55, 0.73", text(row.of(Predictor.CONSTANT_PER_HEAD)));
    assertEquals("2.5, 1.18, 0.32", text(row.of(Predictor.PEOPLE_PER_INCIDENT)));
  }

  @Test
  void theTenthByPopulationLeavesTheShareErrorUnchanged() {
    UnitsRow row = unitsOn(Trial.JAN_31);
    assertEquals(
        row.of(Predictor.INCIDENT_SHARE).shareError(),
        row.of(Predictor.ALLOCATION_SHARE).shareError(),
        0.005);
  }

  @Test
  void namesAModelThatLoses() {
    Accuracy ours = new Accuracy(Predictor.NOWCAST, 9, 3, 6, 9, 1.5, 0.50, 40, null, null, null);
    Accuracy persistence =
        new Accuracy(Predictor.PERSISTENCE, 9, 3, 6, 9, 1.4, 0.47, 40, null, null, null);
    Accuracy calendar =
        new Accuracy(Predictor.CALENDAR, 9, 3, 6, 9, 1.4, 0.49, 40, null, null, null);
    List<Accuracy> all = List.of(ours, persistence, calendar);
    ValidationReport report = ValidationReport.of(ShippedEvidence.withStates());
    ValidationReport worse =
        new ValidationReport(
            report.provenance(),
            List.of(),
            List.of(
                new ForwardRow(new Horizon(7, 30), null, all),
                new ForwardRow(new Horizon(31, 90), null, all)),
            List.of(),
            report.pooling());
    assertEquals(
        List.of(
            "units 31 to 90 days ahead: nowcast is off by 0.50, last UN figure, unchanged by 0.47"
                + " (RMS of the log error)"),
        worse.losses());
  }

  @Test
  void withoutIncidentsThereAreNoRows() {
    Evidence states = Trial.with14States();
    ValidationReport report =
        ValidationReport.of(
            Evidence.of(
                Trial.SOURCE,
                List.of(),
                states.boundaries(),
                states.population(),
                states.figures()));
    assertTrue(report.national().isEmpty());
    assertEquals(List.of(), report.losses());
  }

  private static UnitsRow unitsOn(LocalDate date) {
    return ValidationReport.of(Trial.with18Units()).leaveOneOut().stream()
        .filter(row -> row.asOf().equals(date))
        .findFirst()
        .orElseThrow();
  }

  private static String text(ForwardRow row, List<Predictor> predictors) {
    return String.join(
        " | ",
        predictors.stream()
            .map(row::of)
            .map(each -> String.format(Locale.ROOT, "%.2f, %.2f", each.medianFactor(), each.rms()))
            .toList());
  }

  private static String horizon(ForwardRow row) {
    Horizon horizon = row.horizon();
    int pairs = row.of(Predictor.PERSISTENCE).pairs();
    return "%d-%d (%d)".formatted(horizon.fromDays(), horizon.toDays(), pairs);
  }

  private static String coverage(Accuracy accuracy) {
    return String.format(
        Locale.ROOT, "%.0f/%.0f", 100 * accuracy.coverage80(), 100 * accuracy.coverage95());
  }

  private static String text(Accuracy accuracy) {
    return String.format(
        Locale.ROOT,
        "%.1f, %.2f, %.2f",
        accuracy.medianFactor(),
        accuracy.rms(),
        accuracy.shareError());
  }
}
