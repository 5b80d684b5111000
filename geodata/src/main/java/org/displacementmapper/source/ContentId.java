package org.displacementmapper.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** An id for a row that has none: the same content gives the same id on every import. */
final class ContentId {

  private static final int BYTES = 8;

  private ContentId() {}

  static String of(Object... content) {
    String text = Arrays.stream(content).map(String::valueOf).collect(Collectors.joining("\u001f"));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "h" + HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
