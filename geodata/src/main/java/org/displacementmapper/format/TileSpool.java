package org.displacementmapper.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Contents of tiles in a temporary file, each once. Memory is a hash and a place for each. The file
 * goes when this is closed, on most systems also when the program is killed.
 */
final class TileSpool implements Closeable {

  private static final int TAIL_BYTES = 256 * 1024;

  private static final long HASH_START = 0xCBF29CE484222325L;
  private static final long HASH_FACTOR = 0x100000001B3L;

  private final ToLongFunction<byte[]> hash;
  private final FileChannel file;
  private final Map<Long, Place> places = new HashMap<>();

  /** The last contents, not yet in the file: many are small. */
  private final ByteBuffer tail = ByteBuffer.allocate(TAIL_BYTES);

  private long inFile;
  private long contents;

  /** Where a content is. */
  record Place(long offset, int length) {}

  TileSpool() throws IOException {
    this(TileSpool::hash);
  }

  TileSpool(ToLongFunction<byte[]> hash) throws IOException {
    this.hash = hash;
    Path path = Files.createTempFile("tiles-", ".part");
    file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  /**
   * Where the content is, which is written if it is new. A different one with the same hash is
   * written each time: that costs room and nothing else.
   */
  Place put(byte[] content) throws IOException {
    long key = hash.applyAsLong(content);
    Place known = places.get(key);
    if (known != null && Arrays.equals(content, read(known))) {
      return known;
    }
    Place place = new Place(size(), content.length);
    if (content.length > tail.remaining()) {
      empty(tail.flip());
      tail.clear();
    }
    if (content.length > TAIL_BYTES) {
      empty(ByteBuffer.wrap(content));
    } else {
      tail.put(content);
    }
    contents++;
    places.putIfAbsent(key, place);
    return place;
  }

  private void empty(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      inFile += file.write(bytes, inFile);
    }
  }

  private byte[] read(Place place) throws IOException {
    if (place.offset() >= inFile) {
      int from = (int) (place.offset() - inFile);
      return Arrays.copyOfRange(tail.array(), from, from + place.length());
    }
    ByteBuffer bytes = ByteBuffer.allocate(place.length());
    while (bytes.hasRemaining() && file.read(bytes, place.offset() + bytes.position()) >= 0) {
      continue;
    }
    return bytes.array();
  }

  /** Length of all contents in bytes. */
  long size() {
    return inFile + tail.position();
  }

  /** Number of contents. */
  long contents() {
    return contents;
  }

  void writeTo(OutputStream out) throws IOException {
    WritableByteChannel channel = Channels.newChannel(out);
    long sent = 0;
    while (sent < inFile) {
      sent += file.transferTo(sent, inFile - sent, channel);
    }
    out.write(tail.array(), 0, tail.position());
  }

  /** FNV-1a of 64 bits. */
  private static long hash(byte[] content) {
    long value = HASH_START;
    for (byte one : content) {
      value = (value ^ one & 0xFF) * HASH_FACTOR;
    }
    return value;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
