package org.displacementmapper.server.ogc;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

  public static Page of(FeatureCollections.Found found, ItemsQuery query) {
    Stream<Feature> stream =
        found.features().stream().filter(feature -> query.matches(feature, found.collection()));
    if (!query.order().isEmpty()) {
      stream = stream.sorted(SortKey.comparator(query.order()));
    }
    List<Feature> matched = stream.toList();
    int from = query.cursor().map(cursor -> after(cursor, matched, found.version())).orElse(0);
    int to = (int) Math.min((long) from + query.limit(), matched.size());
    Optional<String> next =
        to < matched.size()
            ? Optional.of(cursor(found.version(), matched.get(to - 1)))
            : Optional.empty();
    return new Page(
        found.version(), found.collection(), matched.subList(from, to), matched.size(), next);
  }

  private static String cursor(String version, Feature last) {
    byte[] bytes = (version + "\n" + last.id()).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static int after(String cursor, List<Feature> matched, String version) {
    String[] parts;
    try {
      parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n");
    } catch (IllegalArgumentException e) {
      parts = new String[0];
    }
    if (parts.length == 2 && !parts[0].equals(version)) {
      throw new ChangedException(parts[0], version);
    }
    for (int i = 0; i < matched.size() && parts.length == 2; i++) {
      if (matched.get(i).id().equals(parts[1])) {
        return i + 1;
      }
    }
    throw new BadQuestionException(
        "cursor", cursor, "only what a next link of the same query says is allowed.");
  }
}
