package org.displacementmapper.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.dataset.Basemap;
import org.displacementmapper.dataset.Contents;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.dataset.IncidentFilter;
import org.displacementmapper.dataset.Selection;
import org.displacementmapper.dataset.Version;
import org.displacementmapper.displacement.DisplacementModel;
import org.displacementmapper.displacement.EstimateRequest;
import org.displacementmapper.displacement.Evidence;
import org.displacementmapper.displacement.GroupArea;
import org.displacementmapper.displacement.Product;
import org.displacementmapper.displacement.Publication;
import org.displacementmapper.displacement.ShippedEvidence;
import org.displacementmapper.displacement.UnGroup;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.tile.DegreeGrid;
import org.displacementmapper.tile.TileCoord;
import org.displacementmapper.tile.TileGrid;
import org.displacementmapper.tile.UnitGrid;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;

class UnGroupLayerTest {

  private static final LocalDate DAY = LocalDate.parse("2022-01-31");

  private final Evidence evidence = ShippedEvidence.withStates();
  private final Boundaries states = evidence.boundaries();
  private final Dataset dataset =
      Dataset.of(
          new Version(1, "0", LocalDate.of(2026, 1, 1)),
          new Contents(List.of(), states, evidence.population(), ShippedEvidence.figures().all()),
          new Basemap(List.of(), List.of()));
  private final Layer layer = Catalog.of(dataset).findLayer("un-groups").orElseThrow();

  @Test
  void anOutlineIsValidAndHoldsItsMembersWithoutLinesBetweenThem() {
    for (Feature group : layer.features(view(Set.of()))) {
      Geometry outline = group.geometry();
      assertTrue(outline.isValid(), group.id());
      Map<LineSegment, Integer> times = new HashMap<>();
      double members = 0;
      for (String pcode : area(group).outline()) {
        Geometry member = states.unit(pcode).geometry();
        members += member.getArea();
        edges(member).forEach(edge -> times.merge(edge, 1, Integer::sum));
      }
      assertEquals(members, outline.getArea(), 1e-9, group.id());
      for (LineSegment edge : edges(outline)) {
        assertEquals(1, times.get(edge), group.id() + " " + edge);
      }
    }
  }

  /** So that the line lies on the borders of the units and not beside them, at every zoom. */
  @Test
  void theOutlineOfATileGoesAlongTheUnitsOfThatTile() {
    View view = view(Set.of());
    TileLayer units = Catalog.of(dataset).findTileLayer("adm1").orElseThrow();
    for (TileCoord tile :
        List.of(new TileCoord(4, 12, 7), new TileCoord(6, 49, 28), new TileCoord(11, 1578, 897))) {
      for (TileGrid grid : List.of(new UnitGrid(tile), new DegreeGrid(tile))) {
        Map<String, Geometry> shapes = new HashMap<>();
        units.cut(view, grid).forEach(unit -> shapes.put(unit.id(), unit.geometry()));
        Set<LineSegment> borders = new HashSet<>();
        shapes.values().forEach(shape -> borders.addAll(edges(shape)));
        List<Feature> groups = layer.cut(view, grid);
        assertTrue(!groups.isEmpty(), grid + " shows a group");
        for (Feature group : groups) {
          String what = grid + " " + group.id();
          assertTrue(group.geometry().isValid(), what);
          assertTrue(borders.containsAll(edges(group.geometry())), what);
          double area =
              area(group).outline().stream()
                  .filter(shapes::containsKey)
                  .mapToDouble(pcode -> shapes.get(pcode).getArea())
                  .sum();
          // But for the smallest islands.
          assertEquals(1, group.geometry().getArea() / area, 0.02, what);
        }
      }
    }
  }

  /** Off Tanintharyi. */
  @Test
  void islandsThatWouldBeBlotsWaitForACloserLook() {
    View view = view(Set.of());
    Coordinate islands = new Coordinate(98.1, 11.7);
    int far = parts(view, TileCoord.containing(islands.x, islands.y, 4));
    int close = parts(view, TileCoord.containing(islands.x, islands.y, 8));
    assertTrue(far < 4, far + " parts");
    assertTrue(close > 4, close + " parts");
  }

  private int parts(View view, TileCoord tile) {
    return layer.cut(view, new UnitGrid(tile)).get(0).geometry().getNumGeometries();
  }

  @Test
  void tellsTheTotalItsDateAndWhatIsCountedInPart() {
    Map<String, Object> southEast = layer.features(view(Set.of())).get(0).values();
    assertEquals("SE", southEast.get("code"));
    assertEquals(232_500L, southEast.get("un_displaced"));
    assertEquals(DAY, southEast.get("un_as_of"));
    assertEquals("UNHCR", southEast.get("un_publisher"));
    assertEquals("MMR007-008,MMR014-016", southEast.get("partly"));
    assertEquals(false, southEast.get("exact"));
    assertEquals(layer.schema().names(), List.copyOf(southEast.keySet()));
  }

  @Test
  void showsOnlyGroupsOfTheUnitsThatAreShown() {
    assertEquals(List.of("NW"), codes(Set.of("MMR004")));
    assertEquals(List.of("SE"), codes(Set.of("MMR014-016")));
    assertEquals(List.of(), codes(Set.of("MMR001")));
  }

  private List<String> codes(Set<String> pcodes) {
    return layer.features(view(pcodes)).stream().map(Feature::id).toList();
  }

  private View view(Set<String> pcodes) {
    return new View(
        dataset,
        DisplacementModel.of(Product.INDEPENDENT)
            .estimate(evidence, EstimateRequest.of(DAY, Product.INDEPENDENT, "ucdp")),
        new Selection(DAY, DAY, IncidentFilter.NONE, pcodes, Optional.empty()),
        Publication.STANDARD);
  }

  private GroupArea area(Feature group) {
    return GroupArea.of(UnGroup.find(group.id()).orElseThrow(), states);
  }

  private static Set<LineSegment> edges(Geometry areal) {
    Set<LineSegment> edges = new HashSet<>();
    Geometry rings = areal.getBoundary();
    for (int i = 0; i < rings.getNumGeometries(); i++) {
      Coordinate[] ring = rings.getGeometryN(i).getCoordinates();
      for (int j = 1; j < ring.length; j++) {
        LineSegment edge = new LineSegment(ring[j - 1], ring[j]);
        edge.normalize();
        edges.add(edge);
      }
    }
    return edges;
  }
}
