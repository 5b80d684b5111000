package org.displacementmapper.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;

class TileGridTest {

  private static final TileCoord TILE = new TileCoord(7, 98, 56);

  @Test
  void tileUnitsCountFromTheNorthWestCornerSouthwards() {
    UnitGrid grid = new UnitGrid(TILE);
    Envelope bounds = TILE.bounds();
    assertEquals(0, grid.x(bounds.getMinX()), 1e-6);
    assertEquals(4096, grid.x(bounds.getMaxX()), 1e-6);
    assertEquals(0, grid.y(bounds.getMaxY()), 1e-6);
    assertEquals(4096, grid.y(bounds.getMinY()), 1e-6);
    assertEquals(new Envelope(-64, 4160, -64, 4160), grid.bounds());
  }

  @Test
  void degreesHaveTheDecimalsThatTheZoomCanShow() {
    int[] expected = {2, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 5, 6, 6, 6, 7, 7, 7, 7, 7, 7};
    for (int z = 0; z < expected.length; z++) {
      assertEquals(expected[z], new DegreeGrid(new TileCoord(z, 0, 0)).decimals(), "zoom " + z);
    }
  }

  @Test
  void aDegreeGridCoversTheBufferedTile() {
    Envelope buffered = TILE.bufferedBounds(TileGrid.BUFFER);
    Envelope shown = new DegreeGrid(TILE).lonLatBounds();
    assertTrue(shown.covers(buffered));
    assertTrue(shown.getWidth() < buffered.getWidth() + 2.1e-4);
  }

  @Test
  void aDegreeGridEndsAtTheAntimeridian() {
    assertEquals(-180, new DegreeGrid(new TileCoord(3, 0, 3)).lonLatBounds().getMinX());
    assertEquals(180, new DegreeGrid(new TileCoord(3, 7, 3)).lonLatBounds().getMaxX());
  }

  @Test
  void neighboursAgreeOnTheirCommonEdge() {
    for (int z = 3; z <= TileCoord.MAX_ZOOM; z++) {
      TileCoord west = TileCoord.containing(96.1, 21.9, z);
      TileCoord east = new TileCoord(z, west.x() + 1, west.y());
      assertEquals(new DegreeGrid(west).edges().getMaxX(), new DegreeGrid(east).edges().getMinX());
    }
  }

  @Test
  void snapsAPointToTheNearestWholeNumber() {
    Point inUnits = new UnitGrid(TILE).snap(new Coordinate(96.1561, 21.5)).orElseThrow();
    assertEquals(new Coordinate(773, 695), inUnits.getCoordinate());
    Point inDegrees = new DegreeGrid(TILE).snap(new Coordinate(96.15614, 21.5)).orElseThrow();
    assertEquals(new Coordinate(961561, 215000), inDegrees.getCoordinate());
  }

  @Test
  void aPointBeyondTheBufferIsNotShown() {
    UnitGrid grid = new UnitGrid(TILE);
    assertTrue(grid.snap(new Coordinate(grid.lon(-64.4), 21.5)).isPresent());
    assertTrue(grid.snap(new Coordinate(grid.lon(-64.6), 21.5)).isEmpty());
    assertTrue(grid.snap(new Coordinate(grid.lon(4161), 21.5)).isEmpty());
  }
}
