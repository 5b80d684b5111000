package org.displacementmapper.server.store;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The data folder cannot be used; the message says which, why, and what to do. */
public class StoreException extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  public StoreException(String message, Exception cause) {
    super(message, cause instanceof IOException io ? io : new IOException(cause));
  }
}
