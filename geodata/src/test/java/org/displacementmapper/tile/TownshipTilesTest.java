package org.displacementmapper.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.displacementmapper.feature.Feature;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;

/** The 330 real townships, of which 60 do not quite match their neighbours. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TownshipTilesTest {

  private static final double PARTS_PER_MILLION = 1e-6;

  private Coverage townships;

  @BeforeAll
  void read() {
    townships = Coverage.of(TownshipBoundaries.townships());
  }

  @Test
  void cleanTownshipsAreAStrictCoverage() {
    Geometry[] clean = townships.clean();
    assertTrue(CoverageValidator.isValid(clean));
    assertTrue(Arrays.stream(clean).allMatch(Geometry::isValid));
    assertEquals(330, clean.length, "there is no lake between townships");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15})
  void townshipsInTilesAreValidAndNeitherOverlapNorLeaveGaps(int zoom) {
    long seed = 20220131;
    Random random = new Random(seed + zoom);
    for (int i = 0; i < 5; i++) {
      TileCoord tile =
          TileCoord.containing(93 + 6 * random.nextDouble(), 15 + 11 * random.nextDouble(), zoom);
      for (TileEncoder encoder : TileEncoders.ALL) {
        TileGrid grid = encoder.grid(tile);
        List<Optional<Geometry>> parts = townships.cut(grid);
        String where = "seed " + seed + ", " + encoder.id() + " " + tile;
        TileChecks.assertValidOnGrid(parts, grid, where);
        List<Geometry> present = TileChecks.present(parts);
        if (!present.isEmpty()) {
          Geometry union = TileChecks.union(present);
          double land = union.getArea();
          double overlap = TileChecks.area(present) - land;
          double gaps = TileChecks.holes(union);
          assertTrue(
              overlap + gaps < 0.1 * PARTS_PER_MILLION * land,
              where + ": overlap " + overlap + ", gaps " + gaps + " of " + land);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 6, 7, 8, 9, 10, 11, 12})
  void neighbouringTilesMeet(int zoom) {
    long seed = 20220131;
    Random random = new Random(seed + zoom);
    for (int i = 0; i < 2; i++) {
      TileCoord tile =
          TileCoord.containing(93 + 6 * random.nextDouble(), 15 + 11 * random.nextDouble(), zoom);
      for (TileEncoder encoder : TileEncoders.ALL) {
        TileChecks.assertMeetsNeighbours(
            townships, encoder, tile, "seed " + seed + ", " + encoder.id());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 7, 9, 11})
  void tilesOfTheGridOfDegreesAreValidAndMeetTheirNeighbours(int zoom) {
    long seed = 20220131;
    Random random = new Random(seed + zoom);
    for (int i = 0; i < 2; i++) {
      Crs84Tile north = new Crs84Tile(zoom, 0, 0);
      Crs84Tile tile =
          new Crs84Tile(
              zoom,
              (int) north.column(93 + 6 * random.nextDouble()),
              (int) north.row(15 + 11 * random.nextDouble()));
      for (TileEncoder encoder : TileEncoders.ALL) {
        TileGrid grid = encoder.grid(tile);
        String where = "seed " + seed + ", " + encoder.id() + " " + tile;
        List<Optional<Geometry>> parts = townships.cut(grid);
        TileChecks.assertValidOnGrid(parts, grid, where);
        TileChecks.assertNoOverlap(parts, where);
        TileChecks.assertMeetsNeighbours(townships, encoder, tile, where);
      }
    }
  }

  @Test
  void anotherLibraryReadsTheSameShapesFromATile() {
    TileEncoder encoder = new MvtEncoder();
    TileGrid grid = encoder.grid(new TileCoord(6, 49, 28));
    List<Geometry> parts = TileChecks.present(townships.cut(grid));
    List<Feature> features = new ArrayList<>();
    for (Geometry part : parts) {
      features.add(Feature.of(null, part, Map.of("n", features.size())));
    }
    DecodedTile decoded = DecodedTile.of(encoder.encode("adm3", grid, features));
    assertEquals(parts.size(), decoded.geometries().size());
    for (int i = 0; i < parts.size(); i++) {
      assertTrue(decoded.geometry(i).isValid());
      assertTrue(decoded.geometry(i).equalsTopo(parts.get(i)));
    }
  }
}
