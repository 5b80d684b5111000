package org.displacementmapper.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Bytes on the disk for as long as somebody holds them. The file loses its name as soon as it is
 * open, where the system allows that, and else when the program ends; its room is free again when
 * it is closed or nobody holds it any more. One thread appends; then any number may read.
 */
final class ScratchFile implements Closeable {

  private static final int BUFFER_BYTES = 1 << 18;

  private final Path folder;
  private final FileChannel channel;
  private final ByteBuffer unwritten = ByteBuffer.allocate(BUFFER_BYTES);
  private long written;

  private ScratchFile(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  static ScratchFile in(Path folder) {
    try {
      Files.createDirectories(folder);
      Path file = Files.createTempFile(folder, "new-", ".spool");
      file.toFile().deleteOnExit();
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
      deleteIfPossible(file);
      return new ScratchFile(folder, channel);
    } catch (IOException e) {
      throw new SpoolException(folder, e);
    }
  }

  /** Windows keeps the name of an open file; there it goes with the program. */
  private static void deleteIfPossible(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      return;
    }
  }

  /** Where the next byte goes. */
  long length() {
    return written + unwritten.position();
  }

  void append(byte[] bytes, int offset, int length) {
    if (length > unwritten.remaining()) {
      flush();
    }
    if (length > unwritten.remaining()) {
      write(ByteBuffer.wrap(bytes, offset, length));
    } else {
      unwritten.put(bytes, offset, length);
    }
  }

  /** Must follow the last byte, before any is read. */
  void flush() {
    unwritten.flip();
    write(unwritten);
    unwritten.clear();
  }

  private void write(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        written += channel.write(bytes, written);
      }
    } catch (IOException e) {
      throw new SpoolException(folder, e);
    }
  }

  /** Fills the buffer from there on, as far as there are bytes; returns how many. */
  int read(ByteBuffer buffer, long position) {
    try {
      int count = 0;
      while (buffer.hasRemaining()) {
        int more = channel.read(buffer, position + count);
        if (more < 0) {
          break;
        }
        count += more;
      }
      return count;
    } catch (IOException e) {
      throw new SpoolException(folder, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // It was temporary: nothing is lost.
      return;
    }
  }
}
