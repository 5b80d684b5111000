package org.displacementmapper.server.http;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;

import j2html.tags.DomContent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.StringEscapeUtils;

/**
 * The page as other sites show it in a frame: figures, map, timeline and whom to name, with a link
 * to the whole page in the same state. Without a script it holds the figures and the table.
 * Immutable, safe for use by many threads.
 */
final class EmbedPage {

  /**
   * As the planner's page, but any site may frame it. In a frame whose origin is opaque (sandbox
   * without allow-same-origin) MapLibre makes its worker from a data: address, since no other may
   * be loaded there.
   */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; worker-src 'self' data:; style-src 'self';"
          + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'none';"
          + " base-uri 'none'; frame-ancestors ";

  private static final List<String> FILTERS =
      List.of("incident_source", "kind", "precision", "min_killed", "unit", "text");

  private final PageFrame frame = PageFrame.of("embed.html");
  private final PageFoot foot;

  EmbedPage(PageFoot foot) {
    this.foot = foot;
  }

  /**
   * @param state what is asked for, which the links carry on
   * @param credits one line for each source
   * @param discovery HTML of the link by which other sites find how to embed this
   * @param picture of the same state, where the map does not come by itself
   * @param notes what is said before all else
   */
  String html(
      Languages.Spoken spoken,
      PageState state,
      PageFigures figures,
      List<String> credits,
      String discovery,
      PagePicture picture,
      DomContent notes) {
    PageWords words = spoken.words().withLeastPeople(figures.leastPeople());
    Map<String, String> slots = new HashMap<>(figures.opening());
    slots.put("basemap", escaped(foot.basemapAttribute()));
    slots.put("v", spoken.version().orElse(""));
    slots.put("notes", notes.render());
    slots.put("title", escaped(words.text("title", Map.of("date", words.day(figures.asOf())))));
    slots.put("discovery", discovery);
    slots.put("picture", picture.framed().render());
    slots.put("version", escaped(words.text("version", Map.of("version", figures.version()))));
    slots.put("languages", spoken.links().render());
    slots.put("headline", new PageHeadline(words, spoken.query(), figures).brief().render());
    PageLegend legend = new PageLegend(words, figures.product(), picture.state().measure());
    slots.put("legend", legend.html(picture.state().groups(), figures).render());
    slots.put("filtered", filtered(words, state).render());
    slots.put("shades", legend.shades().render());
    slots.put("unlisted", legend.unlistedNote().render());
    slots.put("table", new PageTable(words, figures).html().render());
    slots.put("corrections", foot.corrections(words).render());
    slots.put("privacy", foot.privacy(words).render());
    slots.put("credits", each(credits, line -> p(line).withLang(PageWords.ENGLISH)).render());
    slots.put("full", full(words, state));
    return frame.filled(words, slots);
  }

  /** A frame has no controls that show the filters it came with. */
  private static DomContent filtered(PageWords words, PageState state) {
    return FILTERS.stream().anyMatch(name -> state.find(name).isPresent())
        ? p(words.text("embed.filtered")).withClass("note")
        : each();
  }

  /** A frame may open new windows, but must not lead the page around it away. */
  private static String full(PageWords words, PageState state) {
    return a(words.text("embed.full"))
        .withId("full")
        .withHref("./" + state.query())
        .withTarget("_blank")
        .withRel("noopener")
        .render();
  }

  private static String escaped(String text) {
    return StringEscapeUtils.escapeHtml4(text);
  }
}
