package org.displacementmapper.server.http;

import static j2html.TagCreator.each;
import static j2html.TagCreator.p;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.displacementmapper.displacement.Product;

/** The two charts of a unit, drawn by the server; their numbers stand in tables beside them. */
final class UnitCharts {

  private static final int HEIGHT = 130;
  private static final int TOP = 18;

  private final PageWords words;
  private final Map<String, Object> detail;
  private final String name;
  private final Product product;

  @SuppressWarnings("unchecked")
  UnitCharts(PageWords words, Map<String, Object> detail) {
    this.words = words;
    this.detail = detail;
    this.name = UnitReport.name(words, (Map<String, Object>) detail.get("unit"));
    this.product = Product.find((String) detail.get("product")).orElseThrow();
  }

  /** UN figures and our estimates with the 80 % interval; a sentence if there are too few. */
  DomContent overTime() {
    List<Map<String, Object>> figures = rows("un_figures");
    List<Map<String, Object>> drawn =
        rows("estimates").stream().filter(row -> row.get("displaced") != null).toList();
    List<LocalDate> days =
        Stream.concat(figures.stream(), drawn.stream())
            .map(row -> (LocalDate) row.get("as_of"))
            .sorted()
            .distinct()
            .toList();
    if (days.size() < 2) {
      return p(words.text("unit.over-time.none")).withClass("note");
    }
    LocalDate first = days.get(0);
    LocalDate last = days.get(days.size() - 1);
    long[] levels =
        PageScale.steps(
            Math.max(highest(figures, "un_displaced"), highest(drawn, "displaced_high80")));
    TimeChart chart = new TimeChart(first, last, 0, levels[levels.length - 1], HEIGHT);
    for (long level : levels) {
      chart.level(level == 0 ? "zero" : "", level, words.number(level));
    }
    chart.day(first, "", words.month(first));
    chart.day(last, "", words.month(last));
    chart.event("coverage-break", (LocalDate) detail.get("as_of"), "");
    if (drawn.size() > 1) {
      chart.band("ours-band", points(drawn, "displaced_low80"), points(drawn, "displaced_high80"));
      chart.line("ours", points(drawn, "displaced"));
    }
    if (figures.size() > 1) {
      chart.line("uns", points(figures, "un_displaced"));
    }
    points(figures, "un_displaced").forEach(point -> chart.diamond(point, 4.2));
    return each(
        chart.html(
            words.text(
                words.of(product, "unit.over-time.label"),
                Map.of(
                    "unit", name,
                    "figures", words.number(figures.size()),
                    "estimates", words.number(drawn.size())))),
        p(words.text(words.of(product, "unit.over-time.key"))).withClass("note"));
  }

  /** Incidents of each month, of them those reported with air attacks, and the documented list. */
  DomContent byMonth() {
    List<Map<String, Object>> months = rows("months");
    double most = 1;
    double incidents = 0;
    double air = 0;
    for (Map<String, Object> month : months) {
      most = Math.max(most, Math.max(UnitReport.number(month, "incidents"), air(month)));
      incidents += UnitReport.number(month, "incidents");
      air += air(month);
    }
    double slot = 100.0 / Math.max(1, months.size());
    List<DomContent> drawn = new ArrayList<>();
    drawn.add(
        PageScale.label(
            "tick-text",
            0,
            10,
            "start",
            words.text("unit.months.most", Map.of("count", words.count(most)))));
    for (int i = 0; i < months.size(); i++) {
      Map<String, Object> month = months.get(i);
      double left = (i + 0.1) * slot;
      drawn.add(bar("month-bar", left, slot * 0.55, UnitReport.number(month, "incidents") / most));
      drawn.add(
          bar("bar-mentioned", left, slot * 0.55, UnitReport.number(month, "air_mentions") / most));
      drawn.add(bar("bar-air", (i + 0.68) * slot, slot * 0.22, air(month) / most));
    }
    int bottom = TOP + HEIGHT;
    drawn.add(PageScale.line("tick zero", 0, 100, bottom, bottom));
    if (!months.isEmpty()) {
      drawn.add(month(months.get(0), 0, "start"));
      drawn.add(month(months.get(months.size() - 1), 100, "end"));
    }
    return each(
        PageScale.svg("svg")
            .withClass("chart scale")
            .attr("role", "img")
            .attr(
                "aria-label",
                words.text(
                    "unit.months.label",
                    Map.of(
                        "unit", name,
                        "incidents", words.count(incidents),
                        "air", words.count(air))))
            .attr("width", "100%")
            .attr("height", Integer.toString(bottom + 22))
            .with(drawn),
        p(words.text("report.months.key")).withClass("note"));
  }

  private DomContent month(Map<String, Object> month, double x, String anchor) {
    String label = words.month((LocalDate) month.get("start"));
    return PageScale.label("tick-text", x, TOP + HEIGHT + 17, anchor, label);
  }

  private static double air(Map<String, Object> month) {
    return UnitReport.number(month, "air_incidents");
  }

  private static DomContent bar(String style, double x, double width, double part) {
    return PageScale.svg("rect")
        .withClass(style)
        .attr("x", PageScale.percent(x))
        .attr("width", PageScale.percent(width))
        .attr("y", Long.toString(TOP + HEIGHT - Math.round(HEIGHT * part)))
        .attr("height", Long.toString(Math.round(HEIGHT * part)));
  }

  private static List<TimeChart.At> points(List<Map<String, Object>> rows, String field) {
    return rows.stream()
        .map(row -> new TimeChart.At((LocalDate) row.get("as_of"), UnitReport.number(row, field)))
        .toList();
  }

  private static long highest(List<Map<String, Object>> rows, String field) {
    return rows.stream().mapToLong(row -> (long) UnitReport.number(row, field)).max().orElse(0);
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> rows(String field) {
    return (List<Map<String, Object>>) detail.get(field);
  }
}
