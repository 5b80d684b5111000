package org.displacementmapper.boundary;

import static org.displacementmapper.testing.Geometries.square;
import static org.displacementmapper.testing.Geometries.unit;
import static org.displacementmapper.testing.Geometries.wkt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class BoundariesTest {

  private static final Release PAPER = new Release("paper", "", "");

  private final AdminUnit kachin = unit("MMR001", 1, "", square(0, 0, 2));
  private final AdminUnit kayah = unit("MMR002", 1, "", square(2, 0, 2));
  private final AdminUnit first = unit("MMR001001", 3, "MMR001", square(0, 0, 1));
  private final AdminUnit second = unit("MMR001002", 3, "MMR001", square(1, 0, 1));
  private final AdminUnit third = unit("MMR002001", 3, "MMR002", square(2, 0, 1));
  private final Boundaries boundaries =
      Boundaries.of(PAPER, List.of(third, second, kayah, first, kachin));

  @Test
  void listsUnitsInPcodeOrder() {
    assertEquals(Set.of(1, 3), boundaries.levels());
    assertEquals(3, boundaries.finestLevel());
    assertEquals(List.of(first, second, third), boundaries.units(3));
    assertEquals(List.of(), boundaries.units(2));
  }

  @Test
  void climbsToAncestorsAndDescendsToLeaves() {
    assertEquals(Optional.of(kachin), boundaries.ancestor(second, 1));
    assertEquals(Optional.of(second), boundaries.ancestor(second, 3));
    assertEquals(Optional.empty(), boundaries.ancestor(second, 2));
    assertEquals(Optional.empty(), boundaries.ancestor(kachin, 3));
    assertEquals(List.of(first, second), boundaries.leaves("MMR001"));
    assertEquals(List.of(third), boundaries.leaves("MMR002001"));
  }

  @Test
  void throwsForAnUnknownCodeButFindsNothing() {
    assertEquals(Optional.empty(), boundaries.findUnit("MMR099"));
    NoSuchElementException thrown =
        assertThrows(NoSuchElementException.class, () -> boundaries.unit("MMR099"));
    assertEquals(
        "no unit MMR099 in paper, which has 5 units of levels [1, 3]", thrown.getMessage());
  }

  @Test
  void findsAMergedStateByItsMemberAndATownshipCodeByItsState() {
    AdminUnit shan =
        new AdminUnit(
            "MMR014-016",
            1,
            "Shan",
            "",
            "",
            List.of("MMR014", "MMR015", "MMR016"),
            square(0, 0, 1));
    Boundaries states = Boundaries.of(PAPER, List.of(shan, kayah));

    assertEquals(Optional.of(shan), states.findByMember("MMR014"));
    assertEquals(Optional.of(shan), states.findByMember("MMR014-016"));
    assertEquals(Optional.of(shan), states.findByMember("MMR015012"));
    assertEquals(Optional.of(kayah), states.findByMember("MMR002D001"));
    assertEquals(Optional.empty(), states.findByMember("MMR001001"));
    assertEquals(Optional.of(third), boundaries.findByMember("MMR002001"));
  }

  @Test
  void findsTheUnitOfAPointAtEveryLevelThroughItsLeaf() {
    assertEquals(Optional.of(second), boundaries.findUnit(1.5, 0.5, 3));
    assertEquals(Optional.of(kachin), boundaries.findUnit(1.5, 0.5, 1));
    assertEquals(Optional.of(kachin), boundaries.findUnit(2, 0.5, 1));
    assertEquals(Optional.empty(), boundaries.findUnit(1.5, 0.5, 2));
    assertEquals(Optional.empty(), boundaries.findUnit(0.5, 1.5, 1));
    assertEquals(second, boundaries.findNearest(1.5, 1.01).orElseThrow().unit());
  }

  @Test
  void dissolvesUnitsKnownByNameOnly() {
    Boundaries dissolved =
        Boundaries.of(
            PAPER,
            List.of(first, second, third),
            List.of(
                new Ancestor("MMR001", 1, "Kachin", "ကချင်", ""),
                new Ancestor("MMR002", 1, "Kayah", "", "")));

    assertEquals(Set.of(1, 3), dissolved.levels());
    AdminUnit state = dissolved.unit("MMR001");
    assertEquals("Kachin", state.name());
    assertEquals("ကချင်", state.nameMy());
    assertTrue(state.geometry().equalsTopo(wkt("POLYGON ((0 0, 2 0, 2 1, 0 1, 0 0))")));
    assertEquals(List.of(first, second), dissolved.leaves("MMR001"));
    assertEquals(Optional.of(state), dissolved.ancestor(first, 1));
    assertEquals(Optional.of("MMR002"), dissolved.findAncestorPcode("MMR002001", 1));
  }

  @Test
  void dissolvesUnitsWhoseEdgesDoNotMatchWithoutLeavingSlivers() {
    AdminUnit left =
        unit(
            "T1",
            3,
            "S",
            wkt("POLYGON ((0 0, 1 0, 1 0.5, 1.0000001 0.7, 0.9999999 1.1, 1 2, 0 2, 0 0))"));
    AdminUnit right =
        unit(
            "T2",
            3,
            "S",
            wkt("POLYGON ((1 0, 2 0, 2 2, 1 2, 1.0000003 1.2, 0.9999998 0.9, 1 0.5, 1 0))"));
    Boundaries dissolved =
        Boundaries.of(PAPER, List.of(left, right), List.of(new Ancestor("S", 1, "S", "", "")));

    Geometry outline = dissolved.unit("S").geometry();
    assertTrue(outline.isValid());
    assertEquals(1, outline.getNumGeometries());
    assertEquals(0, ((Polygon) outline).getNumInteriorRing(), outline::toText);
    assertEquals(4, outline.getArea(), 1e-6);
  }

  @Test
  void keepsLoadedUnitsInsteadOfDissolvingThem() {
    Boundaries mixed =
        Boundaries.of(
            PAPER,
            List.of(kachin, kayah, first, second, third),
            List.of(new Ancestor("MMR001", 1, "other name", "", "")));
    assertEquals(kachin, mixed.unit("MMR001"));
  }

  @Test
  void rejectsNamedUnitsThatCannotBeDissolved() {
    Ancestor state = new Ancestor("MMR001", 1, "Kachin", "", "");
    assertRejected(
        "but MMR009 (Magway, level 1) has none",
        List.of(first),
        List.of(state, new Ancestor("MMR009", 1, "Magway", "", "")));
    assertRejected(
        "both MMR001 (Kachin, level 1) and MMR001 (Kayah, level 1)",
        List.of(first),
        List.of(state, new Ancestor("MMR001", 1, "Kayah", "", "")));
    assertRejected(
        "drawn units of a finer level within it, but D (D, level 2) has none",
        List.of(kachin),
        List.of(new Ancestor("D", 2, "D", "", "MMR001")));
  }

  @Test
  void rejectsRepeatedCodesMissingParentsAndSharedMembers() {
    assertRejected(
        "both MMR001 (MMR001, level 1) and MMR001 (MMR001, level 3)",
        List.of(kachin, unit("MMR001", 3, "", square(0, 0, 1))));
    assertRejected(
        "of MMR001001 (MMR001001, level 3) is MMR001, which is not loaded", List.of(first));
    assertRejected(
        "that of B (B, level 3) is A (A, level 3)",
        List.of(unit("A", 3, "", square(0, 0, 1)), unit("B", 3, "A", square(0, 0, 1))));
    assertRejected(
        "MMR001 stands for both",
        List.of(kachin, new AdminUnit("MMR0", 1, "x", "", "", List.of("MMR001"), square(0, 0, 1))));
    assertRejected("at least one unit", List.of());
  }

  private static void assertRejected(String part, List<AdminUnit> units) {
    assertRejected(part, units, List.of());
  }

  private static void assertRejected(String part, List<AdminUnit> units, List<Ancestor> named) {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Boundaries.of(PAPER, units, named));
    assertTrue(thrown.getMessage().contains(part), thrown.getMessage());
  }
}
