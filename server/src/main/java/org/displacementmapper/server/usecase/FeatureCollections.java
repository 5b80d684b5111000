package org.displacementmapper.server.usecase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.layer.Layer;
import org.displacementmapper.layer.View;
import org.displacementmapper.server.store.RecentVersions;

/**
 * The collections of a dataset: every layer of the catalogue except those of labels, which repeat
 * the units, and the estimates of every UN date. They are made of the layers, so that the
 * publication policy holds. Safe for use by many threads.
 */
public final class FeatureCollections {

  private static final int KEPT_LISTS = 24;

  /** Features of a list that are kept ready; those of a longer one are made when asked for. */
  private static final int KEPT_READY = 50_000;

  private static final List<String> ESTIMATED = List.of("as_of", "cutoff", "product", "source");
  private static final List<String> COUNTED =
      List.of("from", "to", "air", "incident_source", "kind", "precision", "min_killed", "text");

  /** Before the first and after the last incident that any source can hold. */
  private static final LocalDate EVER = LocalDate.of(1900, 1, 1);

  private static final LocalDate ALWAYS = LocalDate.of(2999, 12, 31);

  private record Key(String collection, Question question) {}

  /**
   * What was found at one moment.
   *
   * @param version of the dataset that the features are of
   * @param features in the order of their ids, which never changes within a version
   */
  public record Found(String version, FeatureCollection collection, List<Feature> features) {

    private static final Comparator<Feature> ORDER = Comparator.comparing(Feature::id);

    /** Its place in the list, or less than 0 if there is none of that id. */
    public int indexOf(String id) {
      return Collections.binarySearch(features, Feature.of(id, null, Map.of()), ORDER);
    }
  }

  private final Views views;
  private final Catalogs catalogs;
  private final RecentVersions<Cache<Key, List<Feature>>> lists = new RecentVersions<>();

  public FeatureCollections(Views views, Catalogs catalogs) {
    this.views = views;
    views.whenRoomIsNeeded(lists::clear);
    this.catalogs = catalogs;
  }

  /** What is told, and how coarsely. */
  public Map<String, Object> policy() {
    return views.dataset().policy().describe();
  }

  /**
   * Its full name.
   *
   * @param version name or number of a kept one; empty: the current one; so everywhere here
   */
  public String version(Optional<String> version) {
    return views.dataset(version).version().toString();
  }

  /** What of it is kept under, see {@link Dataset#edition}. */
  public String edition(Optional<String> version) {
    return views.dataset(version).edition();
  }

  public List<String> credits(Optional<String> version) {
    return Credits.of(views.dataset(version));
  }

  /** In the order in which they are to be listed. */
  public List<FeatureCollection> list(Optional<String> version) {
    return list(views.dataset(version));
  }

  /**
   * @throws UnknownException listing the collections that there are
   */
  public FeatureCollection collection(String id, Optional<String> version) {
    return collection(views.dataset(version), id);
  }

  /**
   * All features of a collection.
   *
   * @param question of which only what the collection takes may be asked
   */
  public Found features(String id, Question question) {
    Dataset dataset = views.dataset(question.version());
    FeatureCollection collection = collection(dataset, id);
    String version = dataset.version().toString();
    // By its full name, so that the current version by its name is not made twice.
    Question exact = question.ofVersion(Optional.of(version));
    List<Feature> features =
        lists
            .get(dataset.edition(), made -> Caffeine.newBuilder().maximumSize(KEPT_LISTS).build())
            .get(new Key(id, exact), key -> ordered(make(dataset, collection, exact)));
    return new Found(version, collection, features);
  }

  /** Incidents come in the order of their ids, and a million of them are too many to keep. */
  private static List<Feature> ordered(List<Feature> features) {
    return features.size() > KEPT_READY && isOrdered(features)
        ? features
        : features.stream().sorted(Found.ORDER).toList();
  }

  private static boolean isOrdered(List<Feature> features) {
    Feature before = null;
    for (Feature feature : features) {
      if (before != null && Found.ORDER.compare(before, feature) > 0) {
        return false;
      }
      before = feature;
    }
    return true;
  }

  private List<Feature> make(Dataset dataset, FeatureCollection collection, Question question) {
    if (collection.id().equals(EstimatesByDate.ID)) {
      return EstimatesByDate.features(views, dataset, question);
    }
    Layer layer = catalogs.layer(dataset, collection.id());
    View view = views.view(takesDates(layer) ? question : ever(question));
    return layer.features(view);
  }

  /** Units are counted to the date of their estimate; incidents are all of them, unless asked. */
  private static boolean takesDates(Layer layer) {
    return layer.schema().findField("as_of").isPresent();
  }

  private static Question ever(Question question) {
    return new Question(
        question.asOf(),
        question.cutoff(),
        question.product(),
        question.source(),
        question.from().or(() -> Optional.of(EVER)),
        question.to().or(() -> Optional.of(ALWAYS)),
        question.incidentFilter(),
        question.pcodes(),
        question.bbox(),
        question.version());
  }

  private List<FeatureCollection> list(Dataset dataset) {
    List<FeatureCollection> collections = new ArrayList<>();
    for (Layer layer : catalogs.of(dataset).layers()) {
      if (!layer.id().endsWith("-labels")) {
        collections.add(of(layer));
      }
    }
    collections.add(EstimatesByDate.collection());
    return collections;
  }

  private FeatureCollection collection(Dataset dataset, String id) {
    List<FeatureCollection> all = list(dataset);
    return all.stream()
        .filter(collection -> collection.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownException(
                    "There is no collection " + id + ".",
                    "Collections: "
                        + all.stream().map(FeatureCollection::id).collect(Collectors.joining(", "))
                        + "."));
  }

  private static FeatureCollection of(Layer layer) {
    return new FeatureCollection(
        layer.id(),
        Character.toUpperCase(layer.title().charAt(0)) + layer.title().substring(1),
        layer.text(),
        layer.geometryType(),
        layer.schema(),
        time(layer),
        parameters(layer),
        true);
  }

  private static Optional<FeatureCollection.TimeFields> time(Layer layer) {
    if (layer.schema().findField("date_start").isPresent()) {
      return Optional.of(new FeatureCollection.TimeFields("date_start", "date_end"));
    }
    return takesDates(layer)
        ? Optional.of(new FeatureCollection.TimeFields("as_of", "as_of"))
        : Optional.empty();
  }

  private static List<String> parameters(Layer layer) {
    List<String> parameters = new ArrayList<>();
    if (takesDates(layer)) {
      parameters.addAll(ESTIMATED);
    }
    if (layer.schema().findField("incidents").isPresent()) {
      parameters.addAll(COUNTED);
    }
    return parameters;
  }
}
