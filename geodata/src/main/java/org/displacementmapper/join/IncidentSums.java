package org.displacementmapper.join;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
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

  private final Optional<String> source;
  private final SortedMap<String, RunningSum> byPcode;
  private final RunningSum national;

  private IncidentSums(
      Optional<String> source, SortedMap<String, RunningSum> byPcode, RunningSum national) {
    this.source = source;
    this.byPcode = byPcode;
    this.national = national;
  }

  /**
   * @param placements of one source, gone through once if they come in key order; those that end
   *     before {@link #START} are left out
   * @param level a loaded level
   */
  public static IncidentSums of(
      Iterable<Placement> placements, Boundaries boundaries, int level, Weighting weighting) {
    SortedMap<String, DaySums> byPcode = new TreeMap<>();
    for (String pcode : boundaries.pcodes(level)) {
      byPcode.put(pcode, new DaySums());
    }
    if (byPcode.isEmpty()) {
      throw new IllegalArgumentException(
          "level must be one of the loaded " + boundaries.levels() + ", was " + level);
    }
    DaySums national = new DaySums();
    SortedSet<String> sources = new TreeSet<>();
    Incident last = null;
    for (Placement placement : placements) {
      Incident incident = placement.incident();
      if (last != null && Incident.KEY_ORDER.compare(last, incident) > 0) {
        return of(inKeyOrder(placements), boundaries, level, weighting);
      }
      if (last == null || !last.source().equals(incident.source())) {
        sources.add(incident.source());
      }
      last = incident;
      LocalDate date = incident.period().end();
      if (date.isBefore(START)) {
        continue;
      }
      double weight = weighting.of(incident);
      national.add(date, weight);
      placement
          .shares()
          .forEach(
              (leaf, share) ->
                  boundaries
                      .findAncestorPcode(leaf, level)
                      .ifPresent(pcode -> byPcode.get(pcode).add(date, share * weight)));
    }
    if (sources.size() > 1) {
      throw new IllegalArgumentException(
          "sums of incidents must be of one source, was of " + sources);
    }
    SortedMap<String, RunningSum> sums = new TreeMap<>();
    byPcode.forEach((pcode, days) -> sums.put(pcode, days.running()));
    return new IncidentSums(
        sources.isEmpty() ? Optional.empty() : Optional.of(sources.first()),
        sums,
        national.running());
  }

  /** So that the same incidents always give the same bits. */
  private static List<Placement> inKeyOrder(Iterable<Placement> placements) {
    List<Placement> sorted = new ArrayList<>();
    placements.forEach(sorted::add);
    sorted.sort(Comparator.comparing(Placement::incident, Incident.KEY_ORDER));
    return sorted;
  }

  /** Of the incidents, also of those that are left out; empty if there are none. */
  public Optional<String> findSource() {
    return source;
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
}
