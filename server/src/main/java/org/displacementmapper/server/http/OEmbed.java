package org.displacementmapper.server.http;

import static j2html.TagCreator.iframe;
import static j2html.TagCreator.link;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How other sites embed a view, as <a href="https://oembed.com">oEmbed 1.0</a> has it: one frame
 * without any script around it, since many who ask take nothing else.
 */
final class OEmbed {

  static final String ADDRESS = "/oembed";
  static final String MEDIA_TYPE = "application/json+oembed";

  /** Size of the frame where nobody asks for a smaller one, in CSS pixels. */
  static final int WIDTH = 640;

  static final int HEIGHT = 480;

  /** What the frame may do: run its script, and open the whole page where it is asked to. */
  static final String SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

  private static final Set<String> FRAMED = Set.of("", "/", "/embed");
  private static final int CACHE_SECONDS = 3600;

  private OEmbed() {}

  /**
   * The state that an address of this server names.
   *
   * @param base address of this server, without a slash at the end
   * @throws Problem if the address is of another server, or of something that has no embed
   */
  static PageState state(String url, String base) {
    return ours(url, base)
        .orElseThrow(
            () ->
                Problem.notFound(
                    "\"" + url + "\" cannot be embedded.",
                    "Addresses that begin with "
                        + base
                        + "/ or "
                        + base
                        + "/embed, with any query, can."));
  }

  private static Optional<PageState> ours(String url, String base) {
    if (!url.startsWith(base)) {
      return Optional.empty();
    }
    String rest = url.substring(base.length()).replaceFirst("#.*", "");
    int mark = rest.indexOf('?');
    String path = mark < 0 ? rest : rest.substring(0, mark);
    return FRAMED.contains(path)
        ? Optional.of(read(mark < 0 ? "" : rest.substring(mark + 1)))
        : Optional.empty();
  }

  /** Of a mangled query what can be read, as the page does it. */
  private static PageState read(String query) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      int sign = pair.indexOf('=');
      if (sign > 0) {
        decoded(pair.substring(sign + 1))
            .ifPresent(value -> words.putIfAbsent(pair.substring(0, sign), value));
      }
    }
    return PageState.of(words);
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The answer about a view.
   *
   * @param maxWidth most that the other site has room for, in CSS pixels
   */
  static Map<String, Object> answer(
      PageState state, String base, String title, String provider, int maxWidth, int maxHeight) {
    int width = Math.min(WIDTH, maxWidth);
    int height = Math.min(HEIGHT, maxHeight);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("type", "rich");
    answer.put("version", "1.0");
    answer.put("title", title);
    answer.put("provider_name", provider);
    answer.put("provider_url", base + "/");
    answer.put("cache_age", CACHE_SECONDS);
    answer.put("width", width);
    answer.put("height", height);
    answer.put("html", frame(base + "/embed" + state.query(), title, width, height));
    return answer;
  }

  private static String frame(String address, String title, int width, int height) {
    return iframe()
        .withSrc(address)
        .withTitle(title)
        .withWidth(Integer.toString(width))
        .withHeight(Integer.toString(height))
        .attr("loading", "lazy")
        .attr("sandbox", SANDBOX)
        .attr("data-displacement-mapper")
        .render();
  }

  /** The link by which a site that is given the address of a view finds its embed. */
  static String discovery(PageState state, PublicUrl publicUrl, Context context, String title) {
    String base = publicUrl.of(context);
    String view = base + "/" + state.query();
    return link()
        .withRel("alternate")
        .withType(MEDIA_TYPE)
        .withHref(base + ADDRESS + "?url=" + PageState.encoded(view) + "&format=json")
        .withTitle(title)
        .render();
  }
}
