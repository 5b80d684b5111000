package org.displacementmapper.server.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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

  private final Path folder;

  Objects(Path folder) {
    this.folder = folder;
  }

  /** Writes the content if it is not there yet, and returns its hash. */
  String write(byte[] content) throws IOException {
    String hash = sha256(content);
    Path file = file(hash);
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(content);
      }
      writeWhole(file, packed.toByteArray());
    }
    return hash;
  }

  /** The content with this hash; fails if it is missing or is not what the hash says. */
  byte[] read(String hash) {
    Path file = file(hash);
    byte[] content;
    try (GZIPInputStream gzip =
        new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      content = gzip.readAllBytes();
    } catch (IOException e) {
      throw corrupt(file, e);
    }
    if (!sha256(content).equals(hash)) {
      throw corrupt(file, null);
    }
    return content;
  }

  private Path file(String hash) {
    return folder.resolve(hash + ".gz");
  }

  private static StoreException corrupt(Path file, IOException cause) {
    return new StoreException(
        "The data folder is corrupt: "
            + file
            + " is missing or damaged; restore it from a backup, or name another folder with --data.",
        cause);
  }

  /** Puts the bytes in the file at once: after a crash it has its old content or the new. */
  static void writeWhole(Path file, byte[] bytes) throws IOException {
    Path beside = Files.createTempFile(file.getParent(), "new-", ".part");
    try {
      try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel directory = FileChannel.open(file.getParent())) {
        directory.force(true);
      }
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
