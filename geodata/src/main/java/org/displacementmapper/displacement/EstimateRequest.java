package org.displacementmapper.displacement;

import java.time.LocalDate;

/**
 * What is to be estimated.
 *
 * @param asOf the day for which people are estimated
 * @param cutoff the last day whose UN figures were used. An allocation uses the figure of the day
 *     itself, so its cut-off is always {@code asOf}
 * @param source of the incidents, one only: a rate belongs to one source
 */
public record EstimateRequest(LocalDate asOf, LocalDate cutoff, Product product, String source) {

  /** How far before the day the cut-off lies unless stated: a month old figures, as in practice. */
  public static final int DEFAULT_CUTOFF_DAYS = 31;

  public static final String DEFAULT_SOURCE = "ucdp";

  public EstimateRequest {
    if (product == Product.ALLOCATION) {
      cutoff = asOf;
    }
  }

  /** With the default cut-off. */
  public static EstimateRequest of(LocalDate asOf, Product product, String source) {
    return new EstimateRequest(asOf, defaultCutoff(asOf), product, source);
  }

  public static LocalDate defaultCutoff(LocalDate asOf) {
    return asOf.minusDays(DEFAULT_CUTOFF_DAYS);
  }

  /** The same but for the day, with the default cut-off of the new day. */
  public EstimateRequest at(LocalDate day) {
    return of(day, product, source);
  }
}
