package org.displacementmapper.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.displacementmapper.boundary.CodeMatch;
import org.displacementmapper.displacement.Measure;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.UnreadableFileException;
import org.displacementmapper.format.FeatureStream;
import org.junit.jupiter.api.Test;

class UnFigureTableTest {

  private static final String HEADER =
      "as_of,published,adm1_pcode,adm1_name,people_displaced,measure,publisher,title,url,"
          + "exclude_reason,note\n";

  private static final String ROW =
      "2022-01-31,,MMR002,Kayah,91900,since_2021-02-01,UNHCR,Update,https://example.org/u,,\n";

  private static Batch<UnFigure> read(String text) {
    FeatureStream rows = Rows.open("un.csv", text);
    try (Stream<Feature> stream = rows.stream()) {
      return Batch.read(Sources.FIGURES, ImportFile.table("un.csv", rows.schema()), stream);
    }
  }

  private static String issue(String row) {
    Batch<UnFigure> batch = read(HEADER + row);
    assertEquals(1, batch.rejected());
    return batch.issues().get(0).toString();
  }

  @Test
  void readsAFigure() {
    Batch<UnFigure> batch = read(HEADER + ROW);
    assertEquals(List.of(), batch.issues());
    assertEquals(
        new UnFigure(
            LocalDate.of(2022, 1, 31),
            null,
            "MMR002",
            "Kayah",
            91_900,
            Measure.SINCE_COUP,
            "UNHCR",
            "Update",
            "https://example.org/u",
            "",
            ""),
        batch.items().get(0));
  }

  @Test
  void namesWhatIsWrong() {
    assertEquals(
        "un.csv, line 2, column people_displaced, \"-91900\": a number of people must be a whole number from 0 to 100000000, in digits",
        issue(ROW.replace("91900", "-91900")));
    assertEquals(
        "un.csv, line 2, column people_displaced: the value is missing; write the number of people",
        issue(ROW.replace("91900", "")));
    assertEquals(
        "un.csv, line 2, column people_displaced, \"91,900\": a number of people must be a whole number from 0 to 100000000, in digits",
        issue(ROW.replace("91900", "\"91,900\"")));
    assertEquals(
        "un.csv, line 2, column as_of, \"2022-02-31\": there is no such day; check month and day,"
            + " written as 2021-02-01",
        issue(ROW.replace("2022-01-31", "2022-02-31")));
    assertEquals(
        "un.csv, line 2, column measure, \"all\": must be since_2021-02-01, total_idps,"
            + " before_2021-02-01",
        issue(ROW.replace("since_2021-02-01", "all")));
    assertEquals(
        "un.csv, line 2, column adm1_pcode, \"Kayah\": must be the P-code of a state (MMR002), MMR for"
            + " the country, or a group (SE, NW, MMR111, MMR222)",
        issue(ROW.replace("MMR002", "Kayah")));
    assertEquals(
        "un.csv, line 2, column publisher: the value is missing; every figure is shown with its"
            + " publisher",
        issue(ROW.replace("UNHCR", "")));
  }

  @Test
  void takesNeitherOfTwoFiguresForOneThing() {
    Batch<UnFigure> batch = read(HEADER + ROW + ROW.replace("91900", "91000"));
    assertEquals(List.of(), batch.items());
    assertEquals(
        "un.csv, line 3, \"2022-01-31|MMR002|since_2021-02-01|UNHCR|Update\": stands on lines 2 and 3"
            + " with different content, and neither was taken; remove one or give it a key of its"
            + " own",
        batch.issues().get(0).toString());
  }

  @Test
  void refusesAnotherTable() {
    assertEquals(
        "un.csv: not a table of UN figures; found: a, b. Needed: as_of, adm1_pcode,"
            + " people_displaced, measure, publisher",
        assertThrows(UnreadableFileException.class, () -> read("a,b\n1,2\n")).getMessage());
  }

  @Test
  void saysWhichFiguresStandBesideNoUnit() {
    String text =
        HEADER
            + ROW.replace("MMR002", "MMR222")
            + ROW.replace("MMR002", "MMR099")
            + ROW.replace("MMR002", "XX");
    FeatureStream rows = Rows.open("un.csv", text);
    ImportOptions options =
        new ImportOptions(
            "",
            "",
            area -> area.equals("MMR002") ? CodeMatch.current(area) : CodeMatch.unknown(List.of()));
    ImportFile file = new ImportFile("un.csv", rows.schema(), false, options);
    try (Stream<Feature> stream = rows.stream()) {
      Batch<UnFigure> batch = Batch.read(Sources.FIGURES, file, stream);
      assertEquals(3, batch.items().size());
      assertEquals(
          List.of("MMR099", "XX"), batch.issues().stream().map(issue -> issue.value()).toList());
      assertEquals(
          "un.csv, line 3, column adm1_pcode, \"MMR099\": no unit of the loaded release: the figure"
              + " is kept and listed as published, but stands beside no unit; known are the P-codes"
              + " of states, MMR for the country, and the groups SE, NW, MMR111, MMR222",
          batch.issues().get(0).toString());
    }
  }
}
