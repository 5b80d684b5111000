package org.displacementmapper.displacement;

/**
 * Classes of displaced people for maps: the same on every date, level, product and language, so
 * that a colour keeps its meaning. Each bound is about three times the one before.
 */
public enum DisplacedClass {
  UNDER_1_000(0, "under 1,000"),
  FROM_1_000(1_000, "1,000 to 3,000"),
  FROM_3_000(3_000, "3,000 to 10,000"),
  FROM_10_000(10_000, "10,000 to 30,000"),
  FROM_30_000(30_000, "30,000 to 100,000"),
  FROM_100_000(100_000, "100,000 or more");

  private final long lowest;
  private final String text;

  DisplacedClass(long lowest, String text) {
    this.lowest = lowest;
    this.text = text;
  }

  /** The lowest number in the class; a number on a bound is in the upper class. */
  public long lowest() {
    return lowest;
  }

  /** The word for it in files and legends. */
  public String text() {
    return text;
  }

  /** The class of a published number. */
  public static DisplacedClass of(long people) {
    DisplacedClass found = UNDER_1_000;
    for (DisplacedClass next : values()) {
      if (people >= next.lowest) {
        found = next;
      }
    }
    return found;
  }
}
