package org.displacementmapper.server.http;

import static j2html.TagCreator.a;
import static j2html.TagCreator.span;

import j2html.tags.DomContent;
import java.util.Optional;

/** Addresses from data, which may be linked only if they lead to the web and do nothing else. */
final class WebAddress {

  private WebAddress() {}

  /**
   * @param text null for none
   */
  static Optional<String> find(String text) {
    return Optional.ofNullable(text)
        .filter(url -> url.startsWith("https://") || url.startsWith("http://"));
  }

  /** The name of a publisher, English in every language, as a link if its address may be one. */
  static DomContent publisher(String name, String url) {
    return find(url)
        .<DomContent>map(
            address ->
                a(name)
                    .withLang(PageWords.ENGLISH)
                    .withHref(address)
                    .withRel("noopener noreferrer external"))
        .orElseGet(() -> span(name).withLang(PageWords.ENGLISH));
  }
}
