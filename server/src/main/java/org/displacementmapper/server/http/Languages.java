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

  /**
   * What is spoken to one reader, and of which data.
   *
   * @param version of the dataset, one that is kept; empty: the newest
   */
  record Spoken(PageWords words, boolean asked, String rest, Optional<String> version) {

    /** The same of a version that is kept. */
    Spoken of(Optional<String> kept) {
      return new Spoken(words, asked, rest, kept);
    }

    /** The language, if the address chose it. */
    Optional<String> language() {
      return asked ? Optional.of(words.language()) : Optional.empty();
    }

    /**
     * Query of an address, to stay in the language and with the data that the address chose; may be
     * empty.
     */
    String query() {
      return on("");
    }

    /**
     * The same behind other parameters.
     *
     * @param others as they stand in an address; may be empty
     */
    String on(String others) {
      String query =
          (others.isEmpty() ? "" : "&" + others)
              + version.map(kept -> "&v=" + kept).orElse("")
              + more();
      return query.isEmpty() ? "" : "?" + query.substring(1);
    }

    /** The same for addresses of data, which have none. */
    Spoken inNoLanguage() {
      return new Spoken(words, false, rest, version);
    }

    /** Query of the address of data, of the same version; may be empty. */
    String data() {
      return inNoLanguage().query();
    }

    /** What goes on with a query, to stay in the language; may be empty. */
    String more() {
      return language().map("&lang="::concat).orElse("");
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
    return new Spoken(
        words.computeIfAbsent(tag, PageWords::of),
        asked.isPresent(),
        rest(context),
        Optional.empty());
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
