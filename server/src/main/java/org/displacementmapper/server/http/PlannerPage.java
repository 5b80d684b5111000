package org.displacementmapper.server.http;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.datalist;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.option;
import static j2html.TagCreator.p;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.StringEscapeUtils;
import org.displacementmapper.displacement.EstimateRequest;
import org.displacementmapper.displacement.Product;
import org.displacementmapper.join.IncidentSums;

/**
 * The planner's page as HTML that says everything but the map without any script: headline, table,
 * credits, and a form for another date. Immutable, safe for use by many threads.
 */
final class PlannerPage {

  /**
   * Lets the page load nothing but its own files, and no script or style from inside it. It frames
   * only itself, as the preview of what other sites may embed.
   */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self';"
          + " img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'self'";

  private final PageFrame frame = PageFrame.of("index.html");
  private final PageFoot foot;

  PlannerPage(PageFoot foot) {
    this.foot = foot;
  }

  /**
   * @param credits one line for each source
   * @param discovery HTML of the link by which other sites find how to embed this
   * @param notes what is said before all else
   */
  String html(
      Languages.Spoken spoken,
      PageFigures figures,
      SeriesFigures series,
      List<String> credits,
      String discovery,
      PagePicture picture,
      DomContent notes) {
    PageWords words = spoken.words().withLeastPeople(figures.leastPeople());
    String date = words.day(figures.asOf());
    Map<String, String> slots = new HashMap<>(figures.opening());
    slots.put("basemap", escaped(foot.basemapAttribute()));
    slots.put("v", spoken.version().orElse(""));
    slots.put("notes", notes.render());
    slots.put("title", escaped(words.text("title", Map.of("date", date))));
    slots.put("discovery", discovery);
    slots.put("head", picture.head(spoken.asked()).render());
    slots.put("picture", picture.html().render());
    slots.put("version", escaped(words.text("version", Map.of("version", figures.version()))));
    slots.put("pages", DocumentPage.links(spoken, "./").render());
    slots.put("languages", spoken.links().render());
    slots.put("over-time", overTime(spoken, words, series).render());
    slots.put("headline", new PageHeadline(words, spoken.query(), figures).html().render());
    PageLegend legend = new PageLegend(words, figures.product(), picture.state().measure());
    slots.put("legend", legend.html(picture.state().groups(), figures).render());
    slots.put("shades", legend.shades().render());
    slots.put("unlisted", legend.unlisted().render());
    slots.put("table", new PageTable(words, figures).html().render());
    slots.put("date", dateForm(spoken, words, figures, series).render());
    slots.put("corrections", foot.corrections(words).render());
    slots.put("privacy", foot.privacy(words).render());
    slots.put("credits", each(credits, line -> p(line).withLang(PageWords.ENGLISH)).render());
    slots.put("downloads", downloads(spoken, words, figures).render());
    return frame.filled(words, slots);
  }

  /**
   * A third of the page, and far down: where the reader comes so far the script puts in the chart
   * and the table of the page that is linked. They do not hang on the date that is shown.
   */
  private DomContent overTime(Languages.Spoken spoken, PageWords words, SeriesFigures series) {
    return each(
        h2(words.text("series.title")).withId("over-time"),
        div(
                new SeriesChart(words, spoken.data(), series).lead(),
                p(a(words.text("series.chart")).withHref("method" + spoken.query() + "#series"))
                    .withClass("note more"))
            .withId("series"),
        p(
                a(words.text("series.more.method"))
                    .withHref("method" + spoken.query() + "#cutoffs"),
                text(" "),
                a(words.text("series.more.validation")).withHref("validation" + spoken.query()))
            .withClass("note more"));
  }

  /**
   * Without a script the date is chosen by a form, which the script's slider replaces. Browsers
   * offer the dates of UN figures with it; the script reads them too.
   */
  private DomContent dateForm(
      Languages.Spoken spoken, PageWords words, PageFigures figures, SeriesFigures series) {
    return form(
            label(words.text(words.of(figures.product(), "date.title")))
                .withFor("as-of")
                .withClass("date-title"),
            input()
                .withType("date")
                .withId("as-of")
                .withName("as_of")
                .withValue(figures.asOf().toString())
                .attr("min", figures.first().toString())
                .attr("max", figures.last().toString())
                .attr("list", "un-dates")
                .attr("required"),
            kept(spoken),
            datalist(
                    each(series.tooEarly(), row -> unDate(words, row)),
                    each(series.rows(), row -> unDate(words, row)))
                .withId("un-dates"),
            button(words.text("date.show")),
            p(words.text(
                    "date.bounds",
                    Map.of("first", words.day(figures.first()), "last", words.day(figures.last()))))
                .withClass("note"))
        .withMethod("get")
        .withClass("date-form");
  }

  private static DomContent unDate(PageWords words, SeriesFigures.Row row) {
    return option(words.number(row.un())).withValue(row.asOf().toString());
  }

  /** What the form carries on. */
  private static DomContent kept(Languages.Spoken spoken) {
    List<DomContent> fields = new ArrayList<>();
    spoken.version().ifPresent(v -> fields.add(hidden("v", v)));
    spoken.language().ifPresent(language -> fields.add(hidden("lang", language)));
    return each(fields, field -> field);
  }

  private static DomContent hidden(String name, String value) {
    return input().withType("hidden").withName(name).withValue(value);
  }

  private DomContent downloads(Languages.Spoken spoken, PageWords words, PageFigures figures) {
    return each(
        text(words.text("credits.data") + " "),
        a(words.text("credits.data.comparison"))
            .withId("figures-json")
            .withHref("api/comparison" + spoken.inNoLanguage().on(question(figures))),
        text(", "),
        a(words.text("credits.data.layers")).withHref("layers" + spoken.data()),
        text(", "),
        a(words.text("credits.data.api")).withHref("openapi.json"),
        text("."));
  }

  /** What the API is asked for these figures, without what it takes by itself. */
  private static String question(PageFigures figures) {
    List<String> asked = new ArrayList<>(List.of("as_of=" + figures.asOf()));
    if (figures.product() != Product.INDEPENDENT) {
      asked.add("product=" + figures.product().word());
    }
    if (figures.product() != Product.ALLOCATION
        && !figures.cutoff().equals(EstimateRequest.defaultCutoff(figures.asOf()))) {
      asked.add("cutoff=" + figures.cutoff());
    }
    if (!figures.from().equals(IncidentSums.START)) {
      asked.add("from=" + figures.from());
    }
    if (!figures.to().equals(figures.asOf())) {
      asked.add("to=" + figures.to());
    }
    return String.join("&", asked);
  }

  private static String escaped(String text) {
    return StringEscapeUtils.escapeHtml4(text);
  }
}
