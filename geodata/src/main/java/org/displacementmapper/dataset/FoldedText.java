package org.displacementmapper.dataset;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text to look for, whatever the case and the accents: "Hakha" is in "HAKHÁ township". Letters of
 * scripts that have neither, such as Burmese, are compared as they are, in Unicode's composed form.
 * What is looked through is folded when it is asked, so that a million incidents keep no second
 * copy of their words; words in ASCII, which are most, are not even copied. Immutable.
 */
final class FoldedText {

  private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u036f]");
  private static final char LAST_ASCII = 127;

  private final String folded;
  private final boolean ascii;

  FoldedText(String text) {
    this.folded = fold(text);
    this.ascii = isAscii(folded);
  }

  boolean isIn(String words) {
    if (!isAscii(words)) {
      return fold(words).contains(folded);
    }
    return ascii && isInAscii(words);
  }

  /**
   * As {@link #isIn}, but only as words of their own: "Karen" is not in "Karenni". Burmese writes
   * no space between words, so there it is the same.
   */
  boolean isWordIn(String words) {
    if (!isIn(words) || !ascii) {
      return isIn(words);
    }
    String all = fold(words);
    for (int at = all.indexOf(folded); at >= 0; at = all.indexOf(folded, at + 1)) {
      int end = at + folded.length();
      if ((at == 0 || !Character.isLetter(all.charAt(at - 1)))
          && (end == all.length() || !Character.isLetter(all.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  static String fold(String text) {
    String open = Normalizer.normalize(text, Normalizer.Form.NFD);
    String bare = ACCENT.matcher(open).replaceAll("");
    return Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private boolean isInAscii(String words) {
    if (folded.isEmpty()) {
      return true;
    }
    char first = folded.charAt(0);
    for (int start = 0; start <= words.length() - folded.length(); start++) {
      if (lower(words.charAt(start)) == first
          && words.regionMatches(true, start, folded, 0, folded.length())) {
        return true;
      }
    }
    return false;
  }

  private static char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? (char) (letter + ('a' - 'A')) : letter;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > LAST_ASCII) {
        return false;
      }
    }
    return true;
  }
}
