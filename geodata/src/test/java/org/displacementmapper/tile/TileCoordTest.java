package org.displacementmapper.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class TileCoordTest {

  @Test
  void theWorldIsOneTileAtZoomZero() {
    Envelope world = new TileCoord(0, 0, 0).bounds();
    assertEquals(-180, world.getMinX());
    assertEquals(180, world.getMaxX());
    assertEquals(-WebMercator.MAX_LATITUDE, world.getMinY(), 1e-12);
    assertEquals(WebMercator.MAX_LATITUDE, world.getMaxY(), 1e-12);
  }

  @Test
  void findsTheTileOfYangon() {
    assertEquals(new TileCoord(10, 785, 463), TileCoord.containing(96.1561, 16.8053, 10));
    assertEquals("10/785/463", TileCoord.containing(96.1561, 16.8053, 10).toString());
  }

  @Test
  void aPointOnAnEdgeLiesInTheEasternAndSouthernTile() {
    assertEquals(new TileCoord(1, 1, 1), TileCoord.containing(0, 0, 1));
    assertEquals(new TileCoord(2, 2, 2), TileCoord.containing(0, 0, 2));
  }

  @Test
  void theLastMeridianAndThePolesLieInTheOutermostTiles() {
    assertEquals(new TileCoord(3, 7, 0), TileCoord.containing(180, 90, 3));
    assertEquals(new TileCoord(3, 0, 7), TileCoord.containing(-180, -90, 3));
  }

  @Test
  void refusesTilesThatDoNotExist() {
    assertEquals(
        "no tile 1/2/0: x and y must be 0 to 1",
        assertThrows(IllegalArgumentException.class, () -> new TileCoord(1, 2, 0)).getMessage());
    assertEquals(
        "zoom must be 0 to 22, was 23",
        assertThrows(IllegalArgumentException.class, () -> new TileCoord(23, 0, 0)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> new TileCoord(-1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new TileCoord(3, 0, -1));
    assertThrows(IllegalArgumentException.class, () -> new TileCoord(3, 0, 8));
    assertEquals(22, new TileCoord(22, (1 << 22) - 1, (1 << 22) - 1).z());
  }

  @Test
  void refusesPlacesThatDoNotExist() {
    assertThrows(IllegalArgumentException.class, () -> TileCoord.containing(180.1, 0, 3));
    assertThrows(IllegalArgumentException.class, () -> TileCoord.containing(0, -90.1, 3));
    assertThrows(IllegalArgumentException.class, () -> TileCoord.containing(Double.NaN, 0, 3));
  }

  @Test
  void theTileOfAPointHasThePointInItsBounds() {
    long seed = 20220131;
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      double lon = random.nextDouble() * 360 - 180;
      double lat = random.nextDouble() * 170 - 85;
      int zoom = random.nextInt(TileCoord.MAX_ZOOM + 1);
      TileCoord tile = TileCoord.containing(lon, lat, zoom);
      Envelope bounds = tile.bounds();
      bounds.expandBy(1e-9);
      assertTrue(bounds.contains(lon, lat), () -> "seed " + seed + ": " + tile + " " + bounds);
    }
  }

  @Test
  void aBufferMovesTheEdgesOutwardsByAFractionOfTheTile() {
    Envelope buffered = new TileCoord(1, 1, 0).bufferedBounds(0.25);
    assertEquals(-45, buffered.getMinX(), 1e-12);
    assertEquals(225, buffered.getMaxX(), 1e-12);
    assertTrue(buffered.getMinY() < 0 && buffered.getMaxY() > WebMercator.MAX_LATITUDE);
  }

  @Test
  void latitudeSurvivesTheProjectionAndBack() {
    for (double lat = -85; lat <= 85; lat += 2.5) {
      assertEquals(lat, WebMercator.lat(WebMercator.y(lat)), 1e-11);
    }
    assertEquals(0, WebMercator.y(89), 1e-12);
    assertEquals(1, WebMercator.y(-89), 1e-12);
  }
}
