package org.displacementmapper.displacement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A request that the data cannot answer. The message says what is wrong, the value and what is
 * allowed; the same stands in the fields, for a program.
 */
public final class UnanswerableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What stands in the way. */
  public enum Reason {
    NO_INCIDENTS,
    BEFORE_FIRST_INCIDENT,
    AFTER_LAST_INCIDENT,
    CUTOFF_NOT_BEFORE_AS_OF,
    TOO_FEW_SNAPSHOTS,
    NO_BREAKDOWN
  }

  private final Reason reason;
  private final String parameter;
  private final String value;
  private final LocalDate earliest;
  private final LocalDate latest;
  private final transient List<LocalDate> dates;

  private UnanswerableException(
      Reason reason,
      String parameter,
      Object value,
      LocalDate earliest,
      LocalDate latest,
      Collection<LocalDate> dates,
      String message) {
    super(message);
    this.reason = reason;
    this.parameter = parameter;
    this.value = value.toString();
    this.earliest = earliest;
    this.latest = latest;
    this.dates = List.copyOf(dates);
  }

  static UnanswerableException noIncidents(String source) {
    return new UnanswerableException(
        Reason.NO_INCIDENTS,
        "source",
        source,
        null,
        null,
        List.of(),
        ("source %s has no incident since 1 February 2021, so nothing can be estimated from it:"
                + " choose another source or import its incidents")
            .formatted(source));
  }

  static UnanswerableException outsideIncidents(
      LocalDate asOf, LocalDate firstIncident, LocalDate lastIncident) {
    boolean early = asOf.isBefore(firstIncident);
    return new UnanswerableException(
        early ? Reason.BEFORE_FIRST_INCIDENT : Reason.AFTER_LAST_INCIDENT,
        "as_of",
        asOf,
        firstIncident,
        lastIncident,
        List.of(),
        "as_of %s is %s recorded incident: it must be %s to %s"
            .formatted(
                asOf, early ? "before the first" : "after the last", firstIncident, lastIncident));
  }

  static UnanswerableException cutoffNotBefore(LocalDate cutoff, LocalDate asOf) {
    return new UnanswerableException(
        Reason.CUTOFF_NOT_BEFORE_AS_OF,
        "cutoff",
        cutoff,
        null,
        asOf.minusDays(1),
        List.of(),
        ("cutoff %s is not before as_of %s, so the estimate would know the figure it is compared"
                + " with: it must be %s or earlier")
            .formatted(cutoff, asOf, asOf.minusDays(1)));
  }

  /**
   * @param earliest the first cut-off that leaves enough; null if there is none
   */
  static UnanswerableException tooFewSnapshots(
      LocalDate cutoff, int snapshots, LocalDate earliest) {
    return new UnanswerableException(
        Reason.TOO_FEW_SNAPSHOTS,
        "cutoff",
        cutoff,
        earliest,
        null,
        List.of(),
        "cutoff %s leaves %d national UN figures to fit a rate on, and at least %d are needed: %s"
            .formatted(
                cutoff,
                snapshots,
                Fit.LEAST_SNAPSHOTS,
                earliest == null
                    ? "no cutoff has so many; import more figures"
                    : "it must be " + earliest + " or later"));
  }

  static UnanswerableException noBreakdown(LocalDate asOf, Collection<LocalDate> dates) {
    return new UnanswerableException(
        Reason.NO_BREAKDOWN,
        "as_of",
        asOf,
        null,
        null,
        dates,
        "as_of %s has no UN breakdown by state that could be shared out: %s"
            .formatted(
                asOf,
                dates.isEmpty()
                    ? "no date has one"
                    : "it must be one of " + String.join(", ", texts(dates))));
  }

  /**
   * @param earliest the first date with a breakdown; null if there is none
   */
  static UnanswerableException noBreakdownBefore(LocalDate cutoff, LocalDate earliest) {
    return new UnanswerableException(
        Reason.NO_BREAKDOWN,
        "cutoff",
        cutoff,
        earliest,
        null,
        List.of(),
        "up to cutoff %s there is no UN breakdown by state that could be moved on: %s"
            .formatted(
                cutoff,
                earliest == null ? "no date has one" : "it must be " + earliest + " or later"));
  }

  public Reason reason() {
    return reason;
  }

  /** The request parameter at fault: {@code as_of}, {@code cutoff} or {@code source}. */
  public String parameter() {
    return parameter;
  }

  /** What the parameter was. */
  public String value() {
    return value;
  }

  /** The first date allowed, if there is a lower bound. */
  public Optional<LocalDate> earliest() {
    return Optional.ofNullable(earliest);
  }

  /** The last date allowed, if there is an upper bound. */
  public Optional<LocalDate> latest() {
    return Optional.ofNullable(latest);
  }

  /** The dates allowed, where they are single ones; else empty. */
  public List<LocalDate> dates() {
    return dates == null ? List.of() : dates;
  }

  private static List<String> texts(Collection<LocalDate> dates) {
    return dates.stream().map(LocalDate::toString).toList();
  }
}
