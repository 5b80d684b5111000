package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Optional;

/**
 * The address under which the outside knows this server: the operator's setting, or else what a
 * trusted proxy says of the request, or else what the request was sent to.
 *
 * @param setting without a slash at the end; empty: as each request says
 * @param trustsProxy whether {@code Forwarded} and {@code X-Forwarded-*} are believed; anybody can
 *     send them, so only behind a proxy that sets or drops them
 */
record PublicUrl(String setting, boolean trustsProxy) {

  /** As the request was sent. */
  static final PublicUrl AS_ASKED = new PublicUrl("", false);

  /** Without a slash at the end. */
  String of(Context context) {
    if (!setting.isEmpty()) {
      return setting;
    }
    Optional<Forwarded> forwarded =
        trustsProxy ? Optional.of(Forwarded.of(context::header)) : Optional.empty();
    return forwarded.flatMap(Forwarded::scheme).orElse(context.scheme())
        + "://"
        + forwarded.flatMap(Forwarded::host).orElse(context.host())
        + forwarded.map(Forwarded::prefix).orElse("");
  }

  /** What stands between the host and the server's own paths, such as {@code /maps}, or nothing. */
  String prefix(Context context) {
    if (!setting.isEmpty()) {
      return Optional.ofNullable(URI.create(setting).getRawPath()).orElse("");
    }
    return trustsProxy ? Forwarded.of(context::header).prefix() : "";
  }

  boolean isSecure(Context context) {
    return of(context).startsWith("https:");
  }
}
