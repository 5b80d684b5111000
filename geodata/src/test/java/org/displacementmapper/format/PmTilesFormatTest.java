package org.displacementmapper.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class PmTilesFormatTest {

  private static final Envelope BOX = new Envelope(92.1, 101.2, 9.5, 28.6);

  @Test
  void numbersTilesAsTheSpecificationDoes() {
    String[] tiles = {"0/0/0", "1/0/0", "1/0/1", "1/1/1", "1/1/0", "2/0/0", "2/1/0"};
    for (int id = 0; id < tiles.length; id++) {
      PmTile tile = PmTile.at(id);
      assertEquals(tiles[id], tile.z() + "/" + tile.x() + "/" + tile.y());
    }
    assertEquals(19_078_479, new PmTile(12, 3423, 1763).id());
    assertThrows(IllegalArgumentException.class, () -> new PmTile(1, 2, 0));
    assertThrows(IllegalArgumentException.class, () -> PmTile.at(-1));
  }

  @Test
  void findsEveryTileByItsNumberAndItsChildrenInOrder() {
    for (long id = 0; id < PmTile.first(7); id++) {
      PmTile tile = PmTile.at(id);
      assertEquals(id, tile.id());
      long child = PmTile.first(tile.z() + 1) + 4 * (id - PmTile.first(tile.z()));
      for (int i = 0; i < 4; i++) {
        PmTile below = PmTile.at(child + i);
        assertEquals(tile, new PmTile(tile.z(), below.x() / 2, below.y() / 2));
      }
    }
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      int zoom = random.nextInt(PmTile.MAX_ZOOM + 1);
      PmTile tile = new PmTile(zoom, random.nextInt(1 << zoom), random.nextInt(1 << zoom));
      assertEquals(tile, PmTile.at(tile.id()), "seed " + seed);
    }
  }

  @Test
  void aPlainReaderFindsWhatWasWritten() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int count : new int[] {1, 10, 3_000}) {
      TreeMap<Long, byte[]> tiles = new TreeMap<>();
      while (tiles.size() < count) {
        byte[] content = new byte[1 + random.nextInt(3)];
        random.nextBytes(content);
        content[0] %= 3;
        tiles.put(random.nextLong(PmTile.first(8)), content);
      }
      assertSame(tiles, new PmTilesTwin(write(tiles, Map.of())), "seed " + seed);
    }
  }

  @Test
  void splitsTheDirectoryOfAHundredThousandTiles() throws IOException {
    TreeMap<Long, byte[]> tiles = new TreeMap<>();
    Random random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      byte[] content = new byte[random.nextInt(1, 60)];
      random.nextBytes(content);
      tiles.put(i * 3L + random.nextInt(3), content);
    }
    PmTilesTwin file = new PmTilesTwin(write(tiles, Map.of()));
    assertTrue(file.leaves > 1, file.leaves + " leaves");
    assertTrue(127 + file.number(16) <= 16_384, "root of " + file.number(16) + " bytes");
    assertSame(tiles, file, "");
  }

  @Test
  void doublesTheLeavesUntilTheRootFits() throws IOException {
    List<PmTilesDirectories.Entry> entries = new ArrayList<>();
    Random random = new Random(9);
    long id = 0;
    long offset = 0;
    for (int i = 0; i < 300_000; i++) {
      id += 1 + random.nextInt(1 << 20);
      int length = 1 + random.nextInt(1 << 20);
      entries.add(new PmTilesDirectories.Entry(id, offset, length, 1 + random.nextInt(4)));
      offset += length;
    }
    PmTilesDirectories directories = PmTilesDirectories.of(entries);
    assertTrue(directories.root().length <= PmTilesDirectories.MAX_ROOT_BYTES);
    assertTrue(directories.leaves().length > 300_000);
  }

  @Test
  void keepsEqualContentsOnceAndInOrder() throws IOException {
    byte[] sea = "sea".getBytes(StandardCharsets.UTF_8);
    byte[] land = "land".getBytes(StandardCharsets.UTF_8);
    TreeMap<Long, byte[]> tiles = new TreeMap<>();
    for (long id = 5; id < 15; id++) {
      tiles.put(id, id == 9 ? land : sea);
    }
    tiles.put(20L, sea);
    PmTilesTwin file = new PmTilesTwin(write(tiles, Map.of()));
    assertSame(tiles, file, "");
    assertEquals(11, file.number(72), "tiles");
    assertEquals(4, file.number(80), "runs: 5-8, 9, 10-14, 20");
    assertEquals(2, file.number(88), "contents");
    long end = 0;
    for (long offset : file.offsets) {
      assertTrue(offset <= end, "clustered: a content is the next or an earlier one");
      end = Math.max(end, offset + 1_000);
    }
  }

  @Test
  void takesDifferentContentsOfOneHashForDifferent() throws IOException {
    try (TileSpool spool = new TileSpool(content -> 1)) {
      TileSpool.Place one = spool.put(new byte[] {1});
      TileSpool.Place two = spool.put(new byte[] {2});
      assertEquals(new TileSpool.Place(0, 1), one);
      assertEquals(new TileSpool.Place(1, 1), two);
      assertEquals(one, spool.put(new byte[] {1}));
      assertEquals(2, spool.contents());
    }
  }

  @Test
  void saysInItsHeaderWhatIsInside() throws IOException {
    TreeMap<Long, byte[]> tiles = new TreeMap<>(Map.of(0L, new byte[] {1}, 3L, new byte[] {2}));
    byte[] bytes = write(tiles, Map.of("name", "ရှမ်း", "credits", List.of("a", "b")));
    assertEquals("PMTiles\3", new String(bytes, 0, 8, StandardCharsets.ISO_8859_1));
    PmTilesTwin file = new PmTilesTwin(bytes);
    assertEquals(127, file.number(8));
    assertEquals(file.number(8) + file.number(16), file.number(24), "metadata after root");
    assertEquals(file.number(24) + file.number(32), file.number(40), "leaves after metadata");
    assertEquals(0, file.number(48), "no leaves");
    assertEquals(file.number(40) + file.number(48), file.number(56), "tiles after leaves");
    assertEquals(bytes.length, file.number(56) + file.number(64), "nothing after tiles");
    int[] expected = {1, 2, 2, 1, 0, 5};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], file.small(96 + i), "byte " + (96 + i));
    }
    assertEquals(92.1, file.degrees(102), 1e-7);
    assertEquals(9.5, file.degrees(106), 1e-7);
    assertEquals(101.2, file.degrees(110), 1e-7);
    assertEquals(28.6, file.degrees(114), 1e-7);
    assertEquals(4, file.small(118));
    assertEquals(96.65, file.degrees(119), 1e-7);
    assertEquals(19.05, file.degrees(123), 1e-7);
    assertEquals("ရှမ်း", new ObjectMapper().readTree(file.metadata()).get("name").asText());
  }

  @Test
  void hasOneTileOfNothingWhereThereIsNothing() throws IOException {
    PmTilesTwin file = new PmTilesTwin(write(new TreeMap<>(), Map.of()));
    assertEquals(1, file.tiles.size());
    assertEquals(0, file.tiles.get(0L).length);
  }

  @Test
  void refusesTilesOutOfOrder() throws IOException {
    try (PmTilesWriter writer = new PmTilesFormat().begin()) {
      writer.add(PmTile.at(4), new byte[1]);
      writer.add(PmTile.at(5), new byte[0]);
      assertThrows(IllegalArgumentException.class, () -> writer.add(PmTile.at(4), new byte[1]));
      assertEquals(1, writer.tiles());
    }
  }

  private static byte[] write(TreeMap<Long, byte[]> tiles, Map<String, ?> metadata)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PmTilesWriter writer = new PmTilesFormat().begin()) {
      for (Map.Entry<Long, byte[]> tile : tiles.entrySet()) {
        writer.add(PmTile.at(tile.getKey()), tile.getValue());
      }
      writer.write(metadata, 0, 5, BOX, out);
    }
    return out.toByteArray();
  }

  private static void assertSame(TreeMap<Long, byte[]> expected, PmTilesTwin file, String what) {
    assertEquals(expected.keySet(), file.tiles.keySet(), what);
    expected.forEach((id, tile) -> assertArrayEquals(tile, file.tiles.get(id), what));
    assertEquals(expected.size(), file.number(72), what);
    assertEquals(file.entries, file.number(80), what);
    assertEquals(file.offsets.stream().distinct().count(), file.number(88), what);
  }
}
