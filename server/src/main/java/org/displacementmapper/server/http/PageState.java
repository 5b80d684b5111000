package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a reader chose, in the words of the page's address, which the embed, the picture and the
 * links between them share. Words that are not of the page are left out. The values are as they
 * came: whoever answers them checks them. Immutable.
 */
record PageState(Map<String, String> words) {

  /** What is estimated and in which window, which decides the figures of the page. */
  static final List<Param> FIGURES =
      List.of(Param.AS_OF, Param.CUTOFF, Param.PRODUCT, Param.FROM, Param.TO);

  /** All words, as the API description shows them; the script reads most of them. */
  static final List<Param> PARAMS = params();

  PageState {
    words = Map.copyOf(words);
  }

  private static List<Param> params() {
    List<Param> params = new ArrayList<>(FIGURES);
    params.addAll(
        List.of(
            Param.LEVEL,
            text("measure", "What shades the units; default estimate."),
            text("groups", "1: the groups of states of the UN are outlined; default 0."),
            text("air", "Attacks from the air that are marked; all: every incident."),
            Param.INCIDENT_SOURCE,
            Param.KIND,
            Param.PRECISION,
            Param.MIN_KILLED,
            Param.INCIDENT_TEXT,
            Param.UNIT,
            text("selected", "P-code of the unit, or id of the incident, whose details are open."),
            text("compare", "The other side of a comparison: a date or a product."),
            text("at", "Part of the map as zoom/latitude/longitude."),
            Param.V,
            Languages.LANG));
    return List.copyOf(params);
  }

  private static Param text(String name, String text) {
    return Param.query(name, Map.of("type", "string"), text);
  }

  /** The state that a request asks for, the first value of each word. */
  static PageState of(Context context) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Param param : PARAMS) {
      values.put(param.name(), context.queryParam(param.name()));
    }
    return of(values);
  }

  /**
   * @param values by name, also such as are not of the page; null or empty for none
   */
  static PageState of(Map<String, String> values) {
    Map<String, String> words = new LinkedHashMap<>();
    for (Param param : PARAMS) {
      String value = values.get(param.name());
      if (value != null && !value.isEmpty()) {
        words.put(param.name(), value);
      }
    }
    return new PageState(words);
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(words.get(name));
  }

  PageState without(List<String> names) {
    Map<String, String> fewer = new LinkedHashMap<>(words);
    names.forEach(fewer::remove);
    return new PageState(fewer);
  }

  PageState with(String name, String value) {
    Map<String, String> others = new LinkedHashMap<>(words);
    others.put(name, value);
    return new PageState(others);
  }

  /** Only these words, as parameters to be checked. */
  Parameters parameters(List<Param> params) {
    Map<String, String> values = new LinkedHashMap<>();
    params.forEach(param -> find(param.name()).ifPresent(value -> values.put(param.name(), value)));
    return Parameters.of(values);
  }

  /** The query of an address with this state, with its question mark; empty for the default. */
  String query() {
    String query =
        PARAMS.stream()
            .filter(param -> words.containsKey(param.name()))
            .map(param -> param.name() + "=" + encoded(words.get(param.name())))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  static String encoded(String text) {
    // Slashes and commas may stand in a query as they are, and read better there.
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/").replace("%2C", ",");
  }
}
