package org.displacementmapper.displacement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an estimate is. The three are never mixed, and every output names its product. */
public enum Product {
  /** A: people = rate times incidents, the rate fitted on national totals before a cut-off. */
  INDEPENDENT(
      "Independent estimate. Made from incidents only. It may be compared with the UN figure of"
          + " that date."),
  /** B: the last breakdown before a cut-off, moved on by the growth in incidents. */
  NOWCAST(
      "Carried forward. The last UN breakdown, moved on by incidents; depends on earlier UN"
          + " figures."),
  /** C: the UN figure of the date itself, shared out over units. */
  ALLOCATION("UN figure, shared out. Equals the UN total by construction. Never a test of it.");

  private final String use;

  Product(String use) {
    this.use = use;
  }

  /** The word used in JSON, addresses and files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is and what it may be used for, in words for a reader. */
  public String use() {
    return use;
  }

  /** Whether it may ever be set beside a UN figure of its own date. */
  public boolean isComparable() {
    return this != ALLOCATION;
  }

  public static Optional<Product> find(String word) {
    return Arrays.stream(values()).filter(product -> product.word().equals(word)).findFirst();
  }
}
