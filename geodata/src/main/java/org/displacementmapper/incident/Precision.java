package org.displacementmapper.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How precisely the place of an incident is known. Incidents known to a township or less are drawn
 * as areas, never as points.
 */
public enum Precision {
  /** Coordinates printed by the source. */
  EXACT,
  /** Coordinates of the named village or other small place. */
  VILLAGE,
  /** Coordinates of the named town, or of the nearest named place. */
  TOWN,
  /** Only the township is known; a given point stands for it. */
  TOWNSHIP,
  DISTRICT,
  STATE,
  COUNTRY,
  /** A point is given without a word on how precise it is. */
  UNSTATED;

  /** Whether a mark may be drawn at the incident's point. */
  public boolean isPoint() {
    return this == EXACT || this == VILLAGE || this == TOWN || this == UNSTATED;
  }

  /**
   * The admin level of the area it is known to: 3 township, 2 district, 1 state, 0 country; for
   * points 3, the finest there is.
   */
  public int level() {
    return switch (this) {
      case COUNTRY -> 0;
      case STATE -> 1;
      case DISTRICT -> 2;
      default -> 3;
    };
  }

  public static Optional<Precision> find(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** The word used in JSON, addresses and files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
