package org.displacementmapper.server.http;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.details;
import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import j2html.tags.specialized.TrTag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What we would have said, fitted 31 days before, beside what the UN then said: a chart with the
 * breaks in the coverage of the UN series, and its numbers as a table.
 */
final class SeriesChart {

  private static final LocalDate FIRST_DAY = LocalDate.of(2021, 6, 1);
  private static final int HEIGHT = 260;

  /** Where the UN series changes what it covers; the words are in the text table. */
  private enum CoverageBreak {
    NORTH_WEST(LocalDate.of(2021, 12, 1), "A"),
    NO_STATES(LocalDate.of(2022, 5, 2), "B"),
    ROUND(LocalDate.of(2022, 9, 26), "C");

    private final LocalDate day;
    private final String mark;

    CoverageBreak(LocalDate day, String mark) {
      this.day = day;
      this.mark = mark;
    }
  }

  private final PageWords words;
  private final String query;
  private final SeriesFigures series;

  /**
   * @param query of the address of the same as data; may be empty
   */
  SeriesChart(PageWords words, String query, SeriesFigures series) {
    this.words = words;
    this.query = query;
    this.series = series;
  }

  /** What the chart shows, in a sentence. */
  DomContent lead() {
    return p(words.text("series.lead", Map.of("days", words.number(series.daysBefore()))));
  }

  /** Words, chart, keys, breaks and table, without a heading. */
  DomContent html() {
    if (series.rows().isEmpty()) {
      return p(words.text("series.none"));
    }
    return each(
        lead(),
        chart(),
        keys(),
        ul(each(List.of(CoverageBreak.values()), this::describe)).withClass("breaks note"),
        about(),
        details(
            summary(words.text("series.table")),
            ScrollBox.of(words.text("series.table"), numbers())));
  }

  private DomContent chart() {
    List<SeriesFigures.Row> rows = series.rows();
    LocalDate last = rows.get(rows.size() - 1).asOf();
    LocalDate end = LocalDate.of(last.getYear() + 1, 1, 1);
    long[] levels = PageScale.steps(highest());
    double most = levels[levels.length - 1];
    TimeChart chart = new TimeChart(FIRST_DAY, end, 0, most, HEIGHT);
    for (long level : levels) {
      chart.level(level == 0 ? "zero" : "", level, words.number(level));
    }
    for (LocalDate day = FIRST_DAY; !day.isAfter(end); day = day.plusMonths(1)) {
      if (day.getMonthValue() == 1) {
        chart.day(day, "", Integer.toString(day.getYear()));
      } else if (day.getMonthValue() == 7) {
        chart.day(day, "minor", words.month(day));
      }
    }
    for (CoverageBreak one : CoverageBreak.values()) {
      chart.event("coverage-break", one.day, one.mark);
    }
    List<SeriesFigures.Row> drawn =
        rows.stream().filter(row -> row.displaced().best() != null).toList();
    chart.band(
        "ours-band",
        drawn.stream().map(row -> at(row, row.displaced().low80())).toList(),
        drawn.stream().map(row -> at(row, row.displaced().high80())).toList());
    chart.line("uns", all().map(row -> at(row, row.un())).toList());
    chart.line("ours", drawn.stream().map(row -> at(row, row.displaced().best())).toList());
    drawn.forEach(row -> chart.circle("best", at(row, row.displaced().best()), 3.4));
    all().forEach(row -> chart.diamond(at(row, row.un()), 4.6));
    return chart.html(
        words.text(
            "series.label",
            Map.of(
                "count", words.number(rows.size()),
                "inside", words.number(rows.stream().filter(SeriesChart::isInside).count()),
                "first", words.day(rows.get(0).asOf()),
                "last", words.day(last))));
  }

  private long highest() {
    return all()
        .flatMap(row -> Stream.of(row.un(), row.displaced().high80()))
        .filter(people -> people != null)
        .mapToLong(Long::longValue)
        .max()
        .orElseThrow();
  }

  /** All UN figures in date order, with an estimate or not. */
  private Stream<SeriesFigures.Row> all() {
    return Stream.concat(series.tooEarly().stream(), series.rows().stream())
        .filter(row -> !row.asOf().isBefore(FIRST_DAY));
  }

  private static TimeChart.At at(SeriesFigures.Row row, Long people) {
    return new TimeChart.At(row.asOf(), people == null ? 0 : people);
  }

  private static boolean isInside(SeriesFigures.Row row) {
    PageFigures.Range range = row.displaced();
    return range.low80() != null
        && range.high80() != null
        && range.low80() <= row.un()
        && row.un() <= range.high80();
  }

  private DomContent keys() {
    return ul(
            key("ours", "series.key.ours", "circle"),
            key("ours-band", "series.key.interval", "band"),
            key("uns", "series.key.un", "diamond"),
            key("coverage-break", "series.key.break", "line"))
        .withClass("chart-keys");
  }

  private DomContent key(String style, String sentence, String mark) {
    List<DomContent> drawn = new ArrayList<>();
    if (mark.equals("band")) {
      drawn.add(PageScale.svg("rect").withClass(style).attr("width", "26").attr("height", "12"));
    } else {
      drawn.add(PageScale.line(style, 0, 100, 6, 6));
    }
    if (mark.equals("circle")) {
      drawn.add(
          PageScale.svg("circle")
              .withClass("best")
              .attr("cx", "13")
              .attr("cy", "6")
              .attr("r", "3.4"));
    } else if (mark.equals("diamond")) {
      drawn.add(PageScale.diamond(50, 6, 4.6));
    }
    return li(
        PageScale.svg("svg")
            .withClass("chart scale")
            .attr("width", "26")
            .attr("height", "12")
            .attr("aria-hidden", "true")
            .with(drawn),
        text(words.text(sentence)));
  }

  private DomContent describe(CoverageBreak one) {
    return li(words.text("series.break." + one.mark.toLowerCase(java.util.Locale.ROOT)));
  }

  /** Product, source, version: what goes with every number of the chart. */
  private DomContent about() {
    return p(
            text(
                words.text(
                    "series.about",
                    Map.of(
                        "source", series.source(),
                        "version", series.version(),
                        "days", words.number(series.daysBefore())))),
            text(" "),
            a(words.text("series.json")).withHref("api/comparison/series" + query))
        .withClass("note");
  }

  private DomContent numbers() {
    return table(
            caption(
                span(words.text(
                        "series.caption",
                        Map.of("source", series.source(), "version", series.version())))
                    .withClass("held")),
            thead(
                tr(
                    head("series.column.date", ""),
                    head("series.column.un", "number un"),
                    head("series.column.estimate", "number estimate"),
                    head("series.column.interval", "number"),
                    head("series.column.ratio", "number"),
                    head("series.column.cutoff", ""),
                    head("series.column.snapshots", "number"))),
            tbody(each(series.tooEarly(), this::early), each(series.rows(), this::row)))
        .withClass("numbers");
  }

  private DomContent head(String key, String style) {
    return th(words.text(key)).attr("scope", "col").withClass(style);
  }

  private TrTag early(SeriesFigures.Row row) {
    return tr(
        th(words.day(row.asOf())).attr("scope", "row"),
        td(figure(row)).withClass("number"),
        td(words.text("series.too-early")).attr("colspan", "5").withClass("note"));
  }

  private TrTag row(SeriesFigures.Row row) {
    PageFigures.Range range = row.displaced();
    return tr(
        th(words.day(row.asOf())).attr("scope", "row"),
        td(figure(row)).withClass("number"),
        td(words.people(range.best())).withClass("number estimate"),
        td(words.interval(range.low80(), range.high80())).withClass("number"),
        td(row.ratio() == null ? "" : words.ratio(row.ratio())).withClass("number"),
        td(words.day(row.cutoff())),
        td(row.snapshots() == null ? "" : words.number(row.snapshots())).withClass("number"));
  }

  private DomContent figure(SeriesFigures.Row row) {
    return each(
        span(words.number(row.un())).withClass("un"),
        text(" "),
        row.publisher() == null ? text("") : WebAddress.publisher(row.publisher(), row.url()));
  }
}
