package org.displacementmapper.displacement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an estimate is. The three are never mixed, and every output names its product. */
public enum Product {
  /** A: people = rate times incidents, the rate fitted on national totals before a cut-off. */
  INDEPENDENT(Wording.PRODUCT_INDEPENDENT),
  /** B: the last breakdown before a cut-off, moved on by the growth in incidents. */
  NOWCAST(Wording.PRODUCT_NOWCAST),
  /** C: the UN figure of the date itself, shared out over units. */
  ALLOCATION(Wording.PRODUCT_ALLOCATION);

  private final Wording use;

  Product(Wording use) {
    this.use = use;
  }

  /** The word used in JSON, addresses and files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is and what it may be used for, in words for a reader. */
  public String use() {
    return use.text();
  }

  /** Whether it may ever be set beside a UN figure of its own date. */
  public boolean isComparable() {
    return this != ALLOCATION;
  }

  public static Optional<Product> find(String word) {
    return Arrays.stream(values()).filter(product -> product.word().equals(word)).findFirst();
  }
}
