package org.displacementmapper.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Schema;

/**
 * The features of one file, read as they are asked for. The schema is there before the first
 * feature, so that a publisher can be recognised by the columns. Can be consumed once, by one
 * thread; the consumer closes it.
 */
public final class FeatureStream implements Iterable<Feature>, AutoCloseable {

  private final String file;
  private final Schema schema;
  private final Iterator<Feature> features;
  private final Closeable source;
  private final boolean hasGeometry;
  private final AtomicBoolean taken = new AtomicBoolean();

  /**
   * @param hasGeometry whether the features bring a geometry of their own, so that no columns of
   *     coordinates need be looked for
   */
  FeatureStream(
      String file,
      Schema schema,
      Iterator<Feature> features,
      Closeable source,
      boolean hasGeometry) {
    this.file = file;
    this.schema = schema;
    this.features = features;
    this.source = source;
    this.hasGeometry = hasGeometry;
  }

  /** The same features; closing it closes this and then the other. */
  FeatureStream closing(Closeable other) {
    return new FeatureStream(
        file,
        schema,
        features,
        () -> {
          try {
            source.close();
          } finally {
            other.close();
          }
        },
        hasGeometry);
  }

  /** Name of the file for messages, or "-" for standard input. */
  public String file() {
    return file;
  }

  /** The columns of the file; where a format has no header, those of the first features. */
  public Schema schema() {
    return schema;
  }

  /** Whether the features bring a geometry of their own, as those of map formats do. */
  public boolean hasGeometry() {
    return hasGeometry;
  }

  @Override
  public Iterator<Feature> iterator() {
    if (taken.getAndSet(true)) {
      throw new IllegalStateException("the features of " + file + " can be read only once");
    }
    return features;
  }

  /** The features as a sequential stream; closing it closes this. */
  public Stream<Feature> stream() {
    int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(iterator(), characteristics), false)
        .onClose(this::close);
  }

  @Override
  public void close() {
    try {
      source.close();
    } catch (IOException e) {
      // It was only read: nothing is lost, and the caller could do nothing about it.
    }
  }
}
