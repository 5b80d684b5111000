package org.displacementmapper.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Cuts random units and compares the tiles with the units as they were drawn. */
class CoverageRandomTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void cleanUnitsAreAStrictCoverageOfTheSameLand(long seed) {
    List<Geometry> units = new RandomUnits(seed).units();
    Geometry[] clean =
        Arrays.stream(Coverage.of(units).clean()).filter(Objects::nonNull).toArray(Geometry[]::new);
    assertTrue(CoverageValidator.isValid(clean), "seed " + seed);
    for (Geometry unit : clean) {
      assertTrue(unit.isValid(), "seed " + seed + ": " + unit);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void partsAreValidAndNeitherOverlapNorLeaveGaps(long seed) {
    Random random = new Random(seed);
    List<Geometry> units = new RandomUnits(seed).units();
    Coverage coverage = Coverage.of(units);
    for (int z = 4; z <= 14; z++) {
      TileCoord tile =
          TileCoord.containing(
              95.1 + 1.8 * random.nextDouble(), 20.1 + 1.8 * random.nextDouble(), z);
      for (TileEncoder encoder : TileEncoders.ALL) {
        TileGrid grid = encoder.grid(tile);
        String where = "seed " + seed + ", " + encoder.id() + " " + tile;
        List<Optional<Geometry>> parts = coverage.cut(grid);
        assertEquals(units.size(), parts.size());
        TileChecks.assertValidOnGrid(parts, grid, where);
        TileChecks.assertNoOverlap(parts, where);
        assertSamePlaces(units, parts, grid, where);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void neighbouringTilesMeet(long seed) {
    Coverage coverage = Coverage.of(new RandomUnits(seed).units());
    for (int z = 4; z <= 14; z++) {
      TileCoord tile = TileCoord.containing(95.9, 20.3, z);
      for (TileEncoder encoder : TileEncoders.ALL) {
        TileChecks.assertMeetsNeighbours(
            coverage, encoder, tile, "seed " + seed + ", " + encoder.id());
      }
    }
  }

  /** Away from its edges a unit is where it was; and land is land, sea is sea. */
  private static void assertSamePlaces(
      List<Geometry> units, List<Optional<Geometry>> parts, TileGrid grid, String where) {
    double tolerance =
        3 * grid.x(Coverage.toleranceDegrees(grid.tile().zoom())) - 3 * grid.x(0) + 2;
    Geometry frame = new GeometryFactory().toGeometry(grid.bounds());
    Geometry land = TileChecks.union(units.stream().map(u -> TileChecks.onGrid(u, grid)).toList());
    Geometry drawn = TileChecks.union(TileChecks.present(parts));
    Geometry inland = TileChecks.clip(land.buffer(-tolerance), frame);
    assertEquals(0, inland.difference(drawn).getArea(), 1e-3, where + " has a gap");
    assertEquals(0, drawn.difference(land.buffer(tolerance)).getArea(), 1e-3, where + " floods");
    for (int unit = 0; unit < units.size(); unit++) {
      if (parts.get(unit).isPresent()) {
        Geometry around = TileChecks.onGrid(units.get(unit), grid).buffer(tolerance);
        double strayed = parts.get(unit).get().difference(around).getArea();
        assertEquals(0, strayed, 1e-3, where + ", unit " + unit + " has moved");
      }
    }
  }
}
