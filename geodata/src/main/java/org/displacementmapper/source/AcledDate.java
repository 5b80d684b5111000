package org.displacementmapper.source;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.displacementmapper.incident.Period;

/**
 * The days of ACLED: four forms in the exports of different years, and how far an event may lie
 * from its day. With {@code time_precision} 2 the day is the middle of a week, with 3 some day of
 * its month.
 */
final class AcledDate {

  private static final int HALF_WEEK_DAYS = 3;

  private static final List<DateTimeFormatter> FORMS =
      List.of(
          form("uuuu-MM-dd"),
          form("uuuu-MM-dd'T'HH:mm:ss['.'SSS]'Z'"),
          form("d MMMM uuuu"),
          form("d/M/uuuu"));

  private AcledDate() {}

  /** The day, in any of the four forms; empty with the row rejected if it is in none. */
  static Period read(Row row, String dayColumn, String precisionColumn) {
    String text = row.required(dayColumn, "every event of ACLED has a date");
    String precision = row.text(precisionColumn);
    if (text.isEmpty()) {
      return null;
    }
    LocalDate day = day(text);
    if (day == null) {
      row.reject(
          dayColumn,
          text,
          "not a date of ACLED: allowed are 2023-01-31, 2023-01-31T00:00:00Z, 31 January 2023 and"
              + " 31/01/2023 (the day first)");
      return null;
    }
    row.warnOfUnlikelyYear(dayColumn, day);
    switch (precision) {
      case "", "1":
        return Period.day(day);
      case "2":
        return new Period(day.minusDays(HALF_WEEK_DAYS), day.plusDays(HALF_WEEK_DAYS));
      case "3":
        return new Period(day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
      default:
        row.reject(precisionColumn, precision, "must be 1 (day), 2 (week) or 3 (month)");
        return null;
    }
  }

  private static LocalDate day(String text) {
    for (DateTimeFormatter form : FORMS) {
      try {
        return LocalDate.parse(text, form);
      } catch (DateTimeParseException e) {
        // the next form
      }
    }
    return null;
  }

  private static DateTimeFormatter form(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
