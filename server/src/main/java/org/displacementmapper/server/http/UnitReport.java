package org.displacementmapper.server.http;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.img;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.displacementmapper.displacement.Product;
import org.displacementmapper.layer.Numbers;
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

  private final Languages.Spoken spoken;
  private final PageWords words;
  private final Map<String, Object> detail;
  private final Map<String, Object> values;
  private final PageFigures.Range range;
  private final LocalDate asOf;
  private final String query;
  private final Product product;

  /**
   * @param words those of {@code spoken}, for these figures
   * @param detail the answer of {@code /api/units/{pcode}}
   * @param query what the unit was asked for, as in an address, without version and language; may
   *     be empty
   */
  @SuppressWarnings("unchecked")
  UnitReport(Languages.Spoken spoken, PageWords words, Map<String, Object> detail, String query) {
    this.spoken = spoken;
    this.words = words;
    this.detail = detail;
    this.values = (Map<String, Object>) detail.get("unit");
    this.range = PageFigures.Range.of(values);
    this.asOf = (LocalDate) detail.get("as_of");
    this.query = query;
    this.product = Product.find((String) detail.get("product")).orElseThrow();
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
                section(h2(words.text("report.figures")), figures()),
                section(h2(words.text("report.months")), months())
                    .withCondClass(rows("months").size() > MONTHS_IN_PRINT, "long"),
                section(h2(words.text("unit.neighbours.title")), neighbours()))
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
            "estimate", span(estimate(values)).withClass("estimate"));
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
    if (isClassOnly(values) || range.best() == null) {
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
    if (isClassOnly(values)) {
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

  private DomContent figures() {
    List<Map<String, Object>> rows = rows("un_figures");
    if (rows.isEmpty()) {
      return p(words.text(words.of(product, "detail.un-none"))).withClass("note");
    }
    return numbers(
        "report.figures",
        List.of("series.column.date", "series.column.un", "report.publisher"),
        rows.stream()
            .map(
                row ->
                    List.of(
                        text(words.day((LocalDate) row.get("as_of"))),
                        figure(row),
                        WebAddress.publisher(
                            (String) row.get("un_publisher"), (String) row.get("un_url"))))
            .toList());
  }

  private DomContent figure(Map<String, Object> row) {
    String part = Boolean.TRUE.equals(row.get("un_complete")) ? "" : "†";
    return span(words.number(PageFigures.whole(row, "un_displaced")) + part).withClass("un");
  }

  private DomContent months() {
    return numbers(
        "report.months",
        List.of(
            "unit.months.month",
            "unit.months.key.all",
            "detail.air.mentioned",
            "detail.air.documented",
            "unit.months.killed"),
        rows("months").stream()
            .map(
                row ->
                    List.of(
                        text(words.month((LocalDate) row.get("start"))),
                        count(row, "incidents"),
                        count(row, "air_mentions"),
                        count(row, "air_incidents"),
                        count(row, "killed_best")))
            .toList());
  }

  private DomContent count(Map<String, Object> row, String name) {
    Number rounded = Numbers.hundredths(Math.rint(number(row, name) * 10) / 10);
    return text(words.inDigits(rounded.toString()));
  }

  private DomContent neighbours() {
    return numbers(
        "unit.neighbours.title",
        List.of(
            "report.neighbour",
            "series.column.un",
            words.of(product, "series.column.estimate"),
            "series.column.interval"),
        rows("neighbours").stream()
            .map(
                unit -> {
                  PageFigures.Range theirs = PageFigures.Range.of(unit);
                  boolean told = !isClassOnly(unit) && unit.get("displaced_class") != null;
                  return List.of(
                      a(name(words, unit))
                          .withHref(
                              "report/"
                                  + Languages.encoded((String) unit.get("pcode"))
                                  + spoken.on(query)),
                      unit.get("un_displaced") == null
                          ? text(words.text(words.of(product, "detail.un-none")))
                          : figure(unit),
                      span(estimate(unit)).withClass("estimate"),
                      text(told ? words.interval(theirs.low80(), theirs.high80()) : ""));
                })
            .toList());
  }

  private DomContent numbers(
      String title, List<String> columns, List<? extends List<? extends DomContent>> rows) {
    return ScrollBox.of(
        words.text(title),
        table(
                caption(span(words.text(title)).withClass("visually-hidden")),
                thead(
                    tr(
                        each(
                            columns,
                            column ->
                                th(words.text(column))
                                    .attr("scope", "col")
                                    .withCondClass(
                                        columns.indexOf(column) > 0
                                            && !column.equals("report.publisher"),
                                        "number")))),
                tbody(
                    each(
                        rows,
                        row ->
                            tr(
                                th(row.get(0)).attr("scope", "row"),
                                each(
                                    row.subList(1, row.size()),
                                    cell ->
                                        td(cell)
                                            .withCondClass(
                                                !(columns.contains("report.publisher")
                                                    && cell == row.get(row.size() - 1)),
                                                "number"))))))
            .withClass("numbers"));
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

  private String estimate(Map<String, Object> unit) {
    Object displacedClass = unit.get("displaced_class");
    return displacedClass == null
        ? words.text("number.unknown")
        : isClassOnly(unit)
            ? displacedClass.toString()
            : words.people(PageFigures.whole(unit, "displaced"));
  }

  private static boolean isClassOnly(Map<String, Object> unit) {
    return unit.get("quality") != null;
  }

  private String version() {
    return (String) detail.get("version");
  }

  private Map<String, String> named() {
    return Map.of("unit", name(words, values));
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> rows(String name) {
    return (List<Map<String, Object>>) detail.get(name);
  }

  static double number(Map<String, Object> values, String name) {
    return values.get(name) instanceof Number number ? number.doubleValue() : 0;
  }
}
