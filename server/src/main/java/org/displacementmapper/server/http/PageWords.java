package org.displacementmapper.server.http;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import j2html.TagCreator;
import j2html.tags.DomContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.displacementmapper.displacement.Product;
import org.displacementmapper.displacement.Publication;

/**
 * The words of the page in one language, from the same table that its script reads ({@code
 * web/src/text}): whole sentences with {placeholders}, and numbers and dates as the script writes
 * them, in the digits and months of the table. Immutable.
 */
final class PageWords {

  /** The language whose table is complete; what another lacks is said in it. */
  static final String ENGLISH = "en";

  static final String BURMESE = "my";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z0-9]+)}");

  private final Map<String, String> sentences;
  private final String digits;
  private final long leastPeople;

  private PageWords(Map<String, String> sentences, long leastPeople) {
    this.sentences = Map.copyOf(sentences);
    this.digits = sentence("format.digits");
    this.leastPeople = leastPeople;
  }

  /** Reads the table of a language, {@code en} or {@code my}, from the class path. */
  static PageWords of(String language) {
    Map<String, String> sentences = new HashMap<>(table(ENGLISH));
    sentences.putAll(table(language));
    return new PageWords(sentences, Publication.STANDARD.least());
  }

  private static Map<String, String> table(String language) {
    String resource = "/web/text/" + language + ".json";
    try (InputStream in = PageWords.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + resource);
      }
      return new ObjectMapper().readValue(in, new TypeReference<>() {});
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + resource, failure);
    }
  }

  /** The same words where no number under this is given of our estimates. */
  PageWords withLeastPeople(long least) {
    return new PageWords(sentences, least);
  }

  /** The language of the words, {@code en} or {@code my}. */
  String language() {
    return sentence("lang");
  }

  /** The name of a place in this language, or the English one where no other is known. */
  String name(String english, String burmese) {
    return language().equals(BURMESE) && burmese != null ? burmese : english;
  }

  /**
   * The key of a sentence as it is said of a product: an allocation is no estimate of ours, so much
   * that is said of one has words of its own there.
   */
  String of(Product product, String key) {
    String own = key + "." + product.word();
    return sentences.containsKey(own) ? own : key;
  }

  /** A sentence without placeholders. */
  String text(String key) {
    return text(key, Map.of());
  }

  String text(String key, Map<String, String> values) {
    Matcher matcher = PLACEHOLDER.matcher(sentence(key));
    return matcher.replaceAll(
        match -> Matcher.quoteReplacement(value(key, match.group(1), values)));
  }

  /** A sentence whose values carry markup. */
  List<DomContent> marked(String key, Map<String, DomContent> values) {
    return parts(key, values, TagCreator::text);
  }

  /**
   * A sentence in parts: its values, and the words between them.
   *
   * @param between makes a part of words
   */
  <T> List<T> parts(
      String key, Map<String, ? extends T> values, Function<String, ? extends T> between) {
    String sentence = sentence(key);
    Matcher matcher = PLACEHOLDER.matcher(sentence);
    List<T> parts = new ArrayList<>();
    int end = 0;
    while (matcher.find()) {
      if (matcher.start() > end) {
        parts.add(between.apply(sentence.substring(end, matcher.start())));
      }
      parts.add(value(key, matcher.group(1), values));
      end = matcher.end();
    }
    if (end < sentence.length()) {
      parts.add(between.apply(sentence.substring(end)));
    }
    return parts;
  }

  String number(long value) {
    return inDigits(String.format(Locale.ROOT, "%,d", value));
  }

  /** A count that may be a fraction, to the nearest whole. */
  String count(double value) {
    return number(Math.round(value));
  }

  /** People displaced by our estimate, which gives no number under the least. */
  String people(Long value) {
    return value == null
        ? text("number.under-least", Map.of("least", number(leastPeople)))
        : number(value);
  }

  String interval(Long low, Long high) {
    return text("number.interval", Map.of("low", people(low), "high", people(high)));
  }

  /** Two decimals below ten, one above: more would claim more than is known. */
  String ratio(double value) {
    return inDigits(String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value));
  }

  /** A part of one, in whole per cent. */
  String percent(double part) {
    return text("number.percent", Map.of("percent", number(Math.round(100 * part))));
  }

  /** For example Jul 2022. */
  String month(LocalDate date) {
    return text(
        "format.month",
        Map.of("month", sentence("month.short." + date.getMonthValue()), "year", year(date)));
  }

  String day(LocalDate date) {
    return text(
        "format.day",
        Map.of(
            "day", inDigits(Integer.toString(date.getDayOfMonth())),
            "month", sentence("month." + date.getMonthValue()),
            "year", year(date)));
  }

  private String year(LocalDate date) {
    return inDigits(Integer.toString(date.getYear()));
  }

  /** The same number in the digits of the language. */
  String inDigits(String number) {
    StringBuilder written = new StringBuilder(number.length());
    number
        .chars()
        .forEach(c -> written.append(c >= '0' && c <= '9' ? digits.charAt(c - '0') : (char) c));
    return written.toString();
  }

  private String sentence(String key) {
    String sentence = sentences.get(key);
    if (sentence == null) {
      throw new IllegalArgumentException("the page has no words \"" + key + "\"");
    }
    return sentence;
  }

  private static <T> T value(String key, String placeholder, Map<String, ? extends T> values) {
    T value = values.get(placeholder);
    if (value == null) {
      throw new IllegalArgumentException("\"" + key + "\" needs a value for {" + placeholder + "}");
    }
    return value;
  }
}
