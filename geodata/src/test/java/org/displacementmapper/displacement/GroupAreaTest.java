package org.displacementmapper.displacement;

import static org.displacementmapper.testing.Geometries.square;
import static org.displacementmapper.testing.Geometries.unit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Release;
import org.displacementmapper.testing.Geometries;
import org.displacementmapper.testing.SharedBoundaries;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class GroupAreaTest {

  private static final Release PAPER = new Release("paper", "", "");

  @Test
  void theShippedStatesHoldMoreOfBagoAndShanThanTheSouthEast() {
    GroupArea area = GroupArea.of(UnGroup.SOUTH_EAST, ShippedEvidence.states());
    assertEquals(
        List.of("MMR002", "MMR003", "MMR006", "MMR007-008", "MMR011", "MMR014-016"), area.units());
    assertEquals(
        Map.of("MMR007-008", List.of("MMR007"), "MMR014-016", List.of("MMR014")), area.partly());
    assertEquals(area.units(), area.outline());
    assertFalse(area.exact());
  }

  @Test
  void theNorthWestIsWholeStates() {
    GroupArea area = GroupArea.of(UnGroup.NORTH_WEST, ShippedEvidence.states());
    assertEquals(List.of("MMR004", "MMR005", "MMR009"), area.outline());
    assertTrue(area.partly().isEmpty());
    assertTrue(area.exact());
  }

  @Test
  void unitsOfTheEighteenAreCountedWhole() {
    GroupArea area =
        GroupArea.of(
            UnGroup.SOUTH_EAST, Boundaries.of(PAPER, row(1, "MMR007", "MMR008", "MMR014")));
    assertEquals(List.of("MMR007", "MMR014"), area.units());
    assertEquals(area.units(), area.outline());
    assertTrue(area.partly().isEmpty());
    assertTrue(area.exact());
  }

  /**
   * Codes of lists of 15 states stand for all of Bago and Shan; townships still name their part.
   */
  @Test
  void townshipsMakeAnExactOutlineWhereTheirStateIsCountedInPart() {
    List<AdminUnit> units = new ArrayList<>(row(1, "MMR111", "MMR222", "MMR002"));
    units.add(unit("MMR007001", 3, "MMR111", square(0, 0, 0.5)));
    units.add(unit("MMR008001", 3, "MMR111", square(0.5, 0, 0.5)));
    units.add(unit("MMR014001", 3, "MMR222", square(1, 0, 0.5)));
    units.add(unit("MMR015001", 3, "MMR222", square(1.5, 0, 0.5)));
    units.add(unit("MMR002001", 3, "MMR002", square(2, 0, 1)));
    GroupArea area = GroupArea.of(UnGroup.SOUTH_EAST, Boundaries.of(PAPER, units));
    assertEquals(List.of("MMR002", "MMR111", "MMR222"), area.units());
    assertEquals(Map.of("MMR111", List.of("MMR007"), "MMR222", List.of("MMR014")), area.partly());
    assertEquals(List.of("MMR002001", "MMR007001", "MMR014001"), area.outline());
    assertTrue(area.exact());
  }

  @Test
  void townshipsWhoseCodesNameNoStateMakeNone() {
    List<AdminUnit> units = new ArrayList<>(row(1, "MMR111", "MMR002"));
    units.add(unit("A1", 3, "MMR111", square(0, 0, 0.5)));
    units.add(unit("MMR002001", 3, "MMR002", square(1, 0, 1)));
    GroupArea area = GroupArea.of(UnGroup.SOUTH_EAST, Boundaries.of(PAPER, units));
    assertEquals(List.of("MMR002", "MMR111"), area.outline());
    assertFalse(area.exact());
  }

  /** With real outlines, where ../shared is there: some states are dissolved from townships. */
  @Test
  void importedStatesAndTownshipsGiveExactOutlines() {
    for (Boundaries boundaries : List.of(SharedBoundaries.states(), SharedBoundaries.townships())) {
      GroupArea southEast = GroupArea.of(UnGroup.SOUTH_EAST, boundaries);
      assertTrue(southEast.exact());
      assertEquals(UnGroup.SOUTH_EAST.members(), southEast.outline());
      Geometry outline = boundaries.outline(southEast.outline());
      assertTrue(outline.isValid());
      double members =
          southEast.outline().stream()
              .mapToDouble(pcode -> boundaries.unit(pcode).geometry().getArea())
              .sum();
      assertEquals(1, outline.getArea() / members, 1e-4);
    }
  }

  @Test
  void otherUnitsAreInNoGroup() {
    GroupArea area = GroupArea.of(UnGroup.NORTH_WEST, Boundaries.of(PAPER, row(1, "X1", "X2")));
    assertTrue(area.outline().isEmpty());
    assertFalse(area.exact());
  }

  private static List<AdminUnit> row(int level, String... pcodes) {
    List<AdminUnit> units = new ArrayList<>();
    for (String pcode : pcodes) {
      units.add(Geometries.unit(pcode, level, "", square(units.size(), 0, 1)));
    }
    return units;
  }
}
