package org.displacementmapper.source;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that speak of aircraft. Found in a headline they make a flag, "reported with air attacks",
 * never a count of air strikes: one headline is attached to all events of an article, and some are
 * of helicopters shot down or of the drones of resistance groups.
 */
final class AirWords {

  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(?:air[ -]?(?:strikes?|raids?|attacks?|assaults?|forces?)|aircrafts?"
              + "|jet fighters?|fighter jets?|jets?|helicopters?|warplanes?|drones?"
              + "|aerial|from the air|bombing raids?)\\b",
          Pattern.CASE_INSENSITIVE);

  private AirWords() {}

  /** The words found, in lower case and alphabetical order, each once. */
  static Collection<String> find(String... texts) {
    return Arrays.stream(texts)
        .flatMap(text -> WORDS.matcher(text).results())
        .map(MatchResult::group)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static boolean isIn(List<String> texts) {
    return texts.stream().anyMatch(text -> WORDS.matcher(text).find());
  }
}
