package org.displacementmapper.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Scripts, styles, fonts of the page, as the web module built them: their names carry a hash of
 * their content, so that they never change, and compressed copies lie beside them.
 */
final class PageAssets {

  private static final String FOLDER = "/web/assets/";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "woff2", "font/woff2");

  /** Encodings with a copy ready, best first, with the ending of that copy. */
  private static final List<Map.Entry<String, String>> ENCODINGS =
      List.of(Map.entry("br", ".br"), Map.entry("gzip", ".gz"));

  /**
   * @param encoding content coding of these bytes; empty if they are as they are
   */
  record Asset(byte[] content, String mediaType, Optional<String> encoding) {}

  /**
   * The asset of that name in the best encoding that the client takes.
   *
   * @param acceptEncoding the request's header; null if it has none
   */
  Optional<Asset> find(String name, String acceptEncoding) {
    String mediaType = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (mediaType == null || !NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    for (Map.Entry<String, String> encoding : ENCODINGS) {
      if (accepts(acceptEncoding, encoding.getKey())) {
        Optional<byte[]> copy = read(name + encoding.getValue());
        if (copy.isPresent()) {
          return copy.map(content -> new Asset(content, mediaType, Optional.of(encoding.getKey())));
        }
      }
    }
    return read(name).map(content -> new Asset(content, mediaType, Optional.empty()));
  }

  private static boolean accepts(String acceptEncoding, String encoding) {
    return acceptEncoding != null
        && Arrays.stream(acceptEncoding.toLowerCase(Locale.ROOT).split(","))
            .map(String::strip)
            .anyMatch(
                coding ->
                    coding.equals(encoding)
                        || coding.startsWith(encoding + ";")
                            && !coding.matches(".*q\\s*=\\s*0(\\.0*)?"));
  }

  private static Optional<byte[]> read(String name) {
    try (InputStream in = PageAssets.class.getResourceAsStream(FOLDER + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + FOLDER + name, failure);
    }
  }
}
