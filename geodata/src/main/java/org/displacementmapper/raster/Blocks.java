package org.displacementmapper.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The pixels of the first image of a TIFF file, strip by strip or tile by tile, as numbers: one
 * sample a pixel, integers or floats of 8 to 64 bits, plain or packed with LZW, Deflate or
 * PackBits, with or without a predictor. One block is in memory at a time. Used by one thread.
 */
final class Blocks {

  private static final int NONE = 1;
  private static final int LZW = 5;
  private static final int DEFLATE = 8;
  private static final int OLD_DEFLATE = 32946;
  private static final int PACK_BITS = 32773;

  private static final int UNSIGNED = 1;
  private static final int SIGNED = 2;
  private static final int FLOAT = 3;

  private static final int HORIZONTAL = 2;
  private static final int FLOATING_POINT = 3;

  private static final long MOST_PIXELS_OF_A_BLOCK = 64_000_000;

  private final TiffTags tags;
  private final int width;
  private final int height;
  private final boolean tiled;
  private final int blockWidth;
  private final int blockHeight;
  private final int bytesPerSample;
  private final int sampleFormat;
  private final int compression;
  private final int predictor;
  private final long[] offsets;
  private final long[] lengths;

  Blocks(TiffTags tags) throws IOException {
    this.tags = tags;
    this.width = size(tags.integer(TiffTags.WIDTH, 0));
    this.height = size(tags.integer(TiffTags.HEIGHT, 0));
    this.tiled = tags.has(TiffTags.TILE_OFFSETS);
    this.blockWidth = tiled ? size(tags.integer(TiffTags.TILE_WIDTH, 0)) : width;
    this.blockHeight =
        tiled
            ? size(tags.integer(TiffTags.TILE_HEIGHT, 0))
            : (int) Math.min(height, tags.integer(TiffTags.ROWS_PER_STRIP, height));
    if (blockHeight < 1 || (long) blockWidth * blockHeight > MOST_PIXELS_OF_A_BLOCK) {
      throw new NotReadable(
          "one block of it holds more than %,d pixels; write it in tiles, such as gdal_translate -co"
                  .formatted(MOST_PIXELS_OF_A_BLOCK)
              + " TILED=YES");
    }
    long samples = tags.integer(TiffTags.SAMPLES, 1);
    if (samples != 1) {
      throw new NotReadable("it has %d bands, one of people is wanted".formatted(samples));
    }
    long bits = tags.integer(TiffTags.BITS, 1);
    this.sampleFormat = (int) tags.integer(TiffTags.SAMPLE_FORMAT, UNSIGNED);
    boolean known =
        sampleFormat == FLOAT
            ? bits == 32 || bits == 64
            : (sampleFormat == UNSIGNED || sampleFormat == SIGNED)
                && (bits == 8 || bits == 16 || bits == 32);
    if (!known) {
      throw new NotReadable(
          "its pixels have %d bits of sample format %d; wanted are integers of 8, 16, 32 bits or"
                  .formatted(bits, sampleFormat)
              + " floats of 32, 64");
    }
    this.bytesPerSample = (int) bits / 8;
    this.compression = (int) tags.integer(TiffTags.COMPRESSION, NONE);
    if (compression != NONE
        && compression != LZW
        && compression != DEFLATE
        && compression != OLD_DEFLATE
        && compression != PACK_BITS) {
      throw new NotReadable(
          "its compression is number %d; wanted is none, LZW, Deflate or PackBits, such as"
                  .formatted(compression)
              + " gdal_translate -co COMPRESS=DEFLATE writes");
    }
    this.predictor = (int) tags.integer(TiffTags.PREDICTOR, 1);
    if (predictor < 1 || predictor > FLOATING_POINT) {
      throw new NotReadable("its predictor is number %d; wanted is 1, 2 or 3".formatted(predictor));
    }
    this.offsets = tags.integers(tiled ? TiffTags.TILE_OFFSETS : TiffTags.STRIP_OFFSETS);
    this.lengths = tags.integers(tiled ? TiffTags.TILE_BYTES : TiffTags.STRIP_BYTES);
    if (offsets.length < across() * (long) down() || lengths.length < offsets.length) {
      throw new NotReadable(
          "it lists %d blocks where %d are needed"
              .formatted(Math.min(offsets.length, lengths.length), across() * (long) down()));
    }
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Tells every pixel. Blocks that a sparse file leaves out have none. */
  void visit(PixelVisitor visitor) throws IOException {
    byte[] bytes = new byte[blockWidth * blockHeight * bytesPerSample];
    for (int down = 0; down < down(); down++) {
      for (int across = 0; across < across(); across++) {
        int block = down * across() + across;
        if (lengths[block] == 0) {
          continue;
        }
        int rows = tiled ? blockHeight : Math.min(blockHeight, height - down * blockHeight);
        unpack(block, bytes, rows * blockWidth * bytesPerSample);
        ByteBuffer samples = unpredicted(bytes, rows);
        int lastRow = Math.min(rows, height - down * blockHeight);
        int lastColumn = Math.min(blockWidth, width - across * blockWidth);
        for (int row = 0; row < lastRow; row++) {
          for (int column = 0; column < lastColumn; column++) {
            visitor.visit(
                across * blockWidth + column,
                down * blockHeight + row,
                value(samples, row * blockWidth + column));
          }
        }
      }
    }
  }

  /** Told the value of one pixel; row 0 is the uppermost. */
  interface PixelVisitor {
    void visit(int column, int row, double value);
  }

  private int across() {
    return (width + blockWidth - 1) / blockWidth;
  }

  private int down() {
    return (height + blockHeight - 1) / blockHeight;
  }

  private static int size(long stated) {
    if (stated < 1 || stated > 10_000_000) {
      throw new NotReadable("its width or height is missing or damaged, was " + stated);
    }
    return (int) stated;
  }

  private void unpack(int block, byte[] out, int wanted) throws IOException {
    if (lengths[block] > Integer.MAX_VALUE / 2) {
      throw new NotReadable("its block %d is damaged".formatted(block));
    }
    byte[] packed = tags.read(offsets[block], (int) lengths[block]).array();
    int got =
        switch (compression) {
          case NONE -> copy(packed, out);
          case LZW -> Lzw.unpack(packed, out);
          case PACK_BITS -> packBits(packed, out);
          default -> inflate(packed, out);
        };
    if (got < wanted) {
      throw new NotReadable(
          "its block %d has %,d bytes where %,d are needed".formatted(block, got, wanted));
    }
  }

  private static int copy(byte[] packed, byte[] out) {
    int length = Math.min(packed.length, out.length);
    System.arraycopy(packed, 0, out, 0, length);
    return length;
  }

  private static int inflate(byte[] packed, byte[] out) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      int written = 0;
      while (written < out.length && !inflater.finished()) {
        int more = inflater.inflate(out, written, out.length - written);
        if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          break;
        }
        written += more;
      }
      return written;
    } catch (DataFormatException e) {
      throw new NotReadable("its Deflate data are damaged");
    } finally {
      inflater.end();
    }
  }

  /** TIFF 6.0, section 9. */
  private static int packBits(byte[] packed, byte[] out) {
    int written = 0;
    int at = 0;
    while (at < packed.length && written < out.length) {
      int head = packed[at++];
      if (head >= 0) {
        int length = Math.min(head + 1, Math.min(packed.length - at, out.length - written));
        System.arraycopy(packed, at, out, written, length);
        at += length;
        written += length;
      } else if (head != Byte.MIN_VALUE && at < packed.length) {
        int length = Math.min(1 - head, out.length - written);
        Arrays.fill(out, written, written + length, packed[at++]);
        written += length;
      }
    }
    return written;
  }

  /** Undoes the differences to the left (section 14, and Adobe's technical note 3 for floats). */
  private ByteBuffer unpredicted(byte[] bytes, int rows) {
    int rowBytes = blockWidth * bytesPerSample;
    ByteBuffer samples = ByteBuffer.wrap(bytes).order(tags.order());
    if (predictor == HORIZONTAL) {
      for (int row = 0; row < rows; row++) {
        for (int column = 1; column < blockWidth; column++) {
          int at = row * rowBytes + column * bytesPerSample;
          int left = at - bytesPerSample;
          switch (bytesPerSample) {
            case 1 -> bytes[at] += bytes[left];
            case 2 -> samples.putShort(at, (short) (samples.getShort(at) + samples.getShort(left)));
            case 4 -> samples.putInt(at, samples.getInt(at) + samples.getInt(left));
            default -> samples.putLong(at, samples.getLong(at) + samples.getLong(left));
          }
        }
      }
    } else if (predictor == FLOATING_POINT) {
      byte[] line = new byte[rowBytes];
      for (int row = 0; row < rows; row++) {
        int start = row * rowBytes;
        for (int i = 1; i < rowBytes; i++) {
          bytes[start + i] += bytes[start + i - 1];
        }
        System.arraycopy(bytes, start, line, 0, rowBytes);
        for (int column = 0; column < blockWidth; column++) {
          for (int i = 0; i < bytesPerSample; i++) {
            bytes[start + column * bytesPerSample + i] = line[i * blockWidth + column];
          }
        }
      }
      samples.order(ByteOrder.BIG_ENDIAN);
    }
    return samples;
  }

  private double value(ByteBuffer samples, int index) {
    int at = index * bytesPerSample;
    if (sampleFormat == FLOAT) {
      return bytesPerSample == 4 ? samples.getFloat(at) : samples.getDouble(at);
    }
    boolean signed = sampleFormat == SIGNED;
    return switch (bytesPerSample) {
      case 1 -> signed ? samples.get(at) : samples.get(at) & 0xff;
      case 2 -> signed ? samples.getShort(at) : samples.getShort(at) & 0xffff;
      default -> signed ? samples.getInt(at) : samples.getInt(at) & 0xffffffffL;
    };
  }
}
