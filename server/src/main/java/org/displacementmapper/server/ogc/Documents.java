package org.displacementmapper.server.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.server.usecase.FeatureCollection;
import org.displacementmapper.server.usecase.FeatureCollections;

/**
 * What the service says of itself: landing page, conformance, collections. Each as members in their
 * order, of which JSON and HTML are made alike.
 */
public final class Documents {

  private static final String TITLE = "displacement-mapper";
  private static final String TEXT =
      "How many people recorded violence is estimated to have displaced in Myanmar, unit by unit and"
          + " with intervals, beside the UN's figures. Estimates are placed where the violence"
          + " happened, UN figures where people are now. Not for finding displaced people.";
  private static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/";
  private static final String TIME = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian";

  private final FeatureCollections collections;
  private final Extents extents;

  public Documents(FeatureCollections collections) {
    this.collections = collections;
    this.extents = new Extents(collections);
  }

  /**
   * @param root address of the service, without a slash at the end
   * @param version as the request names it, which all links carry on; empty: the newest
   */
  public Map<String, Object> landing(String root, Encoding encoding, Optional<String> version) {
    String v = Link.query(version);
    List<Map<String, Object>> links =
        new ArrayList<>(Link.self(Encoding.METADATA, encoding, root + "/" + v));
    links.add(
        Link.of(
            "service-desc",
            Encoding.OPENAPI.mediaType(),
            "The API, described",
            root + "/api?f=json"));
    links.add(
        Link.of("service-doc", "text/html", "The API, described to read", root + "/api?f=html"));
    links.addAll(
        Link.each("conformance", Encoding.METADATA, "What it conforms to", root + "/conformance"));
    links.addAll(
        Link.each("data", Encoding.METADATA, "The collections", root + "/collections" + v));
    links.addAll(Link.each(Tilesets.REL, Encoding.METADATA, "Tiles of all", root + "/tiles" + v));
    links.addAll(
        Link.each(
            REL + "tiling-schemes",
            Encoding.METADATA,
            "Tile matrix sets",
            root + "/tileMatrixSets"));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("title", TITLE);
    body.put("description", TEXT);
    body.put("attribution", String.join(" ", collections.credits(version)));
    body.put("version", collections.version(version));
    body.put("links", links);
    return body;
  }

  public Map<String, Object> conformance(String root, Encoding encoding) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("conformsTo", Conformance.classes());
    body.put("links", Link.self(Encoding.METADATA, encoding, root + "/conformance"));
    return body;
  }

  public Map<String, Object> collections(String root, Encoding encoding, Optional<String> version) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(
        "links",
        Link.self(Encoding.METADATA, encoding, root + "/collections" + Link.query(version)));
    body.put("crs", OgcCrs.LISTED);
    body.put(
        "collections",
        collections.list(version).stream()
            .map(collection -> describe(collection, root, encoding, version))
            .toList());
    return body;
  }

  public Map<String, Object> collection(
      String id, String root, Encoding encoding, Optional<String> version) {
    return describe(collections.collection(id, version), root, encoding, version);
  }

  private Map<String, Object> describe(
      FeatureCollection collection, String root, Encoding encoding, Optional<String> version) {
    String address = root + "/collections/" + collection.id();
    String v = Link.query(version);
    List<Map<String, Object>> links =
        new ArrayList<>(Link.self(Encoding.METADATA, encoding, address + v));
    links.addAll(Link.each("items", Encoding.FEATURES, "The features", address + "/items" + v));
    links.addAll(
        Link.each(
            REL + "schema", Encoding.SCHEMAS, "What a feature holds", address + "/schema" + v));
    links.addAll(
        Link.each(
            REL + "queryables",
            Encoding.SCHEMAS,
            "What a filter may name",
            address + "/queryables" + v));
    if (collection.isLayer()) {
      links.addAll(Link.each(Tilesets.REL, Encoding.METADATA, "Its tiles", address + "/tiles" + v));
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", collection.id());
    body.put("title", collection.title());
    body.put("description", collection.text());
    body.put("attribution", String.join(" ", collections.credits(version)));
    body.put("extent", extent(collection, version));
    body.put("itemType", "feature");
    body.put("crs", OgcCrs.LISTED);
    body.put("storageCrs", OgcCrs.CRS84.uri());
    body.put("links", links);
    return body;
  }

  private Map<String, Object> extent(FeatureCollection collection, Optional<String> version) {
    Extents.Extent extent = extents.of(collection.id(), version);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("spatial", Map.of("bbox", List.of(extent.box()), "crs", OgcCrs.CRS84.uri()));
    if (!extent.interval().isEmpty()) {
      body.put("temporal", Map.of("interval", List.of(extent.interval()), "trs", TIME));
    }
    return body;
  }
}
