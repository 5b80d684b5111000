package org.displacementmapper.filter;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * The days from one to another, both included, as T_ operators compare them: days are whole, so a
 * span ends where the next day begins.
 */
record Span(LocalDate start, LocalDate end) {

  /** What a T_ operator means, of the first span and the second. */
  static final Map<String, BiPredicate<Span, Span>> RELATIONS =
      Map.ofEntries(
          Map.entry("T_AFTER", (a, b) -> a.start.isAfter(b.end)),
          Map.entry("T_BEFORE", (a, b) -> a.end.isBefore(b.start)),
          Map.entry("T_CONTAINS", (a, b) -> a.start.isBefore(b.start) && a.end.isAfter(b.end)),
          Map.entry("T_DISJOINT", (a, b) -> !a.meets(b)),
          Map.entry("T_DURING", (a, b) -> b.start.isBefore(a.start) && b.end.isAfter(a.end)),
          Map.entry("T_EQUALS", Span::equals),
          Map.entry("T_FINISHEDBY", (a, b) -> a.end.equals(b.end) && a.start.isBefore(b.start)),
          Map.entry("T_FINISHES", (a, b) -> a.end.equals(b.end) && a.start.isAfter(b.start)),
          Map.entry("T_INTERSECTS", Span::meets),
          Map.entry("T_MEETS", (a, b) -> a.end.equals(b.start)),
          Map.entry("T_METBY", (a, b) -> a.start.equals(b.end)),
          Map.entry(
              "T_OVERLAPPEDBY",
              (a, b) ->
                  a.start.isAfter(b.start) && a.start.isBefore(b.end) && a.end.isAfter(b.end)),
          Map.entry(
              "T_OVERLAPS",
              (a, b) ->
                  a.start.isBefore(b.start) && a.end.isAfter(b.start) && a.end.isBefore(b.end)),
          Map.entry("T_STARTEDBY", (a, b) -> a.start.equals(b.start) && a.end.isAfter(b.end)),
          Map.entry("T_STARTS", (a, b) -> a.start.equals(b.start) && a.end.isBefore(b.end)));

  private boolean meets(Span other) {
    return !start.isAfter(other.end) && !end.isBefore(other.start);
  }
}
