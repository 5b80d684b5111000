package org.displacementmapper.join;

import static org.displacementmapper.join.Incidents.at;
import static org.displacementmapper.join.Incidents.nowhere;
import static org.displacementmapper.testing.Geometries.square;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Ancestor;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Population;
import org.displacementmapper.boundary.Release;
import org.displacementmapper.incident.Precision;
import org.junit.jupiter.api.Test;

/**
 * Squares of 0.1 degree (about 11 km) on paper, under real names and codes. From west to east:
 * Loikaw, Bawlake and Hpasawng of Kayah, then a Minhla of Bago (West) and one of Magway, then
 * Taunggyi and Lashio of two parts of Shan.
 */
class SpatialJoinTest {

  private static final Release PAPER = new Release("paper", "", "");

  private static final List<AdminUnit> TOWNSHIPS =
      List.of(
          township("MMR002001", "Loikaw", "MMR002D001", 0),
          township("MMR002005", "Bawlake", "MMR002D002", 1),
          township("MMR002006", "Hpasawng", "MMR002D002", 2),
          township("MMR008009", "Minhla", "MMR008D002", 3),
          township("MMR009013", "Minhla", "MMR009D003", 4),
          township("MMR014001", "Taunggyi", "MMR014D001", 5),
          township("MMR015001", "Lashio", "MMR015D001", 6));

  private static final List<Ancestor> NAMED =
      List.of(
          new Ancestor("MMR002D001", 2, "Loikaw", "", "MMR002"),
          new Ancestor("MMR002D002", 2, "Bawlake", "", "MMR002"),
          new Ancestor("MMR008D002", 2, "Thayarwady", "", "MMR008"),
          new Ancestor("MMR009D003", 2, "Thayet", "", "MMR009"),
          new Ancestor("MMR014D001", 2, "Taunggyi", "", "MMR014"),
          new Ancestor("MMR015D001", 2, "Lashio", "", "MMR015"),
          new Ancestor("MMR002", 1, "Kayah", "", ""),
          new Ancestor("MMR008", 1, "Bago (West)", "", ""),
          new Ancestor("MMR009", 1, "Magway", "", ""),
          new Ancestor("MMR014", 1, "Shan (South)", "", ""),
          new Ancestor("MMR015", 1, "Shan (North)", "", ""));

  private static final Population PEOPLE =
      new Population(
          LocalDate.of(2014, 3, 29),
          "paper",
          Map.of(
              "MMR002001", 200L,
              "MMR002005", 100L,
              "MMR002006", 100L,
              "MMR014001", 300L,
              "MMR015001", 100L));

  private static final double LAT = 20.05;
  private static final double IN_LOIKAW = 96.05;
  private static final double IN_BAWLAKE = 96.15;
  private static final double IN_HPASAWNG = 96.25;
  private static final double IN_MAGWAY = 96.45;
  private static final double IN_SHAN_SOUTH = 96.55;

  private final SpatialJoin join = new SpatialJoin(Boundaries.of(PAPER, TOWNSHIPS, NAMED), PEOPLE);

  private static AdminUnit township(String pcode, String name, String district, int column) {
    return new AdminUnit(
        pcode, 3, name, "", district, List.of(), square(96 + column / 10.0, 20, 0.1));
  }

  @Test
  void givesAPointToTheUnitItLiesIn() {
    Placement placement = join.place(at(IN_LOIKAW, LAT).build());
    assertPlaced(placement, Basis.INSIDE, Map.of("MMR002001", 1.0), false);
    assertEquals("The point lies in Loikaw.", placement.explanation());
  }

  @Test
  void givesAPointOnASharedBorderToTheLowerPcode() {
    assertPlaced(join.place(at(96.1, LAT).build()), Basis.INSIDE, Map.of("MMR002001", 1.0), false);
  }

  @Test
  void snapsAPointOutsideToTheNearestUnitWithinFiveKilometres() {
    Placement near = join.place(at(IN_LOIKAW, 20.12).build());
    assertPlaced(near, Basis.NEAREST, Map.of("MMR002001", 1.0), false);
    assertEquals(
        "The point lies in no unit; the nearest, Loikaw, is 2.2 km away.", near.explanation());

    Placement far = join.place(at(IN_LOIKAW, 20.16).build());
    assertPlaced(far, Basis.COUNTRY, Map.of(), false);
    assertEquals(
        "The point lies more than 5 km from every unit: it counts nationally only.",
        far.explanation());
  }

  @Test
  void believesANamedTownshipRatherThanItsPoint() {
    Placement placement =
        join.place(at(96.22, LAT).known(Precision.TOWNSHIP, "Bawlakhe").state("Kayah").build());
    assertPlaced(placement, Basis.NAMED, Map.of("MMR002005", 1.0), false);
    assertEquals(
        "The place name says Bawlakhe township (Bawlake); the point given lies in Hpasawng.",
        placement.explanation());
  }

  @Test
  void doubtsANameThatIsFarFromItsPoint() {
    Placement placement =
        join.place(at(IN_MAGWAY, LAT).known(Precision.TOWNSHIP, "Loikaw").build());
    assertPlaced(placement, Basis.NAMED, Map.of("MMR002001", 1.0), true);
    assertTrue(placement.explanation().endsWith("Name and point are more than 10 km apart."));
  }

  @Test
  void tellsTownshipsOfOneNameApartByTheirState() {
    Placement named =
        join.place(at(IN_MAGWAY, LAT).known(Precision.TOWNSHIP, "Minhla").state("Magway").build());
    assertPlaced(named, Basis.NAMED, Map.of("MMR009013", 1.0), false);
    Placement bago =
        join.place(at(IN_MAGWAY, LAT).known(Precision.TOWNSHIP, "Minhla").state("Bago").build());
    assertPlaced(bago, Basis.NAMED, Map.of("MMR008009", 1.0), false);

    Placement unclear = join.place(at(IN_MAGWAY, LAT).known(Precision.TOWNSHIP, "Minhla").build());
    assertPlaced(unclear, Basis.INSIDE, Map.of("MMR009013", 1.0), true);
    assertEquals(
        "The point lies in Minhla. \"Minhla\" is the name of more than one township (MMR008009,"
            + " MMR009013).",
        unclear.explanation());
  }

  @Test
  void fallsBackToThePointForATownshipNameThatFitsNone() {
    Placement placement =
        join.place(at(IN_LOIKAW, LAT).known(Precision.TOWNSHIP, "Kani").state("Sagaing").build());
    assertPlaced(placement, Basis.INSIDE, Map.of("MMR002001", 1.0), true);
    assertEquals(
        "The point lies in Loikaw. \"Kani\" is the name of no township of paper.",
        placement.explanation());
  }

  @Test
  void givesALineToTheUnitOfItsPointAndFlagsIt() {
    Placement placement =
        join.place(at(IN_LOIKAW, LAT).known(Precision.TOWNSHIP, "").line().build());
    assertPlaced(placement, Basis.INSIDE, Map.of("MMR002001", 1.0), true);
    assertEquals(
        "The point lies in Loikaw. The place is a line or an area between places.",
        placement.explanation());
  }

  @Test
  void spreadsADistrictOverItsTownshipsByPopulation() {
    Placement spread =
        join.place(at(IN_LOIKAW, LAT).known(Precision.DISTRICT, "Bawlakhe district").build());
    assertPlaced(spread, Basis.SPREAD, Map.of("MMR002005", 0.5, "MMR002006", 0.5), false);
    assertEquals(
        "It is known only to Bawlake district and shared among its 2 townships by population.",
        spread.explanation());

    Placement single = join.place(nowhere().known(Precision.DISTRICT, "Loikaw").build());
    assertPlaced(single, Basis.NAMED, Map.of("MMR002001", 1.0), false);
  }

  @Test
  void takesTheDistrictOfThePointForANameThatFitsNone() {
    Placement placement =
        join.place(at(IN_HPASAWNG, LAT).known(Precision.DISTRICT, "Nowhere").build());
    assertPlaced(placement, Basis.SPREAD, Map.of("MMR002005", 0.5, "MMR002006", 0.5), true);
  }

  @Test
  void spreadsAStateOverItsTownshipsByPopulation() {
    Placement kayah = join.place(at(IN_LOIKAW, LAT).known(Precision.STATE, "Kayah state").build());
    assertPlaced(
        kayah, Basis.SPREAD, Map.of("MMR002001", 0.5, "MMR002005", 0.25, "MMR002006", 0.25), false);
  }

  @Test
  void spreadsPlainShanOverItsPartsButNotANamedPart() {
    Placement shan = join.place(nowhere().known(Precision.STATE, "Shan").build());
    assertPlaced(shan, Basis.SPREAD, Map.of("MMR014001", 0.75, "MMR015001", 0.25), false);
    for (String name : List.of("Shan (North)", "Shan State (North)", "Shan-North")) {
      Placement north = join.place(nowhere().known(Precision.STATE, name).state("Shan").build());
      assertPlaced(north, Basis.NAMED, Map.of("MMR015001", 1.0), false);
    }
  }

  @Test
  void sharesEquallyWhereNobodyWasCounted() {
    Placement placement = join.place(nowhere().known(Precision.STATE, "Bago").build());
    assertPlaced(placement, Basis.NAMED, Map.of("MMR008009", 1.0), false);
    SpatialJoin uncounted =
        new SpatialJoin(
            Boundaries.of(PAPER, TOWNSHIPS, NAMED), new Population(LocalDate.MIN, "", Map.of()));
    assertPlaced(
        uncounted.place(nowhere().known(Precision.STATE, "Shan").build()),
        Basis.SPREAD,
        Map.of("MMR014001", 0.5, "MMR015001", 0.5),
        false);
  }

  @Test
  void countsWhatIsKnownToTheCountryNationallyOnly() {
    assertPlaced(
        join.place(at(IN_LOIKAW, LAT).known(Precision.COUNTRY, "").build()),
        Basis.COUNTRY,
        Map.of(),
        false);
    assertPlaced(join.place(nowhere().build()), Basis.COUNTRY, Map.of(), false);
  }

  @Test
  void usesTheStateOfAnIncidentWithoutAPoint() {
    assertPlaced(
        join.place(nowhere().known(Precision.TOWNSHIP, "").state("Kayah").build()),
        Basis.SPREAD,
        Map.of("MMR002001", 0.5, "MMR002005", 0.25, "MMR002006", 0.25),
        false);
  }

  @Test
  void believesAStatedCodeWithinTenKilometres() {
    Placement alone = join.place(nowhere().code("MMR002005").build());
    assertPlaced(alone, Basis.STATED, Map.of("MMR002005", 1.0), false);
    assertEquals("The source says that it is in Bawlake township.", alone.explanation());

    Placement inside = join.place(at(IN_BAWLAKE, LAT).code("MMR002005").build());
    assertPlaced(inside, Basis.STATED, Map.of("MMR002005", 1.0), false);

    Placement near = join.place(at(96.21, LAT).code("MMR002005").build());
    assertPlaced(near, Basis.STATED, Map.of("MMR002005", 1.0), true);
    assertEquals(
        "The source says that it is in Bawlake township. The point given lies in Hpasawng.",
        near.explanation());

    Placement far = join.place(at(96.31, LAT).code("MMR002005").build());
    assertPlaced(far, Basis.INSIDE, Map.of("MMR008009", 1.0), true);
    assertEquals(
        "The point lies in Minhla. The source says Bawlake township, but the point lies more than"
            + " 10 km from there.",
        far.explanation());
  }

  @Test
  void looksOnlyWithinAStatedState() {
    Placement inside = join.place(at(IN_BAWLAKE, LAT).code("MMR002").build());
    assertPlaced(inside, Basis.INSIDE, Map.of("MMR002005", 1.0), false);
    Placement named =
        join.place(at(IN_BAWLAKE, LAT).known(Precision.TOWNSHIP, "Loikaw").code("MMR002").build());
    assertPlaced(named, Basis.NAMED, Map.of("MMR002001", 1.0), false);
    Placement outside = join.place(at(96.35, LAT).code("MMR002").build());
    assertPlaced(outside, Basis.STATED, Map.of("MMR002006", 1.0), true);
    Placement unknown = join.place(nowhere().code("MMR002").build());
    assertEquals(Basis.SPREAD, unknown.basis());
    Placement district =
        join.place(at(IN_LOIKAW, LAT).known(Precision.DISTRICT, "").code("MMR002D002").build());
    assertPlaced(district, Basis.SPREAD, Map.of("MMR002005", 0.5, "MMR002006", 0.5), false);
  }

  @Test
  void doubtsACodeThatTheReleaseDoesNotHave() {
    Placement placement = join.place(at(IN_LOIKAW, LAT).code("MMR099001").build());
    assertPlaced(placement, Basis.INSIDE, Map.of("MMR002001", 1.0), true);
    assertEquals(
        "The point lies in Loikaw. The source states the code MMR099001, which paper does not"
            + " have.",
        placement.explanation());
  }

  @Test
  void placesBySuppliedStateAloneWhenOnlyStatesAreLoaded() {
    Boundaries states =
        Boundaries.of(PAPER, List.of(state("MMR002", "Kayah", 0), state("MMR009", "Magway", 1)));
    SpatialJoin coarse = new SpatialJoin(states, PEOPLE);
    assertPlaced(
        coarse.place(nowhere().code("MMR002005").build()),
        Basis.STATED,
        Map.of("MMR002", 1.0),
        false);
    Placement named =
        coarse.place(at(96.31, LAT).known(Precision.TOWNSHIP, "Bawlakhe").state("Kayah").build());
    assertPlaced(named, Basis.NAMED, Map.of("MMR002", 1.0), false);
    assertEquals(
        "The place name says Bawlakhe township, which is in Kayah; the point given lies in Magway.",
        named.explanation());
    assertPlaced(
        coarse.place(at(96.31, LAT).state("Kayah").build()),
        Basis.INSIDE,
        Map.of("MMR009", 1.0),
        false);
    assertPlaced(
        coarse.place(at(96.31, LAT).known(Precision.STATE, "Kayah").build()),
        Basis.NAMED,
        Map.of("MMR002", 1.0),
        false);
  }

  @Test
  void believesTheStateThatTheSourceNamesOverCoarseLines() {
    AdminUnit shan =
        new AdminUnit(
            "MMR014-016",
            1,
            "Shan",
            "",
            "",
            List.of("MMR014", "MMR015", "MMR016"),
            square(96.6, 20, 0.3));
    Boundaries shipped =
        Boundaries.of(
            PAPER, List.of(state("MMR002", "Kayah", 0), state("MMR009", "Magway", 1), shan));
    SpatialJoin coarse = new SpatialJoin(shipped, PEOPLE);

    Placement agreed = coarse.place(at(96.31, LAT).state("Magway").build());
    assertPlaced(agreed, Basis.STATED, Map.of("MMR009", 1.0), false);

    Placement astray = coarse.place(at(96.31, LAT).state("Kayah").build());
    assertPlaced(astray, Basis.STATED, Map.of("MMR002", 1.0), true);
    assertEquals(
        "The source says that it is in Kayah. The point given lies in Magway.",
        astray.explanation());

    Placement atSea = coarse.place(at(95.99, LAT).state("Kayah").build());
    assertPlaced(atSea, Basis.STATED, Map.of("MMR002", 1.0), false);

    Placement tooFar = coarse.place(at(96.89, LAT).state("Kayah").build());
    assertPlaced(tooFar, Basis.INSIDE, Map.of("MMR014-016", 1.0), true);

    Placement part =
        coarse.place(at(IN_SHAN_SOUTH, LAT).known(Precision.STATE, "Shan (North)").build());
    assertPlaced(part, Basis.NAMED, Map.of("MMR014-016", 1.0), false);
    Placement code = coarse.place(at(96.65, LAT).code("MMR015001").build());
    assertPlaced(code, Basis.STATED, Map.of("MMR014-016", 1.0), false);
    Placement line = coarse.place(at(IN_LOIKAW, LAT).state("Kayah").line().build());
    assertPlaced(line, Basis.STATED, Map.of("MMR002", 1.0), true);
  }

  @Test
  void usesCodesThatStandForSeveralUnits() {
    for (String code : List.of("MMR222", "MMR014-016")) {
      assertPlaced(
          join.place(nowhere().code(code).build()),
          Basis.SPREAD,
          Map.of("MMR014001", 0.75, "MMR015001", 0.25),
          false);
    }
  }

  private static AdminUnit state(String pcode, String name, int column) {
    return new AdminUnit(pcode, 1, name, "", "", List.of(), square(96 + column * 0.3, 20, 0.3));
  }

  private static void assertPlaced(
      Placement placement, Basis basis, Map<String, Double> shares, boolean flagged) {
    assertEquals(basis, placement.basis(), placement::explanation);
    assertEquals(shares, placement.shares(), placement::explanation);
    assertEquals(flagged, placement.flagged(), placement::explanation);
    assertFalse(placement.explanation().isBlank());
  }
}
