package org.displacementmapper.validation;

import java.time.LocalDate;

/** First and last day that was predicted from, and that was predicted, all included. */
public record Span(
    LocalDate firstCutoff, LocalDate lastCutoff, LocalDate firstAsOf, LocalDate lastAsOf) {

  /**
   * The span with one pair more.
   *
   * @param span null for none yet
   */
  static Span with(Span span, LocalDate cutoff, LocalDate asOf) {
    return span == null
        ? new Span(cutoff, cutoff, asOf, asOf)
        : new Span(
            earlier(span.firstCutoff, cutoff),
            later(span.lastCutoff, cutoff),
            earlier(span.firstAsOf, asOf),
            later(span.lastAsOf, asOf));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
