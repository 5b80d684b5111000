package org.displacementmapper.server.usecase;

import java.io.UncheckedIOException;
import org.displacementmapper.server.store.DamagedVersionException;

/** A dataset version that is kept but cannot be read; all others can. */
public final class UnreadableException extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  private final String version;

  UnreadableException(DamagedVersionException damage) {
    super(damage.getMessage(), damage.getCause());
    this.version = damage.version();
  }

  /** Its name. */
  public String version() {
    return version;
  }
}
