package org.displacementmapper.server.http;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import j2html.tags.specialized.ATag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.StringEscapeUtils;

/**
 * A page that is read: the frame around its content, with links to the other pages, credits and the
 * same as data. There is no script in it. Immutable, safe for use by many threads.
 */
final class DocumentPage {

  /** Lets the page load style sheets, fonts and its icon from here, and no script at all. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

  /** Addresses of the pages with the words that lead to them. */
  private static final Map<String, String> PAGES = new LinkedHashMap<>();

  static {
    PAGES.put("./", "pages.figures");
    PAGES.put("validation", "pages.validation");
    PAGES.put("method", "pages.method");
  }

  private final PageFrame frame = PageFrame.of("document.html");
  private final PageFoot foot;

  DocumentPage(PageFoot foot) {
    this.foot = foot;
  }

  /**
   * @param name address of the page, the first part of the keys of its words
   * @param version of the dataset
   * @param credits one line for each source
   * @param data address of the same as data
   */
  String html(
      Languages.Spoken spoken,
      String name,
      String version,
      DomContent content,
      List<String> credits,
      String data) {
    return html(
        spoken, name, spoken.words().text(name + ".title"), version, content, credits, data);
  }

  /** As above, with a title of its own in the place of the one that all pages of that name have. */
  String html(
      Languages.Spoken spoken,
      String name,
      String title,
      String version,
      DomContent content,
      List<String> credits,
      String data) {
    PageWords words = spoken.words();
    Map<String, String> slots = new HashMap<>();
    slots.put("query", spoken.query());
    slots.put("title", escaped(title));
    slots.put("description", escaped(words.text(name + ".description")));
    slots.put("version", escaped(words.text("version", Map.of("version", version))));
    slots.put("pages", links(spoken, name).render());
    slots.put("languages", spoken.links().render());
    slots.put("content", content.render());
    slots.put("credits", each(credits, line -> p(line).withLang(PageWords.ENGLISH)).render());
    slots.put("corrections", foot.corrections(words).render());
    slots.put(
        "downloads",
        each(
                text(words.text("credits.data") + " "),
                a(words.text(name + ".json")).withHref(data),
                text(", "),
                a(words.text("credits.data.api")).withHref("openapi.json"),
                text("."))
            .render());
    return frame.filled(words, slots);
  }

  /**
   * Links to the pages.
   *
   * @param current address of the page that they stand on
   */
  static DomContent links(Languages.Spoken spoken, String current) {
    List<DomContent> links = new ArrayList<>();
    PAGES.forEach(
        (address, key) -> {
          ATag link = a(spoken.words().text(key)).withHref(address + spoken.query());
          links.add(address.equals(current) ? link.attr("aria-current", "page") : link);
        });
    return each(links, link -> link);
  }

  private static String escaped(String text) {
    return StringEscapeUtils.escapeHtml4(text);
  }
}
