package org.displacementmapper.source;

import org.displacementmapper.feature.Feature;

/**
 * Reads the rows of one file, one by one, in any order.
 *
 * @param <T> what a row becomes
 */
@FunctionalInterface
public interface RowReader<T> {

  /** Never throws on bad values: what is wrong with them is in the answer's issues. */
  Reading<T> read(Feature row);
}
