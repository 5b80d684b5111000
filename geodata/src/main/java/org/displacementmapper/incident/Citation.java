package org.displacementmapper.incident;

/**
 * Where a reader can check an incident.
 *
 * @param title of the report; empty if not known or withheld
 * @param url of the report, http or https; empty if none
 */
public record Citation(String title, String url) {

  public static final Citation NONE = new Citation("", "");

  public Citation {
    if (!url.isEmpty() && !url.startsWith("http://") && !url.startsWith("https://")) {
      throw new IllegalArgumentException(
          "the address of a source must begin with http:// or https://, was " + url);
    }
  }
}
