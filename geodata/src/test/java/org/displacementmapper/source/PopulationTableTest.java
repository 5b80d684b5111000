package org.displacementmapper.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.displacementmapper.boundary.Population;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.UnreadableFileException;
import org.displacementmapper.format.FeatureStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationTableTest {

  private static Batch<PopulationCount> read(String text) {
    FeatureStream rows = Rows.open("p.csv", text);
    try (Stream<Feature> stream = rows.stream()) {
      return Batch.read(Sources.POPULATION, ImportFile.table("p.csv", rows.schema()), stream);
    }
  }

  private static Map<String, Long> people(String text) {
    Batch<PopulationCount> batch = read(text);
    assertEquals(List.of(), batch.issues());
    return PopulationCount.population("p.csv", batch.items()).people();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pcode,name,population,as_of,source\nMMR002,Kayah,10,2014-03-29,Census\n",
        "dt_pcode,population,as_of,source\nMMR002,10,2014-03-29,Census\n",
        "PCODE;POPULATION;AS_OF;source\nMMR002;10;2014-03-29;Census\n",
        "ts_pcode,ts_pcode_v93,population,as_of,source\nMMR003,MMR002,10,2014-03-29,Census\n",
        "ts_pcode,ts_pcode_v93,population,as_of,source\nMMR002,,10,2014-03-29,Census\n",
      })
  void readsEveryLayout(String text) {
    Population population = PopulationCount.population("p.csv", read(text).items());
    assertEquals(
        new Population(LocalDate.of(2014, 3, 29), "Census", Map.of("MMR002", 10L)), population);
  }

  @Test
  void sharesTheCountOfAUnitThatWasDividedSince() {
    assertEquals(
        Map.of("MMR013046", 6L, "MMR013047", 5L, "MMR013017", 100L),
        people(
            "ts_pcode,ts_pcode_v93,population,as_of\nMMR013008,MMR013046;MMR013047,11,2014-03-29\n"
                + "MMR013017,MMR013017,100,2014-03-29\n"));
    assertEquals(
        Map.of("MMR013017", 103L, "MMR013035", 2L),
        people(
            "ts_pcode_v93,population,as_of\nMMR013017;MMR013035,5,2014-03-29\n"
                + "MMR013017,100,2014-03-29\n"));
  }

  @Test
  void namesWhatIsWrong() {
    assertEquals(
        "p.csv, line 2, column population, \"-5\": a population must be a whole number from 0 to 2000000000, in digits",
        issue("pcode,population,as_of\nMMR002,-5,2014-03-29\n"));
    assertEquals(
        "p.csv, line 2, column population: the value is missing; write the number of people",
        issue("pcode,population,as_of\nMMR002,,2014-03-29\n"));
    assertEquals(
        "p.csv, line 2, column pcode, \"Kayah\": not a P-code; they look like MMR002 (state),"
            + " MMR002D001 (district), MMR002001 (township)",
        issue("pcode,population,as_of\nKayah,5,2014-03-29\n"));
    assertEquals(
        "p.csv, line 2, column pcode: the P-code is missing",
        issue("pcode,population,as_of\n,5,2014-03-29\n"));
    assertEquals(
        "p.csv, line 3, \"MMR002\": stands on lines 2 and 3 with different content, and neither was"
            + " taken; remove one or give it a key of its own",
        issue("pcode,population,as_of\nMMR002,5,2014-03-29\nMMR002,6,2014-03-29\n"));
  }

  @Test
  void refusesWhatIsNoTableOfOneDay() {
    assertEquals(
        "p.csv: not a table of population; found: name, people. Needed: population, as_of and one of"
            + " ts_pcode_v93, ts_pcode, dt_pcode, pcode",
        assertThrows(UnreadableFileException.class, () -> read("name,people\nKayah,5\n"))
            .getMessage());
    List<PopulationCount> counts =
        read("pcode,population,as_of\nMMR002,5,2014-03-29\nMMR003,6,2024-10-01\n").items();
    assertEquals(
        "p.csv: counts of different days, 2014-03-29 and 2024-10-01; import one day at a time",
        assertThrows(
                UnreadableFileException.class, () -> PopulationCount.population("p.csv", counts))
            .getMessage());
    assertEquals(
        "p.csv: no population in it; nothing was imported",
        assertThrows(
                UnreadableFileException.class, () -> PopulationCount.population("p.csv", List.of()))
            .getMessage());
  }

  private static String issue(String text) {
    return read(text).issues().get(0).toString();
  }

  @Test
  void mapsTheCodeOfATownshipThatWasDividedAndSaysSo() {
    Batch<PopulationCount> batch =
        read("ts_pcode,population,as_of\nMMR013008,11,2014-03-29\nMMR013045,4,2014-03-29\n");
    assertEquals(
        Map.of("MMR013046", 6L, "MMR013047", 5L, "MMR013017", 2L, "MMR013035", 2L),
        PopulationCount.population("p.csv", batch.items()).people());
    assertEquals(
        "p.csv, line 2, column ts_pcode, \"MMR013008\": a code of P-codes before 2020 (Hlaingtharya"
            + " was divided in two); now MMR013046, MMR013047; nobody counted the parts, so each is"
            + " given an equal share",
        batch.issues().get(0).toString());
  }
}
