package org.displacementmapper.join;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is left of the name of a unit when its spelling is put aside: letters and digits in lower
 * case, without accents, blanks, hyphens, brackets and words such as "township". "Kyauk Kyi
 * Township" and "Kyaukkyi" are alike, as are "Shan (North)", "Shan-North" and "Shan State (North)".
 */
final class NameKey {

  private static final Pattern KIND =
      Pattern.compile(
          "\\b(townships?|districts?|states?|regions?|divisions?|union territory|territory"
              + "|self[- ]administered (zone|division))\\b");
  private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u036f]");
  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private NameKey() {}

  static String of(String name) {
    String text = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    text = ACCENT.matcher(text).replaceAll("");
    text = KIND.matcher(text).replaceAll(" ");
    return NEITHER_LETTER_NOR_DIGIT.matcher(text).replaceAll("");
  }
}
