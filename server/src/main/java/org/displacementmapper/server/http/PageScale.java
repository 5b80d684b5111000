package org.displacementmapper.server.http;

import j2html.TagCreator;
import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;

/**
 * An estimate with its intervals and the UN figure drawn on one axis, in percent of the width: the
 * counterpart of {@code web/src/figures/scale.ts}, held together with it by the browser test.
 */
final class PageScale {

  /** Axis of the table: each of its four parts is ten times the one before, from 100 to 1 m. */
  static final DoubleUnaryOperator LOGARITHMIC = people -> 100 * (Math.log10(people) - 2) / 4;

  private PageScale() {}

  static DoubleUnaryOperator linear(double max) {
    return people -> 100 * people / max;
  }

  /** Steps of a linear axis from 0: at most six, each 1, 2 or 5 times a power of ten. */
  static long[] steps(long largest) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(largest, 1000) / 6.0)));
    long step =
        LongStream.of(1, 2, 5, 10)
            .map(n -> Math.round(n * power))
            .filter(candidate -> (double) largest / candidate <= 6)
            .findFirst()
            .orElseThrow();
    long count = (long) Math.ceil((double) largest / step) + 1;
    return LongStream.range(0, count).map(index -> index * step).toArray();
  }

  /** The marks at height {@code y}. Nothing of ours is drawn for an estimate under 100. */
  static List<DomContent> marks(
      PageFigures.Range range, Long un, DoubleUnaryOperator axis, double y, double radius) {
    List<DomContent> marks = new ArrayList<>();
    if (range.best() != null) {
      double low95 = axis.applyAsDouble(orLeast(range.low95()));
      double high95 = axis.applyAsDouble(orLeast(range.high95()));
      double low80 = clip(axis.applyAsDouble(orLeast(range.low80())));
      double high80 = clip(axis.applyAsDouble(orLeast(range.high80())));
      marks.add(line("likely-95", clip(low95), clip(high95), y, y));
      marks.add(
          svg("rect")
              .withClass("likely-80")
              .attr("x", percent(low80))
              .attr("width", percent(high80 - low80))
              .attr("y", plain(y - radius * 0.6))
              .attr("height", plain(radius * 1.2)));
      if (low95 < 0) {
        marks.add(arrow(0, -1, y, "beyond"));
      }
      if (high95 > 100) {
        marks.add(arrow(100, 1, y, "beyond"));
      }
      double best = axis.applyAsDouble(range.best());
      if (best <= 100) {
        marks.add(
            svg("circle")
                .withClass("best")
                .attr("cx", percent(clip(best)))
                .attr("cy", plain(y))
                .attr("r", plain(radius)));
      }
    }
    if (un != null) {
      marks.add(unMark(axis.applyAsDouble(un), y, radius));
    }
    return marks;
  }

  static DomContent line(String style, double from, double to, double y1, double y2) {
    return svg("line")
        .withClass(style)
        .attr("x1", percent(from))
        .attr("x2", percent(to))
        .attr("y1", plain(y1))
        .attr("y2", plain(y2));
  }

  static DomContent label(String style, double x, double y, String anchor, String text) {
    return svg("text")
        .withClass(style)
        .attr("x", percent(x))
        .attr("y", plain(y))
        .attr("text-anchor", anchor)
        .withText(text);
  }

  static ContainerTag<?> svg(String name) {
    return TagCreator.tag(name);
  }

  /** A diamond, or an arrowhead where the figure is beyond the axis. */
  private static DomContent unMark(double x, double y, double radius) {
    return x > 100 ? arrow(100, 1, y, "beyond un-beyond") : diamond(clip(x), y, radius);
  }

  static DomContent diamond(double x, double y, double radius) {
    String r = plain(radius * 0.95);
    return anchored(x, y, "un-mark", "M0 -" + r + "L" + r + " 0L0 " + r + "L-" + r + " 0z");
  }

  /** Something goes on beyond the axis. */
  private static DomContent arrow(double x, int direction, double y, String style) {
    int back = -5 * direction;
    return anchored(x, y, style, "M" + back + " -4L0 0L" + back + " 4");
  }

  private static DomContent anchored(double x, double y, String style, String path) {
    return svg("svg")
        .withClass("anchor")
        .attr("x", percent(x))
        .attr("y", plain(y))
        .with(svg("path").withClass(style).attr("d", path));
  }

  private static double orLeast(Long people) {
    return people == null ? 100 : people;
  }

  private static double clip(double value) {
    return Math.min(100, Math.max(0, value));
  }

  static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f%%", value);
  }

  /** As short as it goes: 13, 7.6. */
  private static String plain(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : Double.toString(Math.rint(value * 100) / 100);
  }
}
