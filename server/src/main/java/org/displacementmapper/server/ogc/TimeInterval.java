package org.displacementmapper.server.ogc;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.displacementmapper.server.usecase.BadQuestionException;

/**
 * The parameter {@code datetime}: a date, a moment, or an interval of two of them, of which one may
 * be open. Features hold for whole days in UTC; a moment matches the day that it lies in.
 *
 * @param start first day
 * @param end last day
 */
public record TimeInterval(LocalDate start, LocalDate end) {

  private static final String ALLOWED =
      "allowed: a date 2022-01-31, a moment 2022-01-31T12:00:00Z, or an interval of two of them"
          + " such as 2021-02-01/2022-01-31, 2021-02-01/.. or ../2022-01-31.";

  /**
   * @throws BadQuestionException if it is neither, or ends before it begins
   */
  public static TimeInterval parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length == 1) {
      LocalDate day = day(parts[0], text);
      return new TimeInterval(day, day);
    }
    if (parts.length != 2 || isOpen(parts[0]) && isOpen(parts[1])) {
      throw bad(text, ALLOWED);
    }
    LocalDate start = isOpen(parts[0]) ? LocalDate.MIN : day(parts[0], text);
    LocalDate end = isOpen(parts[1]) ? LocalDate.MAX : day(parts[1], text);
    if (start.isAfter(end)) {
      throw bad(text, "the interval must not end before it begins; " + ALLOWED);
    }
    return new TimeInterval(start, end);
  }

  /** Whether a feature that holds from one day to another has a day in common with it. */
  boolean meets(LocalDate from, LocalDate to) {
    return !from.isAfter(end) && !to.isBefore(start);
  }

  private static boolean isOpen(String part) {
    return part.isEmpty() || part.equals("..");
  }

  private static LocalDate day(String part, String text) {
    try {
      return moment(part).atZone(ZoneOffset.UTC).toLocalDate();
    } catch (DateTimeParseException e) {
      throw bad(text, ALLOWED);
    }
  }

  private static Instant moment(String part) {
    return part.contains("T") || part.contains("t")
        ? OffsetDateTime.parse(part).toInstant()
        : LocalDate.parse(part).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static BadQuestionException bad(String text, String allowed) {
    return new BadQuestionException("datetime", text, allowed);
  }
}
