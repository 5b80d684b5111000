package org.displacementmapper.server.http;

import java.util.Optional;

/** Addresses from data, which may be linked only if they lead to the web and do nothing else. */
final class WebAddress {

  private WebAddress() {}

  /**
   * @param text null for none
   */
  static Optional<String> find(String text) {
    return Optional.ofNullable(text)
        .filter(url -> url.startsWith("https://") || url.startsWith("http://"));
  }
}
