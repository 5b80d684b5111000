package org.displacementmapper.server.usecase;

import java.io.UncheckedIOException;
import org.displacementmapper.server.store.DamagedVersionException;
import org.displacementmapper.server.store.NoRoomException;
import org.displacementmapper.server.store.StoreException;

/**
 * A dataset version that is kept but cannot be read; all others can. Either something of it is
 * damaged, or the memory is too small for it.
 */
public final class UnreadableException extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  private final String version;
  private final boolean damaged;

  private UnreadableException(String version, boolean damaged, StoreException cause) {
    super(cause.getMessage(), cause.getCause());
    this.version = version;
    this.damaged = damaged;
  }

  static UnreadableException of(StoreException cause) {
    if (cause instanceof NoRoomException noRoom) {
      return new UnreadableException(noRoom.version(), false, noRoom);
    }
    DamagedVersionException damage = (DamagedVersionException) cause;
    return new UnreadableException(damage.version(), true, damage);
  }

  /** Its name. */
  public String version() {
    return version;
  }

  /**
   * Whether it is damaged; else the memory is too small, and the message says how much it takes.
   */
  public boolean isDamaged() {
    return damaged;
  }
}
