package org.displacementmapper.server.http;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.img;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.displacementmapper.displacement.Product;
import org.displacementmapper.server.usecase.UnitMeasure;

/**
 * One unit on one page, to be printed: what is said of it first, then both figures drawn, over time
 * and by month, its neighbours, and where all of it comes from.
 */
final class UnitReport {

  /** A UN figure older than this is not recommended for planning. */
  private static final long RECENT_DAYS = 90;

  /** A table of more months is left out of the print, where the chart has to do. */
  private static final int MONTHS_IN_PRINT = 14;

  private final PageWords words;
  private final Map<String, Object> detail;
  private final Map<String, Object> values;
  private final PageFigures.Range range;
  private final LocalDate asOf;
  private final String query;
  private final Product product;
  private final UnitTables tables;

  /**
   * @param words those of {@code spoken}, for these figures
   * @param detail the answer of {@code /api/units/{pcode}}
   * @param query what the unit was asked for, as in an address, without version and language; may
   *     be empty
   */
  @SuppressWarnings("unchecked")
  UnitReport(Languages.Spoken spoken, PageWords words, Map<String, Object> detail, String query) {
    this.words = words;
    this.detail = detail;
    this.values = (Map<String, Object>) detail.get("unit");
    this.range = PageFigures.Range.of(values);
    this.asOf = (LocalDate) detail.get("as_of");
    this.query = query;
    this.product = Product.find((String) detail.get("product")).orElseThrow();
    this.tables = new UnitTables(spoken, words, detail, query);
  }

  static String name(PageWords words, Map<String, Object> unit) {
    return words.name((String) unit.get("name"), (String) unit.get("name_my"));
  }

  /** Names unit and day, for a window's title and the name of a printed file. */
  String title() {
    return words.text(
        "report.title.of", Map.of("unit", name(words, values), "date", words.day(asOf)));
  }

  /**
   * @param ignored parts of the address that were not understood; may be empty
   */
  DomContent html(List<String> ignored) {
    UnitCharts charts = new UnitCharts(words, detail);
    return each(
        ignored.isEmpty()
            ? text("")
            : p(words.text("address.ignored", Map.of("ignored", String.join(", ", ignored))))
                .withClass("note")
                .attr("role", "note"),
        heading(),
        div(
                div(advice(), p(each(lead(), part -> part)), intervals(), scale(), about())
                    .withClass("report-words"),
                div(picture(), shades()).withClass("report-map"))
            .withClass("report-top"),
        div(
                section(h2(words.text("unit.over-time.title", named())), charts.overTime()),
                section(h2(words.text("unit.months.title")), charts.byMonth()))
            .withClass("report-pair"),
        div(
                section(h2(words.text("report.figures")), tables.figures()),
                section(h2(words.text("report.months")), tables.months())
                    .withCondClass(tables.rows("months").size() > MONTHS_IN_PRINT, "long"),
                section(h2(words.text("unit.neighbours.title")), tables.neighbours()))
            .withClass("report-tables"),
        use());
  }

  private DomContent heading() {
    String english = (String) values.get("name");
    String burmese = (String) values.get("name_my");
    boolean inBurmese = words.language().equals(PageWords.BURMESE);
    DomContent other =
        burmese == null
            ? text("")
            : inBurmese
                ? span(english).withLang("en").withClass("name-other")
                : span(burmese).withLang("my").withClass("name-other");
    return each(
        h1(text(name(words, values) + " "), other),
        p(words.text(
                "report.about",
                Map.of("pcode", (String) values.get("pcode"), "date", words.day(asOf))))
            .withClass("note"));
  }

  /** Wherever we miss by more than a factor of two that is said before any number. */
  private DomContent advice() {
    Double ratio = (Double) values.get("ratio_to_un");
    if (ratio == null || (ratio >= 0.5 && ratio <= 2)) {
      return text("");
    }
    return p(
            text(words.text(ratio < 1 ? "detail.short" : "detail.over") + " "),
            strong(words.text("detail.use-un", named())))
        .withClass("advice");
  }

  private List<DomContent> lead() {
    Long un = PageFigures.whole(values, "un_displaced");
    List<DomContent> lead = new ArrayList<>();
    Map<String, DomContent> said =
        Map.of(
            "date", text(words.day(asOf)),
            "unit", text(name(words, values)),
            "un", span(un == null ? "" : words.number(un)).withClass("un"),
            "events", text(words.count(number(values, "events"))),
            "estimate", span(tables.estimate(values)).withClass("estimate"));
    boolean complete = Boolean.TRUE.equals(values.get("un_complete"));
    lead.addAll(
        words.marked(
            values.get("displaced_class") == null
                ? "report.lead.nothing"
                : words.of(
                    product,
                    un == null
                        ? "report.lead.none"
                        : complete ? "report.lead" : "report.lead.part"),
            said));
    if (un == null) {
      lead.addAll(latest());
    }
    return lead;
  }

  @SuppressWarnings("unchecked")
  private List<DomContent> latest() {
    Map<String, Object> latest = (Map<String, Object>) detail.get("un_latest");
    if (latest == null) {
      return List.of();
    }
    LocalDate day = (LocalDate) latest.get("as_of");
    boolean recent = ChronoUnit.DAYS.between(day, asOf) <= RECENT_DAYS;
    List<DomContent> said = new ArrayList<>(List.of(text(" ")));
    said.addAll(
        words.marked(
            recent ? "report.latest" : "report.latest.old",
            Map.of(
                "date", text(words.day(day)),
                "un",
                    span(words.number(PageFigures.whole(latest, "un_displaced")))
                        .withClass("un"))));
    return said;
  }

  private DomContent intervals() {
    if (UnitTables.isClassOnly(values) || range.best() == null) {
      return text("");
    }
    return p(
        words.text(
            "detail.words",
            Map.of(
                "low", words.people(range.low80()),
                "high", words.people(range.high80()),
                "low95", words.people(range.low95()),
                "high95", words.people(range.high95()),
                "best", words.people(range.best()))));
  }

  private DomContent scale() {
    if (UnitTables.isClassOnly(values)) {
      return text("");
    }
    List<DomContent> drawn = new ArrayList<>();
    for (long tick = 100; tick <= 1_000_000; tick *= 10) {
      double x = PageScale.LOGARITHMIC.applyAsDouble(tick);
      drawn.add(PageScale.line("tick", x, x, 0, 24));
      drawn.add(
          PageScale.label(
              "tick-text",
              x,
              38,
              tick == 100 ? "start" : tick == 1_000_000 ? "end" : "middle",
              words.number(tick)));
    }
    drawn.addAll(
        PageScale.marks(
            range, PageFigures.whole(values, "un_displaced"), PageScale.LOGARITHMIC, 12, 6));
    return PageScale.svg("svg")
        .withClass("scale")
        .attr("aria-hidden", "true") // said in the sentences above it
        .attr("width", "100%")
        .attr("height", "40")
        .with(drawn);
  }

  /** Product, cut-off, sources, version: what goes with every number of the page. */
  private DomContent about() {
    return p(
            text(
                words.text(
                    words.of(product, "report.made"),
                    Map.of(
                        "product", words.text("map.product." + detail.get("product")),
                        "cutoff", words.day((LocalDate) detail.get("cutoff")),
                        "source", (String) detail.get("source"),
                        "from", words.day((LocalDate) detail.get("from")),
                        "to", words.day((LocalDate) detail.get("to")),
                        "version", version()))),
            text(" "),
            a(words.text("report.frozen"))
                .withHref("?" + (query.isEmpty() ? "" : query + "&") + "v=" + version()))
        .withClass("note");
  }

  private DomContent picture() {
    String address =
        "map.png?width=280&height=380&scale=2&selected="
            + Languages.encoded((String) values.get("pcode"))
            + (query.isEmpty() ? "" : "&" + query)
            + "&v="
            + version()
            + "&lang="
            + words.language();
    return img()
        .withSrc(address)
        .withAlt(words.text("report.picture", named()))
        .attr("width", "280")
        .attr("height", "380");
  }

  /** What the shades of the picture mean. */
  private DomContent shades() {
    PageLegend legend = new PageLegend(words, product, UnitMeasure.ESTIMATE);
    return each(p(legend.title()).withClass("ramp-title"), legend.ramp());
  }

  private DomContent use() {
    return p(
            strong(words.text("use.good")),
            text(" " + words.text("use.good.text") + " "),
            strong(words.text("use.bad")),
            text(" " + words.text("use.bad.text") + " " + words.text("use.driver") + " "),
            text(words.text("table.note.part") + " " + words.text("report.air")))
        .withClass("note");
  }

  private String version() {
    return (String) detail.get("version");
  }

  private Map<String, String> named() {
    return Map.of("unit", name(words, values));
  }

  static double number(Map<String, Object> values, String name) {
    return values.get(name) instanceof Number number ? number.doubleValue() : 0;
  }
}
