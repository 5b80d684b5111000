package org.displacementmapper.format;

import java.util.function.Consumer;
import org.displacementmapper.feature.Issue;

/** A format that can be read. */
public interface FeatureReader extends Format {

  /**
   * Whether a file that begins like this is of this format; broken files of the format included.
   */
  boolean recognises(Head head);

  /**
   * Geometries come in longitude and latitude (WGS 84), whatever the file has. Reads as far as the
   * schema needs; the other features follow as the stream is consumed.
   *
   * @param input closed with the returned stream; if this throws, whoever called closes it
   * @param options what the reading person says of the file
   * @param issues receives, here or while the stream is consumed, each row that was left out and
   *     why
   * @throws org.displacementmapper.feature.UnreadableFileException if the file cannot be used, here
   *     or later while the stream is consumed
   */
  FeatureStream read(Input input, ReadOptions options, Consumer<Issue> issues);
}
