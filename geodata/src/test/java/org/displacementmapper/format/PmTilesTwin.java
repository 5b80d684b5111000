package org.displacementmapper.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** A PMTiles file read plainly, straight from the specification and with nothing of the writer. */
final class PmTilesTwin {

  private final ByteBuffer file;
  final TreeMap<Long, byte[]> tiles = new TreeMap<>();
  final List<Long> offsets = new ArrayList<>();
  long entries;
  int leaves;

  PmTilesTwin(byte[] bytes) {
    file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    read(number(8), number(16));
  }

  /** Eight bytes of the header. */
  long number(int at) {
    return file.getLong(at);
  }

  int small(int at) {
    return file.get(at);
  }

  double degrees(int at) {
    return file.getInt(at) / 1e7;
  }

  String metadata() {
    return new String(unpack(number(24), number(32)), StandardCharsets.UTF_8);
  }

  private void read(long from, long length) {
    ByteBuffer directory = ByteBuffer.wrap(unpack(from, length));
    int count = (int) varint(directory);
    long[] ids = new long[count];
    long[] runs = new long[count];
    long[] lengths = new long[count];
    for (int i = 0; i < count; i++) {
      ids[i] = varint(directory) + (i == 0 ? 0 : ids[i - 1]);
    }
    Arrays.setAll(runs, i -> varint(directory));
    Arrays.setAll(lengths, i -> varint(directory));
    long offset = 0;
    for (int i = 0; i < count; i++) {
      long coded = varint(directory);
      offset = coded == 0 ? offset + lengths[i - 1] : coded - 1;
      if (runs[i] == 0) {
        leaves++;
        read(number(40) + offset, lengths[i]);
      } else {
        entries++;
        offsets.add(offset);
        byte[] content = unpack(number(56) + offset, lengths[i]);
        for (long run = 0; run < runs[i]; run++) {
          if (tiles.put(ids[i] + run, content) != null) {
            throw new IllegalStateException("tile " + (ids[i] + run) + " is there twice");
          }
        }
      }
    }
    if (directory.hasRemaining()) {
      throw new IllegalStateException(directory.remaining() + " bytes too many in a directory");
    }
  }

  private byte[] unpack(long from, long length) {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(file.array(), (int) from, (int) length))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
