package org.displacementmapper.filter;

/**
 * A pattern in which {@code %} stands for any text and {@code _} for one character; a backslash
 * before either takes its meaning away. Steps are bounded by the product of the lengths, whatever
 * the pattern.
 */
final class Like {

  private static final int ANY_TEXT = -1;
  private static final int ANY_CHARACTER = -2;

  private final int[] pattern;

  Like(String text) {
    int[] codes = text.codePoints().toArray();
    int[] compiled = new int[codes.length];
    int length = 0;
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] == '\\' && i + 1 < codes.length) {
        compiled[length++] = codes[++i];
      } else {
        compiled[length++] =
            codes[i] == '%' ? ANY_TEXT : codes[i] == '_' ? ANY_CHARACTER : codes[i];
      }
    }
    pattern = java.util.Arrays.copyOf(compiled, length);
  }

  boolean matches(String text) {
    int[] codes = text.codePoints().toArray();
    int at = 0;
    int in = 0;
    int lastAny = -1;
    int retryFrom = 0;
    while (at < codes.length) {
      if (in < pattern.length && (pattern[in] == ANY_CHARACTER || pattern[in] == codes[at])) {
        at++;
        in++;
      } else if (in < pattern.length && pattern[in] == ANY_TEXT) {
        lastAny = in++;
        retryFrom = at;
      } else if (lastAny >= 0) {
        in = lastAny + 1;
        at = ++retryFrom;
      } else {
        return false;
      }
    }
    while (in < pattern.length && pattern[in] == ANY_TEXT) {
      in++;
    }
    return in == pattern.length;
  }
}
