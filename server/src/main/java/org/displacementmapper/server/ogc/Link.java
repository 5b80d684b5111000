package org.displacementmapper.server.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links between resources, as members of their documents. */
final class Link {

  private Link() {}

  static Map<String, Object> of(String rel, String type, String title, String href) {
    Map<String, Object> link = new LinkedHashMap<>();
    link.put("rel", rel);
    link.put("type", type);
    link.put("title", title);
    link.put("href", href);
    return link;
  }

  /** One link for each encoding of a resource; all of them have the relation. */
  static List<Map<String, Object>> each(
      String rel, List<Encoding> encodings, String title, String address) {
    List<Map<String, Object>> links = new ArrayList<>();
    for (Encoding encoding : encodings) {
      links.add(
          of(
              rel,
              encoding.mediaType(),
              title + " as " + encoding.title(),
              with(address, encoding)));
    }
    return links;
  }

  /** The resource itself in this encoding, and in the others. */
  static List<Map<String, Object>> self(
      List<Encoding> encodings, Encoding current, String address) {
    List<Map<String, Object>> links = new ArrayList<>();
    for (Encoding encoding : encodings) {
      String rel = encoding == current ? "self" : "alternate";
      String title = "This page as " + encoding.title();
      links.add(of(rel, encoding.mediaType(), title, with(address, encoding)));
    }
    return links;
  }

  /** The query of an address that carries on the version which a request names, if any. */
  static String query(Optional<String> version) {
    return version.map(asked -> "?v=" + asked).orElse("");
  }

  private static String with(String address, Encoding encoding) {
    return address + (address.contains("?") ? "&" : "?") + "f=" + encoding.word();
  }
}
