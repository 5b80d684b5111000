package org.displacementmapper.incident;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * One recorded act of violence.
 *
 * @param source short name of the publisher that the row comes from, such as {@code ucdp}; lower
 *     case letters, digits and hyphens
 * @param id the publisher's own id; {@code source} and {@code id} together are the key
 * @param kind what happened, in the source's vocabulary, such as {@code state-based}
 * @param licence of the row, see {@link Licence}; empty if it has none, and then it is not public
 */
public record Incident(
    String source,
    String id,
    Period period,
    Where where,
    String kind,
    AirAttack air,
    Toll killed,
    Citation citation,
    String licence) {

  /** The order of {@link #key}, without making the words: a sort asks for it very often. */
  public static final Comparator<Incident> KEY_ORDER = Incident::compareKeys;

  private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9-]*");

  public Incident {
    if (!SOURCE.matcher(source).matches()) {
      throw new IllegalArgumentException(
          "a source is named by lower case letters, digits and hyphens, was \"" + source + "\"");
    }
    if (id.isBlank()) {
      throw new IllegalArgumentException("an incident needs an id");
    }
  }

  /** The key as one word, such as {@code ucdp:391115}: the id of its feature. */
  public String key() {
    return source + ":" + id;
  }

  /** Whether its licence allows that anybody sees it. */
  public boolean isPublic() {
    return Licence.isPublic(licence);
  }

  private static int compareKeys(Incident a, Incident b) {
    int common = Math.min(a.source.length(), b.source.length());
    for (int i = 0; i < common; i++) {
      if (a.source.charAt(i) != b.source.charAt(i)) {
        return a.source.charAt(i) - b.source.charAt(i);
      }
    }
    if (a.source.length() == b.source.length()) {
      return a.id.compareTo(b.id);
    }
    // The shorter source is followed by the colon, which no source contains.
    return a.source.length() < b.source.length()
        ? ':' - b.source.charAt(common)
        : a.source.charAt(common) - ':';
  }
}
