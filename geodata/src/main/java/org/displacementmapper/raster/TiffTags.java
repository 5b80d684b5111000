package org.displacementmapper.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The tags of the first image of a TIFF or BigTIFF file (TIFF 6.0, section 2). Overviews, which
 * follow it, are not looked at. Values are read when asked for and at most {@value #MOST_VALUES} of
 * a tag.
 */
final class TiffTags {

  static final int WIDTH = 256;
  static final int HEIGHT = 257;
  static final int BITS = 258;
  static final int COMPRESSION = 259;
  static final int STRIP_OFFSETS = 273;
  static final int SAMPLES = 277;
  static final int ROWS_PER_STRIP = 278;
  static final int STRIP_BYTES = 279;
  static final int PREDICTOR = 317;
  static final int TILE_WIDTH = 322;
  static final int TILE_HEIGHT = 323;
  static final int TILE_OFFSETS = 324;
  static final int TILE_BYTES = 325;
  static final int SAMPLE_FORMAT = 339;
  static final int PIXEL_SCALE = 33550;
  static final int TIEPOINT = 33922;
  static final int TRANSFORMATION = 34264;
  static final int GEO_KEYS = 34735;
  static final int NODATA = 42113;

  private static final int MOST_TAGS = 4_096;
  private static final long MOST_VALUES = 20_000_000;
  private static final int BIG = 43;
  private static final int CLASSIC = 42;
  private static final int[] BYTES_OF_TYPE = {
    0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8
  };

  private record Entry(int type, long count, long at) {}

  private final FileChannel file;
  private final ByteOrder order;
  private final Map<Integer, Entry> entries = new HashMap<>();

  /**
   * @throws NotReadable if it is not a TIFF file or cut short
   */
  TiffTags(FileChannel file) throws IOException {
    this.file = file;
    ByteBuffer head = readAny(0, 16);
    if (head.limit() < 8) {
      throw new NotReadable("it is not a TIFF file");
    }
    short mark = head.getShort(0);
    if (mark != 0x4949 && mark != 0x4d4d) {
      throw new NotReadable("it is not a TIFF file");
    }
    this.order = mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    head.order(order);
    int version = head.getShort(2);
    if (version != CLASSIC && version != BIG) {
      throw new NotReadable("it is not a TIFF file");
    }
    boolean big = version == BIG;
    if (big && head.limit() < 16) {
      throw new NotReadable("it is cut short");
    }
    long at = big ? head.getLong(8) : head.getInt(4) & 0xffffffffL;
    long count = big ? read(at, 8).getLong(0) : read(at, 2).getShort(0) & 0xffff;
    if (count < 1 || count > MOST_TAGS) {
      throw new NotReadable("its directory is damaged");
    }
    int size = big ? 20 : 12;
    long first = at + (big ? 8 : 2);
    ByteBuffer directory = read(first, (int) count * size);
    for (int i = 0; i < count; i++) {
      int start = i * size;
      int type = directory.getShort(start + 2) & 0xffff;
      long values = big ? directory.getLong(start + 4) : directory.getInt(start + 4) & 0xffffffffL;
      int width = type < BYTES_OF_TYPE.length ? BYTES_OF_TYPE[type] : 0;
      if (width == 0 || values < 0 || values > MOST_VALUES) {
        continue;
      }
      boolean inside = values * width <= (big ? 8 : 4);
      int valueAt = start + (big ? 12 : 8);
      long where =
          inside
              ? first + valueAt
              : big ? directory.getLong(valueAt) : directory.getInt(valueAt) & 0xffffffffL;
      entries.put(directory.getShort(start) & 0xffff, new Entry(type, values, where));
    }
  }

  ByteOrder order() {
    return order;
  }

  boolean has(int tag) {
    return entries.containsKey(tag);
  }

  /** The first value, or the default if the tag is missing. */
  long integer(int tag, long otherwise) throws IOException {
    long[] values = integers(tag);
    return values.length == 0 ? otherwise : values[0];
  }

  long[] integers(int tag) throws IOException {
    double[] values = numbers(tag);
    long[] integers = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      integers[i] = (long) values[i];
    }
    return integers;
  }

  /** All values, empty if the tag is missing; offsets are exact up to 2 to the 53rd. */
  double[] numbers(int tag) throws IOException {
    Entry entry = entries.get(tag);
    if (entry == null) {
      return new double[0];
    }
    int width = BYTES_OF_TYPE[entry.type()];
    ByteBuffer bytes = read(entry.at(), Math.toIntExact(entry.count() * width));
    double[] numbers = new double[(int) entry.count()];
    for (int i = 0; i < numbers.length; i++) {
      int at = i * width;
      numbers[i] =
          switch (entry.type()) {
            case 1, 2, 7 -> bytes.get(at) & 0xff;
            case 3 -> bytes.getShort(at) & 0xffff;
            case 4, 13 -> bytes.getInt(at) & 0xffffffffL;
            case 6 -> bytes.get(at);
            case 8 -> bytes.getShort(at);
            case 9 -> bytes.getInt(at);
            case 11 -> bytes.getFloat(at);
            case 12 -> bytes.getDouble(at);
            case 16, 17, 18 -> bytes.getLong(at);
            default ->
                (bytes.getInt(at) & 0xffffffffL) / (double) (bytes.getInt(at + 4) & 0xffffffffL);
          };
    }
    return numbers;
  }

  /** Empty if the tag is missing. */
  String text(int tag) throws IOException {
    Entry entry = entries.get(tag);
    if (entry == null) {
      return "";
    }
    ByteBuffer bytes = read(entry.at(), Math.toIntExact(entry.count()));
    return StandardCharsets.US_ASCII.decode(bytes).toString().replace("\0", "").strip();
  }

  /** That many bytes from that place. */
  ByteBuffer read(long at, int length) throws IOException {
    if (at < 0 || length < 0 || at + length > file.size()) {
      throw new NotReadable("it is cut short");
    }
    return readAny(at, length);
  }

  private ByteBuffer readAny(long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(length, Math.max(0, file.size() - at)));
    while (bytes.hasRemaining()) {
      if (file.read(bytes, at + bytes.position()) < 0) {
        throw new NotReadable("it is cut short");
      }
    }
    bytes.flip();
    return order == null ? bytes : bytes.order(order);
  }
}
