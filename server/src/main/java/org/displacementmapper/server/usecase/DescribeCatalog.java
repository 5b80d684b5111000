package org.displacementmapper.server.usecase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.layer.TileLayer;
import org.displacementmapper.tile.TileEncoders;
import org.locationtech.jts.geom.Envelope;

/** Says which layers there are: what they show, their fields, zooms, bounds and addresses. */
public final class DescribeCatalog {

  /** Map limits: beyond them the neighbouring countries are cut off. */
  private static final List<Double> VIEW = List.of(84.0, 4.0, 109.0, 31.0);

  private static final double BOUNDS_DECIMALS = 10_000;

  private final Views views;
  private final Catalogs catalogs;

  public DescribeCatalog(Views views, Catalogs catalogs) {
    this.views = views;
    this.catalogs = catalogs;
  }

  /**
   * Its full name.
   *
   * @param version name or number of a kept one; empty: the current one; so everywhere here
   */
  public String version(Optional<String> version) {
    return views.dataset(version).version().toString();
  }

  /**
   * What an answer hangs on beside the address and the policy; empty if there is no such version.
   */
  public String edition(Optional<String> version) {
    try {
      return views.dataset(version).edition();
    } catch (UnknownException | UnreadableException e) {
      return "";
    }
  }

  /** The version if it is kept and can be read, else empty: pages show the newest then. */
  public Optional<String> ifKept(Optional<String> version) {
    try {
      version(version);
      return version;
    } catch (UnknownException | UnreadableException e) {
      return Optional.empty();
    }
  }

  /** Whom to name, one line each. */
  public List<String> credits(Optional<String> version) {
    return Credits.of(views.dataset(version));
  }

  /**
   * @param base address of the server, without a slash at the end
   */
  public Map<String, Object> list(String base, Optional<String> version) {
    Dataset dataset = views.dataset(version);
    String query = version.map(asked -> "?v=" + asked).orElse("");
    List<Map<String, Object>> layers = new ArrayList<>();
    for (TileLayer layer : catalogs.of(dataset).tileLayers()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("id", layer.id());
      one.put("title", layer.title());
      one.put("description", layer.text());
      one.put("geometry", layer.geometryType());
      one.put("minzoom", 0);
      one.put("maxzoom", layer.maxZoom());
      one.put("file", catalogs.of(dataset).ids().contains(layer.id()));
      one.put("tilejson", base + "/tiles/" + layer.id() + ".json" + query);
      one.put("tiles", addresses(base, layer, query));
      one.put("fields", fields(layer.schema()));
      layers.add(one);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", dataset.version().toString());
    body.put("policy", dataset.policy().describe());
    body.put("boundaries", dataset.boundaries().release().name());
    body.put("sources", dataset.sources());
    body.put("credits", Credits.of(dataset));
    body.put("layers", layers);
    return body;
  }

  /**
   * TileJSON 3.0.0 of a layer's vector tiles.
   *
   * @param query with its question mark, or empty; goes into the tile addresses
   */
  public Map<String, Object> tileJson(
      String layerId, String base, String query, Optional<String> version) {
    Dataset dataset = views.dataset(version);
    TileLayer layer = catalogs.tileLayer(dataset, layerId);
    Map<String, Object> vectorLayer = new LinkedHashMap<>();
    vectorLayer.put("id", layer.id());
    vectorLayer.put("description", layer.title());
    vectorLayer.put("minzoom", 0);
    vectorLayer.put("maxzoom", layer.maxZoom());
    vectorLayer.put("fields", fields(layer.schema()));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("tilejson", "3.0.0");
    body.put("name", layer.title());
    body.put("description", layer.text());
    body.put("version", "1.0.0");
    body.put("dataset_version", dataset.version().toString());
    body.put("policy", dataset.policy().describe());
    body.put("attribution", String.join(" ", Credits.of(dataset)));
    body.put("scheme", "xyz");
    body.put("tiles", List.of(base + "/tiles/" + layer.id() + "/{z}/{x}/{y}.mvt" + query));
    body.put("minzoom", 0);
    body.put("maxzoom", layer.maxZoom());
    body.put("bounds", bounds(layer, dataset));
    body.put("vector_layers", List.of(vectorLayer));
    return body;
  }

  private static Map<String, String> addresses(String base, TileLayer layer, String query) {
    Map<String, String> addresses = new LinkedHashMap<>();
    TileEncoders.ALL.forEach(
        encoder ->
            addresses.put(
                encoder.id(),
                base + "/tiles/" + layer.id() + "/{z}/{x}/{y}." + encoder.id() + query));
    return addresses;
  }

  /** What each field means, by name, as TileJSON has it. */
  static Map<String, String> fields(Schema schema) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Field field : schema.fields()) {
      fields.put(field.name(), field.text());
    }
    return fields;
  }

  /** West, south, east, north; rounded outwards. */
  private static List<Double> bounds(TileLayer layer, Dataset dataset) {
    if (layer.id().equals("neighbours")) {
      return VIEW;
    }
    Envelope box = new Envelope();
    for (AdminUnit unit : dataset.boundaries().units(dataset.boundaries().levels().first())) {
      box.expandToInclude(unit.geometry().getEnvelopeInternal());
    }
    dataset.placements().stream()
        .map(placement -> placement.incident().where())
        .filter(where -> where.precision().isPoint())
        .forEach(where -> where.findPoint().ifPresent(box::expandToInclude));
    return List.of(
        Math.floor(box.getMinX() * BOUNDS_DECIMALS) / BOUNDS_DECIMALS,
        Math.floor(box.getMinY() * BOUNDS_DECIMALS) / BOUNDS_DECIMALS,
        Math.ceil(box.getMaxX() * BOUNDS_DECIMALS) / BOUNDS_DECIMALS,
        Math.ceil(box.getMaxY() * BOUNDS_DECIMALS) / BOUNDS_DECIMALS);
  }
}
