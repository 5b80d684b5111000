package org.displacementmapper.join;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Release;
import org.displacementmapper.format.Formats;
import org.displacementmapper.format.Input;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.source.ShippedData;
import org.displacementmapper.source.UcdpGed;
import org.displacementmapper.testing.SharedBoundaries;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Section 14 of the method: incidents of UCDP from the coup to 31 January 2022. */
class ReferenceValuesTest {

  private static final LocalDate DAY = LocalDate.of(2022, 1, 31);

  /** Of the 18 P-coded states and regions. */
  private static final Map<String, Double> BY_STATE =
      Map.ofEntries(
          Map.entry("Sagaing", 292.0),
          Map.entry("Magway", 98.0),
          Map.entry("Mandalay", 95.0),
          Map.entry("Chin", 89.0),
          Map.entry("Kayah", 83.0),
          Map.entry("Yangon", 79.0),
          Map.entry("Kachin", 43.0),
          Map.entry("Kayin", 41.0),
          Map.entry("Shan (North)", 33.30),
          Map.entry("Tanintharyi", 26.0),
          Map.entry("Shan (South)", 23.24),
          Map.entry("Mon", 19.0),
          Map.entry("Bago (East)", 13.97));

  private static ShippedData shipped;
  private static List<Incident> incidents;

  @BeforeAll
  static void readShippedData() {
    shipped =
        ShippedData.read(
            (name, bytes) ->
                Formats.read(
                    Input.of(name, bytes),
                    issue -> {
                      throw new AssertionError(issue.toString());
                    })
                    .stream());
    incidents =
        shipped.incidents().stream()
            .filter(incident -> incident.source().equals(UcdpGed.ID))
            .toList();
  }

  @Test
  void countsTheSameWithTheShippedStates() {
    Boundaries states = Boundaries.of(new Release("Natural Earth", "", ""), shipped.units());
    IncidentSums incidentSums = incidentSums(states, 1);

    assertEquals(962, incidentSums.national(DAY));
    assertEquals(83, incidentSums.at("MMR002", DAY));
    assertEquals(291, incidentSums.at("MMR005", DAY));
    assertEquals(90, incidentSums.at("MMR004", DAY));
    // Section 14 has Kayin 38 and Mon 15 here: it leaves out points that lie up to 1.5 km outside
    // every shipped state, which section 3 gives to the state that the source names.
    assertEquals(41, incidentSums.at("MMR003", DAY));
    assertEquals(19, incidentSums.at("MMR011", DAY));
  }

  @Test
  void countsTheSameWithTownshipsLoaded() {
    Boundaries townships = SharedBoundaries.townships();
    assertStates(incidentSums(townships, 1), townships);

    IncidentSums byTownship = incidentSums(townships, 3);
    assertEquals(42, byTownship.at("MMR002002", DAY), "Demoso");
    assertEquals(23, byTownship.at("MMR002001", DAY), "Loikaw");
    assertEquals(10, byTownship.at("MMR002003", DAY), "Hpruso");
    assertEquals(4, byTownship.at("MMR002005", DAY), "Bawlakhe");
    assertEquals(2, byTownship.at("MMR002004", DAY), "Shadaw");
    assertEquals(1, byTownship.at("MMR002006", DAY), "Hpasawng");
    assertEquals(1, byTownship.at("MMR002007", DAY), "Mese");
  }

  @Test
  void countsTheSameWithPcodedStatesAlone() {
    Boundaries states = SharedBoundaries.states();
    assertStates(incidentSums(states, 1), states);
  }

  @Test
  void knowsEveryTownshipAndDistrictThatUcdpNames() {
    UnitNames names = new UnitNames(SharedBoundaries.townships());
    Set<String> unknown = new TreeSet<>();
    for (Incident incident : incidents) {
      Precision precision = incident.where().precision();
      String area = incident.where().area();
      if (!area.isEmpty() && names.find(area, precision.level()).isEmpty()) {
        unknown.add(area);
      }
    }
    // Names of a river or border that end with "township"; the point stands for them.
    assertEquals(
        Set.of(
            "Kaladan River in Paletwa",
            "Mayu River in Rathedaung",
            "Representation point for Bangladesh/Myanmar (Burma) border in Paletwa",
            "Representation point for Kaladan River in Paletwa"),
        unknown);
  }

  @Test
  void sharesNoIncidentMoreThanOnceAndExplainsEach() {
    SpatialJoin join = new SpatialJoin(SharedBoundaries.townships(), shipped.population());
    for (Placement placement : join.placeAll(shipped.incidents())) {
      double sum = placement.shares().values().stream().mapToDouble(Double::doubleValue).sum();
      assertTrue(sum <= 1 + 1e-9, placement.incident().key());
      assertEquals(
          placement.basis() == Basis.COUNTRY ? 0 : 1, sum, 1e-9, placement.incident().key());
      assertTrue(placement.explanation().endsWith("."), placement.explanation());
    }
  }

  private static IncidentSums incidentSums(Boundaries boundaries, int level) {
    SpatialJoin join = new SpatialJoin(boundaries, shipped.population());
    return IncidentSums.of(join.placeAll(incidents), boundaries, level, Weighting.EVENTS);
  }

  private static void assertStates(IncidentSums incidentSums, Boundaries boundaries) {
    assertEquals(962, incidentSums.national(DAY));
    for (String pcode : incidentSums.pcodes()) {
      Double expected = BY_STATE.get(boundaries.name(pcode));
      if (expected != null) {
        assertEquals(expected, incidentSums.at(pcode, DAY), 0.005, boundaries.name(pcode));
      }
    }
    double sum =
        incidentSums.pcodes().stream().mapToDouble(pcode -> incidentSums.at(pcode, DAY)).sum();
    assertEquals(962, sum, 1e-6);
  }
}
