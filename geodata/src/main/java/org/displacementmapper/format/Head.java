package org.displacementmapper.format;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The first bytes of a file, by which its format is recognised.
 *
 * @param bytes at most {@link #SIZE}; not to be changed
 */
public record Head(byte[] bytes) {

  /** How many bytes are looked at. */
  public static final int SIZE = 64 * 1024;

  /** Length of the UTF-8 byte-order mark at the beginning, 0 if there is none. */
  public int bomLength() {
    return startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
  }

  /** The head read as UTF-8, without byte-order mark; its last character may be broken. */
  public String text() {
    int bom = bomLength();
    return new String(bytes, bom, bytes.length - bom, StandardCharsets.UTF_8);
  }

  /** Whether the first character that is no blank or line break is one of these. */
  public boolean textBeginsWith(String marks) {
    String text = text().stripLeading();
    return !text.isEmpty() && marks.indexOf(text.charAt(0)) >= 0;
  }

  /** Whether the file begins with these bytes, written as ISO 8859-1 characters. */
  public boolean startsWith(String latin) {
    if (bytes.length < latin.length()) {
      return false;
    }
    for (int i = 0; i < latin.length(); i++) {
      if ((bytes[i] & 0xFF) != latin.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is text, in UTF-8 as far as can be seen. */
  public boolean isText() {
    return findRefusal().isEmpty();
  }

  /** Why this cannot be a text file, and what to do; empty if it may be one. */
  public Optional<String> findRefusal() {
    if (bytes.length == 0) {
      return Optional.of("the file is empty: export it again");
    }
    Optional<String> encoding = findOtherEncoding();
    if (encoding.isPresent()) {
      return Optional.of("the text is encoded as " + encoding.get() + ": save it as UTF-8");
    }
    Optional<String> kind = BinaryKind.find(this);
    if (kind.isPresent()) {
      return Optional.of("this is not text but looks like " + kind.get());
    }
    if (text().isBlank()) {
      String content = bytes.length == bomLength() ? "a byte-order mark" : "blanks and line breaks";
      return Optional.of("the file holds nothing but " + content + ": export it again");
    }
    return Optional.empty();
  }

  private Optional<String> findOtherEncoding() {
    if (startsWith("\u00FF\u00FE\0\0") || startsWith("\0\0\u00FE\u00FF")) {
      return Optional.of("UTF-32");
    }
    if (startsWith("\u00FF\u00FE") || startsWith("\u00FE\u00FF")) {
      return Optional.of("UTF-16");
    }
    // Plain letters in UTF-16 have a zero in every second byte, and only there.
    int evenZeros = 0;
    int oddZeros = 0;
    int looked = Math.min(bytes.length, 256) & ~1;
    for (int i = 0; i < looked; i += 2) {
      evenZeros += bytes[i] == 0 ? 1 : 0;
      oddZeros += bytes[i + 1] == 0 ? 1 : 0;
    }
    boolean pairs = Math.min(evenZeros, oddZeros) == 0;
    boolean mostly = Math.max(evenZeros, oddZeros) * 5 > looked * 2;
    return looked >= 4 && pairs && mostly ? Optional.of("UTF-16") : Optional.empty();
  }
}
