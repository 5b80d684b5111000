package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.displacementmapper.displacement.Product;
import org.displacementmapper.server.usecase.FilterWords;
import org.displacementmapper.server.usecase.Question;
import org.locationtech.jts.geom.Envelope;

/**
 * The query parameters of one request, checked: an unknown one, one given twice, or a value that is
 * not allowed becomes a {@link Problem} that says what is.
 */
final class Parameters {

  private static final String DATE = "a date such as 2022-01-31 (YYYY-MM-DD) is allowed.";

  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private final Map<String, String> values = new TreeMap<>();

  private Parameters() {}

  /** Reads the request's parameters, of which only those named are known. */
  static Parameters of(Context context, List<String> known) {
    requireDecodable(context.queryString());
    Parameters parameters = new Parameters();
    context
        .queryParamMap()
        .forEach(
            (name, given) -> {
              if (!known.contains(name)) {
                String allowed =
                    known.isEmpty()
                        ? "this address takes no parameters."
                        : "unknown; known here: " + String.join(", ", known) + ".";
                throw Problem.badParameter(name, given.get(0), allowed);
              }
              if (given.size() > 1) {
                throw Problem.badParameter(
                    name, String.join(" and ", given), "it may be given once.");
              }
              parameters.values.put(name, given.get(0));
            });
    return parameters;
  }

  /** A percent sign must be followed by two hexadecimal digits. */
  private static void requireDecodable(String query) {
    if (query != null && BROKEN_ESCAPE.matcher(query).find()) {
      throw Problem.badParameter(
          "query", query, "a percent sign is followed by two hexadecimal digits, as in %20.");
    }
  }

  /** Reads the parameters that are named, the first value of each, and leaves out all others. */
  static Parameters known(Context context, List<String> known) {
    Parameters parameters = new Parameters();
    known.forEach(
        name -> {
          String value = context.queryParam(name);
          if (value != null) {
            parameters.values.put(name, value);
          }
        });
    return parameters;
  }

  /** The same without this one, which the caller reads in its own way. */
  Parameters without(String name) {
    Parameters others = new Parameters();
    others.values.putAll(values);
    others.values.remove(name);
    return others;
  }

  /** Values that were read elsewhere, by name. */
  static Parameters of(Map<String, String> values) {
    Parameters parameters = new Parameters();
    parameters.values.putAll(values);
    return parameters;
  }

  Question question() {
    return new Question(
        date("as_of"),
        date("cutoff"),
        find("product").map(Parameters::product),
        find("source"),
        date("from"),
        date("to"),
        FilterWords.read(this::find),
        list("unit"),
        find("bbox").map(Parameters::bbox),
        version());
  }

  /** The same without units and box, which the OGC services read in their own way. */
  Question estimateQuestion() {
    return new Question(
        date("as_of"),
        date("cutoff"),
        find("product").map(Parameters::product),
        find("source"),
        date("from"),
        date("to"),
        FilterWords.read(this::find),
        Set.of(),
        Optional.empty(),
        version());
  }

  /** The dataset version asked for, by name or number; empty: the current one. */
  Optional<String> version() {
    return find("v");
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A comma list without its blanks; empty if the parameter is missing. */
  Set<String> list(String name) {
    Set<String> list = new LinkedHashSet<>();
    find(name)
        .ifPresent(
            text -> {
              for (String part : text.split(",", -1)) {
                if (part.isBlank()) {
                  throw Problem.badParameter(
                      name, text, "a list of names with single commas between them is allowed.");
                }
                list.add(part.strip());
              }
            });
    return list;
  }

  int integer(String name, int missing, int min, int max) {
    Optional<String> text = find(name);
    if (text.isEmpty()) {
      return missing;
    }
    try {
      int value = Integer.parseInt(text.get());
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // answered below, like a number out of range
    }
    throw Problem.badParameter(
        name, text.get(), "a whole number from " + min + " to " + max + " is allowed.");
  }

  boolean flag(String name) {
    return choice(name, List.of("false", "true")).equals("true");
  }

  /** One of the words; the first is the default. */
  String choice(String name, List<String> words) {
    String word = find(name).orElse(words.get(0));
    if (!words.contains(word)) {
      throw Problem.badParameter(name, word, "allowed: " + String.join(", ", words) + ".");
    }
    return word;
  }

  private Optional<LocalDate> date(String name) {
    return find(name)
        .map(
            text -> {
              try {
                return LocalDate.parse(text);
              } catch (DateTimeParseException e) {
                throw Problem.badParameter(name, text, DATE);
              }
            });
  }

  private static Product product(String word) {
    return Product.find(word)
        .orElseThrow(
            () ->
                Problem.badParameter(
                    "product", word, "allowed: independent, nowcast, allocation."));
  }

  private static Envelope bbox(String text) {
    String allowed =
        "four numbers west,south,east,north in degrees are allowed, such as 96,18,98,20.";
    double[] numbers;
    try {
      numbers = Arrays.stream(text.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    } catch (NumberFormatException e) {
      throw Problem.badParameter("bbox", text, allowed);
    }
    boolean inRange =
        numbers.length == 4
            && Arrays.stream(numbers).allMatch(Double::isFinite)
            && Math.abs(numbers[0]) <= 180
            && Math.abs(numbers[2]) <= 180
            && Math.abs(numbers[1]) <= 90
            && Math.abs(numbers[3]) <= 90;
    if (!inRange || numbers[0] > numbers[2] || numbers[1] > numbers[3]) {
      throw Problem.badParameter("bbox", text, allowed);
    }
    return new Envelope(numbers[0], numbers[2], numbers[1], numbers[3]);
  }
}
