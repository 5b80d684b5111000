package org.displacementmapper.layer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Colours and classes, from {@code theme.json}: the page is built from the same file, so that map,
 * legend and the styles in files are alike. Read when first asked for.
 *
 * @param breaks upper limits of the classes of people displaced, ascending; the last class has none
 * @param light colours of the light mode by name, as {@code #RRGGBB}
 */
record Theme(List<Integer> breaks, Map<String, String> light) {

  Theme {
    breaks = List.copyOf(breaks);
    light = Collections.unmodifiableMap(light);
  }

  private static final class Read {
    static final Theme THEME = read();
  }

  static Theme theme() {
    return Read.THEME;
  }

  /** The colour of this name, which must exist. */
  String colour(String name) {
    String colour = light.get(name);
    if (colour == null) {
      throw new IllegalArgumentException("theme.json has no colour " + name);
    }
    return colour;
  }

  private static Theme read() {
    try (InputStream file = Theme.class.getResourceAsStream("theme.json")) {
      JsonNode root = new ObjectMapper().readTree(file);
      List<Integer> breaks = new ArrayList<>();
      root.get("breaks").forEach(limit -> breaks.add(limit.intValue()));
      Map<String, String> light = new HashMap<>();
      root.get("light")
          .properties()
          .forEach(each -> light.put(each.getKey(), each.getValue().asText()));
      return new Theme(breaks, light);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
