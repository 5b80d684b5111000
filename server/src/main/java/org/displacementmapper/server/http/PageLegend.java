package org.displacementmapper.server.http;

import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
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

/**
 * What the shades of the estimate mean, class by class. The script writes the same for every
 * measure ({@code web/src/map/legend.ts}).
 */
final class PageLegend {

  private final PageWords words;
  private final Product product;
  private final Theme.Classes classes = Theme.theme().measure("estimate");

  /**
   * @param product of the estimate that is shaded
   */
  PageLegend(PageWords words, Product product) {
    this.words = words;
    this.product = product;
  }

  DomContent html() {
    return each(h2(title()).withId("legend-title"), ramp());
  }

  String title() {
    return words.text(words.of(product, "legend.title.estimate"));
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
      return words.text("legend.class.under", Map.of("high", words.count(breaks.get(0))));
    }
    String low = words.count(breaks.get(number - 1));
    return number == breaks.size()
        ? words.text("legend.class.over", Map.of("low", low))
        : words.text(
            "legend.class.between", Map.of("low", low, "high", words.count(breaks.get(number))));
  }

  private String shortBreak(int number) {
    return words.text(
        "legend.break.thousands",
        Map.of("thousands", words.count(classes.breaks().get(number - 1) / 1000)));
  }
}
