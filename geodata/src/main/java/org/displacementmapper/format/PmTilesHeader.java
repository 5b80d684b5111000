package org.displacementmapper.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.locationtech.jts.geom.Envelope;

/**
 * The first bytes of a PMTiles file: where its parts are, and what a reader wants to know before
 * anything else. The parts follow each other: root, metadata, leaves, tiles.
 *
 * @param rootBytes length of a part, like the three after it
 * @param addressed number of tiles
 * @param entries number of runs of equal tiles
 * @param contents number of different contents
 * @param box of all tiles, in degrees
 */
record PmTilesHeader(
    long rootBytes,
    long metadataBytes,
    long leafBytes,
    long tileBytes,
    long addressed,
    long entries,
    long contents,
    int minZoom,
    int maxZoom,
    Envelope box) {

  static final int BYTES = 127;

  static final String MAGIC = "PMTiles";

  private static final byte VERSION = 3;
  private static final byte CLUSTERED = 1;
  private static final byte GZIP = 2;
  private static final byte MVT = 1;
  private static final double STEPS_PER_DEGREE = 1e7;

  byte[] toBytes() {
    ByteBuffer out = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.put(MAGIC.getBytes(StandardCharsets.US_ASCII)).put(VERSION);
    long offset = BYTES;
    for (long length : new long[] {rootBytes, metadataBytes, leafBytes, tileBytes}) {
      out.putLong(offset).putLong(length);
      offset += length;
    }
    out.putLong(addressed).putLong(entries).putLong(contents);
    out.put(CLUSTERED).put(GZIP).put(GZIP).put(MVT);
    out.put((byte) minZoom).put((byte) maxZoom);
    out.putInt(low(box.getMinX())).putInt(low(box.getMinY()));
    out.putInt(high(box.getMaxX())).putInt(high(box.getMaxY()));
    out.put((byte) centreZoom());
    out.putInt(low((box.getMinX() + box.getMaxX()) / 2));
    out.putInt(low((box.getMinY() + box.getMaxY()) / 2));
    return out.array();
  }

  private static int low(double degrees) {
    return (int) Math.floor(degrees * STEPS_PER_DEGREE);
  }

  private static int high(double degrees) {
    return (int) Math.ceil(degrees * STEPS_PER_DEGREE);
  }

  /** The deepest zoom at which a tile is at least as wide and high as the box, in degrees. */
  private int centreZoom() {
    double size = Math.max(box.getWidth(), box.getHeight());
    int zoom = minZoom;
    while (zoom < maxZoom && 360 / Math.pow(2, zoom + 1) >= size) {
      zoom++;
    }
    return zoom;
  }
}
