package org.displacementmapper.server.ogc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.server.usecase.FeatureCollection.TimeFields;
import org.displacementmapper.server.usecase.FeatureCollections;
import org.displacementmapper.server.usecase.Question;
import org.locationtech.jts.geom.Envelope;

/** Where and when the features of each collection lie, computed once for a dataset version. */
final class Extents {

  private static final int KEPT = 40;
  private static final double DECIMALS = 10_000;
  private static final List<Double> WORLD = List.of(-180.0, -90.0, 180.0, 90.0);

  /**
   * @param box west, south, east, north in degrees, rounded outwards
   * @param interval first and last moment, RFC 3339; empty if the collection has no time
   */
  record Extent(List<Double> box, List<String> interval) {}

  private record Key(String edition, String collection) {}

  private final FeatureCollections collections;
  private final Cache<Key, Extent> extents = Caffeine.newBuilder().maximumSize(KEPT).build();

  Extents(FeatureCollections collections) {
    this.collections = collections;
  }

  Extent of(String collection, Optional<String> version) {
    Key key = new Key(collections.edition(version), collection);
    Question question = Question.DEFAULT.ofVersion(version);
    return extents.get(key, missing -> measure(collections.features(collection, question)));
  }

  private static Extent measure(FeatureCollections.Found found) {
    Envelope box = new Envelope();
    LocalDate first = LocalDate.MAX;
    LocalDate last = LocalDate.MIN;
    for (Feature feature : found.features()) {
      feature.findGeometry().ifPresent(shape -> box.expandToInclude(shape.getEnvelopeInternal()));
      if (found.collection().time().isPresent()) {
        TimeFields fields = found.collection().time().get();
        LocalDate start = (LocalDate) feature.values().get(fields.start());
        LocalDate end = (LocalDate) feature.values().get(fields.end());
        first = start.isBefore(first) ? start : first;
        last = end.isAfter(last) ? end : last;
      }
    }
    List<String> interval =
        last.isBefore(first) ? List.of() : List.of(first + "T00:00:00Z", last + "T23:59:59Z");
    return new Extent(box.isNull() ? WORLD : outwards(box), interval);
  }

  private static List<Double> outwards(Envelope box) {
    return List.of(
        Math.floor(box.getMinX() * DECIMALS) / DECIMALS,
        Math.floor(box.getMinY() * DECIMALS) / DECIMALS,
        Math.ceil(box.getMaxX() * DECIMALS) / DECIMALS,
        Math.ceil(box.getMaxY() * DECIMALS) / DECIMALS);
  }
}
