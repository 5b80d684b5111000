package org.displacementmapper.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.displacementmapper.incident.AirAttack;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Licence;
import org.displacementmapper.incident.Period;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.incident.Toll;
import org.displacementmapper.incident.Where;
import org.displacementmapper.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are made up here: none of ACLED's may be kept in the project. */
class AcledExportTest {

  private static final String NEW =
      "\uFEFFevent_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,"
          + "iso,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,"
          + "notes,fatalities\r\n";

  private static final String ROW =
      "MADEUP1,2022-01-09,2022,1,Political violence,Explosions/Remote violence,Air/drone strike,"
          + "104,Myanmar,Shan-South,Taunggyi,Pekon,Madeup,19.7,97.0,1,A paper,"
          + "\"made up, \"\"quoted\"\"\",3\r\n";

  private static final String OLDEST =
      "GWNO,EVENT_ID_CNTY,EVENT_ID_NO_CNTY,EVENT_DATE,YEAR,TIME_PRECISION,EVENT_TYPE,COUNTRY,"
          + "ADMIN1,ADMIN2,ADMIN3,LOCATION,LATITUDE,LONGITUDE,GEO_PRECISION,SOURCE,NOTES,"
          + "FATALITIES\n"
          + "775,MADEUP1,1,09/01/2022,2022,1,Remote violence,Myanmar,Kayah,Loikaw,Demoso,Madeup,"
          + "19.5,97.1,2,A paper,bombs from the air,0\n";

  private static Batch<Incident> read(String row) {
    return Rows.incidents("acled.csv", NEW + row);
  }

  private static Incident one(String row) {
    Batch<Incident> batch = read(row);
    assertEquals(0, batch.rejected(), batch.issues().toString());
    return batch.items().get(0);
  }

  @Test
  void readsAnEvent() {
    Incident incident = one(ROW);
    assertEquals("acled:MADEUP1", incident.key());
    assertEquals(Period.day(LocalDate.of(2022, 1, 9)), incident.period());
    assertEquals(
        new Where(97.0, 19.7, Precision.VILLAGE, null, "Madeup", "", "", "Shan (South)", false),
        incident.where());
    assertEquals("Air/drone strike", incident.kind());
    assertEquals(AirAttack.DOCUMENTED, incident.air());
    assertEquals(new Toll(null, 3, null), incident.killed());
  }

  @Test
  void isNeverPublicWhateverLicenceTheImportStates() {
    Batch<Incident> batch =
        Rows.incidents("acled.csv", NEW + ROW, new ImportOptions("my-acled", "CC BY 4.0"));
    assertEquals(Licence.ACLED, batch.items().get(0).licence());
    assertFalse(batch.items().get(0).isPublic());
  }

  @Test
  void readsTheOldestLayoutInWhichAircraftAreOnlyMentioned() {
    Incident incident = Rows.incidents("acled.csv", OLDEST).items().get(0);
    assertEquals(AirAttack.MENTIONED, incident.air());
    assertEquals("Remote violence", incident.kind());
    assertEquals(Precision.TOWNSHIP, incident.where().precision());
    assertEquals("Demoso", incident.where().area());
    assertEquals(Period.day(LocalDate.of(2022, 1, 9)), incident.period());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2022-01-09", "2022-01-09T00:00:00Z", "09 January 2022", "09/01/2022", "9/1/2022"})
  void readsTheDateOfEveryExport(String date) {
    assertEquals(
        Period.day(LocalDate.of(2022, 1, 9)), one(ROW.replace("2022-01-09", date)).period());
  }

  @ParameterizedTest
  @CsvSource({
    "1,2022-01-09,2022-01-09",
    "2,2022-01-06,2022-01-12",
    "3,2022-01-01,2022-01-31",
  })
  void widensThePeriodAsFarAsTheDayIsUncertain(String code, String start, String end) {
    assertEquals(
        new Period(LocalDate.parse(start), LocalDate.parse(end)),
        one(ROW.replace(",2022,1,", ",2022," + code + ",")).period());
  }

  @ParameterizedTest
  @CsvSource({"1,VILLAGE,''", "2,TOWNSHIP,Pekon", "3,STATE,Shan (South)"})
  void isNoMorePreciseThanTheCode(String code, Precision precision, String area) {
    Where where = one(ROW.replace("97.0,1,", "97.0," + code + ",")).where();
    assertEquals(precision, where.precision());
    assertEquals(area, where.area());
  }

  @Test
  void leavesOutProtestsAndSaysSo() {
    Batch<Incident> batch =
        read(ROW.replace("Explosions/Remote violence,Air/drone strike", "Protests,Peaceful"));
    assertEquals(List.of(), batch.items());
    assertTrue(batch.issues().toString().contains("protests and strategic"), batch::toString);
  }

  @Test
  void withholdsThePlaceOfAShelterEvenInPrivateData() {
    Incident incident = one(ROW.replace("made up,", "hit a camp of displaced people,"));
    assertFalse(incident.where().hasPoint());
    assertEquals("", incident.where().place());
    assertEquals("Pekon", incident.where().area());
  }

  @Test
  void saysWhichDatesItReads() {
    assertEquals(
        "acled.csv, line 2, column event_date, \"01-09-22\": not a date of ACLED: allowed are"
            + " 2023-01-31, 2023-01-31T00:00:00Z, 31 January 2023 and 31/01/2023 (the day first)",
        read(ROW.replace("2022-01-09", "01-09-22")).issues().get(0).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"acled_format_new_INVENTED.csv", "acled_format_old_INVENTED.csv"})
  void readsTheInventedSamples(String name) throws IOException {
    Batch<Incident> batch = Rows.incidents(Shared.file("incidents/" + name));
    assertEquals(0, batch.rejected(), batch.issues().toString());
    assertEquals(5, batch.items().size());
    assertEquals(
        2, batch.items().stream().filter(one -> one.air() == AirAttack.DOCUMENTED).count());
    assertTrue(batch.items().stream().noneMatch(Incident::isPublic));
  }
}
