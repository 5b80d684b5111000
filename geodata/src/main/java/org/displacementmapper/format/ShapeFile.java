package org.displacementmapper.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import org.displacementmapper.feature.UnreadableFileException;

/**
 * The records of a .shp file one after another, each as its bytes. What the header says of the
 * length is not believed: the file ends where its bytes end.
 */
final class ShapeFile implements Closeable {

  /** First bytes of a .shp and of a .shx, as ISO 8859-1. */
  static final String MAGIC = "\0\0'\n";

  static final int HEADER = 100;

  /** Bytes of one record; a country's outline in full detail has a tenth of it. */
  private static final int MAX_RECORD = 1 << 28;

  private static final int CORNER = 16;

  private static final int VERSION = 1000;

  private final String file;
  private final InputStream in;
  private final int type;
  private long position = HEADER;
  private long recordStart;
  private long number;

  /** The next record, or null at the end. */
  private byte[] content;

  ShapeFile(String file, InputStream in) throws IOException {
    this.file = file;
    this.in = in;
    byte[] header = in.readNBytes(HEADER);
    ByteBuffer bytes = ByteBuffer.wrap(header);
    if (header.length < HEADER || bytes.getInt(0) != 9994) {
      throw new UnreadableFileException(
          file, "the .shp file does not begin as one does: copy or export it again");
    }
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    this.type = bytes.getInt(32);
    if (bytes.getInt(28) != VERSION || !ShapeGeometry.isKnown(type)) {
      String reason = type == 31 ? "multipatch (3-D surfaces)" : "version or shape type " + type;
      throw new UnreadableFileException(
          file, "the .shp file has an unknown " + reason + ": export points, lines or polygons");
    }
  }

  /** The shape type of the whole file. */
  int type() {
    return type;
  }

  /** Moves to the next record; false at the end of the file. */
  boolean next() throws IOException {
    byte[] head = in.readNBytes(8);
    if (head.length == 0) {
      content = null;
      return false;
    }
    ByteBuffer bytes = ByteBuffer.wrap(head);
    recordStart = position;
    number++;
    long length = head.length < 8 ? 0 : 2L * bytes.getInt(4);
    if (head.length < 8) {
      throw cutOff();
    }
    if (length > MAX_RECORD) {
      throw new UnreadableFileException(
          file,
          String.format(
              Locale.ROOT,
              "record %d says that it has %,d bytes, and at most %,d are read, some %,d corners:"
                  + " simplify it in a GIS, or copy the file again if it was damaged",
              number,
              length,
              MAX_RECORD,
              MAX_RECORD / CORNER));
    }
    if (length < 4) {
      throw damaged("record " + number + " says that it has " + length + " bytes");
    }
    content = readFully((int) length);
    position += 8 + length;
    return true;
  }

  /** The bytes as they come, so that a length that is a lie costs no memory. */
  private byte[] readFully(int length) throws IOException {
    byte[] read = in.readNBytes(length);
    if (read.length < length) {
      throw cutOff();
    }
    return read;
  }

  byte[] content() {
    return content;
  }

  /** Where the current record begins, as the .shx tells it, in bytes. */
  long recordStart() {
    return recordStart;
  }

  /** Of the current record, from 1. */
  long number() {
    return number;
  }

  private UnreadableFileException cutOff() {
    return damaged("the .shp file ends in the middle of record " + number);
  }

  private UnreadableFileException damaged(String what) {
    return new UnreadableFileException(
        file, what + ": it is damaged or was cut off; copy or export it again");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
