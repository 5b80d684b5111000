package org.displacementmapper.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.displacementmapper.incident.AirAttack;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Period;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.incident.Toll;
import org.displacementmapper.incident.Where;
import org.displacementmapper.testing.Shared;
import org.junit.jupiter.api.Test;

class CuratedStrikesTest {

  private static final String HEADER =
      "id,date,date_precision,place,township,township_pcode,state,lat,lon,location_precision,"
          + "weapon,target,killed_min,killed_max,source_publisher,source_title,source_url,note\n";

  private static final String VILLAGE =
      "MMA1,2022-02-23,day,Sample,Demoso,MMR002002,Kayah,19.65,97.1,village,"
          + "fixed_wing,village,2,3,A Paper,Bombs fall,https://example.org/1,Two jets\n";

  private static final String TOWNSHIP = VILLAGE.replace("19.65,97.1,village", ",,township");

  private static Incident one(String row) {
    Batch<Incident> batch = Rows.incidents("list.csv", HEADER + row);
    assertEquals(List.of(), batch.issues());
    return batch.items().get(0);
  }

  private static String issue(String row) {
    Batch<Incident> batch = Rows.incidents("list.csv", HEADER + row);
    assertEquals(1, batch.rejected());
    return batch.issues().get(0).toString();
  }

  @Test
  void readsADocumentedAttack() {
    Incident incident = one(VILLAGE);
    assertEquals("curated:MMA1", incident.key());
    assertEquals(Period.day(LocalDate.of(2022, 2, 23)), incident.period());
    assertEquals(AirAttack.DOCUMENTED, incident.air());
    assertEquals("air attack, fixed wing", incident.kind());
    assertEquals(new Toll(2, null, 3), incident.killed());
    assertEquals("Bombs fall (A Paper)", incident.citation().title());
    assertEquals("https://example.org/1", incident.citation().url());
    assertEquals(
        new Where(97.1, 19.65, Precision.VILLAGE, null, "Sample", "", "MMR002002", "Kayah", false),
        incident.where());
  }

  @Test
  void placesARowWithoutAPointByItsPcode() {
    assertEquals(
        new Where(
            null, null, Precision.TOWNSHIP, null, "Sample", "Demoso", "MMR002002", "Kayah", false),
        one(TOWNSHIP).where());
  }

  @Test
  void statesTheUncertaintyOfATown() {
    assertEquals(
        10_000, one(VILLAGE.replace("97.1,village", "97.1,town")).where().uncertaintyMetres());
  }

  @Test
  void takesTheWholeMonthIfOnlyTheMonthIsKnown() {
    assertEquals(
        new Period(LocalDate.of(2022, 2, 1), LocalDate.of(2022, 2, 28)),
        one(VILLAGE.replace("2022-02-23,day", "2022-02-01,month")).period());
  }

  @Test
  void tellsOnlyTheTownshipOfAShelter() {
    String row = VILLAGE.replace(",village,2,3", ",villagers fleeing,2,3");
    Batch<Incident> batch = Rows.incidents("list.csv", HEADER + row);
    assertEquals(
        new Where(null, null, Precision.TOWNSHIP, null, "", "Demoso", "MMR002002", "Kayah", false),
        batch.items().get(0).where());
    assertEquals("", batch.items().get(0).citation().url());
    assertTrue(batch.issues().get(0).message().startsWith("1 row: the text speaks of displaced"));
  }

  @Test
  void takesAMarkedPlaceForWithheld() {
    String row = TOWNSHIP.replace("Sample", "(withheld: reason)");
    Incident incident = Rows.incidents("list.csv", HEADER + row).items().get(0);
    assertEquals("", incident.where().place());
    assertEquals("", incident.citation().title());
  }

  @Test
  void namesWhatIsWrongWithARow() {
    assertEquals(
        "list.csv, line 2, column weapon, \"rocket\": must be fixed_wing, helicopter, drone or"
            + " unknown_air",
        issue(VILLAGE.replace("fixed_wing", "rocket")));
    assertEquals(
        "list.csv, line 2, column location_precision, \"ward\": must be exact, village, town or"
            + " township",
        issue(VILLAGE.replace("97.1,village", "97.1,ward")));
    assertEquals(
        "list.csv, line 2, column date_precision, \"year\": must be day or month",
        issue(VILLAGE.replace(",day,", ",year,")));
    assertEquals(
        "list.csv, line 2: no place: give a point, or the P-code of a unit in the column"
            + " township_pcode",
        issue(TOWNSHIP.replace("MMR002002", "")));
    assertEquals(
        "list.csv, line 2, column lat: a place known to the village needs lat and lon",
        issue(VILLAGE.replace("19.65,97.1", ",")));
  }

  @Test
  void readsTheListAsCsvAsGeoJsonAndAsShippedAlike() throws IOException {
    Batch<Incident> csv = Rows.incidents(Shared.file("incidents/airstrikes_curated.csv"));
    Batch<Incident> geoJson = Rows.incidents(Shared.file("incidents/airstrikes_curated.geojson"));
    assertEquals(117, csv.items().size());
    assertEquals(csv.items(), geoJson.items());
    assertEquals(0, csv.rejected());
    assertEquals(
        csv.items(),
        Rows.shipped().incidents().stream()
            .filter(incident -> incident.source().equals(CuratedStrikes.ID))
            .toList());
  }

  @Test
  void shipsTheListWithItsCounts() {
    Map<String, Long> byState =
        Rows.shipped().incidents().stream()
            .filter(incident -> incident.source().equals(CuratedStrikes.ID))
            .filter(incident -> !incident.period().end().isAfter(LocalDate.of(2022, 3, 31)))
            .collect(
                Collectors.groupingBy(incident -> incident.where().state(), Collectors.counting()));
    assertEquals(
        Map.of(
            "Kayin", 19L,
            "Kayah", 16L,
            "Sagaing", 13L,
            "Kachin", 10L,
            "Bago (East)", 3L,
            "Chin", 2L,
            "Magway", 2L,
            "Shan (North)", 2L,
            "Shan (South)", 1L),
        byState);
  }
}
