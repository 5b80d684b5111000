package org.displacementmapper.join;

import static org.displacementmapper.testing.Geometries.square;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import net.sf.geographiclib.Geodesic;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Ancestor;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Release;
import org.junit.jupiter.api.Test;

class PointJoinTest {

  private static final Release PAPER = new Release("paper", "", "");

  private final PointJoin join =
      new PointJoin(
          Boundaries.of(
              PAPER,
              List.of(
                  new AdminUnit(
                      "MMR001001", 3, "West", "", "MMR001D001", List.of(), square(96, 20, 1)),
                  new AdminUnit(
                      "MMR001002", 3, "East", "", "MMR001D001", List.of(), square(97, 20, 1))),
              List.of(
                  new Ancestor("MMR001D001", 2, "District", "", "MMR001"),
                  new Ancestor("MMR001", 1, "State", "", ""))));

  @Test
  void givesUnitAndAncestorsInside() {
    assertEquals(
        List.of("MMR001", "MMR001D001", "MMR001002", "East", "inside", "0"),
        join.columns(97.5, 20.5));
    assertSame(join.columns(97.5, 20.5), join.columns(97.6, 20.6));
  }

  @Test
  void givesASharedBorderToTheLowerPcode() {
    assertEquals("MMR001001", join.columns(97, 20.5).get(2));
  }

  @Test
  void measuresToTheNearestUnit() {
    double metres = Geodesic.WGS84.Inverse(20.5, 98.01, 20.5, 98).s12;
    assertEquals(
        List.of(
            "MMR001",
            "MMR001D001",
            "MMR001002",
            "East",
            "nearest",
            String.valueOf(Math.round(metres * 100) / 100.0)),
        join.columns(98.01, 20.5));
    assertEquals(List.of("", "", "", "", "country", ""), join.columns(98.1, 20.5));
  }

  @Test
  void callsUnusableCoordinatesInvalid() {
    for (double[] point :
        new double[][] {{Double.NaN, 20}, {96, Double.NaN}, {20, 96}, {181, 20}, {1 / 0.0, 20}}) {
      assertEquals(List.of("", "", "", "", "invalid", ""), join.columns(point[0], point[1]));
    }
  }

  @Test
  void leavesLevelsEmptyThatTheBoundariesLack() {
    PointJoin states =
        new PointJoin(
            Boundaries.of(
                PAPER,
                List.of(
                    new AdminUnit("MMR001", 1, "State", "", "", List.of(), square(96, 20, 1)))));
    assertEquals(List.of("MMR001", "", "", "State", "inside", "0"), states.columns(96.5, 20.5));
  }
}
