package org.displacementmapper.format;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.displacementmapper.format.PmTilesDirectories.Entry;
import org.displacementmapper.format.TileSpool.Place;
import org.locationtech.jts.geom.Envelope;

/**
 * One PMTiles file in the making. Tiles are taken one by one and go, packed, to a temporary file;
 * memory is about 150 bytes for each different content and 50 for each run of equal tiles.
 *
 * <p>Tiles without any bytes are left out, as the format demands. Not thread safe.
 */
public final class PmTilesWriter implements Closeable {

  private final TileSpool spool = new TileSpool();
  private final List<Entry> entries = new ArrayList<>();
  private long addressed;

  PmTilesWriter() throws IOException {}

  /**
   * Takes the next tile.
   *
   * @param tile after all those taken before, in the order of ids
   * @param content not packed
   */
  public void add(PmTile tile, byte[] content) throws IOException {
    if (content.length > 0) {
      take(tile.id(), gzip(content));
    }
  }

  private void take(long id, byte[] packed) throws IOException {
    Entry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
    long next = last == null ? 0 : last.id() + last.run();
    if (id < next) {
      throw new IllegalArgumentException("tile " + PmTile.at(id) + " must come before the last");
    }
    Place place = spool.put(packed);
    addressed++;
    if (last != null && id == next && last.offset() == place.offset()) {
      entries.set(
          entries.size() - 1, new Entry(last.id(), last.offset(), last.length(), last.run() + 1));
    } else {
      entries.add(new Entry(id, place.offset(), place.length(), 1));
    }
  }

  /** Number of tiles taken, without those that were left out. */
  public long tiles() {
    return addressed;
  }

  /** Number of different contents among them. */
  public long contents() {
    return spool.contents();
  }

  /**
   * Writes the file; no tile is taken after it.
   *
   * <p>The format knows no file without tiles: if none was taken, it has the tile of the lowest
   * zoom, in which there is nothing.
   *
   * @param metadata what the file says of itself, as it will stand in JSON
   * @param box of all tiles, in degrees; empty: the whole world
   */
  public void write(
      Map<String, ?> metadata, int minZoom, int maxZoom, Envelope box, OutputStream out)
      throws IOException {
    if (entries.isEmpty()) {
      take(PmTile.first(minZoom), gzip(new byte[0]));
    }
    PmTilesDirectories directories = PmTilesDirectories.of(entries);
    byte[] about = gzip(JsonText.of(metadata).getBytes(StandardCharsets.UTF_8));
    PmTilesHeader header =
        new PmTilesHeader(
            directories.root().length,
            about.length,
            directories.leaves().length,
            spool.size(),
            addressed,
            entries.size(),
            spool.contents(),
            minZoom,
            maxZoom,
            box.isNull() ? PmTilesFormat.WORLD : box);
    out.write(header.toBytes());
    out.write(directories.root());
    out.write(about);
    out.write(directories.leaves());
    spool.writeTo(out);
    out.flush();
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 2 + 32);
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }
}
