package org.displacementmapper.server.http;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The port cannot be listened on. */
public final class PortTakenException extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  PortTakenException(String host, int port) {
    super(
        "Port %d of %s is taken or may not be used; choose another with --port (0 picks a free one)."
            .formatted(port, host),
        new IOException("port taken"));
  }
}
