package org.displacementmapper.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;

/**
 * A page as the web module built it, with HTML comments where the server writes: {@code
 * <!--text:key-->} takes words, {@code <!--slot:name-->} takes HTML; what stands between {@code
 * <!--only:language-->} and {@code <!--end-only-->} is for pages in that language alone. Immutable.
 */
final class PageFrame {

  private static final String DOCUMENT = "document.html";
  private static final Pattern STYLESHEET =
      Pattern.compile("<link rel=\"stylesheet\"[^>]* href=\"\\./(assets/[^\"]+)\"");
  private static final Pattern ONLY =
      Pattern.compile("<!--only:([a-z]+)-->(.*?)<!--end-only-->", Pattern.DOTALL);
  private static final Pattern GAP = Pattern.compile("<!--(text|slot):([a-z0-9.-]+)-->");

  private final String html;

  private PageFrame(String html) {
    this.html = html;
  }

  /** Addresses of the style of documents, relative to the server, for pages without a frame. */
  static List<String> stylesheets() {
    List<String> found =
        STYLESHEET.matcher(read(DOCUMENT)).results().map(style -> style.group(1)).toList();
    if (found.isEmpty()) {
      throw new IllegalStateException(DOCUMENT + " names no style sheet");
    }
    return found;
  }

  /**
   * @param name of the file that the web module built, for example {@code index.html}
   */
  static PageFrame of(String name) {
    return new PageFrame(read(name));
  }

  /** Any other file that the web module built to be served as it is. */
  static String read(String name) {
    String resource = "/web/" + name;
    try (InputStream in = PageFrame.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "the program was built without its page "
                + name
                + ": build the web module, then the server");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + resource, failure);
    }
  }

  /**
   * The whole page in the language of the words.
   *
   * @param slots HTML by name of the slot; every slot of the frame must be there
   */
  String filled(PageWords words, Map<String, String> slots) {
    String spoken =
        ONLY.matcher(html)
            .replaceAll(
                part ->
                    part.group(1).equals(words.language())
                        ? Matcher.quoteReplacement(part.group(2))
                        : "");
    return GAP.matcher(spoken)
        .replaceAll(
            gap -> Matcher.quoteReplacement(content(gap.group(1), gap.group(2), words, slots)));
  }

  private static String content(
      String kind, String name, PageWords words, Map<String, String> slots) {
    if (kind.equals("text")) {
      return StringEscapeUtils.escapeHtml4(words.text(name));
    }
    String slot = slots.get(name);
    if (slot == null) {
      throw new IllegalArgumentException("the page has a slot \"" + name + "\" and nothing for it");
    }
    return slot;
  }
}
