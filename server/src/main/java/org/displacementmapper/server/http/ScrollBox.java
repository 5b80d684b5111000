package org.displacementmapper.server.http;

import static j2html.TagCreator.div;

import j2html.tags.DomContent;
import j2html.tags.specialized.DivTag;

/** Holds a table that may be wider than the screen: it scrolls by itself, also by keyboard. */
final class ScrollBox {

  private ScrollBox() {}

  /**
   * @param label what a screen reader hears of it
   */
  static DivTag of(String label, DomContent content) {
    return div(content)
        .withClass("scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", label);
  }
}
