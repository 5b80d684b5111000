package org.displacementmapper.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.displacementmapper.feature.UnreadableFileException;

/**
 * The unpacked bytes of one entry of an archive, up to a limit: what becomes hundreds of times its
 * size was packed to fill a disk or a memory.
 */
final class BoundedInflation extends FilterInputStream {

  /** How many times its packed size; tables with wide empty columns reach a hundred. */
  static final long MAX_RATIO = 300;

  /** Bytes up to which the ratio does not matter. */
  private static final long FREE = 16L << 20;

  static final long MAX_LENGTH = 16L << 30;

  private final String file;
  private final String entry;
  private final long limit;
  private long read;

  BoundedInflation(String file, String entry, long packed, InputStream in) {
    super(in);
    this.file = file;
    this.entry = entry;
    this.limit = Math.min(MAX_LENGTH, Math.max(FREE, packed * MAX_RATIO));
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    count(octet < 0 ? 0 : 1);
    return octet;
  }

  @Override
  public int read(byte[] buffer, int start, int length) throws IOException {
    int count = super.read(buffer, start, length);
    count(count);
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    count(skipped);
    return skipped;
  }

  private void count(long bytes) {
    read += Math.max(0, bytes);
    if (read > limit) {
      throw new UnreadableFileException(
          file,
          "\""
              + entry
              + "\" in the archive becomes more than "
              + limit / (1 << 20)
              + " MB, "
              + MAX_RATIO
              + " times its packed size: not read further. If it is what it should be, unpack it"
              + " and name the file");
    }
  }
}
