package org.displacementmapper.server.http;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.displacementmapper.displacement.Product;

/**
 * The words above the table: the UN figure, our estimate, how sure it is, and where we miss most.
 * The script writes the same from the same words ({@code web/src/figures}).
 */
final class PageHeadline {

  private final PageWords words;
  private final String query;
  private final PageFigures figures;
  private final PageFigures.National national;

  /**
   * @param query of the links to other pages
   */
  PageHeadline(PageWords words, String query, PageFigures figures) {
    this.words = words;
    this.query = query;
    this.figures = figures;
    this.national = figures.national();
  }

  DomContent html() {
    List<List<DomContent>> lead = lead();
    Optional<DomContent> miss =
        worstMiss().map(unit -> strong(each(miss(unit), part -> part)).withClass("miss"));
    return each(
        h1(joined(title())),
        p(joined(lead), miss.map(m -> each(text(" "), m)).orElseGet(() -> text("")))
            .withClass("lead"),
        scale(),
        p(words.text(words.of(figures.product(), "scale.key"))).withClass("note key"),
        p(joined(small())).withClass("note"),
        p(
                a(words.text("headline.more.method")).withHref("method" + query + "#cutoffs"),
                text(" "),
                a(words.text("headline.more.validation")).withHref("validation" + query))
            .withClass("note more"));
  }

  /** The same where there is little room: the two figures, and in one line what ours is. */
  DomContent brief() {
    return each(
        h1(joined(title())),
        p(
                strong(words.text("map.product." + figures.product().word())),
                text(" "),
                joined(List.of(lead().get(0))))
            .withClass("lead"));
  }

  private List<List<DomContent>> title() {
    Map<String, DomContent> date = Map.of("date", text(words.day(figures.asOf())));
    Map<String, DomContent> estimate =
        Map.of("estimate", ours(words.people(national.displaced().best())));
    return national.un() == null
        ? List.of(words.marked("headline.no-un", date), said("headline.estimate-alone", estimate))
        : List.of(
            words.marked("headline.un", Map.of("un", un(national.un()), "date", date.get("date"))),
            said("headline.estimate", estimate));
  }

  private List<List<DomContent>> lead() {
    List<List<DomContent>> lead = new ArrayList<>();
    lead.add(
        said(
            "headline.interval",
            Map.of(
                "low", text(words.people(national.displaced().low80())),
                "high", text(words.people(national.displaced().high80())))));
    if (national.un() != null && national.ratioToUn() != null) {
      lead.add(ratio());
      lead.add(words.marked(agreement(), Map.of()));
    } else if (figures.product() == Product.ALLOCATION) {
      lead.add(words.marked("headline.by-construction", Map.of()));
    } else if (national.latestUn() != null) {
      lead.add(
          words.marked(
              "headline.latest",
              Map.of(
                  "un", un(national.latestUn()),
                  "date", text(words.day(national.latestUnAsOf())))));
    }
    if (figures.product() == Product.NOWCAST) {
      lead.add(words.marked("headline.depends", Map.of()));
    }
    return lead;
  }

  /** A sentence as it is said of the product that is shown. */
  private List<DomContent> said(String key, Map<String, DomContent> values) {
    return words.marked(words.of(figures.product(), key), values);
  }

  /** The range over all cut-offs comes before the single ratio. */
  private List<DomContent> ratio() {
    DomContent single = text(words.ratio(national.ratioToUn()));
    return national.lowestRatio() == null
        ? words.marked("headline.ratio", Map.of("ratio", single))
        : words.marked(
            "headline.range",
            Map.of(
                "min", text(words.ratio(national.lowestRatio())),
                "max", text(words.ratio(national.highestRatio())),
                "ratio", single));
  }

  private String agreement() {
    PageFigures.Range range = national.displaced();
    if (inside(range.low80(), range.high80())) {
      return "headline.within-80";
    }
    return inside(range.low95(), range.high95()) ? "headline.within-95" : "headline.outside";
  }

  private boolean inside(Long low, Long high) {
    return national.un() >= (low == null ? 0 : low) && national.un() <= (high == null ? 100 : high);
  }

  /** The largest UN figure among the units where we are off by more than a factor of two. */
  private Optional<PageFigures.Unit> worstMiss() {
    return figures.units().stream()
        .filter(unit -> unit.ratioToUn() != null && unit.un() != null)
        .filter(unit -> unit.ratioToUn() < 0.5 || unit.ratioToUn() > 2)
        .max(Comparator.comparingLong(PageFigures.Unit::un));
  }

  private List<DomContent> miss(PageFigures.Unit unit) {
    return words.marked(
        "headline.miss",
        Map.of(
            "unit", text(words.name(unit.name(), unit.nameMy())),
            "estimate", ours(words.people(unit.displaced().best())),
            "interval", text(words.interval(unit.displaced().low80(), unit.displaced().high80())),
            "un", un(unit.un())));
  }

  private List<List<DomContent>> small() {
    List<List<DomContent>> small = new ArrayList<>();
    if (national.ratioTo440000() != null) {
      small.add(
          words.marked(
              "headline.440000", Map.of("ratio", text(words.ratio(national.ratioTo440000())))));
    }
    if (national.snapshots() != null) {
      small.add(fitted());
    }
    small.add(
        words.marked(
            "headline.about",
            Map.of(
                "product", text(words.text("map.product." + figures.product().word())),
                "source", text(figures.source()),
                "version", text(figures.version()))));
    if (national.un() != null && national.unPublisher() != null) {
      small.add(
          words.marked("headline.publisher", Map.of("publisher", text(national.unPublisher()))));
    }
    return small;
  }

  private List<DomContent> fitted() {
    return words.marked(
        "headline.fitted",
        Map.of(
            "snapshots", text(words.number(national.snapshots())),
            "cutoff", text(words.day(figures.cutoff())),
            "events", text(words.count(national.events())),
            "date", text(words.day(figures.asOf()))));
  }

  private DomContent scale() {
    PageFigures.Range range = national.displaced();
    long largest =
        Math.max(
            range.high95() == null ? 0 : range.high95(), national.un() == null ? 0 : national.un());
    long[] ticks = PageScale.steps(largest);
    long max = ticks[ticks.length - 1];
    DoubleUnaryOperator axis = PageScale.linear(max);
    List<DomContent> drawn = new ArrayList<>();
    IntStream.range(0, ticks.length)
        .forEach(
            index -> {
              double x = axis.applyAsDouble(ticks[index]);
              drawn.add(PageScale.line("tick", x, x, 0, 26));
              drawn.add(
                  PageScale.label(
                      isMajor(index, ticks.length) ? "tick-text" : "tick-text minor",
                      x,
                      40,
                      anchor(index, ticks.length),
                      words.number(ticks[index])));
            });
    drawn.addAll(PageScale.marks(range, national.un(), axis, 13, 8));
    return PageScale.svg("svg")
        .withClass("scale national")
        .attr("role", "img")
        .attr("aria-label", scaleLabel(max))
        .attr("width", "100%")
        .attr("height", "44")
        .with(drawn);
  }

  private String scaleLabel(long max) {
    PageFigures.Range range = national.displaced();
    String ours =
        words.text(
            words.of(figures.product(), "scale.label"),
            Map.of(
                "max", words.number(max),
                "estimate", words.people(range.best()),
                "low", words.people(range.low80()),
                "high", words.people(range.high80()),
                "low95", words.people(range.low95()),
                "high95", words.people(range.high95())));
    return national.un() == null
        ? ours
        : ours + " " + words.text("scale.un", Map.of("un", words.number(national.un())));
  }

  /** Labels that narrow screens keep: first, middle and last. */
  private static boolean isMajor(int index, int count) {
    return index == 0 || index == count - 1 || index == (count - 1) / 2;
  }

  private static String anchor(int index, int count) {
    if (index == 0) {
      return "start";
    }
    return index == count - 1 ? "end" : "middle";
  }

  private DomContent un(long people) {
    return span(words.number(people)).withClass("un");
  }

  private static DomContent ours(String people) {
    return span(people).withClass("estimate");
  }

  /** Sentences with a space between them. */
  private static DomContent joined(List<List<DomContent>> sentences) {
    List<DomContent> parts = new ArrayList<>();
    for (List<DomContent> sentence : sentences) {
      if (!parts.isEmpty()) {
        parts.add(text(" "));
      }
      parts.addAll(sentence);
    }
    return each(parts, part -> part);
  }
}
