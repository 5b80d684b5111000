package org.displacementmapper.displacement;

import java.time.LocalDate;
import java.util.List;

/**
 * What the UN reported for one of our units on a date: one row, or of a merged unit the rows of the
 * members that the UN listed.
 *
 * @param pcode of the unit, or {@code MMR}
 * @param parts the rows as published, at least one; their publishers are always shown
 * @param unlisted members of the unit without a row; unknown, not zero
 */
public record ReportedFigure(
    String pcode, LocalDate asOf, List<UnFigure> parts, List<String> unlisted) {

  public ReportedFigure {
    parts = List.copyOf(parts);
    unlisted = List.copyOf(unlisted);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a reported figure needs at least one row, of " + pcode);
    }
    for (UnFigure part : parts) {
      if (!part.asOf().equals(asOf) || part.measure() != parts.get(0).measure()) {
        throw new IllegalArgumentException(
            "only rows of one date and measure add up, of %s were %s".formatted(pcode, parts));
      }
    }
  }

  static ReportedFigure of(UnFigure row) {
    return new ReportedFigure(row.area(), row.asOf(), List.of(row), List.of());
  }

  public long people() {
    return parts.stream().mapToLong(UnFigure::people).sum();
  }

  public Measure measure() {
    return parts.get(0).measure();
  }

  /** False if it covers only part of the unit; then it gives no ratio. */
  public boolean complete() {
    return unlisted.isEmpty();
  }

  /** Who published it, each once, in the order of the rows. */
  public List<String> publishers() {
    return parts.stream().map(UnFigure::publisher).distinct().toList();
  }
}
