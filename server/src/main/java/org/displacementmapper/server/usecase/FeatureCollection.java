package org.displacementmapper.server.usecase;

import java.util.List;
import java.util.Optional;
import org.displacementmapper.feature.Schema;

/**
 * A set of features that can be read page by page and filtered, as OGC API - Features knows it.
 *
 * @param id as it stands in addresses
 * @param geometryType Point or MultiPolygon
 * @param time fields that say when a feature holds; empty if it has no time
 * @param parameters names of the parameters of a {@link Question} that it takes, beside those that
 *     every collection takes; any other is refused
 * @param isLayer whether it is a layer of the catalogue too, of which tiles are cut
 */
public record FeatureCollection(
    String id,
    String title,
    String text,
    String geometryType,
    Schema schema,
    Optional<TimeFields> time,
    List<String> parameters,
    boolean isLayer) {

  /** The first and the last day of a feature; the same field if it holds on one day. */
  public record TimeFields(String start, String end) {}

  public FeatureCollection {
    parameters = List.copyOf(parameters);
  }
}
