package org.displacementmapper.displacement;

import java.time.LocalDate;
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
}
