package org.displacementmapper.server.http;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.displacementmapper.displacement.Product;
import org.displacementmapper.layer.Numbers;

/** The tables of the report of one unit: UN figures, months, neighbours. Immutable. */
final class UnitTables {

  private final Languages.Spoken spoken;
  private final PageWords words;
  private final Map<String, Object> detail;
  private final String query;
  private final Product product;

  /**
   * @param words those of {@code spoken}, for these figures
   * @param detail the answer of {@code /api/units/{pcode}}
   * @param query what the unit was asked for, as in an address, without version and language; may
   *     be empty
   */
  UnitTables(Languages.Spoken spoken, PageWords words, Map<String, Object> detail, String query) {
    this.spoken = spoken;
    this.words = words;
    this.detail = detail;
    this.query = query;
    this.product = Product.find((String) detail.get("product")).orElseThrow();
  }

  /** What the UN reported of the unit, day by day. */
  DomContent figures() {
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

  /** Incidents by month. */
  DomContent months() {
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
    Number rounded = Numbers.hundredths(Math.rint(UnitReport.number(row, name) * 10) / 10);
    return text(words.inDigits(rounded.toString()));
  }

  /** The units around it, each with its own report. */
  DomContent neighbours() {
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
                      a(UnitReport.name(words, unit))
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

  /** Our estimate of a unit as it may be told: a number, a class, or that it is not known. */
  String estimate(Map<String, Object> unit) {
    Object displacedClass = unit.get("displaced_class");
    return displacedClass == null
        ? words.text("number.unknown")
        : isClassOnly(unit)
            ? displacedClass.toString()
            : words.people(PageFigures.whole(unit, "displaced"));
  }

  /** Whether nobody ever tested numbers of such units. */
  static boolean isClassOnly(Map<String, Object> unit) {
    return unit.get("quality") != null;
  }

  /** A list of the answer, by its name. */
  @SuppressWarnings("unchecked")
  List<Map<String, Object>> rows(String name) {
    return (List<Map<String, Object>>) detail.get(name);
  }
}
