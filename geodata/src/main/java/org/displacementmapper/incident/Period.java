package org.displacementmapper.incident;

import java.time.LocalDate;

/** First and last possible day of an incident, both included. */
public record Period(LocalDate start, LocalDate end) {

  public Period {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(
          "an incident must not end before it starts, was " + start + " to " + end);
    }
  }

  public static Period day(LocalDate day) {
    return new Period(day, day);
  }

  /** Whether it has a day in common with {@code from} to {@code to}, both included. */
  public boolean overlaps(LocalDate from, LocalDate to) {
    return !start.isAfter(to) && !end.isBefore(from);
  }
}
