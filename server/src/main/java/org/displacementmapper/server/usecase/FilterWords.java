package org.displacementmapper.server.usecase;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.displacementmapper.dataset.AirFilter;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.dataset.IncidentFilter;
import org.displacementmapper.incident.Precision;

/** Reads the words of an incident filter, as addresses and commands write them, and the reverse. */
public final class FilterWords {

  private static final int MOST_KILLED = 1_000_000;
  private static final int MOST_NAMED = 40;

  private FilterWords() {}

  /**
   * @param words gives the value of a parameter, empty if it is missing
   * @throws BadQuestionException naming the parameter
   */
  public static IncidentFilter read(Function<String, Optional<String>> words) {
    return new IncidentFilter(
        words.apply("air").map(FilterWords::air).orElse(AirFilter.ALL),
        list("incident_source", words),
        list("kind", words),
        list("precision", words).stream()
            .map(FilterWords::precision)
            .collect(Collectors.toUnmodifiableSet()),
        words.apply("min_killed").map(FilterWords::minKilled).orElse(0),
        words.apply("text").map(FilterWords::text).orElse(""));
  }

  /** A value as it stands in a list with commas: its own commas behind a backslash. */
  public static String escaped(String value) {
    return value.replace("\\", "\\\\").replace(",", "\\,");
  }

  /** Refuses sources and kinds that no incident of the dataset has. */
  static void require(IncidentFilter filter, Dataset dataset) {
    requireKnown("incident_source", filter.sources(), dataset.sources());
    requireKnown("kind", filter.kinds(), dataset.kinds());
  }

  private static void requireKnown(String parameter, Set<String> asked, Set<String> known) {
    asked.stream()
        .filter(one -> !known.contains(one))
        .findFirst()
        .ifPresent(
            unknown -> {
              throw new BadQuestionException(
                  parameter,
                  unknown,
                  "allowed, with commas between: "
                      + known.stream()
                          .limit(MOST_NAMED)
                          .map(FilterWords::escaped)
                          .collect(Collectors.joining(", "))
                      + (known.size() > MOST_NAMED
                          ? " and " + (known.size() - MOST_NAMED) + " more, see /api/filters."
                          : "."));
            });
  }

  private static AirFilter air(String word) {
    return AirFilter.find(word)
        .orElseThrow(
            () ->
                new BadQuestionException(
                    "air", word, "allowed: documented, mentioned, any; or none."));
  }

  private static Precision precision(String word) {
    return Precision.find(word)
        .orElseThrow(
            () ->
                new BadQuestionException(
                    "precision",
                    word,
                    "allowed, with commas between: "
                        + Arrays.stream(Precision.values())
                            .map(Precision::word)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private static int minKilled(String text) {
    try {
      int killed = Integer.parseInt(text);
      if (killed >= 0 && killed <= MOST_KILLED) {
        return killed;
      }
    } catch (NumberFormatException e) {
      // answered below, like a number out of range
    }
    throw new BadQuestionException(
        "min_killed", text, "a whole number from 0 to 1000000 is allowed.");
  }

  private static String text(String text) {
    if (text.strip().length() > IncidentFilter.LONGEST_TEXT) {
      throw new BadQuestionException(
          "text", text, "at most " + IncidentFilter.LONGEST_TEXT + " characters are allowed.");
    }
    return text;
  }

  private static Set<String> list(String name, Function<String, Optional<String>> words) {
    Set<String> list = new LinkedHashSet<>();
    words
        .apply(name)
        .ifPresent(
            text -> {
              StringBuilder part = new StringBuilder();
              for (int i = 0; i < text.length(); i++) {
                char letter = text.charAt(i);
                if (letter == '\\' && i + 1 < text.length()) {
                  i++;
                  part.append(text.charAt(i));
                } else if (letter == ',') {
                  list.add(part(name, text, part));
                  part.setLength(0);
                } else {
                  part.append(letter);
                }
              }
              list.add(part(name, text, part));
            });
    return list;
  }

  private static String part(String name, String text, StringBuilder part) {
    if (part.toString().isBlank()) {
      throw new BadQuestionException(
          name, text, "a list of names with single commas between them is allowed.");
    }
    return part.toString().strip();
  }
}
