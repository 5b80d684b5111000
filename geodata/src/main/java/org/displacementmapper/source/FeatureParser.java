package org.displacementmapper.source;

import java.io.InputStream;
import java.util.stream.Stream;
import org.displacementmapper.feature.Feature;

/**
 * Turns the bytes of a file into features. The formats do this; they are handed in, because sources
 * know none of them.
 */
@FunctionalInterface
public interface FeatureParser {

  /**
   * @param name of the file, for issues
   * @param bytes closed with the returned stream
   */
  Stream<Feature> parse(String name, InputStream bytes);
}
