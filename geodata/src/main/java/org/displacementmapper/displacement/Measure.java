package org.displacementmapper.displacement;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who is counted in a UN figure. Figures of different measures are never set side by side. */
public enum Measure {
  /** Displaced since the coup and still displaced at the date: what we estimate. */
  SINCE_COUP("since_2021-02-01"),
  /** All displaced people, with those displaced before the coup. */
  TOTAL("total_idps"),
  /** Only people displaced before the coup. */
  BEFORE_COUP("before_2021-02-01");

  private final String word;

  Measure(String word) {
    this.word = word;
  }

  /** The word used in JSON, addresses and files. */
  public String word() {
    return word;
  }

  public static Optional<Measure> find(String word) {
    return Arrays.stream(values()).filter(measure -> measure.word.equals(word)).findFirst();
  }

  /**
   * @throws IllegalArgumentException naming the words allowed
   */
  public static Measure of(String word) {
    return find(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "measure must be one of "
                        + Arrays.stream(values())
                            .map(Measure::word)
                            .collect(Collectors.joining(", "))
                        + ", was \""
                        + word
                        + "\""));
  }
}
