package org.displacementmapper.displacement;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * The days a product can be asked for with the default cut-off: the range of the date slider.
 *
 * @param dates the only days, in order, where they are single ones (allocation); else empty, and
 *     every day from first to last can be answered
 */
public record AnswerableDates(LocalDate first, LocalDate last, List<LocalDate> dates) {

  public AnswerableDates {
    dates = List.copyOf(dates);
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("dates must be in order, were " + first + " to " + last);
    }
  }

  public boolean contains(LocalDate asOf) {
    return dates.isEmpty() ? !asOf.isBefore(first) && !asOf.isAfter(last) : dates.contains(asOf);
  }

  /** The day nearest to this one that can be asked for; of two as near the earlier. */
  public LocalDate nearest(LocalDate asOf) {
    if (dates.isEmpty()) {
      return asOf.isBefore(first) ? first : asOf.isAfter(last) ? last : asOf;
    }
    return dates.stream()
        .min(Comparator.comparingLong(date -> Math.abs(DAYS.between(date, asOf))))
        .orElseThrow();
  }
}
