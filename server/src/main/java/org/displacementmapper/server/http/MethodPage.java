package org.displacementmapper.server.http;

import static j2html.TagCreator.a;
import static j2html.TagCreator.article;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The sceptic's page. What speaks against the number comes before the number: first how much hangs
 * on our choices, then how to read it, what we would have said of other dates, what the incidents
 * leave out; at last the method itself. Immutable.
 */
final class MethodPage {

  private static final int RULES = 7;
  private static final int GAPS = 5;

  private final Languages.Spoken spoken;
  private final PageWords words;
  private final String methodText;

  /**
   * @param words those of {@code spoken}, for these figures
   * @param methodText the text of the method, as HTML
   */
  MethodPage(Languages.Spoken spoken, PageWords words, String methodText) {
    this.spoken = spoken;
    this.words = words;
    this.methodText = methodText;
  }

  DomContent html(PageFigures figures, CutoffFigures cutoffs, SeriesFigures series) {
    return each(
        h1(words.text("method.heading")),
        p(words.text("method.lead")).withClass("lead"),
        ul(each(
                List.of("cutoffs", "words", "series", "gaps", "unlisted", "text"),
                name -> li(a(words.text("method." + name + ".title")).withHref("#" + name))))
            .withClass("contents"),
        part(
            "cutoffs",
            range(cutoffs),
            new CutoffChart(words, spoken.data(), cutoffs).html(),
            single(figures)),
        part(
            "words",
            ol(
                each(
                    IntStream.rangeClosed(1, RULES).boxed().toList(),
                    rule -> li(words.text("method.words." + rule))))),
        part("series", new SeriesChart(words, spoken.data(), series).html()),
        part(
            "gaps",
            p(words.text("method.gaps.lead")),
            ul(
                each(
                    IntStream.rangeClosed(1, GAPS).boxed().toList(),
                    gap -> li(words.text("method.gaps." + gap))))),
        part("unlisted", unlisted(figures)),
        part(
            "text",
            p(words.text("method.text.lead")).withClass("note"),
            article(rawHtml(methodText)).withLang(PageWords.ENGLISH)));
  }

  private DomContent part(String name, DomContent... content) {
    return section(
            h2(words.text("method." + name + ".title")).withId(name),
            each(List.of(content), c -> c))
        .attr("aria-labelledby", name);
  }

  private DomContent range(CutoffFigures cutoffs) {
    return cutoffs.lowest() == null
        ? text("")
        : p(
            strong(
                words.text(
                    "method.cutoffs.range",
                    Map.of(
                        "date", words.day(cutoffs.asOf()),
                        "lowest", words.ratio(cutoffs.lowest()),
                        "highest", words.ratio(cutoffs.highest())))),
            text(" " + words.text("method.cutoffs.why")));
  }

  /** The single ratio, after the range and with all that belongs to it. */
  private DomContent single(PageFigures figures) {
    PageFigures.National national = figures.national();
    return national.ratioTo440000() == null || national.snapshots() == null
        ? text("")
        : p(
            words.text(
                "method.cutoffs.single",
                Map.of(
                    "cutoff", words.day(figures.cutoff()),
                    "snapshots", words.number(national.snapshots()),
                    "estimate", words.people(national.displaced().best()),
                    "low", words.people(national.displaced().low80()),
                    "high", words.people(national.displaced().high80()),
                    "ratio", words.ratio(national.ratioTo440000()))));
  }

  private DomContent unlisted(PageFigures figures) {
    List<PageFigures.Unit> units =
        figures.units().stream().filter(unit -> unit.un() == null).toList();
    return each(
        p(
            words.text(
                "method.unlisted.lead",
                Map.of(
                    "date", words.day(figures.asOf()),
                    "count", words.number(units.size()),
                    "all", words.number(figures.units().size())))),
        ul(
            each(
                units,
                unit ->
                    li(
                        words.text(
                            "method.unlisted.unit",
                            Map.of(
                                "unit", words.name(unit.name(), unit.nameMy()),
                                "estimate", words.people(unit.displaced().best()),
                                "interval",
                                    words.interval(
                                        unit.displaced().low80(), unit.displaced().high80())))))),
        p(
            text(words.text("method.unlisted.more") + " "),
            a(words.text("pages.figures")).withHref("./" + spoken.query())));
  }
}
