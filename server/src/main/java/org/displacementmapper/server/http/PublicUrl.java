package org.displacementmapper.server.http;

import io.javalin.http.Context;

/**
 * The address under which the outside knows this server: the operator's setting, or else what the
 * request was sent to. Headers of a proxy are not believed.
 */
final class PublicUrl {

  private PublicUrl() {}

  static String of(Context context, String setting) {
    return setting.isEmpty() ? context.scheme() + "://" + context.host() : setting;
  }
}
