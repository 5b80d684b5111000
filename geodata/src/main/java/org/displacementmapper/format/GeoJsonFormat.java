package org.displacementmapper.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.Schema;

/**
 * GeoJSON by RFC 7946: a FeatureCollection, a single Feature or geometry, or one Feature a line.
 *
 * <p>Reads longitude and latitude, or the system that the member "crs" of GeoJSON 2008 names before
 * the features, and drops heights. Properties are text, whole numbers ({@code Long}), numbers
 * ({@code Double}), booleans or null; nested lists and objects become JSON text. The schema is that
 * of the first {@value GeoJsonFeatures#SAMPLE_SIZE} features (fewer if they are large), since the
 * format has no header. Geometries are built as they stand, valid or not; rings that are not closed
 * or shorter than four positions are refused.
 *
 * <p>Writes one feature a line, at most seven decimals, rings in the order of the RFC, and what is
 * to be said about the file as members before the features.
 */
public final class GeoJsonFormat implements FeatureReader, FeatureWriter {

  @Override
  public String id() {
    return "geojson";
  }

  @Override
  public String mediaType() {
    return "application/geo+json";
  }

  @Override
  public List<String> extensions() {
    return List.of("geojson", "json", "geojsonl", "ndjson");
  }

  @Override
  public boolean recognises(Head head) {
    return head.isText() && head.textBeginsWith("{[");
  }

  @Override
  public FeatureStream read(Input input, ReadOptions options, Consumer<Issue> issues) {
    options.requireNoLayer(input.name(), "GeoJSON");
    GeoJsonFeatures features = new GeoJsonFeatures(input, options.crs().isPresent(), issues);
    Optional<Crs> crs = Crs.find(input.name(), options, features.findCrs());
    PlacedFeatures placed =
        new PlacedFeatures(input.name(), features, crs.or(() -> Optional.of(Crs.WGS84)), issues);
    return new FeatureStream(input.name(), features.schema(), placed, features, true);
  }

  @Override
  public void write(Schema schema, Stream<Feature> features, Map<String, ?> about, OutputStream out)
      throws IOException {
    SchemaCheck check = new SchemaCheck(schema);
    GeoJsonWriter writer = new GeoJsonWriter(out);
    writer.begin(about);
    for (Iterator<Feature> each = features.iterator(); each.hasNext(); ) {
      Feature feature = each.next();
      check.requireKnownFields(feature);
      writer.feature(feature);
    }
    writer.end();
  }
}
