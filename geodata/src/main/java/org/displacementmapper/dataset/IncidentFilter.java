package org.displacementmapper.dataset;

import java.util.Set;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Precision;

/**
 * Which incidents are shown and counted, by what is said of them; days and places are the rest of a
 * {@link Selection}. Never changes an estimate. Immutable.
 *
 * @param sources short names; empty: every source. Not the one source that estimates are made from
 * @param kinds as {@link #kind} words them; empty: every kind
 * @param precisions empty: every precision
 * @param minKilled fewest people killed by the best figure, 0 or more; one that is not reported
 *     counts as 0
 * @param text that place, report, kind, source or the name of a unit must contain, as {@link
 *     FoldedText} compares; empty: any
 */
public record IncidentFilter(
    AirFilter air,
    Set<String> sources,
    Set<String> kinds,
    Set<Precision> precisions,
    int minKilled,
    String text) {

  /** Leaves nothing out. */
  public static final IncidentFilter NONE =
      new IncidentFilter(AirFilter.ALL, Set.of(), Set.of(), Set.of(), 0, "");

  public static final int LONGEST_TEXT = 100;

  /** The kind of an incident whose source states none. */
  public static final String NO_KIND = "unstated";

  public IncidentFilter {
    sources = Set.copyOf(sources);
    kinds = Set.copyOf(kinds);
    precisions = Set.copyOf(precisions);
    text = text.strip().replaceAll("\\s+", " ");
    if (minKilled < 0) {
      throw new IllegalArgumentException("the least killed must be 0 or more, were " + minKilled);
    }
    if (text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "a text has at most %d characters, had %d".formatted(LONGEST_TEXT, text.length()));
    }
  }

  public static IncidentFilter of(AirFilter air) {
    return new IncidentFilter(air, Set.of(), Set.of(), Set.of(), 0, "");
  }

  /** What the incident is filed under: the source's words, or one for none. */
  public static String kind(Incident incident) {
    return incident.kind().isEmpty() ? NO_KIND : incident.kind();
  }

  /** The best figure of people killed, 0 if it is not reported. */
  public static int killed(Incident incident) {
    Integer best = incident.killed().best();
    return best == null ? 0 : best;
  }
}
