package org.displacementmapper.layer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Colours and classes, from {@code theme.json}: the page is built from the same file, so that map,
 * legend, pictures and the styles in files are alike. Read when first asked for. Immutable.
 *
 * @param measures what units may be shaded by, under its word in addresses, in the order of the
 *     file
 * @param light colours of the light mode by name, as {@code #RRGGBB}
 * @param dark the same names for the dark mode
 */
public record Theme(
    Map<String, Classes> measures, Map<String, String> light, Map<String, String> dark) {

  /**
   * How one measure is divided.
   *
   * @param breaks upper limits of the classes, ascending; the last class has none
   * @param colours name of the colour of class n without its {@code -n}
   */
  public record Classes(List<Double> breaks, String colours) {

    public Classes {
      breaks = List.copyOf(breaks);
    }

    /** The class of a value, from 0; a value on a break is in the upper class. */
    public int of(double value) {
      return (int) breaks.stream().filter(limit -> value >= limit).count();
    }

    public int count() {
      return breaks.size() + 1;
    }

    /** Name of the colour of a class. */
    public String colour(int number) {
      return colours + "-" + number;
    }
  }

  public Theme {
    measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    light = Map.copyOf(light);
    dark = Map.copyOf(dark);
  }

  private static final class Read {
    static final Theme THEME = read();
  }

  public static Theme theme() {
    return Read.THEME;
  }

  /** The classes of a measure, which must exist. */
  public Classes measure(String word) {
    return require(measures.get(word), "measure", word);
  }

  /** The colour of this name in the light mode, which must exist. */
  public String colour(String name) {
    return require(light.get(name), "colour", name);
  }

  /** The colour of this name in the dark mode, which must exist. */
  public String darkColour(String name) {
    return require(dark.get(name), "dark colour", name);
  }

  private static <T> T require(T found, String kind, String name) {
    if (found == null) {
      throw new IllegalArgumentException("theme.json has no " + kind + " " + name);
    }
    return found;
  }

  private static Theme read() {
    try (InputStream file = Theme.class.getResourceAsStream("theme.json")) {
      JsonNode root = new ObjectMapper().readTree(file);
      Map<String, Classes> measures = new LinkedHashMap<>();
      root.get("measures")
          .properties()
          .forEach(each -> measures.put(each.getKey(), classes(each.getValue())));
      return new Theme(measures, colours(root.get("light")), colours(root.get("dark")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Classes classes(JsonNode node) {
    List<Double> breaks = new ArrayList<>();
    node.get("breaks").forEach(limit -> breaks.add(limit.doubleValue()));
    return new Classes(breaks, node.get("colours").asText());
  }

  private static Map<String, String> colours(JsonNode node) {
    Map<String, String> colours = new HashMap<>();
    node.properties().forEach(each -> colours.put(each.getKey(), each.getValue().asText()));
    return colours;
  }
}
