package org.displacementmapper.server.ogc;

import java.util.List;

/**
 * A form in which a resource is answered: negotiation, links, descriptions and the conformance page
 * are made of this list. The first of a resource's encodings is its default.
 */
public enum Encoding {
  JSON("json", "application/json", "JSON"),
  GEOJSON(
      "json",
      "application/geo+json",
      "GeoJSON",
      Conformance.FEATURES + "geojson",
      Conformance.TILES + "geojson"),
  SCHEMA("json", "application/schema+json", "JSON Schema"),
  OPENAPI(
      "json",
      "application/vnd.oai.openapi+json;version=3.0",
      "OpenAPI 3.0",
      Conformance.FEATURES + "oas30",
      Conformance.TILES + "oas30"),
  MVT(
      "mvt",
      "application/vnd.mapbox-vector-tile",
      "Mapbox vector tiles",
      Conformance.TILES + "mvt"),
  HTML("html", "text/html", "HTML", Conformance.FEATURES + "html");

  /** Of what is told about the data. */
  public static final List<Encoding> METADATA = List.of(JSON, HTML);

  /** Of the data themselves. */
  public static final List<Encoding> FEATURES = List.of(GEOJSON, HTML);

  /** Of tiles. */
  public static final List<Encoding> TILES = List.of(MVT, GEOJSON);

  /** Of what a filter may name and what a feature holds. */
  public static final List<Encoding> SCHEMAS = List.of(SCHEMA, HTML);

  /** Of the description of the API. */
  public static final List<Encoding> API = List.of(OPENAPI, HTML);

  private final String word;
  private final String mediaType;
  private final String title;
  private final List<String> conformance;

  Encoding(String word, String mediaType, String title, String... conformance) {
    this.word = word;
    this.mediaType = mediaType;
    this.title = title;
    this.conformance = List.of(conformance);
  }

  /** What the parameter {@code f} says: json, html or mvt. */
  public String word() {
    return word;
  }

  public String mediaType() {
    return mediaType;
  }

  /** As it stands in the header Content-Type. */
  public String contentType() {
    return this == HTML ? mediaType + "; charset=utf-8" : mediaType;
  }

  public String title() {
    return title;
  }

  /** The conformance classes that it brings. */
  List<String> conformance() {
    return conformance;
  }

  /** Whether a client that names this media type, without parameters, means this encoding. */
  boolean isMeantBy(String accepted) {
    String bare = mediaType.replaceAll(";.*", "");
    return accepted.equals(bare)
        || accepted.equals("*/*")
        || accepted.equals(bare.replaceAll("/.*", "/*"))
        || word.equals("json") && accepted.equals("application/json")
        || this == HTML && accepted.equals("application/xhtml+xml");
  }
}
