package org.displacementmapper.server.http;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import j2html.TagCreator;
import j2html.tags.DomContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.displacementmapper.displacement.Publication;

/**
 * The words of the page in one language, from the same table that its script reads ({@code
 * web/src/text}): whole sentences with {placeholders}, and numbers and dates as the script writes
 * them. Immutable.
 */
final class PageWords {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z0-9]+)}");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

  private final Map<String, String> sentences;
  private final long leastPeople;

  private PageWords(Map<String, String> sentences, long leastPeople) {
    this.sentences = Map.copyOf(sentences);
    this.leastPeople = leastPeople;
  }

  /** Reads the table of a language, for example {@code en}, from the class path. */
  static PageWords of(String language) {
    String resource = "/web/text/" + language + ".json";
    try (InputStream in = PageWords.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + resource);
      }
      return new PageWords(
          new ObjectMapper().readValue(in, new TypeReference<>() {}), Publication.STANDARD.least());
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + resource, failure);
    }
  }

  /** The same words where no number under this is given of our estimates. */
  PageWords withLeastPeople(long least) {
    return new PageWords(sentences, least);
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
    String sentence = sentence(key);
    Matcher matcher = PLACEHOLDER.matcher(sentence);
    List<DomContent> parts = new ArrayList<>();
    int end = 0;
    while (matcher.find()) {
      parts.add(TagCreator.text(sentence.substring(end, matcher.start())));
      parts.add(value(key, matcher.group(1), values));
      end = matcher.end();
    }
    parts.add(TagCreator.text(sentence.substring(end)));
    return parts;
  }

  String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
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
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
  }

  /** A part of one, in whole per cent. */
  String percent(double part) {
    return text("number.percent", Map.of("percent", number(Math.round(100 * part))));
  }

  /** For example Jul 2022. */
  String month(LocalDate date) {
    return MONTH.format(date);
  }

  String day(LocalDate date) {
    return DAY.format(date);
  }

  private String sentence(String key) {
    String sentence = sentences.get(key);
    if (sentence == null) {
      throw new IllegalArgumentException("the page has no words \"" + key + "\"");
    }
    return sentence;
  }

  private static <T> T value(String key, String placeholder, Map<String, T> values) {
    T value = values.get(placeholder);
    if (value == null) {
      throw new IllegalArgumentException("\"" + key + "\" needs a value for {" + placeholder + "}");
    }
    return value;
  }
}
