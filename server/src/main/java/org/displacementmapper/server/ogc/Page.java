package org.displacementmapper.server.ogc;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.server.usecase.BadQuestionException;
import org.displacementmapper.server.usecase.FeatureCollection;
import org.displacementmapper.server.usecase.FeatureCollections;

/**
 * The features of one page, and where the next begins.
 *
 * <p>The cursor names the dataset version and the last feature of the page before. Within a version
 * nothing changes, so that pages never skip or repeat a feature; once the data have changed the
 * cursor is refused, since pages of two versions make no whole.
 *
 * @param matched how many features all pages together have
 * @param next cursor of the next page; empty on the last
 */
public record Page(
    String version,
    FeatureCollection collection,
    List<Feature> features,
    int matched,
    Optional<String> next) {

  /** A page of data that have changed since the page before it was made. */
  public static final class ChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChangedException(String then, String now) {
      super(
          "The data have changed since the first page was made: it was of version "
              + then
              + ", now it is "
              + now
              + ". Begin again without cursor, or go on with v="
              + then
              + ".");
    }
  }

  /** Holds no more features at once than the page has, whatever the collection holds. */
  public static Page of(FeatureCollections.Found found, ItemsQuery query) {
    Optional<Feature> last = query.cursor().map(cursor -> last(cursor, found, query));
    return query.isUnconditional() ? part(found, query, last) : choice(found, query, last);
  }

  /** A part of the collection as it stands. */
  private static Page part(
      FeatureCollections.Found found, ItemsQuery query, Optional<Feature> last) {
    int size = found.features().size();
    int from = last.map(feature -> found.indexOf(feature.id()) + 1).orElse(0);
    int to = (int) Math.min((long) from + query.limit(), size);
    return page(found, List.copyOf(found.features().subList(from, to)), size, to < size);
  }

  /** The first of those that match and come after the page before. */
  private static Page choice(
      FeatureCollections.Found found, ItemsQuery query, Optional<Feature> last) {
    Comparator<Feature> order = SortKey.comparator(query.order());
    PriorityQueue<Feature> first = new PriorityQueue<>(order.reversed());
    int matched = 0;
    int after = 0;
    for (Feature feature : found.features()) {
      if (!query.matches(feature, found.collection())) {
        continue;
      }
      matched++;
      if (last.isPresent() && order.compare(feature, last.get()) <= 0) {
        continue;
      }
      after++;
      if (first.size() < query.limit()) {
        first.add(feature);
      } else if (order.compare(feature, first.peek()) < 0) {
        first.poll();
        first.add(feature);
      }
    }
    return page(found, first.stream().sorted(order).toList(), matched, after > first.size());
  }

  private static Page page(
      FeatureCollections.Found found, List<Feature> features, int matched, boolean more) {
    Optional<String> next =
        more
            ? Optional.of(cursor(found.version(), features.get(features.size() - 1)))
            : Optional.empty();
    return new Page(found.version(), found.collection(), features, matched, next);
  }

  private static String cursor(String version, Feature last) {
    byte[] bytes = (version + "\n" + last.id()).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The last feature of the page before. */
  private static Feature last(String cursor, FeatureCollections.Found found, ItemsQuery query) {
    String[] parts;
    try {
      parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n");
    } catch (IllegalArgumentException e) {
      parts = new String[0];
    }
    if (parts.length == 2 && !parts[0].equals(found.version())) {
      throw new ChangedException(parts[0], found.version());
    }
    int at = parts.length == 2 ? found.indexOf(parts[1]) : -1;
    if (at < 0 || !query.matches(found.features().get(at), found.collection())) {
      throw new BadQuestionException(
          "cursor", cursor, "only what a next link of the same query says is allowed.");
    }
    return found.features().get(at);
  }
}
