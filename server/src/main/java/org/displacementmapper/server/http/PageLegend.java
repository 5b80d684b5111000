package org.displacementmapper.server.http;

import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import j2html.tags.specialized.LiTag;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.displacementmapper.displacement.Product;
import org.displacementmapper.layer.Theme;
import org.displacementmapper.server.usecase.UnitMeasure;

/**
 * What the shades of the estimate mean, class by class. The script writes the same for every
 * measure ({@code web/src/map/legend.ts}).
 */
final class PageLegend {

  private final PageWords words;
  private final Product product;
  private final UnitMeasure measure;
  private final Theme.Classes classes;

  /**
   * @param product of the estimate
   * @param measure that shades the units
   */
  PageLegend(PageWords words, Product product, UnitMeasure measure) {
    this.words = words;
    this.product = product;
    this.measure = measure;
    this.classes = measure.classes();
  }

  DomContent html() {
    return each(h2(title()).withId("legend-title"), ramp());
  }

  /** The same with the outlines of the UN's groups, if the map shows them. */
  DomContent html(boolean withGroups, PageFigures figures) {
    return withGroups
        ? each(html(), p(new PageGroups(words, figures).sentences()).withClass("note key-group"))
        : html();
  }

  /** What a step between shades means, and how far off an estimate may be. */
  DomContent shades() {
    return p(span(words.text(shadesKey()))).withId("legend-shades").withClass("note");
  }

  private String shadesKey() {
    if (measure == UnitMeasure.RATIO) {
      return "legend.shades.ratio";
    }
    return measure.isEstimate() && product != Product.ALLOCATION
        ? "legend.shades"
        : "legend.shades.steps";
  }

  /** What the hatching means, beside a swatch of it. */
  DomContent unlisted() {
    return li(span().withClass("swatch unknown"), span(words.text(unlistedKey())))
        .withId("legend-unlisted")
        .withCondHidden(!isHatched());
  }

  /** The same as a sentence of its own. */
  DomContent unlistedNote() {
    return p(span(words.text(unlistedKey())))
        .withId("legend-unlisted")
        .withClass("note")
        .withCondHidden(!isHatched());
  }

  /** As in pictures: only an estimate of ours speaks where the UN does not. */
  private String unlistedKey() {
    return measure.isEstimate() && product == Product.INDEPENDENT
        ? "legend.unlisted"
        : "picture.no-data";
  }

  /** Incidents are counted in every unit, if only to none. */
  private boolean isHatched() {
    return measure != UnitMeasure.INCIDENTS && measure != UnitMeasure.KILLED;
  }

  String title() {
    return words.text(words.of(product, "legend.title." + measure.word()));
  }

  DomContent ramp() {
    return ul(each(IntStream.range(0, classes.count()).boxed().toList(), this::shade))
        .withClass("ramp");
  }

  private LiTag shade(int number) {
    return li(
            span(classWords(number)).withClass("visually-hidden"),
            number == 0
                ? text("")
                : span(shortBreak(number)).withClass("break").attr("aria-hidden", "true"))
        .withClass(classes.colour(number));
  }

  /** A class in words, such as "1,000 to 3,000". */
  String classWords(int number) {
    List<Double> breaks = classes.breaks();
    if (number == 0) {
      return words.text("legend.class.under", Map.of("high", written(breaks.get(0))));
    }
    String low = written(breaks.get(number - 1));
    return number == breaks.size()
        ? words.text("legend.class.over", Map.of("low", low))
        : words.text(
            "legend.class.between", Map.of("low", low, "high", written(breaks.get(number))));
  }

  private String written(double limit) {
    return measure == UnitMeasure.RATIO ? words.ratio(limit) : words.count(limit);
  }

  /** A break in the room between two shades. */
  private String shortBreak(int number) {
    double limit = classes.breaks().get(number - 1);
    if (measure == UnitMeasure.RATIO && limit < 1) {
      double parts = Math.round(10 / limit) / 10.0;
      return "1/"
          + words.inDigits(
              parts == Math.rint(parts) ? Long.toString((long) parts) : Double.toString(parts));
    }
    if (limit >= 1_000_000) {
      return words.text("legend.break.millions", Map.of("millions", words.count(limit / 1e6)));
    }
    return limit >= 1_000
        ? words.text("legend.break.thousands", Map.of("thousands", words.count(limit / 1e3)))
        : words.count(limit);
  }
}
