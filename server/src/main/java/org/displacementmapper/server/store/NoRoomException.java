package org.displacementmapper.server.store;

import java.io.IOException;

/** A version is whole, but the memory has no room for it beside what must stay in it. */
public final class NoRoomException extends StoreException {

  private static final long serialVersionUID = 1L;

  private final String version;

  NoRoomException(String version, String message) {
    super(message, new IOException("too little memory"));
    this.version = version;
  }

  /** Its name. */
  public String version() {
    return version;
  }
}
