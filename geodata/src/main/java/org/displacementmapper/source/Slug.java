package org.displacementmapper.source;

import java.text.Normalizer;
import java.util.Locale;

/** Names made fit for {@code Incident.source}: lower case letters, digits and hyphens. */
final class Slug {

  private static final int MAX_LENGTH = 40;

  private Slug() {}

  /** "Radio Free Asia" becomes radio-free-asia; empty if nothing is left. */
  static String of(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    String slug = plain.replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "-");
    if (slug.length() > MAX_LENGTH) {
      slug = slug.substring(0, MAX_LENGTH);
    }
    return slug.replaceAll("^-|-$", "");
  }

  /** Of the file's name without folder and ending; "import" if nothing is left. */
  static String ofFile(String file) {
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    int ending = name.lastIndexOf('.');
    String slug = of(ending > 0 ? name.substring(0, ending) : name);
    return slug.isEmpty() ? "import" : slug;
  }
}
