package org.displacementmapper.server.http;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a proxy says of the request that it passed on: {@code Forwarded} (RFC 7239), else {@code
 * X-Forwarded-Proto}, {@code -Host} and {@code -Prefix}. Of several proxies the one nearest to the
 * client counts, which comes first. A value that cannot be part of an address is as good as none.
 *
 * @param prefix what the proxy cut off from the path, without a slash at the end; empty for nothing
 */
record Forwarded(Optional<String> scheme, Optional<String> host, String prefix) {

  private static final int MAX_HOST = 255;
  private static final int MAX_PREFIX = 200;
  private static final int LAST_PORT = 65_535;

  private static final Pattern HOST =
      Pattern.compile(
          "(?:[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?");
  private static final Pattern PREFIX = Pattern.compile("(?:/(?!\\.+(?:/|$))[A-Za-z0-9._~-]+)+");
  private static final Pattern PAIR =
      Pattern.compile("\\s*([A-Za-z]+)=(?:\"([^\"\\\\]*)\"|([^\\s;,\"]+))\\s*(?:;|$)");

  /**
   * @param header value by name; null for none
   */
  static Forwarded of(UnaryOperator<String> header) {
    String standard = first(header.apply("Forwarded"));
    return new Forwarded(
        scheme(pair(standard, "proto").orElse(first(header.apply("X-Forwarded-Proto")))),
        host(pair(standard, "host").orElse(first(header.apply("X-Forwarded-Host")))),
        prefix(first(header.apply("X-Forwarded-Prefix"))));
  }

  private static String first(String header) {
    return header == null ? "" : header.split(",", 2)[0].strip();
  }

  private static Optional<String> pair(String element, String name) {
    Matcher pairs = PAIR.matcher(element);
    while (pairs.lookingAt()) {
      if (pairs.group(1).equalsIgnoreCase(name)) {
        return Optional.of(pairs.group(2) != null ? pairs.group(2) : pairs.group(3));
      }
      pairs.region(pairs.end(), element.length());
    }
    return Optional.empty();
  }

  private static Optional<String> scheme(String text) {
    return Optional.of(text.toLowerCase(Locale.ROOT))
        .filter(scheme -> scheme.equals("https") || scheme.equals("http"));
  }

  private static Optional<String> host(String text) {
    Matcher host = HOST.matcher(text);
    boolean allowed =
        text.length() <= MAX_HOST
            && host.matches()
            && (host.group(1) == null || Integer.parseInt(host.group(1)) <= LAST_PORT);
    return allowed ? Optional.of(text) : Optional.empty();
  }

  private static String prefix(String text) {
    String bare = text.replaceFirst("/+$", "");
    return bare.length() <= MAX_PREFIX && PREFIX.matcher(bare).matches() ? bare : "";
  }
}
