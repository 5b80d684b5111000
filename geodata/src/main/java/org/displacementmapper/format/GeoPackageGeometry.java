package org.displacementmapper.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * The blob in which a GeoPackage keeps a geometry: a header with the box, then WKB (OGC 12-128r14,
 * 2.1.3).
 */
final class GeoPackageGeometry {

  static final int WGS_84 = 4326;

  private static final int HEADER = 8;
  private static final int LITTLE_ENDIAN = 1;
  private static final int BOX_XY = 1 << 1;
  private static final int EMPTY = 1 << 4;

  private static final int EXTENDED = 1 << 5;

  /** Bytes of the box by its code: none, xy, xyz, xym, xyzm. */
  private static final int[] BOX_BYTES = {0, 32, 48, 48, 64};

  private GeoPackageGeometry() {}

  /** In WGS 84; points, being boxes themselves, go without one. */
  static byte[] write(Geometry geometry) {
    byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
    boolean boxed = !geometry.isEmpty() && geometry.getDimension() > 0;
    int flags = LITTLE_ENDIAN | (boxed ? BOX_XY : 0) | (geometry.isEmpty() ? EMPTY : 0);
    int size = HEADER + (boxed ? BOX_BYTES[1] : 0) + wkb.length;
    ByteBuffer blob = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) flags).putInt(WGS_84);
    if (boxed) {
      Envelope box = geometry.getEnvelopeInternal();
      blob.putDouble(box.getMinX()).putDouble(box.getMaxX());
      blob.putDouble(box.getMinY()).putDouble(box.getMaxY());
    }
    return blob.put(wkb).array();
  }

  /**
   * The geometry in its own reference system, heights and measures dropped; null if it is empty.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static Geometry read(byte[] blob) {
    if (blob.length < HEADER || blob[0] != 'G' || blob[1] != 'P') {
      throw new IllegalArgumentException("it does not begin with GP, as a geometry must");
    }
    int flags = blob[3];
    int box = flags >> 1 & 7;
    if (blob[2] != 0 || (flags & EXTENDED) != 0 || box >= BOX_BYTES.length) {
      throw new IllegalArgumentException("it is of a kind that only an extension can read");
    }
    if ((flags & EMPTY) != 0) {
      return null;
    }
    Geometry geometry = Wkb.read(blob, HEADER + BOX_BYTES[box]);
    return geometry.isEmpty() ? null : geometry;
  }

  /**
   * The number of the reference system that the blob itself tells; it must be one that was read.
   */
  static int srsId(byte[] blob) {
    boolean little = (blob[3] & LITTLE_ENDIAN) != 0;
    return ByteBuffer.wrap(blob)
        .order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
        .getInt(4);
  }
}
