package org.displacementmapper.server.ogc;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.server.usecase.FeatureCollection;

/**
 * Which features of a collection are wanted, and how they are to be written.
 *
 * @param properties names to keep; empty: all
 * @param cursor where the page before ended; empty: from the beginning
 */
public record ItemsQuery(
    Optional<Box> box,
    Optional<TimeInterval> interval,
    Optional<Predicate<Feature>> filter,
    List<SortKey> order,
    Set<String> properties,
    int limit,
    Optional<String> cursor,
    OgcCrs crs) {

  /** Features on a page unless the request says otherwise. */
  public static final int DEFAULT_LIMIT = 100;

  /** More than this are never on one page: a greater limit gives as many. */
  public static final int MAX_LIMIT = 10_000;

  public ItemsQuery {
    order = List.copyOf(order);
    properties = Set.copyOf(properties);
  }

  /**
   * @throws org.displacementmapper.server.usecase.BadQuestionException naming the parameter that
   *     cannot be read
   */
  public static ItemsQuery parse(
      FeatureCollection collection,
      Optional<String> bbox,
      OgcCrs bboxCrs,
      Optional<String> datetime,
      Optional<Predicate<Feature>> filter,
      Optional<String> sortby,
      Set<String> properties,
      int limit,
      Optional<String> cursor,
      OgcCrs crs) {
    return new ItemsQuery(
        bbox.map(text -> Box.parse(text, bboxCrs)),
        datetime.map(TimeInterval::parse),
        filter,
        sortby.map(text -> SortKey.parse(text, collection.schema())).orElse(List.of()),
        properties,
        limit,
        cursor,
        crs);
  }

  /** Whether every feature matches and none is put before another. */
  boolean isUnconditional() {
    return interval.isEmpty() && box.isEmpty() && filter.isEmpty() && order.isEmpty();
  }

  boolean matches(Feature feature, FeatureCollection collection) {
    return interval.map(days -> isIn(days, feature, collection)).orElse(true)
        && box.map(area -> area.meets(feature.geometry())).orElse(true)
        && filter.map(condition -> condition.test(feature)).orElse(true);
  }

  /** A collection without time holds always. */
  private static boolean isIn(
      TimeInterval interval, Feature feature, FeatureCollection collection) {
    if (collection.time().isEmpty()) {
      return true;
    }
    FeatureCollection.TimeFields fields = collection.time().get();
    Object start = feature.values().get(fields.start());
    Object end = feature.values().get(fields.end());
    return start instanceof LocalDate from
        && end instanceof LocalDate to
        && interval.meets(from, to);
  }
}
