package org.displacementmapper.server.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.displacementmapper.feature.UnreadableFileException;

/**
 * The tokens that open a private server. Only their hashes are kept, and they are compared in a
 * time that tells nothing. Immutable.
 */
public final class Tokens {

  private static final int SHORTEST = 20;
  private static final int LARGEST_FILE_BYTES = 64 * 1024;

  /** What fits into a header as it is (RFC 6750, b64token). */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private final List<byte[]> hashes;

  private Tokens(List<byte[]> hashes) {
    this.hashes = hashes;
  }

  /**
   * Reads a file with one token on each line; empty lines and those that begin with # are left out.
   *
   * @throws UnreadableFileException if there is none, or one that is too short or cannot be sent
   */
  public static Tokens read(Path file) {
    String name = String.valueOf(file.getFileName());
    List<String> lines;
    try {
      if (Files.size(file) > LARGEST_FILE_BYTES) {
        throw new UnreadableFileException(name, "too large for a file of tokens");
      }
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UnreadableFileException(name, "the file of tokens cannot be read: " + e);
    }
    List<String> tokens =
        lines.stream().map(String::strip).filter(Tokens::isNoComment).distinct().toList();
    if (tokens.isEmpty()) {
      throw new UnreadableFileException(name, "no token in it: write one on a line");
    }
    for (String token : tokens) {
      if (token.length() < SHORTEST || !TOKEN.matcher(token).matches()) {
        throw new UnreadableFileException(
            name,
            "a token has at least %d letters, digits or . _ ~ + / - and no blanks; make one with"
                    .formatted(SHORTEST)
                + " 'openssl rand -hex 20'");
      }
    }
    return new Tokens(tokens.stream().map(Tokens::hash).toList());
  }

  private static boolean isNoComment(String line) {
    return !line.isEmpty() && !line.startsWith("#");
  }

  /** Whether this is one of them. */
  boolean accept(String token) {
    return acceptHash(hash(token));
  }

  /** Whether this is what {@link #cookie} made of one of them. */
  boolean acceptCookie(String value) {
    try {
      return acceptHash(HexFormat.of().parseHex(value));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** What a browser keeps instead of the token. */
  static String cookie(String token) {
    return HexFormat.of().formatHex(hash(token));
  }

  private boolean acceptHash(byte[] given) {
    boolean found = false;
    for (byte[] hash : hashes) {
      found |= MessageDigest.isEqual(hash, given); // all of them, so that time tells nothing
    }
    return found;
  }

  private static byte[] hash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return digest.digest(("displacement-mapper " + token).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
