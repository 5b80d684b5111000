package org.displacementmapper.server.http;

import static j2html.TagCreator.each;

import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Numbers over time as SVG, without a script and in any width: what has a size in the eye (text,
 * marks, line widths) is placed in percent of the width and pixels of the height; only lines and
 * bands are stretched. Colours come from the style sheet. Not thread-safe; used within one call.
 */
final class TimeChart {

  private static final int PLOT_TOP = 22;
  private static final int BELOW = 24;
  private static final int STRETCHED_WIDTH = 1000;

  /** A value of one day. */
  record At(LocalDate day, double value) {}

  private final LocalDate from;
  private final LocalDate to;
  private final double least;
  private final double most;
  private final int height;
  private final List<DomContent> grid = new ArrayList<>();
  private final List<DomContent> stretched = new ArrayList<>();
  private final List<DomContent> marks = new ArrayList<>();

  /**
   * @param height of the plot in pixels, without the labels of its axes
   */
  TimeChart(LocalDate from, LocalDate to, double least, double most, int height) {
    this.from = from;
    this.to = to;
    this.least = least;
    this.most = most;
    this.height = height;
  }

  /** A horizontal line with its label on it, at the left. */
  void level(String style, double value, String label) {
    grid.add(PageScale.line("tick " + style, 0, 100, y(value), y(value)));
    marks.add(PageScale.label("tick-text " + style, 0, y(value) - 3, "start", label));
  }

  /** A tick of the time axis. */
  void day(LocalDate day, String style, String label) {
    grid.add(PageScale.line("tick " + style, x(day), x(day), bottom(), bottom() + 5));
    grid.add(PageScale.label("tick-text " + style, x(day), bottom() + 19, anchor(day), label));
  }

  /** A vertical line through the plot, with a short name at its top. */
  void event(String style, LocalDate day, String name) {
    grid.add(PageScale.line(style, x(day), x(day), PLOT_TOP - 6, bottom()));
    marks.add(PageScale.label(style + "-name", x(day), PLOT_TOP - 10, "middle", name));
  }

  void line(String style, List<At> points) {
    stretched.add(path(style, "M" + joined(points)));
  }

  /** Each value holds until the next. */
  void steps(String style, List<At> points) {
    stretched.add(path(style, "M" + joined(stepped(points))));
  }

  void band(String style, List<At> low, List<At> high) {
    List<At> back = new ArrayList<>(low);
    java.util.Collections.reverse(back);
    stretched.add(path(style, "M" + joined(high) + "L" + joined(back) + "z"));
  }

  void steppedBand(String style, List<At> low, List<At> high) {
    band(style, stepped(low), stepped(high));
  }

  void circle(String style, At point, double radius) {
    marks.add(
        PageScale.svg("circle")
            .withClass(style)
            .attr("cx", PageScale.percent(x(point.day())))
            .attr("cy", number(y(point.value())))
            .attr("r", number(radius)));
  }

  void diamond(At point, double radius) {
    marks.add(PageScale.diamond(x(point.day()), y(point.value()), radius));
  }

  /**
   * The chart.
   *
   * @param label what it shows, in words; the numbers stand in a table beside it
   */
  ContainerTag<?> html(String label) {
    return PageScale.svg("svg")
        .withClass("chart scale")
        .attr("role", "img")
        .attr("aria-label", label)
        .attr("width", "100%")
        .attr("height", Integer.toString(PLOT_TOP + height + BELOW))
        .with(
            each(grid, part -> part),
            PageScale.svg("svg")
                .attr("width", "100%")
                .attr("height", number(bottom()))
                .attr("viewBox", "0 0 " + STRETCHED_WIDTH + " " + number(bottom()))
                .attr("preserveAspectRatio", "none")
                .with(stretched),
            each(marks, part -> part));
  }

  private static List<At> stepped(List<At> points) {
    List<At> steps = new ArrayList<>();
    for (At point : points) {
      if (!steps.isEmpty()) {
        steps.add(new At(point.day(), steps.get(steps.size() - 1).value()));
      }
      steps.add(point);
    }
    return steps;
  }

  private String joined(List<At> points) {
    StringBuilder text = new StringBuilder();
    for (At point : points) {
      text.append(text.length() == 0 ? "" : "L")
          .append(number(x(point.day()) * STRETCHED_WIDTH / 100))
          .append(' ')
          .append(number(y(point.value())));
    }
    return text.toString();
  }

  private static DomContent path(String style, String path) {
    return PageScale.svg("path").withClass(style).attr("d", path);
  }

  private String anchor(LocalDate day) {
    double x = x(day);
    return x < 4 ? "start" : x > 96 ? "end" : "middle";
  }

  /** In percent of the width. */
  private double x(LocalDate day) {
    return 100.0 * ChronoUnit.DAYS.between(from, day) / ChronoUnit.DAYS.between(from, to);
  }

  /** In pixels from the top; beyond the axis its end. */
  private double y(double value) {
    double part = (Math.min(most, Math.max(least, value)) - least) / (most - least);
    return PLOT_TOP + height * (1 - part);
  }

  private int bottom() {
    return PLOT_TOP + height;
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
