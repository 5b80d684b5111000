package org.displacementmapper.server.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.displacementmapper.server.usecase.Basemap;
import org.displacementmapper.server.usecase.UseCases;

/** Starts the HTTP server, for the command {@code serve}. */
@FunctionalInterface
public interface Serving {

  /**
   * @param host address to listen on
   * @param port 0 picks a free one
   * @param publicUrl address under which the outside knows it; empty: as each request says
   * @param trustsProxy whether headers of a proxy may say so too
   * @param tokenFile tokens of a private server; empty: everybody may ask
   * @param basemap the operator's own background map; empty: ours
   */
  record Settings(
      String host,
      int port,
      String publicUrl,
      boolean trustsProxy,
      Optional<Path> tokenFile,
      Optional<Basemap> basemap) {}

  /**
   * @return the port it listens on
   * @throws RuntimeException whose message says why it cannot
   */
  int start(UseCases useCases, Settings settings);
}
