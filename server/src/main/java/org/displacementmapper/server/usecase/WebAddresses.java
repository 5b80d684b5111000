package org.displacementmapper.server.usecase;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses that an operator gives: whole, in ASCII, and with nothing in them but an address. */
final class WebAddresses {

  /** Of a host name, an IPv4 address, or an IPv6 address in brackets. */
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]");

  private static final Pattern THIS_MACHINE =
      Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1]");

  private static final int LAST_PORT = 65_535;

  private WebAddresses() {}

  /**
   * An address that begins with {@code https://}, or with {@code http://} and leads to this
   * machine; scheme and host in small letters, without user name and fragment.
   */
  static Optional<URI> find(String text) {
    try {
      URI found = new URI(text);
      String scheme = found.getScheme() == null ? "" : found.getScheme().toLowerCase();
      String host = found.getHost() == null ? "" : found.getHost().toLowerCase();
      boolean safe =
          scheme.equals("https") || (scheme.equals("http") && THIS_MACHINE.matcher(host).matches());
      boolean whole =
          HOST.matcher(host).matches()
              && found.getPort() <= LAST_PORT
              && found.getPort() != 0
              && found.getRawUserInfo() == null
              && found.getRawFragment() == null
              && text.chars().allMatch(c -> c > ' ' && c < 127);
      if (!safe || !whole) {
        return Optional.empty();
      }
      String port = found.getPort() < 0 ? "" : ":" + found.getPort();
      String query = found.getRawQuery() == null ? "" : "?" + found.getRawQuery();
      String path = found.getRawPath() == null ? "" : found.getRawPath();
      return Optional.of(new URI(scheme + "://" + host + port + path + query));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Scheme, host, and the port if it is not the usual one: as browsers write an origin. */
  static String origin(URI address) {
    boolean usual =
        address.getPort() < 0
            || address.getPort() == (address.getScheme().equals("https") ? 443 : 80);
    return address.getScheme() + "://" + address.getHost() + (usual ? "" : ":" + address.getPort());
  }
}
