package org.displacementmapper.server.http;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;

import io.javalin.http.Context;
import j2html.tags.DomContent;
import j2html.tags.specialized.ATag;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The languages of the pages: the one that the address names, or else the first of the browser's
 * that there is, or else English. Tables are read when first spoken. Safe for use by many threads.
 */
final class Languages {

  static final List<String> TAGS = List.of(PageWords.ENGLISH, PageWords.BURMESE);

  static final Param LANG =
      Param.query(
          "lang",
          Map.of("type", "string", "enum", TAGS),
          "Language of the page: en or my. Default: the browser's, by Accept-Language, or English.");

  private final Map<String, PageWords> words = new ConcurrentHashMap<>();

  /** What is spoken to one reader. */
  record Spoken(PageWords words, boolean asked, String rest) {

    /** Query of an address, to stay in the language where the address chose it; may be empty. */
    String query() {
      return asked ? "?lang=" + words.language() : "";
    }

    /** Links to the same page in each language. */
    DomContent links() {
      return each(
          TAGS,
          tag -> {
            ATag link =
                a(words.text("language." + tag))
                    .withHref("?lang=" + tag + rest)
                    .withLang(tag)
                    .attr("hreflang", tag);
            return tag.equals(words.language()) ? link.attr("aria-current", "true") : link;
          });
    }
  }

  /** The words of a language, or of English if there is none such. */
  PageWords words(String tag) {
    return words.computeIfAbsent(TAGS.contains(tag) ? tag : PageWords.ENGLISH, PageWords::of);
  }

  /** What this request is answered in; says in the headers of the answer what that hangs on. */
  Spoken spoken(Context context, Parameters parameters) {
    Optional<String> asked = parameters.find("lang").filter(TAGS::contains);
    String tag = asked.orElseGet(() -> accepted(context.header("Accept-Language")));
    context.header("Content-Language", tag);
    context.header("Vary", "Accept-Encoding, Accept-Language");
    return new Spoken(words.computeIfAbsent(tag, PageWords::of), asked.isPresent(), rest(context));
  }

  /** The query as it came, without the language. */
  private static String rest(Context context) {
    StringBuilder rest = new StringBuilder();
    context
        .queryParamMap()
        .forEach(
            (name, values) -> {
              if (!name.equals("lang")) {
                values.forEach(
                    value ->
                        rest.append('&').append(encoded(name)).append('=').append(encoded(value)));
              }
            });
    return rest.toString();
  }

  /** As it may stand in an address. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String accepted(String header) {
    if (header == null) {
      return PageWords.ENGLISH;
    }
    try {
      String tag = Locale.lookupTag(Locale.LanguageRange.parse(header), TAGS);
      return tag == null ? PageWords.ENGLISH : tag;
    } catch (IllegalArgumentException e) {
      return PageWords.ENGLISH; // a header that says nothing
    }
  }
}
