package org.displacementmapper.join;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.incident.Incident;

/**
 * How much recorded violence each unit of one level had seen by a date: the running sum over
 * incidents of share times weight, from {@link #START} by end date (E of method.md, section 4). An
 * incident that counts nationally only is in the national sum alone. The method calls it exposure;
 * here that word is kept for people who live near incidents.
 *
 * <p>Of one source: sums over several would count a strike twice that both record. Immutable.
 */
public final class IncidentSums {

  /** The day from which displacement is counted. */
  public static final LocalDate START = LocalDate.of(2021, 2, 1);

  private final SortedMap<String, RunningSum> byPcode;
  private final RunningSum national;

  private IncidentSums(SortedMap<String, RunningSum> byPcode, RunningSum national) {
    this.byPcode = byPcode;
    this.national = national;
  }

  /**
   * @param placements of one source; those that end before {@link #START} are left out
   * @param level a loaded level
   */
  public static IncidentSums of(
      Collection<Placement> placements, Boundaries boundaries, int level, Weighting weighting) {
    requireOneSource(placements);
    SortedMap<String, RunningSum> byPcode = new TreeMap<>();
    for (String pcode : boundaries.pcodes(level)) {
      byPcode.put(pcode, new RunningSum());
    }
    if (byPcode.isEmpty()) {
      throw new IllegalArgumentException(
          "level must be one of the loaded " + boundaries.levels() + ", was " + level);
    }
    RunningSum national = new RunningSum();
    for (Placement placement : inDateOrder(placements)) {
      LocalDate date = placement.incident().period().end();
      double weight = weighting.of(placement.incident());
      national.add(date, weight);
      placement
          .shares()
          .forEach(
              (leaf, share) ->
                  boundaries
                      .findAncestorPcode(leaf, level)
                      .ifPresent(pcode -> byPcode.get(pcode).add(date, share * weight)));
    }
    return new IncidentSums(byPcode, national);
  }

  /** The codes of all units of the level, also of those without any incident. */
  public SortedSet<String> pcodes() {
    return new TreeSet<>(byPcode.keySet());
  }

  /** The sum of one unit up to and including the date. */
  public double at(String pcode, LocalDate date) {
    RunningSum sum = byPcode.get(pcode);
    if (sum == null) {
      throw new NoSuchElementException(
          "no sum of incidents of " + pcode + ", known are " + pcodes());
    }
    return sum.at(date);
  }

  /** The sum over the country up to and including the date. */
  public double national(LocalDate date) {
    return national.at(date);
  }

  public boolean isEmpty() {
    return national.isEmpty();
  }

  /** End date of the first incident counted. */
  public LocalDate firstDate() {
    return national.firstDate();
  }

  /** End date of the last incident counted. */
  public LocalDate lastDate() {
    return national.lastDate();
  }

  /** Also in key order within a day, so that the same incidents always give the same bits. */
  private static List<Placement> inDateOrder(Collection<Placement> placements) {
    List<Placement> counted = new ArrayList<>(placements);
    counted.removeIf(placement -> placement.incident().period().end().isBefore(START));
    counted.sort(
        Comparator.comparing((Placement placement) -> placement.incident().period().end())
            .thenComparing(Placement::incident, Incident.KEY_ORDER));
    return counted;
  }

  private static void requireOneSource(Collection<Placement> placements) {
    SortedSet<String> sources = new TreeSet<>();
    placements.forEach(placement -> sources.add(placement.incident().source()));
    if (sources.size() > 1) {
      throw new IllegalArgumentException(
          "sums of incidents must be of one source, was of " + sources);
    }
  }
}
