package org.displacementmapper.source;

import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of reports: shown as links, so nothing but http and https gets through. */
final class WebAddress {

  private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"]+");

  private WebAddress() {}

  /** The address, or an empty text if there is none or one that cannot be a link (warned). */
  static String read(Row row, Optional<String> column) {
    String address = row.text(column);
    if (address.isEmpty() || isWeb(address)) {
      return address;
    }
    row.warn(
        column.orElse(""),
        address,
        "not an address that begins with http:// or https:// and has no blanks; it is left out");
    return "";
  }

  static boolean isWeb(String text) {
    return WEB.matcher(text).matches();
  }
}
