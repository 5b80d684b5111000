package org.displacementmapper.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.displacementmapper.boundary.CodeMatch;
import org.displacementmapper.boundary.Crosswalk;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.UnreadableFileException;
import org.displacementmapper.incident.AirAttack;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Period;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.incident.Shelter;
import org.displacementmapper.incident.Toll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainIncidentsTest {

  private static final ImportOptions LICENSED = new ImportOptions("", "CC0");

  private static Incident one(String text) {
    Batch<Incident> batch = Rows.incidents("my list.csv", text, LICENSED);
    assertEquals(List.of(), batch.issues());
    return batch.items().get(0);
  }

  private static String issue(String text) {
    Batch<Incident> batch = Rows.incidents("my list.csv", text, LICENSED);
    assertEquals(1, batch.rejected());
    assertEquals(List.of(), batch.items());
    return batch.issues().get(0).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "date,lat,lon\n2022-01-09,19.65,97.1\n",
        "Date;Latitude;Longitude\n2022-01-09;19.65;97.1\n",
        "EVENT_DATE,LAT,Long\n2022-01-09,19.65,97.1\n",
        "date_start,date_end,lat,lng\n2022-01-09,,19.65,97.1\n",
        "\uFEFFdate,lat,lon\r\n2022-01-09T00:00:00Z,19.65,97.1\r\n",
        "date;lat;lon\n2022-01-09;19,65;97,1\n",
        "date,lat,lon\n2022-01-09T22:10:00+06:30,19.65,97.1\n",
      })
  void takesTheUsualNamesOfDayAndPoint(String text) {
    Incident incident = one(text);
    assertEquals(Period.day(LocalDate.of(2022, 1, 9)), incident.period());
    assertEquals(97.1, incident.where().lon());
    assertEquals(19.65, incident.where().lat());
    assertEquals(Precision.UNSTATED, incident.where().precision());
    assertEquals("my-list", incident.source());
    assertEquals("CC0", incident.licence());
    assertEquals(Toll.NOT_REPORTED, incident.killed());
  }

  @Test
  void saysThatXAndYWereTakenAsDegrees() {
    Batch<Incident> batch =
        Rows.incidents("a.csv", "date,Y,X\n2022-01-09,19.65,97.1\n2022-01-10,19,97\n", LICENSED);
    assertEquals(97.1, batch.items().get(0).where().lon());
    assertEquals(
        "a.csv: 2 rows: columns X and Y were taken as longitude and latitude (WGS 84); if they are"
            + " not, name their system with --crs",
        batch.issues().get(0).toString());
  }

  @Test
  void takesAPointInWkt() {
    Batch<Incident> batch =
        Rows.incidents(
            "a.csv",
            "date,geom,pcode\n"
                + "2022-01-09,SRID=4326;POINT(97.1 19.65),\n"
                + "2022-01-10,SRID=4326;POINT Z (97.2 19.7 800),\n"
                + "2022-01-11,POINT EMPTY,MMR002002\n"
                + "2022-01-12,\"SRID=4326;LINESTRING (97 19, 98 20)\",\n",
            LICENSED);
    assertEquals(3, batch.items().size());
    assertEquals(97.1, batch.items().get(0).where().lon());
    assertEquals(19.7, batch.items().get(1).where().lat());
    assertEquals("MMR002002", batch.items().get(2).where().pcode());
    assertEquals(
        "a.csv, line 5, column geometry, \"LineString\": an incident is one Point; write one"
            + " feature for each place",
        batch.issues().get(0).toString());
  }

  @Test
  void readsEverythingThatAFileMaySay() {
    Incident incident =
        one(
            "id,date_start,date_end,lat,lon,place,kind,air,killed_low,killed_best,killed_high,"
                + "source,source_title,source_url,precision,uncertainty_m,pcode,licence,state\n"
                + "A1,2022-01-09,2022-01-10,19.65,97.1,Somewhere,shelling,none,1,2,3,"
                + "Radio Free Asia,A title,https://example.org/a,town,5000,MMR002002,CC BY 4.0,"
                + "Kayah\n");
    assertEquals("radio-free-asia:A1", incident.key());
    assertEquals(new Toll(1, 2, 3), incident.killed());
    assertEquals(Precision.TOWN, incident.where().precision());
    assertEquals(5000, incident.where().uncertaintyMetres());
    assertEquals("MMR002002", incident.where().pcode());
    assertEquals("Kayah", incident.where().state());
    assertEquals("CC BY 4.0", incident.licence());
    assertEquals("https://example.org/a", incident.citation().url());
    assertEquals("shelling", incident.kind());
  }

  @ParameterizedTest
  @CsvSource({
    "airstrike,DOCUMENTED",
    "helicopter,DOCUMENTED",
    "fixed_wing,DOCUMENTED",
    "shelling,NONE",
    "unfair strike,NONE"
  })
  void takesAnAttackForOneFromTheAirIfItsKindSaysSo(String kind, AirAttack air) {
    assertEquals(air, one("date,lat,lon,weapon\n2022-01-09,19.65,97.1," + kind + "\n").air());
  }

  @Test
  void givesTheSameIdToTheSameContent() {
    String first = one("date,lat,lon\n2022-01-09,19.65,97.1\n").id();
    assertEquals(first, one("lon,lat,date\n97.1,19.65,2022-01-09\n").id());
    assertNotEquals(first, one("date,lat,lon\n2022-01-09,19.65,97.2\n").id());
    assertTrue(first.matches("h[0-9a-f]{16}"), first);
  }

  @Test
  void placesARowWithoutAPointByItsPcode() {
    assertEquals(Precision.TOWNSHIP, one("date,pcode\n2022-01-09,MMR002002\n").where().precision());
    assertEquals(
        Precision.DISTRICT, one("date,pcode\n2022-01-09,MMR002D001\n").where().precision());
    assertEquals(Precision.STATE, one("date,pcode\n2022-01-09,MMR002\n").where().precision());
    ImportOptions strict = new ImportOptions("", "CC0", PlainIncidentsTest::onlyDemoso);
    Batch<Incident> batch =
        Rows.incidents("a.csv", "date,pcode\n2022-01-09,MMR002002\n2022-01-09,MMR002999\n", strict);
    assertEquals(1, batch.items().size());
    assertEquals(
        "a.csv, line 3, column pcode, \"MMR002999\": no unit has this P-code, and there is no point;"
            + " check it, or add a point",
        batch.issues().get(0).toString());
  }

  @Test
  void remarksOnceThatRowsWithoutALicenceAreNotPublic() {
    Batch<Incident> batch =
        Rows.incidents("a.csv", "date,lat,lon\n2022-01-09,19,97\n2022-01-10,19,97\n");
    assertEquals(
        List.of(
            "a.csv: 2 rows: no licence: kept, but not public; state one in a column licence or with"
                + " --licence"),
        batch.issues().stream().map(Issue::toString).toList());
    assertFalse(batch.items().get(0).isPublic());
  }

  @Test
  void withholdsWhereAnyColumnSpeaksOfAShelter() {
    Batch<Incident> batch =
        Rows.incidents(
            "a.csv",
            "date,lat,lon,place,township,remarks\n2022-01-09,19,97,X,Demoso,hit an IDP camp\n",
            LICENSED);
    Incident incident = batch.items().get(0);
    assertTrue(Shelter.isWithheld(incident.where()));
    assertEquals("Demoso", incident.where().area());
    assertTrue(batch.issues().get(0).message().contains("withheld"));
  }

  @Test
  void tellsSwappedCoordinatesFromWrongOnes() {
    assertEquals(
        "my list.csv, line 2, column lon, \"19.65 E, 97.1 N\": longitude and latitude look swapped:"
            + " Myanmar lies within 92-102 E, 9-29 N; exchange the values of lon and lat",
        issue("date,lat,lon\n2022-01-09,97.1,19.65\n"));
    assertEquals(
        "my list.csv, line 2, column lat, \"97.1 E, 120.0 N\": latitude must be -90 to 90 degrees",
        issue("date,lat,lon\n2022-01-09,120,97.1\n"));
    assertEquals(
        "my list.csv, line 2, column lon, \"697.1 E, 19.0 N\": longitude must be -180 to 180 degrees; for metres name their system with --crs",
        issue("date,lat,lon\n2022-01-09,19,697.1\n"));
    assertEquals(
        "my list.csv, line 2, column lat, \"north\": latitude must be a number in decimal degrees,"
            + " such as 97.21",
        issue("date,lat,lon\n2022-01-09,north,97.1\n"));
    assertEquals(
        "my list.csv, line 2, column lat, \"NaN\": latitude must be a number in decimal degrees,"
            + " such as 97.21",
        issue("date,lat,lon\n2022-01-09,NaN,97.1\n"));
    assertEquals(
        "my list.csv, line 2, column lat: longitude and latitude come together; give both, or leave"
            + " both empty",
        issue("date,lat,lon\n2022-01-09,,97.1\n"));
  }

  @Test
  void warnsOfAPointFarAway() {
    Batch<Incident> batch =
        Rows.incidents("a.csv", "date,lat,lon\n2022-01-09,48.2,16.4\n", LICENSED);
    assertEquals(1, batch.items().size());
    assertEquals(
        "a.csv, line 2, column lon, \"16.4 E, 48.2 N\": the point lies outside 92-102 E, 9-29 N, the"
            + " surroundings of Myanmar; check it",
        batch.issues().get(0).toString());
  }

  @Test
  void namesImpossibleDates() {
    assertEquals(
        "my list.csv, line 2, column date, \"2022-02-30\": there is no such day; check month and"
            + " day, written as 2021-02-01",
        issue("date,lat,lon\n2022-02-30,19,97\n"));
    assertEquals(
        "my list.csv, line 2, column date, \"18/04/2022\": not a date; write year, month and day as"
            + " 2021-02-01",
        issue("date,lat,lon\n18/04/2022,19,97\n"));
    assertEquals(
        "my list.csv, line 2, column date: the value is missing; write the day as 2021-02-01",
        issue("date,lat,lon\n,19,97\n"));
    assertEquals(
        "my list.csv, line 2, column date_end, \"2022-01-01\": ends before it starts (date_start is"
            + " 2022-01-09); swap or mend the dates",
        issue("date_start,date_end,lat,lon\n2022-01-09,2022-01-01,19,97\n"));
  }

  @Test
  void warnsOfDatesThatNobodyMeant() {
    Batch<Incident> batch =
        Rows.incidents("a.csv", "date,lat,lon\n1202-01-09,19,97\n2999-01-09,19,97\n", LICENSED);
    assertEquals(2, batch.items().size());
    assertEquals(
        List.of(
            "a.csv, line 2, column date, \"1202-01-09\": before 1900; check the year",
            "a.csv, line 3, column date, \"2999-01-09\": in the future; check the year"),
        batch.issues().stream().map(Issue::toString).toList());
  }

  @Test
  void namesOtherWrongValues() {
    assertEquals(
        "my list.csv, line 2, column deaths, \"-1\": a number of deaths must be a whole number from 0"
            + " to 10000000, in digits",
        issue("date,lat,lon,deaths\n2022-01-09,19,97,-1\n"));
    assertEquals(
        "my list.csv, line 2, column deaths, \"many\": a number of deaths must be a whole number"
            + " from 0 to 10000000, in digits",
        issue("date,lat,lon,deaths\n2022-01-09,19,97,many\n"));
    assertEquals(
        "my list.csv, line 2, column precision, \"good\": precision must be one of exact, village,"
            + " town, township, district, state, country, unstated",
        issue("date,lat,lon,precision\n2022-01-09,19,97,good\n"));
    assertEquals(
        "my list.csv, line 2, column air, \"maybe\": air must be documented, mentioned or none",
        issue("date,lat,lon,air\n2022-01-09,19,97,maybe\n"));
    assertEquals(
        "my list.csv, line 2, column pcode, \"Demoso\": not a P-code; they look like MMR002 (state),"
            + " MMR002D001 (district), MMR002001 (township)",
        issue("date,lat,lon,pcode\n2022-01-09,19,97,Demoso\n"));
  }

  @Test
  void leavesOutAnAddressThatIsNoLink() {
    Batch<Incident> batch =
        Rows.incidents(
            "a.csv", "date,lat,lon,url\n2022-01-09,19,97,javascript:alert(1)\n", LICENSED);
    assertEquals("", batch.items().get(0).citation().url());
    assertEquals(
        "a.csv, line 2, column url, \"javascript:alert(1)\": not an address that begins with http://"
            + " or https:// and has no blanks; it is left out",
        batch.issues().get(0).toString());
  }

  @Test
  void countsARepeatedRowOnceAndTakesNeitherOfTwoThatDiffer() {
    Batch<Incident> batch =
        Rows.incidents(
            "a.csv",
            "id,date,lat,lon\n1,2022-01-09,19,97\n2,2022-01-09,19,97\n1,2022-01-09,19,97\n"
                + "2,2022-01-10,19,97\n",
            LICENSED);
    assertEquals(List.of("1"), batch.items().stream().map(Incident::id).toList());
    assertEquals(4, batch.rows());
    assertEquals(2, batch.rejected());
    assertEquals(
        List.of(
            "a.csv, line 4, \"a:1\": the same as line 2; it is counted once",
            "a.csv, line 5, \"a:2\": stands on lines 3 and 5 with different content, and neither was"
                + " taken; remove one or give it a key of its own"),
        batch.issues().stream().map(Issue::toString).toList());
  }

  @Test
  void readsGeoJsonPoints() {
    Batch<Incident> batch =
        Rows.incidents(
            "pts.geojson",
            """
            {"type": "FeatureCollection", "features": [
            {"type": "Feature", "id": "p1", "geometry": {"type": "Point", "coordinates": [97.1, 19.65]},
             "properties": {"date": "2022-01-09", "killed": 3}},
            {"type": "Feature", "geometry": {"type": "MultiPoint", "coordinates": [[97.1, 19.65]]},
             "properties": {"date": "2022-01-09"}},
            {"type": "Feature", "geometry": null,
             "properties": {"date": "2022-01-09", "pcode": "MMR002002"}},
            {"type": "Feature", "geometry": null, "properties": {"date": "2022-01-09"}},
            {"type": "Feature", "geometry": {"type": "Point", "coordinates": [19.65, 97.1]},
             "properties": {"date": "2022-01-09"}}
            ]}
            """,
            LICENSED);
    assertEquals(2, batch.items().size());
    assertEquals("pts:p1", batch.items().get(0).key());
    assertEquals(new Toll(null, 3, null), batch.items().get(0).killed());
    assertEquals(3, batch.rejected());
    assertEquals(
        List.of(
            "pts.geojson, line 4, column geometry, \"MultiPoint\": an incident is one Point; write"
                + " one feature for each place",
            "pts.geojson, line 8: no place: give a point, or the P-code of a unit in the column"
                + " pcode",
            "pts.geojson, line 9, column geometry, \"19.65 E, 97.1 N\": longitude and latitude look"
                + " swapped: Myanmar lies within 92-102 E, 9-29 N; GeoJSON and WKT want the"
                + " longitude first"),
        batch.issues().stream().map(Issue::toString).toList());
  }

  @Test
  void makesNoIdOfAWithheldPlace() {
    String header = "date,lat,lon,place,township,licence\n";
    String first = "2022-01-09,19.5,97.1,IDP camp A,Demoso,CC0\n";
    String second = "2022-01-09,19.6,97.2,IDP camp B,Demoso,CC0\n";
    assertEquals(
        Rows.incidents("a.csv", header + first).items().get(0).id(),
        Rows.incidents("a.csv", header + second).items().get(0).id());
  }

  @Test
  void saysWhichColumnsAreMissing() {
    assertEquals(
        "a.csv: no columns of coordinates: found date, place; needed are lat and lon (or latitude"
            + " and longitude, or y and x, or northing and easting), or wkt, or pcode",
        refusal("date,place\n2022-01-09,X\n"));
    assertEquals(
        "a.csv: no columns of incidents in the header; found: 2022-01-09, 19, 97. Needed are those"
            + " of one of ACLED export: event_id_cnty, event_date, event_type; UCDP Georeferenced Event Dataset (GED): id, type_of_violence, where_prec,"
            + " date_start; curated list of documented air attacks: id, date, township_pcode,"
            + " location_precision, weapon; plain CSV or GeoJSON points: date, lat, lon",
        refusal("2022-01-09,19,97\n2022-01-10,19,98\n"));
  }

  private static String refusal(String text) {
    return assertThrows(
            UnreadableFileException.class, () -> Rows.incidents("a.csv", text, LICENSED))
        .getMessage();
  }

  @ParameterizedTest
  @CsvSource({
    "strikes 2022.csv,strikes-2022",
    "/data/Ünï-Codé.geojson,uni-code",
    "ရခိုင်.csv,import",
    "-,import",
    ".csv,csv"
  })
  void namesTheSourceAfterTheFile(String file, String slug) {
    assertEquals(slug, Slug.ofFile(file));
  }

  @Test
  void refusesASourceThatIsNoName() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new ImportOptions("My List", ""))
            .getMessage();
    assertEquals(
        "a source is named by lower case letters, digits and hyphens, such as \"my-list\"; was \"My"
            + " List\"",
        message);
    assertEquals(
        "own",
        Rows.incidents("a.csv", "date,lat,lon\n2022-01-09,19,97\n", new ImportOptions("own", "CC0"))
            .items()
            .get(0)
            .source());
  }

  private static CodeMatch onlyDemoso(String pcode) {
    return pcode.equals("MMR002002") ? CodeMatch.current(pcode) : CodeMatch.unknown(List.of());
  }

  @Test
  void saysWhatACodeOfAnotherReleaseOrOfNoneIsTakenFor() {
    ImportOptions options =
        new ImportOptions(
            "",
            "CC0",
            pcode ->
                Crosswalk.shipped()
                    .find(pcode)
                    .map(change -> CodeMatch.retired(change, change.successors()))
                    .orElse(CodeMatch.unknown(List.of("MMR002"))));
    Batch<Incident> batch =
        Rows.incidents(
            "a.csv",
            "date,lat,lon,pcode\n2022-01-09,16.87,96.06,MMR013008\n2022-01-10,,,MMR013045\n"
                + "2022-01-11,19.6,97.2,MMR002999\n2022-01-12,19.6,97.2,\n",
            options);
    assertEquals(4, batch.items().size());
    assertEquals(
        List.of(
            "a.csv, line 2, column pcode, \"MMR013008\": a code of P-codes before 2020 (Hlaingtharya"
                + " was divided in two); now MMR013046, MMR013047; the point or the name decides"
                + " which",
            "a.csv, line 3, column pcode, \"MMR013045\": a code of P-codes before 2020 (Seikkan went"
                + " into two neighbours); now MMR013017, MMR013035; nothing decides which, so it is"
                + " shared among them; write the new code",
            "a.csv, line 4, column pcode, \"MMR002999\": no release has this P-code; by its first six"
                + " characters it is in MMR002; check it against the loaded release"),
        batch.issues().stream().map(Issue::toString).toList());
  }
}
