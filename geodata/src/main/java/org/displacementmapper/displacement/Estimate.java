package org.displacementmapper.displacement;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * People displaced since 1 February 2021 and still displaced on a day, by one product: a stock,
 * never a bare number. Whole people, not yet rounded for publication ({@link Publication}).
 *
 * @param pcode of the unit, or {@code MMR}
 * @param cutoff last day whose UN figures were used
 * @param best the parts of a whole add up to its best exactly
 * @param reported whether {@code best} is the UN's own figure, kept as it was printed
 * @param flags empty if there is nothing to add to the interval
 */
public record Estimate(
    String pcode,
    LocalDate asOf,
    Product product,
    LocalDate cutoff,
    long best,
    Interval interval,
    boolean reported,
    Set<Flag> flags) {

  public Estimate {
    if (!interval.contains(best)) {
      throw new IllegalArgumentException(
          "an estimate must lie in its interval, but %s has %d outside %s"
              .formatted(pcode, best, interval));
    }
    EnumSet<Flag> copy = EnumSet.noneOf(Flag.class);
    copy.addAll(flags);
    flags = Collections.unmodifiableSet(copy);
  }

  public boolean isNational() {
    return pcode.equals(UnFigure.COUNTRY);
  }

  public boolean has(Flag flag) {
    return flags.contains(flag);
  }
}
