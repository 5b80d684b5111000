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

  private static final int BOX_BYTES = 32;

  private GeoPackageGeometry() {}

  /** In WGS 84; points, being boxes themselves, go without one. */
  static byte[] write(Geometry geometry) {
    byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
    boolean boxed = !geometry.isEmpty() && geometry.getDimension() > 0;
    int flags = LITTLE_ENDIAN | (boxed ? BOX_XY : 0) | (geometry.isEmpty() ? EMPTY : 0);
    int size = HEADER + (boxed ? BOX_BYTES : 0) + wkb.length;
    ByteBuffer blob = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) flags).putInt(WGS_84);
    if (boxed) {
      Envelope box = geometry.getEnvelopeInternal();
      blob.putDouble(box.getMinX()).putDouble(box.getMaxX());
      blob.putDouble(box.getMinY()).putDouble(box.getMaxY());
    }
    return blob.put(wkb).array();
  }
}
