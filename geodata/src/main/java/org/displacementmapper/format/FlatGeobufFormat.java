package org.displacementmapper.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.Schema;

/**
 * FlatGeobuf, version 3: a binary file of one layer with an index, of which programs can read a
 * part over the web.
 *
 * <p>Reads points, lines and polygons without heights and measures, in the order of the file; the
 * index is passed over. A damaged feature is left out. The line of a feature is its number.
 *
 * <p>Writes WGS 84 with the index, in whose order the features come, a description of every column,
 * and what is to be said about the file as JSON in the header. The same features give the same
 * bytes.
 */
public final class FlatGeobufFormat implements FeatureReader, FeatureWriter {

  @Override
  public String id() {
    return "fgb";
  }

  @Override
  public String mediaType() {
    return "application/vnd.flatgeobuf";
  }

  @Override
  public List<String> extensions() {
    return List.of("fgb");
  }

  /** Of any version, so that another one can be refused with a word on it. */
  @Override
  public boolean recognises(Head head) {
    byte[] start = head.bytes();
    return head.startsWith("fgb") && start.length > 6 && start[4] == 'f' && start[5] == 'g';
  }

  @Override
  public FeatureStream read(Input input, ReadOptions options, Consumer<Issue> issues) {
    FlatGeobufRows rows = new FlatGeobufRows(input, issues);
    FlatGeobufHeader header = rows.header();
    FileLayer.choose(input.name(), List.of(header.layer()), options);
    Optional<Crs> crs = Crs.find(input.name(), options, header.crs());
    PlacedFeatures placed = new PlacedFeatures(input.name(), rows, crs, issues);
    return new FeatureStream(input.name(), header.schema(), placed, input, true);
  }

  @Override
  public void write(Schema schema, Stream<Feature> features, Map<String, ?> about, OutputStream out)
      throws IOException {
    write(schema, features, about, WriteOptions.PLAIN, out);
  }

  @Override
  public void write(
      Schema schema,
      Stream<Feature> features,
      Map<String, ?> about,
      WriteOptions options,
      OutputStream out)
      throws IOException {
    FeatureSample sample = new FeatureSample(features.iterator());
    try (FlatGeobufWriter writer = new FlatGeobufWriter(schema, sample, options)) {
      writer.features(sample);
      writer.finish(about, out);
    }
  }
}
