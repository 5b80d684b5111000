package org.displacementmapper.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.displacementmapper.displacement.ShippedEvidence;
import org.displacementmapper.testing.SharedBoundaries;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class NeighboursTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static final List<AdminUnit> SQUARES =
      List.of(
          square("MMR001", 0, 0),
          square("MMR002", 1, 0), // shares a side with the first
          square("MMR003", 1, 1), // shares only a corner with the first
          square("MMR004", -1.0003, 0), // a sliver lies between it and the first
          square("MMR005", 0, 3));

  @Test
  void aCommonSideJoinsEvenOverASliverAndACornerDoesNot() {
    assertEquals(List.of("MMR002", "MMR004"), neighbours("MMR001"));
    assertEquals(List.of("MMR001", "MMR003"), neighbours("MMR002"));
  }

  @Test
  void aUnitAmongNobodyHasNone() {
    assertEquals(List.of(), neighbours("MMR005"));
  }

  @Test
  void kayahLiesBetweenShanAndKayin() {
    Boundaries shipped = ShippedEvidence.states();
    List<String> names =
        shipped.neighbours(shipped.unit("MMR002")).stream().map(AdminUnit::name).toList();
    assertTrue(names.stream().anyMatch(name -> name.startsWith("Shan")), names.toString());
    assertTrue(names.stream().anyMatch(name -> name.startsWith("Kayin")), names.toString());
  }

  @Test
  void whoeverIsANeighbourHasOne() {
    Boundaries shipped = ShippedEvidence.states();
    for (AdminUnit unit : shipped.units(1)) {
      List<AdminUnit> neighbours = shipped.neighbours(unit);
      assertTrue(!neighbours.isEmpty(), unit.name());
      neighbours.forEach(
          other ->
              assertTrue(
                  shipped.neighbours(other).contains(unit), unit.name() + ", " + other.name()));
    }
  }

  @Test
  void everyTownshipButIslandsHasANeighbour() {
    Boundaries townships = SharedBoundaries.townships();
    for (AdminUnit unit : townships.units(3)) {
      List<AdminUnit> neighbours = townships.neighbours(unit);
      assertTrue(neighbours.size() < 20, unit.pcode());
      assertTrue(!neighbours.isEmpty() || unit.geometry().getNumGeometries() > 1, unit.pcode());
    }
  }

  private static List<String> neighbours(String pcode) {
    Boundaries boundaries = Boundaries.of(new Release("squares", "", ""), SQUARES);
    return boundaries.neighbours(boundaries.unit(pcode)).stream().map(AdminUnit::pcode).toList();
  }

  private static AdminUnit square(String pcode, double west, double south) {
    return new AdminUnit(
        pcode,
        1,
        pcode,
        "",
        "",
        List.of(),
        FACTORY.toGeometry(new Envelope(west, west + 1, south, south + 1)));
  }
}
