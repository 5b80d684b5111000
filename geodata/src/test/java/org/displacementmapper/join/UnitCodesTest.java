package org.displacementmapper.join;

import static org.displacementmapper.join.Incidents.at;
import static org.displacementmapper.join.Incidents.nowhere;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.CodeMatch;
import org.displacementmapper.boundary.CodeMatch.Status;
import org.displacementmapper.boundary.Crosswalk;
import org.displacementmapper.boundary.Population;
import org.displacementmapper.boundary.Release;
import org.displacementmapper.testing.SharedBoundaries;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;

class UnitCodesTest {

  private static final Population NOBODY = new Population(LocalDate.EPOCH, "", Map.of());

  /** As the shipped states are: one for all of Shan, and Kayah. */
  private static Boundaries shippedLike() {
    GeometryFactory factory = new GeometryFactory();
    return Boundaries.of(
        new Release("states", "", ""),
        List.of(
            new AdminUnit("MMR002", 1, "Kayah", "", "", List.of(), factory.createPolygon()),
            new AdminUnit(
                "MMR014-016",
                1,
                "Shan",
                "",
                "",
                List.of("MMR014", "MMR015", "MMR016"),
                factory.createPolygon())));
  }

  private static void assertMatch(
      Status status, List<String> units, String code, Boundaries boundaries) {
    CodeMatch match = UnitCodes.match(code, boundaries);
    assertEquals(status, match.status(), code);
    assertEquals(units, match.units(), code);
    assertEquals(status == Status.RETIRED, match.change().isPresent(), code);
  }

  @Test
  void aShippedStateTakesTheCodesOfItsPartsAndOfTheWhole() {
    Boundaries states = shippedLike();
    assertMatch(Status.CURRENT, List.of("MMR014-016"), "MMR014-016", states);
    assertMatch(Status.CURRENT, List.of("MMR014-016"), "MMR015", states);
    assertMatch(Status.RETIRED, List.of("MMR014-016"), "MMR222", states);
    assertMatch(Status.RETIRED, List.of("MMR014-016"), "MMR015D005", states);
    assertMatch(Status.CURRENT, List.of("MMR002"), "MMR002001", states);
    assertMatch(Status.UNKNOWN, List.of("MMR002"), "MMR002999", states);
    assertMatch(Status.UNKNOWN, List.of(), "MMR999", states);
    assertMatch(Status.RETIRED, List.of(), "MMR013008", states);
  }

  @Test
  void eighteenUnitsTakeTheCodesOfFifteen() {
    Boundaries states = SharedBoundaries.states();
    assertMatch(Status.RETIRED, List.of("MMR014", "MMR015", "MMR016"), "MMR222", states);
    assertMatch(Status.RETIRED, List.of("MMR014", "MMR015", "MMR016"), "MMR014-016", states);
    assertMatch(Status.RETIRED, List.of("MMR007", "MMR008"), "MMR111", states);
    assertMatch(Status.CURRENT, List.of("MMR018"), "MMR018", states);
    assertMatch(Status.RETIRED, List.of("MMR013"), "MMR013008", states);
  }

  @Test
  void townshipsTakeTheCodesBefore2020() {
    Boundaries townships = SharedBoundaries.townships();
    assertMatch(Status.RETIRED, List.of("MMR013046", "MMR013047"), "MMR013008", townships);
    assertMatch(Status.RETIRED, List.of("MMR013017", "MMR013035"), "MMR013045", townships);
    assertMatch(Status.RETIRED, List.of("MMR014", "MMR015", "MMR016"), "MMR222", townships);
    assertMatch(Status.RETIRED, List.of("MMR015S002"), "MMR015D005", townships);
    assertMatch(Status.UNKNOWN, List.of("MMR002"), "MMR002999", townships);
    assertMatch(Status.UNKNOWN, List.of(), "MMR999001", townships);
  }

  @Test
  void everySuccessorIsAUnitOfTheReleaseAndNoRetiredCodeIs() {
    Boundaries townships = SharedBoundaries.townships();
    assertEquals(9, Crosswalk.shipped().all().size());
    for (Crosswalk.Change change : Crosswalk.shipped().all()) {
      assertFalse(townships.findUnit(change.code()).isPresent(), change::told);
      for (String successor : change.successors()) {
        assertEquals(successor, townships.findPcodeByMember(successor).orElse(""), change::told);
      }
    }
    for (int level : townships.levels()) {
      for (String pcode : townships.pcodes(level)) {
        assertMatch(Status.CURRENT, List.of(pcode), pcode, townships);
        assertTrue(Crosswalk.shipped().find(pcode).isEmpty(), pcode);
      }
    }
  }

  @Test
  void onlyPointOrNameDecidesBetweenTheHalvesOfADividedTownship() {
    Boundaries townships = SharedBoundaries.townships();
    SpatialJoin join = new SpatialJoin(townships, NOBODY);
    for (String half : List.of("MMR013046", "MMR013047", "MMR013017")) {
      var inside = townships.unit(half).geometry().getInteriorPoint();
      String code = half.equals("MMR013017") ? "MMR013045" : "MMR013008";
      Placement placed = join.place(at(inside.getX(), inside.getY()).code(code).build());
      assertEquals(Set.of(half), placed.shares().keySet(), placed::toString);
    }
    Placement nowhere = join.place(nowhere().code("MMR013008").build());
    assertEquals(Set.of("MMR013046", "MMR013047"), nowhere.shares().keySet());
    assertEquals(Basis.SPREAD, nowhere.basis());
  }
}
