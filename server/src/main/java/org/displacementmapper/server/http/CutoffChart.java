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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The ratio of our national total to the 440,000 at every cut-off and weighting, as steps, since
 * nothing changes between two UN figures; with the interval of the weighting in use, and its
 * numbers as a table.
 */
final class CutoffChart {

  private static final int HEIGHT = 220;
  private static final double STEP = 0.25;

  /** Labels of the time axis closer than this would run into each other. */
  private static final int ROOM_DAYS = 20;

  /** Weightings as the API names them, in use first, with the line that draws each. */
  private static final Map<String, String> LINES =
      Map.of("events", "ours", "root_deaths", "second", "deaths", "third");

  private final PageWords words;
  private final String query;
  private final CutoffFigures figures;
  private final List<String> weightings;

  /**
   * @param query of the address of the same as data; may be empty
   */
  CutoffChart(PageWords words, String query, CutoffFigures figures) {
    this.words = words;
    this.query = query;
    this.figures = figures;
    this.weightings =
        figures.points().stream().map(CutoffFigures.Point::weighting).distinct().toList();
  }

  /** Chart, keys and table, without a heading; only words if there is no point. */
  DomContent html() {
    if (figures.lowest() == null || figures.byCutoff().size() < 2) {
      return p(words.text("cutoffs.none"));
    }
    return each(
        chart(),
        keys(),
        p(
                text(
                    words.text(
                        "cutoffs.about",
                        Map.of(
                            "date", words.day(figures.asOf()),
                            "source", figures.source(),
                            "version", figures.version()))),
                text(" "),
                a(words.text("cutoffs.json")).withHref("api/comparison/cutoffs" + query))
            .withClass("note"),
        details(
                summary(words.text("cutoffs.table")),
                ScrollBox.of(words.text("cutoffs.table"), numbers()))
            .attr("open"));
  }

  private DomContent chart() {
    LocalDate first = figures.byCutoff().firstKey();
    LocalDate last = figures.byCutoff().lastKey();
    List<CutoffFigures.Point> inUse = figures.points(weightings.get(0));
    double lowest =
        STEP
            * Math.floor(
                Math.min(
                        figures.lowest(),
                        inUse.stream().mapToDouble(CutoffFigures.Point::low80).min().orElseThrow())
                    / STEP);
    double highest =
        STEP
            * Math.ceil(
                Math.max(
                        figures.highest(),
                        inUse.stream().mapToDouble(CutoffFigures.Point::high80).max().orElseThrow())
                    / STEP);
    TimeChart chart = new TimeChart(first, last, lowest, highest, HEIGHT);
    for (double level = lowest; level < highest + STEP / 2; level += STEP) {
      boolean un = Math.abs(level - 1) < STEP / 10;
      chart.level(un ? "un" : "", level, un ? words.text("cutoffs.un") : words.ratio(level));
    }
    chart.day(first, "", words.day(first));
    for (LocalDate day = first.plusDays(ROOM_DAYS).withDayOfMonth(1).plusMonths(1);
        day.isBefore(last.minusDays(ROOM_DAYS));
        day = day.plusMonths(1)) {
      chart.day(day, "minor", words.month(day));
    }
    chart.day(last, "", words.day(last));
    chart.steppedBand(
        "ours-band",
        inUse.stream().map(point -> at(point, point.low80())).toList(),
        inUse.stream().map(point -> at(point, point.high80())).toList());
    for (String weighting : weightings) {
      List<CutoffFigures.Point> points = figures.points(weighting);
      chart.steps(line(weighting), points.stream().map(point -> at(point, point.ratio())).toList());
      points.forEach(point -> chart.circle("best", at(point, point.ratio()), 3));
    }
    return chart.html(
        words.text(
            "cutoffs.label",
            Map.of(
                "lowest", words.ratio(figures.lowest()),
                "highest", words.ratio(figures.highest()),
                "first", words.day(first),
                "last", words.day(last))));
  }

  private static String line(String weighting) {
    return LINES.getOrDefault(weighting, "third");
  }

  private static TimeChart.At at(CutoffFigures.Point point, Double value) {
    return new TimeChart.At(point.cutoff(), value);
  }

  private DomContent keys() {
    List<DomContent> keys = new ArrayList<>();
    for (String weighting : weightings) {
      keys.add(key(PageScale.line(line(weighting), 0, 100, 6, 6), name(weighting)));
    }
    keys.add(
        key(
            PageScale.svg("rect").withClass("ours-band").attr("width", "26").attr("height", "12"),
            words.text("cutoffs.interval")));
    return ul(each(keys, key -> key)).withClass("chart-keys");
  }

  private static DomContent key(DomContent drawn, String name) {
    return li(
        PageScale.svg("svg")
            .withClass("chart scale")
            .attr("width", "26")
            .attr("height", "12")
            .attr("aria-hidden", "true")
            .with(drawn),
        text(name));
  }

  private String name(String weighting) {
    return words.text("cutoffs.weighting." + weighting.replace('_', '-').toLowerCase(Locale.ROOT));
  }

  private DomContent numbers() {
    return table(
            caption(
                span(words.text(
                        "cutoffs.caption",
                        Map.of(
                            "date", words.day(figures.asOf()),
                            "source", figures.source(),
                            "version", figures.version())))
                    .withClass("held")),
            thead(
                tr(
                    th(words.text("cutoffs.column.cutoff")).attr("scope", "col"),
                    th(words.text("cutoffs.column.snapshots"))
                        .attr("scope", "col")
                        .withClass("number"),
                    each(
                        weightings,
                        weighting ->
                            th(name(weighting)).attr("scope", "col").withClass("number")))),
            tbody(
                each(
                    figures.byCutoff().entrySet(),
                    entry ->
                        tr(
                            th(words.day(entry.getKey())).attr("scope", "row"),
                            td(words.number(
                                    entry.getValue().values().iterator().next().snapshots()))
                                .withClass("number"),
                            each(
                                weightings,
                                weighting ->
                                    td(ratio(entry.getValue().get(weighting)))
                                        .withClass("number"))))))
        .withClass("numbers");
  }

  /** Never without its interval. */
  private String ratio(CutoffFigures.Point point) {
    return point == null || point.ratio() == null
        ? words.text("number.unknown")
        : words.text(
            "cutoffs.ratio",
            Map.of(
                "ratio", words.ratio(point.ratio()),
                "low", words.ratio(point.low80()),
                "high", words.ratio(point.high80())));
  }
}
