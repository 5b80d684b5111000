package org.displacementmapper.boundary;

import static org.displacementmapper.testing.Geometries.square;
import static org.displacementmapper.testing.Geometries.unit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
    assertEquals(List.of(first, second), boundaries.leaves(kachin));
    assertEquals(List.of(third), boundaries.leaves(third));
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
  void rejectsRepeatedCodesMissingParentsAndSharedMembers() {
    assertRejected("MMR001 is both", List.of(kachin, unit("MMR001", 3, "", square(0, 0, 1))));
    assertRejected(
        "of MMR001001 (MMR001001, level 3) is MMR001, which is not loaded", List.of(first));
    assertRejected(
        "a unit of level 3",
        List.of(unit("A", 3, "", square(0, 0, 1)), unit("B", 3, "A", square(0, 0, 1))));
    assertRejected(
        "MMR001 stands for both",
        List.of(kachin, new AdminUnit("MMR0", 1, "x", "", "", List.of("MMR001"), square(0, 0, 1))));
    assertRejected("at least one unit", List.of());
  }

  private static void assertRejected(String part, List<AdminUnit> units) {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Boundaries.of(PAPER, units));
    assertTrue(thrown.getMessage().contains(part), thrown.getMessage());
  }
}
