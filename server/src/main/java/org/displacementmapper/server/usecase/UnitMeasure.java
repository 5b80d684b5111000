package org.displacementmapper.server.usecase;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.layer.Theme;

/** What the units of a map may be shaded by; the classes of each are in {@link Theme}. */
public enum UnitMeasure {
  /** People displaced by our estimate. */
  ESTIMATE,
  /** The same per 1,000 people of the census. */
  RATE,
  /** Our estimate divided by the UN figure. */
  RATIO,
  /** People displaced as the UN reported. */
  UN,
  INCIDENTS,
  KILLED,
  /** People who live near incidents. */
  EXPOSURE;

  private static final double PER = 1_000;

  public static Optional<UnitMeasure> find(String word) {
    return Arrays.stream(values()).filter(measure -> measure.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(UnitMeasure::word).toList();
  }

  /** The word used in addresses and in {@code theme.json}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Theme.Classes classes() {
    return Theme.theme().measure(word());
  }

  /** Whether it is made of our estimate, so that a unit without a UN figure is hatched over. */
  public boolean isEstimate() {
    return this == ESTIMATE || this == RATE;
  }

  /**
   * The class of a unit; empty where there are no data.
   *
   * @param values of the unit as layers give them, with {@code exposed} for the exposure
   */
  Optional<Integer> classOf(Map<String, Object> values) {
    return switch (this) {
      case ESTIMATE -> estimate(values).map(classes()::of);
      case RATE -> rate(values).map(classes()::of);
      case RATIO -> number(values, "ratio_to_un").map(classes()::of);
      case UN -> number(values, "un_displaced").map(classes()::of);
      case INCIDENTS -> number(values, "incidents").map(classes()::of);
      case KILLED -> number(values, "killed_best").map(classes()::of);
      case EXPOSURE -> number(values, "exposed").map(classes()::of);
    };
  }

  /** An estimate under the least that is told has a class and no number. */
  private static Optional<Double> estimate(Map<String, Object> values) {
    return values.get("displaced_class") == null
        ? Optional.empty()
        : Optional.of(number(values, "displaced").orElse(0.0));
  }

  private static Optional<Double> rate(Map<String, Object> values) {
    return number(values, "population")
        .filter(people -> people > 0)
        .flatMap(people -> estimate(values).map(displaced -> PER * displaced / people));
  }

  private static Optional<Double> number(Map<String, Object> values, String name) {
    return values.get(name) instanceof Number number
        ? Optional.of(number.doubleValue())
        : Optional.empty();
  }
}
