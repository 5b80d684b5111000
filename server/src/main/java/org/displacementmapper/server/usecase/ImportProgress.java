package org.displacementmapper.server.usecase;

import java.util.function.LongConsumer;

/** Told how far an import is: now and then the number of rows read of a file. */
@FunctionalInterface
public interface ImportProgress extends LongConsumer {

  /** All files are read; what follows takes about as long again. */
  default void storing(long rows) {}
}
