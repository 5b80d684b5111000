package org.displacementmapper.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Schema;

/** A format that can be written. */
public interface FeatureWriter extends Format {

  /**
   * Writes all features and flushes; neither closes {@code out} nor the features.
   *
   * @param schema every field that a feature may have a value for, in the order of the file
   * @param about what the file as a whole has to say (licence, attribution, dataset version …), by
   *     name; values are text, number, boolean, null, list or map. A format that has no place for
   *     it leaves it out.
   * @throws IllegalArgumentException if a feature has a value that the schema lacks, since that
   *     value would be lost
   */
  void write(Schema schema, Stream<Feature> features, Map<String, ?> about, OutputStream out)
      throws IOException;

  /** Writes all features, with as much of the options as the format has a use for. */
  default void write(
      Schema schema,
      Stream<Feature> features,
      Map<String, ?> about,
      WriteOptions options,
      OutputStream out)
      throws IOException {
    write(schema, features, about, out);
  }

  /** Writes all features, with nothing to say about the file as a whole. */
  default void write(Schema schema, Stream<Feature> features, OutputStream out) throws IOException {
    write(schema, features, Map.of(), out);
  }
}
