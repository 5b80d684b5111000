package org.displacementmapper.server.http;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;

import j2html.tags.DomContent;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.server.usecase.Basemap;
import org.displacementmapper.server.usecase.Corrections;

/**
 * What the operator's settings say on pages: where corrections go, and who else is asked for the
 * background of the map. Immutable.
 *
 * @param basemap empty: our own, for which nobody else is asked
 */
record PageFoot(Corrections corrections, Optional<Basemap> basemap) {

  /** Without settings. */
  static final PageFoot OWN = new PageFoot(Corrections.TRACKER, Optional.empty());

  /** Where to send corrections, as a paragraph. */
  DomContent corrections(PageWords words) {
    String href = corrections.address().map(Object::toString).orElse("");
    return corrections
        .shown()
        .map(
            shown ->
                p(
                    each(
                        words.marked(
                            "credits.corrections.to",
                            Map.of(
                                "address",
                                a(shown).withHref(href).withRel("noopener noreferrer external"))),
                        part -> part)))
        .orElseGet(() -> p(words.text("credits.corrections")));
  }

  /** Who learns that the map is looked at, as a paragraph. */
  DomContent privacy(PageWords words) {
    return basemap
        .map(
            other ->
                p(
                    each(
                        words.marked(
                            "credits.basemap.other",
                            Map.of("hosts", span(String.join(", ", other.hosts())))),
                        part -> part)))
        .orElseGet(() -> p(words.text("credits.basemap.own")));
  }

  /** For the page's script: the style and the origins, with spaces between; empty: our own. */
  String basemapAttribute() {
    return basemap.map(other -> other.style() + " " + String.join(" ", other.origins())).orElse("");
  }

  /**
   * A content security policy of a page with a map, which may ask the basemap's origins too.
   * MapLibre fetches all that a style names, pictures as well, so that these need no other right.
   */
  String allowing(String policy) {
    return basemap
        .map(
            other ->
                policy.replace(
                    "connect-src 'self'",
                    "connect-src 'self' " + String.join(" ", other.origins())))
        .orElse(policy);
  }
}
