package org.displacementmapper.server.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Files named by the SHA-256 of their content, which makes them immutable, shared between versions
 * and checked whenever they are read. Each is written beside its place, flushed to the disk and
 * renamed, so that a crash leaves a whole file or none.
 */
final class Objects {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final String UNNAMED = "new-";
  private static final String UNNAMED_ENDING = ".part";

  /** Something that can be written. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Something that can be read. */
  @FunctionalInterface
  interface Decoder<T> {
    T decode(InputStream in) throws IOException;
  }

  private final Path folder;

  Objects(Path folder) {
    this.folder = folder;
  }

  /** Writes the content if it is not there yet, and returns its hash. */
  String write(byte[] content) throws IOException {
    try (Draft draft = draft(out -> out.write(content))) {
      return draft.keep();
    }
  }

  /** Writes the content beside the others, without a name; it need not fit in the memory. */
  Draft draft(Content content) throws IOException {
    Files.createDirectories(folder);
    Path beside = Files.createTempFile(folder, UNNAMED, UNNAMED_ENDING);
    beside.toFile().deleteOnExit(); // also when the user breaks off an import
    try {
      MessageDigest digest = sha256();
      try (OutputStream file = Files.newOutputStream(beside);
          OutputStream out =
              new DigestOutputStream(new GZIPOutputStream(file, BUFFER_BYTES), digest)) {
        content.writeTo(out);
      }
      return new Draft(beside, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(beside);
      throw e;
    }
  }

  /** Content that lies on the disk and is no object before it is kept; gone when closed. */
  final class Draft implements Closeable {

    private final Path beside;
    private final String hash;

    private Draft(Path beside, String hash) {
      this.beside = beside;
      this.hash = hash;
    }

    String hash() {
      return hash;
    }

    /** Makes it an object, unless the same is there already, and returns its hash. */
    String keep() throws IOException {
      Path file = file(hash);
      if (!Files.exists(file)) {
        rename(beside, file);
      }
      return hash;
    }

    @Override
    public void close() throws IOException {
      Files.deleteIfExists(beside);
    }
  }

  /** The content with this hash; fails if it is missing or is not what the hash says. */
  byte[] read(String hash) {
    return read(hash, InputStream::readAllBytes);
  }

  /**
   * What the decoder makes of the content with this hash, read once from beginning to end; fails as
   * {@link #read(String)}, and whatever the decoder makes of damaged content is thrown away.
   */
  <T> T read(String hash, Decoder<T> decoder) {
    Path file = file(hash);
    MessageDigest digest = sha256();
    T value;
    try (InputStream packed = Files.newInputStream(file);
        InputStream gzip = new GZIPInputStream(packed, BUFFER_BYTES)) {
      InputStream in = new Unclosed(gzip, digest);
      value = decoder.decode(in);
      in.transferTo(OutputStream.nullOutputStream()); // the hash is of all of it
    } catch (IOException | RuntimeException e) {
      throw corrupt(file, e);
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(hash)) {
      throw corrupt(file, null);
    }
    return value;
  }

  /** Parsers close what they have read, though its end is still to be looked at. */
  private static final class Unclosed extends DigestInputStream {

    Unclosed(InputStream in, MessageDigest digest) {
      super(in, digest);
    }

    @Override
    public void close() {
      // The one that opened the file closes it.
    }
  }

  private Path file(String hash) {
    return folder.resolve(hash + ".gz");
  }

  private static StoreException corrupt(Path file, Exception cause) {
    return new StoreException(
        "The data folder is corrupt: "
            + file
            + " is missing or damaged; restore it from a backup, or name another folder with --data.",
        cause);
  }

  /** What a program that was killed left behind; only for who holds the lock of the folder. */
  static void deleteUnnamed(Path folder) throws IOException {
    try (DirectoryStream<Path> left =
        Files.newDirectoryStream(folder, UNNAMED + "*" + UNNAMED_ENDING)) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Puts the bytes in the file at once: after a crash it has its old content or the new. */
  static void writeWhole(Path file, byte[] bytes) throws IOException {
    Path beside = Files.createTempFile(file.getParent(), UNNAMED, UNNAMED_ENDING);
    try {
      try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
      }
      rename(beside, file);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** What is written must be on the disk before its name is. */
  private static void rename(Path beside, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel directory = FileChannel.open(file.getParent())) {
      directory.force(true);
    }
  }

  static String sha256(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
