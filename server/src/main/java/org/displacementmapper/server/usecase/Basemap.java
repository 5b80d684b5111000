package org.displacementmapper.server.usecase;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The background map that the operator took in the place of our own. The server never asks for it:
 * readers' browsers do, and may ask these origins and no others. Immutable.
 *
 * @param style address of a MapLibre style
 * @param origins that may be asked for the style and what it names, that of the style first; each
 *     as browsers write one
 */
public record Basemap(URI style, List<String> origins) {

  private static final String ADDRESS =
      "begin with https:// (http:// only for this machine: localhost, 127.0.0.1 or [::1]), in ASCII,"
          + " without user name and fragment";

  public Basemap {
    origins = List.copyOf(origins);
  }

  /**
   * @param style address of a MapLibre style
   * @param others origins of its tiles, fonts and images where they lie elsewhere, with commas or
   *     spaces between; may be empty
   * @throws IllegalArgumentException saying what is allowed
   */
  public static Basemap of(String style, String others) {
    URI address =
        WebAddresses.find(style.strip())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the style's address was \"" + style + "\": it must " + ADDRESS));
    Set<String> origins = new LinkedHashSet<>();
    origins.add(WebAddresses.origin(address));
    for (String other : others.strip().split("[\\s,]+")) {
      if (!other.isEmpty()) {
        origins.add(origin(other));
      }
    }
    return new Basemap(address, new ArrayList<>(origins));
  }

  private static String origin(String text) {
    return WebAddresses.find(text)
        .filter(found -> List.of("", "/").contains(found.getPath()) && found.getQuery() == null)
        .map(WebAddresses::origin)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "an origin was \""
                        + text
                        + "\": each must be a scheme and a host, such as"
                        + " https://tiles.example.org, without path or *, and "
                        + ADDRESS));
  }

  /** Names of the hosts that are asked, that of the style first. */
  public List<String> hosts() {
    return origins.stream().map(origin -> origin.substring(origin.indexOf("://") + 3)).toList();
  }
}
