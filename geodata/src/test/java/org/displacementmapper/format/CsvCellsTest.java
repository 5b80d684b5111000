package org.displacementmapper.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1+1",
        "-1+1",
        "-",
        "- 5",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "＝1+1",
        "-1\n=1"
      })
  void putsAnApostropheBeforeFormulas(String text) {
    assertEquals("'" + text, CsvCells.GUARDED.text(text));
    assertEquals(text, CsvCells.VERBATIM.text(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-97.2", "+5", "-.5", "-1.5e-3", "'=1+1", "a=b", "1-2", "", " =1", "2021-02-01"})
  void leavesNumbersAndOtherTextAlone(String text) {
    assertEquals(text, CsvCells.GUARDED.text(text));
  }

  @Test
  void writesEachKindOfValuePlainly() {
    assertEquals("", CsvCells.GUARDED.text(null));
    assertEquals("-36800", CsvCells.GUARDED.text(-36_800L));
    assertEquals("-0.00000125", CsvCells.GUARDED.text(-1.25e-6));
    assertEquals("12000000", CsvCells.GUARDED.text(1.2e7));
    assertEquals("", CsvCells.GUARDED.text(Double.NaN));
    assertEquals("true", CsvCells.GUARDED.text(true));
    assertEquals("2022-01-31", CsvCells.GUARDED.text(LocalDate.of(2022, 1, 31)));
  }

  @Test
  void joinsListsSoThatTheyCanBeTakenApart() {
    assertEquals("MMR007;MMR008", CsvCells.GUARDED.text(List.of("MMR007", "MMR008")));
    assertEquals("a;\"b;\"\"c\"\"\";", CsvCells.GUARDED.text(Arrays.asList("a", "b;\"c\"", null)));
    assertEquals("'=1;2", CsvCells.GUARDED.text(List.of("=1", "2")));
  }
}
