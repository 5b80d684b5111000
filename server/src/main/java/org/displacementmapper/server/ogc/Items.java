package org.displacementmapper.server.ogc;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.server.usecase.BadQuestionException;
import org.displacementmapper.server.usecase.FeatureCollections;
import org.displacementmapper.server.usecase.Question;
import org.displacementmapper.server.usecase.UnknownException;

/** The features of a collection as GeoJSON: pages of them, and one alone. */
public final class Items {

  private static final Pattern VERSION = Pattern.compile("[?&](v=[^&]*)");

  private final FeatureCollections collections;

  public Items(FeatureCollections collections) {
    this.collections = collections;
  }

  public FeatureCollections collections() {
    return collections;
  }

  public Page page(String collection, Question question, ItemsQuery query) {
    Page page = Page.of(collections.features(collection, question), query);
    requireTransformable(page.features(), query.crs());
    return page;
  }

  /** One feature as a page of its own. */
  public Page single(String collection, String id, Question question, OgcCrs crs) {
    FeatureCollections.Found found = collections.features(collection, question);
    int at = found.indexOf(id);
    if (at < 0) {
      throw new UnknownException(
          "There is no feature " + id + " in " + collection + ".",
          "Ids are those that its items have.");
    }
    List<Feature> features = List.of(found.features().get(at));
    requireTransformable(features, crs);
    return new Page(found.version(), found.collection(), features, 1, Optional.empty());
  }

  /** Tried before the answer begins, since what is sent cannot be taken back. */
  private static void requireTransformable(List<Feature> features, OgcCrs crs) {
    for (Feature feature : features) {
      try {
        if (feature.geometry() != null) {
          crs.fromLonLat(feature.geometry().getEnvelope());
        }
      } catch (IllegalArgumentException e) {
        throw new BadQuestionException(
            "crs",
            crs.uri(),
            "feature "
                + feature.id()
                + " lies outside its area; allowed for all features: "
                + String.join(", ", OgcCrs.LISTED)
                + ".");
      }
    }
  }

  /**
   * @param address of the items, with its query but without {@code f} and {@code cursor}
   */
  public void write(Page page, ItemsQuery query, String address, OutputStream out)
      throws IOException {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("numberMatched", page.matched());
    about.put("numberReturned", page.features().size());
    about.put("timeStamp", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    about.put("version", page.version());
    about.put("policy", collections.policy());
    about.put("attribution", String.join(" ", collections.credits(Optional.of(page.version()))));
    about.put("links", links(page, Encoding.GEOJSON, address));
    new ItemsWriter(out, query.crs(), query.properties()).collection(page.features(), about);
  }

  public List<Map<String, Object>> links(Page page, Encoding encoding, String address) {
    List<Map<String, Object>> links =
        new ArrayList<>(Link.self(Encoding.FEATURES, encoding, address));
    page.next()
        .ifPresent(
            cursor ->
                links.add(
                    Link.of(
                        "next",
                        encoding.mediaType(),
                        "The next page",
                        address
                            + (address.contains("?") ? "&" : "?")
                            + "f="
                            + encoding.word()
                            + "&cursor="
                            + cursor)));
    links.add(collectionLink(address));
    return links;
  }

  /**
   * @param address of the feature
   */
  public void writeSingle(Page page, OgcCrs crs, String address, OutputStream out)
      throws IOException {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("version", page.version());
    about.put("policy", collections.policy());
    about.put("attribution", String.join(" ", collections.credits(Optional.of(page.version()))));
    about.put("links", singleLinks(Encoding.GEOJSON, address));
    new ItemsWriter(out, crs, Set.of()).single(page.features().get(0), about);
  }

  public List<Map<String, Object>> singleLinks(Encoding encoding, String address) {
    List<Map<String, Object>> links =
        new ArrayList<>(Link.self(Encoding.FEATURES, encoding, address));
    links.add(collectionLink(address));
    return links;
  }

  private static Map<String, Object> collectionLink(String address) {
    String collection = address.substring(0, address.indexOf("/items"));
    Matcher version = VERSION.matcher(address);
    return Link.of(
        "collection",
        Encoding.JSON.mediaType(),
        "The collection",
        collection + "?f=json" + (version.find() ? "&" + version.group(1) : ""));
  }

  /** The part of an address that an id becomes. */
  public static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
