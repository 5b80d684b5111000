package org.displacementmapper.source;

/** Takes what was accepted of a file, row by row, in its order. */
@FunctionalInterface
public interface RowSink<T> {

  /**
   * @param line of the file
   */
  void accept(long line, T item);
}
