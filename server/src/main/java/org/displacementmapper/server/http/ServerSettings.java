package org.displacementmapper.server.http;

import java.util.Optional;
import org.displacementmapper.server.usecase.Basemap;

/**
 * What the operator says of the server.
 *
 * @param host address to listen on
 * @param port 0 picks a free one
 * @param publicUrl address under which the outside knows it, without a slash at the end; empty: as
 *     each request says
 * @param trustsProxy whether headers of a proxy may say so too
 * @param tokens without one of which a private server answers nobody; empty: everybody may ask
 * @param basemap the operator's own background map; empty: ours
 */
public record ServerSettings(
    String host,
    int port,
    String publicUrl,
    boolean trustsProxy,
    Optional<Tokens> tokens,
    Optional<Basemap> basemap) {

  /** A server for this machine only, open to everybody on it. */
  public static ServerSettings local(int port) {
    return new ServerSettings("127.0.0.1", port, "", false, Optional.empty(), Optional.empty());
  }
}
