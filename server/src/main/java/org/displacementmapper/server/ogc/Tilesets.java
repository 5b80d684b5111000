package org.displacementmapper.server.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.displacementmapper.server.usecase.FeatureCollection;
import org.displacementmapper.server.usecase.FeatureCollections;
import org.displacementmapper.server.usecase.UnknownException;
import org.displacementmapper.tile.Tile;

/**
 * The tilesets of OGC API - Tiles: of every collection that is a layer, and of all of them together
 * (the dataset), each in every {@link TileMatrixSet}. Safe for use by many threads.
 */
public final class Tilesets {

  static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
  private static final String SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
  private static final String GEODATA = "http://www.opengis.net/def/rel/ogc/1.0/geodata";

  private final FeatureCollections collections;
  private final Extents extents;

  public Tilesets(FeatureCollections collections) {
    this.collections = collections;
    this.extents = new Extents(collections);
  }

  /**
   * The layers of a tileset.
   *
   * @param collection empty for the dataset
   * @param version name or number of a kept dataset version, which links carry on; empty: the
   *     current one; so everywhere here
   * @throws UnknownException if there is no such collection, or it has no tiles
   */
  public List<String> layers(Optional<String> collection, Optional<String> version) {
    List<String> all =
        collections.list(version).stream()
            .filter(FeatureCollection::isLayer)
            .map(FeatureCollection::id)
            .toList();
    if (collection.isEmpty()) {
      return all;
    }
    FeatureCollection one = collections.collection(collection.get(), version);
    if (!one.isLayer()) {
      throw new UnknownException(
          "The collection " + one.id() + " has no tiles.",
          "With tiles: " + String.join(", ", all) + ".");
    }
    return List.of(one.id());
  }

  /** The list of tile matrix sets. */
  public Map<String, Object> matrixSets(String root, Encoding encoding) {
    String address = root + "/tileMatrixSets";
    List<Map<String, Object>> sets = new ArrayList<>();
    for (TileMatrixSet set : TileMatrixSet.values()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("id", set.id());
      one.put("title", set.title());
      one.put("uri", set.uri());
      one.put("crs", set.crs());
      one.put("links", Link.each("self", Encoding.METADATA, set.title(), address + "/" + set.id()));
      sets.add(one);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("links", Link.self(Encoding.METADATA, encoding, address));
    body.put("tileMatrixSets", sets);
    return body;
  }

  /** One tile matrix set, as the standard's JSON defines it. */
  public Map<String, Object> matrixSet(TileMatrixSet set, String root, Encoding encoding) {
    Map<String, Object> body = new LinkedHashMap<>(set.describe());
    body.put("links", Link.self(Encoding.METADATA, encoding, root + "/tileMatrixSets/" + set.id()));
    return body;
  }

  /**
   * The tilesets of a collection or of the dataset.
   *
   * @param root address of the service, without a slash at the end
   */
  public Map<String, Object> list(
      Optional<String> collection, String root, Encoding encoding, Optional<String> version) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("title", "Tiles of " + name(collection, version));
    body.put(
        "links",
        Link.self(Encoding.METADATA, encoding, address(collection, root) + Link.query(version)));
    body.put(
        "tilesets",
        Stream.of(TileMatrixSet.values())
            .map(set -> item(collection, set, root, encoding, version))
            .toList());
    return body;
  }

  /**
   * One tileset: where its tiles are, what they hold, which of them there are.
   *
   * @param root address of the service, without a slash at the end
   */
  public Map<String, Object> tileset(
      Optional<String> collection,
      TileMatrixSet set,
      String root,
      Encoding encoding,
      Optional<String> version) {
    List<String> layers = layers(collection, version);
    Map<String, Object> body = item(collection, set, root, encoding, version);
    body.put("version", collections.version(version));
    body.put("attribution", String.join(" ", collections.credits(version)));
    body.put("mediaTypes", Encoding.TILES.stream().map(Encoding::mediaType).toList());
    body.put("boundingBox", boundingBox(box(layers, version)));
    body.put("layers", layers.stream().map(layer -> layer(layer, set, root, version)).toList());
    return body;
  }

  /** What is told of a tileset wherever it is named. */
  private Map<String, Object> item(
      Optional<String> collection,
      TileMatrixSet set,
      String root,
      Encoding encoding,
      Optional<String> version) {
    String address = address(collection, root) + "/" + set.id();
    List<TileLimits> limits = set.limits(box(layers(collection, version), version));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("title", "Tiles of " + name(collection, version) + ": " + set.title());
    body.put("dataType", "vector");
    body.put("crs", set.crs());
    body.put("tileMatrixSetId", set.id());
    body.put("tileMatrixSetURI", set.uri());
    body.put("links", links(collection, set, root, address, encoding, version));
    body.put("tileMatrixSetLimits", limits.stream().map(TileLimits::describe).toList());
    return body;
  }

  private static List<Map<String, Object>> links(
      Optional<String> collection,
      TileMatrixSet set,
      String root,
      String address,
      Encoding encoding,
      Optional<String> version) {
    String v = Link.query(version);
    List<Map<String, Object>> links =
        new ArrayList<>(Link.self(Encoding.METADATA, encoding, address + v));
    for (Map<String, Object> link :
        Link.each(
            "item", Encoding.TILES, "Tiles", address + "/{tileMatrix}/{tileRow}/{tileCol}" + v)) {
      link.put("templated", true);
      links.add(link);
    }
    links.addAll(
        Link.each(SCHEME, Encoding.METADATA, set.title(), root + "/tileMatrixSets/" + set.id()));
    links.addAll(
        Link.each(
            GEODATA,
            Encoding.METADATA,
            "What the tiles are made of",
            collection.map(id -> root + "/collections/" + id).orElse(root + "/collections") + v));
    return links;
  }

  private Map<String, Object> layer(
      String id, TileMatrixSet set, String root, Optional<String> version) {
    FeatureCollection collection = collections.collection(id, version);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", id);
    body.put("title", collection.title());
    body.put("description", collection.text());
    body.put("dataType", "vector");
    body.put("geometryDimension", collection.geometryType().contains("Point") ? 0 : 2);
    body.put("minTileMatrix", "0");
    body.put("maxTileMatrix", Integer.toString(set.maxZoom()));
    body.put("boundingBox", boundingBox(box(List.of(id), version)));
    body.put("propertiesSchema", Queryables.properties(collection));
    body.put(
        "links",
        Link.each(
            GEODATA,
            Encoding.METADATA,
            collection.title(),
            root + "/collections/" + id + Link.query(version)));
    return body;
  }

  private static Map<String, Object> boundingBox(List<Double> box) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("lowerLeft", box.subList(0, 2));
    body.put("upperRight", box.subList(2, 4));
    body.put("crs", OgcCrs.CRS84.uri());
    return body;
  }

  /**
   * The tile that is meant.
   *
   * @throws UnknownException if it lies outside the limits of the tileset
   */
  public Tile tile(
      List<String> layers,
      TileMatrixSet set,
      int zoom,
      int row,
      int column,
      Optional<String> version) {
    List<TileLimits> limits = set.limits(box(layers, version));
    if (zoom < 0 || zoom >= limits.size()) {
      throw new UnknownException(
          set.id() + " has no tile matrix " + zoom + ".",
          "Tile matrices: 0 to " + (limits.size() - 1) + ".");
    }
    TileLimits here = limits.get(zoom);
    if (!here.contains(row, column)) {
      throw new UnknownException(
          "In tile matrix %d there is no tile in row %d and column %d."
              .formatted(zoom, row, column),
          "Rows %d to %d, columns %d to %d."
              .formatted(here.minRow(), here.maxRow(), here.minColumn(), here.maxColumn()));
    }
    return set.tile(zoom, row, column);
  }

  private String name(Optional<String> collection, Optional<String> version) {
    return collection.map(id -> collections.collection(id, version).title()).orElse("all layers");
  }

  private static String address(Optional<String> collection, String root) {
    return root + collection.map(id -> "/collections/" + id).orElse("") + "/tiles";
  }

  /** West, south, east, north of all of them together. */
  private List<Double> box(List<String> layers, Optional<String> version) {
    List<List<Double>> boxes = layers.stream().map(id -> extents.of(id, version).box()).toList();
    return List.of(
        boxes.stream().mapToDouble(box -> box.get(0)).min().orElseThrow(),
        boxes.stream().mapToDouble(box -> box.get(1)).min().orElseThrow(),
        boxes.stream().mapToDouble(box -> box.get(2)).max().orElseThrow(),
        boxes.stream().mapToDouble(box -> box.get(3)).max().orElseThrow());
  }
}
