package org.displacementmapper.raster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;

/** Writes GeoTIFF files of floats for tests: every layout, good or spoilt. */
final class TinyTiff {

  ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  boolean big;
  boolean deflate;
  boolean floatPredictor;
  int tile;
  int rowsPerStrip = 7;
  String nodata = "-99999";
  int epsg = 4326;
  double west = 95.9;
  double north = 20.5;
  double pixel = 0.01;
  final Map<Integer, Object> instead = new TreeMap<>();

  private final int width;
  private final float[] pixels;

  TinyTiff(int width, float[] pixels) {
    this.width = width;
    this.pixels = pixels;
  }

  Path write(Path file) throws IOException {
    int height = pixels.length / width;
    int blockWidth = tile > 0 ? tile : width;
    int blockHeight = tile > 0 ? tile : rowsPerStrip;
    int across = (width + blockWidth - 1) / blockWidth;
    int down = (height + blockHeight - 1) / blockHeight;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    long[] offsets = new long[across * down];
    long[] lengths = new long[across * down];
    int head = big ? 16 : 8;
    for (int block = 0; block < offsets.length; block++) {
      int top = block / across * blockHeight;
      int rows = tile > 0 ? tile : Math.min(blockHeight, height - top);
      byte[] bytes = block(block % across * blockWidth, top, blockWidth, rows, height);
      offsets[block] = head + body.size();
      lengths[block] = bytes.length;
      body.write(bytes);
    }
    Map<Integer, Object> tags = new TreeMap<>();
    tags.put(TiffTags.WIDTH, width);
    tags.put(TiffTags.HEIGHT, height);
    tags.put(TiffTags.BITS, 32);
    tags.put(TiffTags.SAMPLES, 1);
    tags.put(TiffTags.SAMPLE_FORMAT, 3);
    tags.put(TiffTags.COMPRESSION, deflate ? 8 : 1);
    tags.put(TiffTags.PREDICTOR, floatPredictor ? 3 : 1);
    if (tile > 0) {
      tags.put(TiffTags.TILE_WIDTH, tile);
      tags.put(TiffTags.TILE_HEIGHT, tile);
    } else {
      tags.put(TiffTags.ROWS_PER_STRIP, rowsPerStrip);
    }
    tags.put(tile > 0 ? TiffTags.TILE_OFFSETS : TiffTags.STRIP_OFFSETS, offsets);
    tags.put(tile > 0 ? TiffTags.TILE_BYTES : TiffTags.STRIP_BYTES, lengths);
    tags.put(TiffTags.PIXEL_SCALE, new double[] {pixel, pixel, 0});
    tags.put(TiffTags.TIEPOINT, new double[] {0, 0, 0, west, north, 0});
    boolean projected = epsg > 30_000;
    tags.put(
        TiffTags.GEO_KEYS,
        new long[] {
          1, 1, 0, 2, 1024, 0, 1, projected ? 1 : 2, projected ? 3072 : 2048, 0, 1, epsg
        });
    if (!nodata.isEmpty()) {
      tags.put(TiffTags.NODATA, nodata + "\0");
    }
    tags.putAll(instead);
    tags.values().removeIf(value -> value.equals(""));
    return Files.write(file, file(body.toByteArray(), tags, head));
  }

  private byte[] block(int left, int top, int wide, int rows, int height) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(wide * rows * 4);
    buffer.order(floatPredictor ? ByteOrder.BIG_ENDIAN : order);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < wide; column++) {
        boolean inside = left + column < width && top + row < height;
        buffer.putFloat(inside ? pixels[(top + row) * width + left + column] : 12_345);
      }
    }
    byte[] bytes = buffer.array();
    if (floatPredictor) {
      byte[] mixed = new byte[bytes.length];
      int rowBytes = wide * 4;
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < wide; column++) {
          for (int i = 0; i < 4; i++) {
            mixed[row * rowBytes + i * wide + column] = bytes[row * rowBytes + column * 4 + i];
          }
        }
        for (int i = rowBytes - 1; i > 0; i--) {
          mixed[row * rowBytes + i] -= mixed[row * rowBytes + i - 1];
        }
      }
      bytes = mixed;
    }
    if (!deflate) {
      return bytes;
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private byte[] file(byte[] body, Map<Integer, Object> tags, int head) throws IOException {
    int size = big ? 20 : 12;
    int directory = head + body.length;
    int extra = directory + (big ? 8 : 2) + tags.size() * size + (big ? 8 : 4);
    ByteBuffer out = ByteBuffer.allocate(extra + 100_000).order(order);
    out.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4d4d));
    if (big) {
      out.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(directory);
    } else {
      out.putShort((short) 42).putInt(directory);
    }
    out.put(body);
    if (big) {
      out.putLong(tags.size());
    } else {
      out.putShort((short) tags.size());
    }
    for (Map.Entry<Integer, Object> tag : tags.entrySet()) {
      ByteBuffer values = ByteBuffer.allocate(50_000).order(order);
      int type = 12;
      int count = 1;
      if (tag.getValue() instanceof Integer one) {
        type = 4;
        values.putInt(one);
      } else if (tag.getValue() instanceof String text) {
        type = 2;
        count = text.length();
        values.put(text.getBytes(StandardCharsets.US_ASCII));
      } else if (tag.getValue() instanceof double[] numbers) {
        count = numbers.length;
        for (double number : numbers) {
          values.putDouble(number);
        }
      } else {
        long[] whole = (long[]) tag.getValue();
        type = tag.getKey() == TiffTags.GEO_KEYS ? 3 : 4;
        count = whole.length;
        for (long number : whole) {
          if (type == 3) {
            values.putShort((short) number);
          } else {
            values.putInt((int) number);
          }
        }
      }
      values.flip();
      out.putShort(tag.getKey().shortValue()).putShort((short) type);
      if (big) {
        out.putLong(count);
      } else {
        out.putInt(count);
      }
      int room = big ? 8 : 4;
      int at = out.position();
      if (values.remaining() <= room) {
        out.put(values);
      } else {
        if (big) {
          out.putLong(extra);
        } else {
          out.putInt(extra);
        }
        int length = values.remaining();
        out.put(extra, values, 0, length);
        extra += length;
      }
      out.position(at + room);
    }
    byte[] bytes = new byte[extra];
    out.get(0, bytes);
    return bytes;
  }
}
