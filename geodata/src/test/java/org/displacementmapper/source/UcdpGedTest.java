package org.displacementmapper.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.displacementmapper.incident.AirAttack;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Period;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.incident.Toll;
import org.displacementmapper.incident.Where;
import org.displacementmapper.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UcdpGedTest {

  private static final String HEADER =
      "id,type_of_violence,where_prec,date_start,date_end,where_coordinates,where_description,"
          + "adm_1,adm_2,latitude,longitude,best,low,high,source_headline\n";

  private static final String VILLAGE =
      "7,1,1,2022-01-09,2022-01-10,Sample village,the village,Kayah state,Loikaw district,"
          + "19.65,97.1,3,2,5,Village shelled;Second headline\n";

  private static Batch<Incident> read(String rows) {
    return Rows.incidents("ged.csv", HEADER + rows);
  }

  private static Incident one(String row) {
    Batch<Incident> batch = read(row);
    assertEquals(List.of(), batch.issues());
    return batch.items().get(0);
  }

  private static String issue(String row) {
    Batch<Incident> batch = read(row);
    assertEquals(1, batch.rejected());
    return batch.issues().get(0).toString();
  }

  @Test
  void readsAnEvent() {
    Incident incident = one(VILLAGE);
    assertEquals("ucdp:7", incident.key());
    assertEquals(
        new Period(LocalDate.of(2022, 1, 9), LocalDate.of(2022, 1, 10)), incident.period());
    assertEquals(
        new Where(97.1, 19.65, Precision.VILLAGE, null, "Sample village", "", "", "Kayah", false),
        incident.where());
    assertEquals("state-based", incident.kind());
    assertEquals(AirAttack.NONE, incident.air());
    assertEquals(new Toll(2, 3, 5), incident.killed());
    assertEquals("Village shelled", incident.citation().title());
    assertEquals("", incident.citation().url());
    assertEquals("CC BY 4.0", incident.licence());
  }

  @ParameterizedTest(name = "{0} with code {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Bawlakhe township|5|TOWNSHIP|Bawlakhe|false",
        "Tamwe township|2|TOWNSHIP|Tamwe|false",
        "Demoso - Hpruso highway|2|TOWNSHIP||true",
        "Chindwin river (Kani township)|5|TOWNSHIP||true",
        "Border between Loikaw and Shadaw townships|2|TOWNSHIP||true",
        "Hpapun district|3|DISTRICT|Hpapun|false",
        "Kokang Self-Administered Zone|3|DISTRICT|Kokang Self-Administered Zone|false",
        "Magway  region|4|STATE|Magway|false",
        "Shan state|4|STATE|Shan|false",
        "Shan State (North)|5|STATE|Shan (North)|false",
        "Northern Shan state|5|STATE|Shan (North)|false",
        "Southern Shan state|5|STATE|Shan (South)|false",
        "North Rakhine state|5|STATE|Rakhine|false",
        "Naypyidaw Union territory|4|STATE|Naypyidaw|false",
        "Myanmar (Burma)|6|COUNTRY||false",
        "Pekon lake|5|TOWNSHIP||false",
        "Mo So village|2|VILLAGE||false",
        "Loikaw town|1|TOWN||false",
        "Naypyidaw city|1|TOWN||false",
        "Kennedy peak|1|VILLAGE||false",
        "Gok Twin bridge|2|TOWN||false",
      })
  void derivesThePrecisionFromTheNameBeforeTheCode(
      String name, int code, Precision precision, String area, boolean line) {
    UcdpPlace place = UcdpPlace.of(name, code);
    assertEquals(new UcdpPlace(precision, area == null ? "" : area, line), place);
  }

  @Test
  void statesTheUncertaintyOfANearbyPlace() {
    assertEquals(25_000, one(VILLAGE.replace("7,1,1,", "7,1,2,")).where().uncertaintyMetres());
  }

  @Test
  void takesDatesWithATimeOfDay() {
    Incident incident = one(VILLAGE.replace("2022-01-10", "2022-01-10 00:00:00.000"));
    assertEquals(LocalDate.of(2022, 1, 10), incident.period().end());
  }

  @Test
  void flagsAHeadlineThatSpeaksOfAircraft() {
    assertEquals(
        AirAttack.MENTIONED, one(VILLAGE.replace("Second headline", "Jets over it")).air());
  }

  @Test
  void withholdsThePlaceOfASheltersEventAndKeepsWhatCounts() {
    Batch<Incident> batch = read(VILLAGE.replace("the village", "a camp in Demoso Township"));
    Incident incident = batch.items().get(0);
    assertEquals(
        new Where(null, null, Precision.TOWNSHIP, null, "", "Demoso", "", "Kayah", false),
        incident.where());
    assertEquals("", incident.citation().title());
    assertEquals(new Toll(2, 3, 5), incident.killed());
    assertEquals(
        "ged.csv: 1 row: the text speaks of displaced people or of a camp or shelter: place, point,"
            + " title and link are withheld, the incident counts in its township",
        batch.issues().get(0).toString());
  }

  @Test
  void keepsToTheDistrictOfAShelterWhoseTownshipIsNotSaid() {
    Batch<Incident> batch = read(VILLAGE.replace("Village shelled", "IDPs shelled"));
    assertEquals(
        new Where(null, null, Precision.DISTRICT, null, "", "Loikaw", "", "Kayah", false),
        batch.items().get(0).where());
  }

  @Test
  void leavesOutOtherCountriesAndSaysHowMany() {
    Batch<Incident> batch =
        Rows.incidents(
            "ged.csv",
            "id,type_of_violence,where_prec,date_start,country_id,latitude,longitude\n"
                + "1,1,1,2022-01-01,775,19,97\n2,1,1,2022-01-01,750,19,77\n"
                + "3,1,1,2022-01-01,750,19,77\n");
    assertEquals(1, batch.items().size());
    assertEquals(0, batch.rejected());
    assertEquals(
        "ged.csv: 2 rows: the event is of another country (country_id is not 775): left out",
        batch.issues().get(0).toString());
  }

  @Test
  void namesWhatIsWrongWithARow() {
    assertEquals(
        "ged.csv, line 2, column type_of_violence, \"4\": must be 1 (state-based), 2 (non-state) or"
            + " 3 (one-sided)",
        issue(VILLAGE.replace("7,1,1", "7,4,1")));
    assertEquals(
        "ged.csv, line 2, column where_prec, \"9\": must be 1 (exact place) to 7 (sea or air)",
        issue(VILLAGE.replace("7,1,1", "7,1,9")));
    assertEquals(
        "ged.csv, line 2, column best, \"-3\": a number of deaths must be a whole number from 0 to 10000000, in digits",
        issue(VILLAGE.replace(",3,2,5,", ",-3,2,5,")));
    assertEquals(
        "ged.csv, line 2, column date_end, \"2022-01-01\": ends before it starts (date_start is"
            + " 2022-01-09); swap or mend the dates",
        issue(VILLAGE.replace("2022-01-10", "2022-01-01")));
    assertEquals(
        "ged.csv, line 2, column latitude: an event with where_prec 1 needs latitude and longitude",
        issue(VILLAGE.replace("19.65,97.1", ",")));
  }

  @Test
  void readsAllFortyNineColumns() throws IOException {
    Batch<Incident> batch = Rows.incidents(Shared.file("incidents/ucdp_ged_kayah_49cols.csv"));
    assertEquals(243, batch.items().size());
    assertEquals(0, batch.rejected());
  }

  @Test
  void findsTheEventsOfTheAirListAndNoOther() throws IOException {
    Set<String> listed =
        Files.readAllLines(Shared.file("incidents/ucdp_air_mentions.csv")).stream()
            .skip(1)
            .map(line -> line.substring(0, line.indexOf(',')))
            .collect(Collectors.toSet());
    Set<String> found =
        Rows.incidents(Shared.file("incidents/ucdp_ged_myanmar.csv")).items().stream()
            .filter(incident -> incident.air() == AirAttack.MENTIONED)
            .filter(incident -> !incident.period().end().isBefore(LocalDate.of(2021, 2, 1)))
            .map(Incident::id)
            .collect(Collectors.toSet());
    assertEquals(241, listed.size());
    assertEquals(listed, found);
  }

  @Test
  void readsTheShippedExtractAsTheOriginal() throws IOException {
    Batch<Incident> original = Rows.incidents(Shared.file("incidents/ucdp_ged_myanmar.csv"));
    assertEquals(0, original.rejected());
    assertEquals(
        original.items(),
        Rows.shipped().incidents().stream()
            .filter(incident -> incident.source().equals(UcdpGed.ID))
            .toList());
  }
}
