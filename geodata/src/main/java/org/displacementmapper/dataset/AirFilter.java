package org.displacementmapper.dataset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.displacementmapper.incident.AirAttack;

/** Which incidents are shown and counted, by what is known of an attack from the air. */
public enum AirFilter {
  /** Every incident, from the air or not. */
  ALL,
  DOCUMENTED,
  MENTIONED,
  /** Documented or mentioned. */
  ANY;

  /** By the word of the query parameter {@code air}; {@code ALL} has none. */
  public static Optional<AirFilter> find(String word) {
    return Arrays.stream(values())
        .filter(filter -> filter != ALL && filter.word().equals(word))
        .findFirst();
  }

  public boolean accepts(AirAttack air) {
    return switch (this) {
      case ALL -> true;
      case DOCUMENTED -> air == AirAttack.DOCUMENTED;
      case MENTIONED -> air == AirAttack.MENTIONED;
      case ANY -> air != AirAttack.NONE;
    };
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
