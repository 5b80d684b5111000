package org.displacementmapper.server.cli;

import org.displacementmapper.server.usecase.UseCases;

/** Starts the HTTP server, for the command {@code serve}. */
@FunctionalInterface
public interface Serving {

  /**
   * @param port 0 picks a free one
   * @param publicUrl address under which the outside knows it; empty: as each request says
   * @return the port it listens on
   * @throws RuntimeException whose message says why it cannot
   */
  int start(UseCases useCases, String host, int port, String publicUrl);
}
