package org.displacementmapper.feature;

/**
 * Something found wrong in a file: enough for its author to mend it.
 *
 * @param file name of the file, or "-" for standard input
 * @param line from 1; 0 if it concerns the whole file
 * @param column name of the column or property; empty if it concerns the whole row
 * @param value the value found, cut to {@value #MAX_VALUE_LENGTH} characters
 * @param message what is wrong, what is allowed, what to do
 */
public record Issue(
    Severity severity, String file, long line, String column, String value, String message) {

  public static final int MAX_VALUE_LENGTH = 80;

  /** {@code REJECTED}: the row (or, at line 0, the file) was left out. */
  public enum Severity {
    REJECTED,
    WARNED
  }

  public Issue {
    column = column == null ? "" : column;
    value = value == null ? "" : value;
    if (value.length() > MAX_VALUE_LENGTH) {
      value = value.substring(0, MAX_VALUE_LENGTH - 1) + "…";
    }
  }

  public static Issue rejected(
      String file, long line, String column, String value, String message) {
    return new Issue(Severity.REJECTED, file, line, column, value, message);
  }

  public static Issue warned(String file, long line, String column, String value, String message) {
    return new Issue(Severity.WARNED, file, line, column, value, message);
  }

  /** For example {@code strikes.csv, line 12, column lat, "97.2": latitude must be -90 to 90}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file);
    if (line > 0) {
      text.append(", line ").append(line);
    }
    if (!column.isEmpty()) {
      text.append(", column ").append(column);
    }
    if (!value.isEmpty()) {
      text.append(", \"").append(value.replaceAll("\\p{Cntrl}", "?")).append('"');
    }
    return text.append(": ").append(message).toString();
  }
}
