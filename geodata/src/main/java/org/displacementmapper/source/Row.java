package org.displacementmapper.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.incident.Period;

/**
 * One row while it is read: typed values out, what is wrong with them collected. A value that is
 * missing or wrong comes back as null; {@link #reading} then gives nothing. Not thread-safe.
 */
final class Row {

  /** Earlier dates are most likely misprints. */
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  private static final long MOST_DEATHS = 10_000_000;

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?");

  /** A day, with or without a time of day, which is left out. */
  private static final Pattern DAY =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:?\\d{2})?)?");

  private final String file;
  private final Columns columns;
  private final Feature feature;
  private final List<Issue> issues = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private boolean rejected;

  Row(String file, Columns columns, Feature feature) {
    this.file = file;
    this.columns = columns;
    this.feature = feature;
  }

  Feature feature() {
    return feature;
  }

  /** The value without surrounding blanks; empty if the file has no such column. */
  String text(String column) {
    return columns.find(column).map(feature::text).orElse("");
  }

  /** As {@link #text}, of a column that the file may lack. */
  String text(Optional<String> column) {
    return column.map(this::text).orElse("");
  }

  /** All values of the row as text. */
  List<String> texts() {
    return feature.values().keySet().stream().map(feature::text).toList();
  }

  String required(String column, String whatToDo) {
    String text = text(column);
    if (text.isEmpty()) {
      reject(column, "", "the value is missing; " + whatToDo);
    }
    return text;
  }

  /** A day that must be there. */
  LocalDate day(String column) {
    String text = required(column, "write the day as 2021-02-01");
    return text.isEmpty() ? null : day(column, text);
  }

  /** A day, or null if the value is empty. */
  LocalDate optionalDay(String column) {
    String text = text(column);
    return text.isEmpty() ? null : day(column, text);
  }

  private LocalDate day(String column, String text) {
    Matcher matcher = DAY.matcher(text);
    if (!matcher.matches()) {
      reject(column, text, "not a date; write year, month and day as 2021-02-01");
      return null;
    }
    try {
      return LocalDate.of(
          Integer.parseInt(matcher.group(1)),
          Integer.parseInt(matcher.group(2)),
          Integer.parseInt(matcher.group(3)));
    } catch (DateTimeException e) {
      reject(column, text, "there is no such day; check month and day, written as 2021-02-01");
      return null;
    }
  }

  /**
   * The interval between two days, both included; warns of one before 1900 or in the future.
   *
   * @param endColumn may name a column that the file lacks: then it is one day
   */
  Period period(String startColumn, String endColumn) {
    LocalDate start = day(startColumn);
    LocalDate end = optionalDay(endColumn);
    if (start == null || rejected) {
      return null;
    }
    if (end == null) {
      end = start;
    }
    if (end.isBefore(start)) {
      reject(
          endColumn,
          end.toString(),
          "ends before it starts (" + startColumn + " is " + start + "); swap or mend the dates");
      return null;
    }
    warnOfUnlikelyYear(startColumn, start);
    if (!end.equals(start)) {
      warnOfUnlikelyYear(text(endColumn).isEmpty() ? startColumn : endColumn, end);
    }
    return new Period(start, end);
  }

  /** Warns of a day before 1900 or in the future, most likely a misprint. */
  void warnOfUnlikelyYear(String column, LocalDate day) {
    if (day.isBefore(EARLIEST)) {
      warn(column, day.toString(), "before 1900; check the year");
    }
    if (day.isAfter(LocalDate.now().plusDays(1))) {
      warn(column, day.toString(), "in the future; check the year");
    }
  }

  /** A whole number, or null if the value is empty. */
  Long count(String column, String what, long most) {
    String text = text(column);
    if (text.isEmpty()) {
      return null;
    }
    BigDecimal number = NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    if (number == null
        || number.signum() < 0
        || number.stripTrailingZeros().scale() > 0
        || number.compareTo(BigDecimal.valueOf(most)) > 0) {
      reject(column, text, what + " must be a whole number from 0 to " + most + ", in digits");
      return null;
    }
    return number.longValueExact();
  }

  Integer deaths(String column) {
    Long deaths = count(column, "a number of deaths", MOST_DEATHS);
    return deaths == null ? null : deaths.intValue();
  }

  /** A decimal number, or null if the value is empty. Takes a decimal comma. */
  Double decimal(String column, String what) {
    String text = text(column);
    if (text.isEmpty()) {
      return null;
    }
    String number = text.replace(',', '.');
    if (!NUMBER.matcher(number).matches()) {
      reject(column, text, what + " must be a number in decimal degrees, such as 97.21");
      return null;
    }
    return Double.valueOf(number);
  }

  void reject(String column, String value, String message) {
    rejected = true;
    issues.add(Issue.rejected(file, feature.line(), column, value, message));
  }

  void warn(String column, String value, String message) {
    issues.add(Issue.warned(file, feature.line(), column, value, message));
  }

  void remark(String remark) {
    remarks.add(remark);
  }

  boolean isRejected() {
    return rejected;
  }

  /** What the row became: {@code value} if nothing was rejected. */
  <T> Reading<T> reading(Supplier<T> value) {
    Optional<T> read = rejected ? Optional.empty() : Optional.of(value.get());
    return new Reading<>(read, issues, remarks);
  }
}
