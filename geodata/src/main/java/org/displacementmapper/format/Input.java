package org.displacementmapper.format;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.displacementmapper.feature.UnreadableFileException;

/**
 * Something to be read once: a file or standard input. Its head is there before a format is chosen,
 * and what follows is not read ahead.
 */
public final class Input implements Closeable {

  /** Bytes of a stream that are copied to a file, at most. */
  private static final long MAX_COPY = 8L << 30;

  private final String name;
  private final Path path;
  private final Head head;
  private final InputStream rest;

  /** What came from a stream, if it had to become a file; else null. */
  private Path copy;

  private Input(String name, Path path, InputStream stream) {
    this.name = name;
    this.path = path;
    this.rest = stream;
    try {
      this.head = new Head(stream.readNBytes(Head.SIZE));
    } catch (IOException e) {
      Formats.closeQuietly(this);
      throw unreadable(e);
    }
  }

  /** Opens a file; one that is missing, a folder or not readable is refused. */
  public static Input of(Path file) {
    String name = String.valueOf(file.getFileName());
    if (Files.isDirectory(file)) {
      throw new UnreadableFileException(name, "this is a folder: name one file in it");
    }
    if (!Files.exists(file)) {
      throw new UnreadableFileException(
          name, "there is no such file: check the name and the folder");
    }
    try {
      return new Input(name, file, Files.newInputStream(file));
    } catch (AccessDeniedException e) {
      throw new UnreadableFileException(
          name, "the file may not be read by this user: change its permissions");
    } catch (IOException e) {
      throw new UnreadableFileException(name, "the file cannot be opened: " + e.getMessage());
    }
  }

  /**
   * Takes over a stream, which is closed with this.
   *
   * @param name for messages; "-" for standard input
   */
  public static Input of(String name, InputStream stream) {
    return new Input(name, null, stream);
  }

  /** A file named on the command line, where "-" means standard input. */
  public static Input ofArgument(String argument, InputStream standardInput) {
    return argument.equals("-") ? of("-", standardInput) : of(Path.of(argument));
  }

  /** The file's own name without folders, or "-". */
  public String name() {
    return name;
  }

  /** The file; empty for standard input. */
  public Optional<Path> findPath() {
    return Optional.ofNullable(path);
  }

  /**
   * The file itself; what comes from a stream is first copied to a temporary one, which is deleted
   * when this is closed. Then nothing else may be read from here.
   */
  Path file() throws IOException {
    if (path != null) {
      return path;
    }
    if (copy == null) {
      copy = Files.createTempFile("read-", ".part");
      long length = 0;
      byte[] buffer = new byte[1 << 16];
      try (OutputStream out = Files.newOutputStream(copy)) {
        InputStream in = bytes();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          length += count;
          if (length > MAX_COPY) {
            throw new UnreadableFileException(
                name,
                "more than 8 GB come from a stream: name a file, which need not be copied first");
          }
          out.write(buffer, 0, count);
        }
      }
    }
    return copy;
  }

  public Head head() {
    return head;
  }

  /** All bytes from the beginning; may be called once. */
  public InputStream bytes() {
    return new SequenceInputStream(new ByteArrayInputStream(head.bytes()), rest);
  }

  /**
   * All bytes after the byte-order mark, checked while they are read; may be called once.
   *
   * @throws UnreadableFileException if this is no text, here or at the first byte that is not UTF-8
   */
  public InputStream text() {
    head.findRefusal()
        .ifPresent(
            message -> {
              throw new UnreadableFileException(name, message);
            });
    int bom = head.bomLength();
    byte[] first = head.bytes();
    InputStream start = new ByteArrayInputStream(first, bom, first.length - bom);
    return new Utf8InputStream(new SequenceInputStream(start, rest), name, bom);
  }

  /** Whether nothing follows what has been read; takes a byte, so only for an error message. */
  boolean isAtEnd() throws IOException {
    return rest.read() < 0;
  }

  /** A failure while reading, as the user should see it. */
  UnreadableFileException unreadable(IOException cause) {
    return new UnreadableFileException(name, "reading stopped: " + cause.getMessage());
  }

  @Override
  public void close() throws IOException {
    if (copy != null) {
      Files.deleteIfExists(copy);
    }
    rest.close();
  }
}
