package org.displacementmapper.format;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.displacementmapper.feature.Feature;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The features of one shape type on their way into a Shapefile: first all are put into a temporary
 * file, then, when their number, extent and widths are known, each part is written in one go.
 */
final class ShapefileLayer implements Closeable {

  /** Of a .shp or .dbf file; many programs read no more. */
  private static final long MAX_BYTES = Integer.MAX_VALUE;

  private final int type;
  private final List<DbfColumn> columns;
  private final boolean withId;
  private final Path spool;
  private final DataOutputStream rows;
  private final Envelope box = new Envelope();
  private long count;
  private long shapeBytes;

  /**
   * @param withId whether the first column is the identity of the features
   */
  ShapefileLayer(int type, List<DbfColumn> columns, boolean withId) throws IOException {
    this.type = type;
    this.withId = withId;
    this.columns = columns;
    this.spool = Files.createTempFile("shapefile-", ".part");
    this.rows = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(spool)));
  }

  int type() {
    return type;
  }

  long count() {
    return count;
  }

  void add(Feature feature, Geometry geometry) throws IOException {
    byte[] content = ShapeBytes.of(geometry);
    count++;
    shapeBytes += 8 + content.length;
    if (geometry != null) {
      box.expandToInclude(geometry.getEnvelopeInternal());
    }
    rows.writeInt(content.length);
    rows.write(content);
    for (int i = 0; i < columns.size(); i++) {
      DbfColumn column = columns.get(i);
      Object value = withId && i == 0 ? feature.id() : feature.values().get(column.field().name());
      byte[] text = column.show(value).getBytes(StandardCharsets.UTF_8);
      rows.writeInt(text.length);
      rows.write(text);
    }
  }

  /** No more is added; refuses what is too large before anything has been written. */
  void finish() throws IOException {
    rows.close();
    long largest = Math.max(ShapeFile.HEADER + shapeBytes, headerLength() + count * rowLength());
    if (largest > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a Shapefile holds at most 2 GB, and this layer needs "
              + largest / (1 << 20)
              + " MB: take a GeoPackage (gpkg) or fewer features");
    }
  }

  private int headerLength() {
    return 32 * (columns.size() + 1) + 1;
  }

  private int rowLength() {
    return 1 + columns.stream().mapToInt(DbfColumn::width).sum();
  }

  private DataInputStream open() throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(spool)));
  }

  private void skipRow(DataInputStream in) throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      in.skipNBytes(in.readInt());
    }
  }

  void writeShapes(OutputStream out) throws IOException {
    out.write(header(ShapeFile.HEADER + shapeBytes));
    try (DataInputStream in = open()) {
      for (int i = 1; i <= count; i++) {
        byte[] content = in.readNBytes(in.readInt());
        out.write(ByteBuffer.allocate(8).putInt(i).putInt(content.length / 2).array());
        out.write(content);
        skipRow(in);
      }
    }
  }

  void writeIndex(OutputStream out) throws IOException {
    out.write(header(ShapeFile.HEADER + 8 * count));
    long offset = ShapeFile.HEADER;
    try (DataInputStream in = open()) {
      for (int i = 1; i <= count; i++) {
        int length = in.readInt();
        in.skipNBytes(length);
        out.write(ByteBuffer.allocate(8).putInt((int) (offset / 2)).putInt(length / 2).array());
        offset += 8 + length;
        skipRow(in);
      }
    }
  }

  private byte[] header(long length) {
    ByteBuffer bytes = ByteBuffer.allocate(ShapeFile.HEADER);
    bytes.putInt(0, 9994).putInt(24, (int) (length / 2));
    bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type);
    if (!box.isNull()) {
      bytes.putDouble(36, box.getMinX()).putDouble(44, box.getMinY());
      bytes.putDouble(52, box.getMaxX()).putDouble(60, box.getMaxY());
    }
    return bytes.array();
  }

  /** The day in the header is always the same, so that the same features give the same bytes. */
  void writeRows(OutputStream out) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(headerLength()).order(ByteOrder.LITTLE_ENDIAN);
    head.put(new byte[] {3, 100, 1, 1}).putInt((int) count);
    head.putShort((short) headerLength()).putShort((short) rowLength());
    int at = 32;
    for (DbfColumn column : columns) {
      head.position(at);
      head.put(column.name().getBytes(StandardCharsets.US_ASCII));
      head.put(at + 11, (byte) column.kind());
      head.put(at + 16, (byte) column.width()).put(at + 17, (byte) column.decimals());
      at += 32;
    }
    head.put(at, (byte) '\r');
    out.write(head.array());
    byte[] row = new byte[rowLength()];
    row[0] = ' ';
    try (DataInputStream in = open()) {
      for (int i = 0; i < count; i++) {
        in.skipNBytes(in.readInt());
        int start = 1;
        for (DbfColumn column : columns) {
          byte[] text = in.readNBytes(in.readInt());
          column.write(new String(text, StandardCharsets.UTF_8), row, start);
          start += column.width();
        }
        out.write(row);
      }
    }
    out.write(0x1A);
  }

  @Override
  public void close() throws IOException {
    rows.close();
    Files.deleteIfExists(spool);
  }
}
