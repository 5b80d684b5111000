package org.displacementmapper.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.displacement.Evidence;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.join.Placement;

/**
 * What one version tells otherwise than another. It sees only what each tells anybody, under the
 * policy of today and beside the newest data, so nothing that is withheld from one of them is
 * counted or named; a row of which one of them tells only the township differs only in what is told
 * of every row, so that nothing shows that it was withheld or has grown old enough to be told. That
 * an incident counts in another unit because boundaries changed is no change of the incident.
 * Immutable.
 */
public final class Difference {

  // No dataset is kept: an old one is large.
  private final List<ChangedIncident> incidents;
  private final List<ChangedFigure> figures;
  private final boolean boundaries;
  private final boolean population;

  private Difference(Dataset since, Dataset until) {
    this.incidents = incidents(since, until);
    this.figures = figures(since.figures().all(), until.figures().all());
    this.boundaries = differ(since.boundaries(), until.boundaries());
    this.population =
        !since.population().equals(until.population())
            || !since.populationGrid().equals(until.populationGrid());
  }

  /**
   * @param since the earlier version as it is told today
   * @param until the later one
   */
  public static Difference of(Dataset since, Dataset until) {
    return new Difference(since, until);
  }

  /** Those that ended last first, those of one day in key order. */
  public List<ChangedIncident> incidents() {
    return incidents;
  }

  /** The latest first, those of one day by area and publisher. */
  public List<ChangedFigure> figures() {
    return figures;
  }

  /** Whether another release, other units or other outlines are loaded. */
  public boolean changesBoundaries() {
    return boundaries;
  }

  /** Whether the people of the units or of the raster are others. */
  public boolean changesPopulation() {
    return population;
  }

  public boolean isEmpty() {
    return incidents.isEmpty() && figures.isEmpty() && !boundaries && !population;
  }

  public ChangeCounts incidentCounts() {
    return ChangeCounts.of(incidents.stream().map(ChangedIncident::change).toList());
  }

  public ChangeCounts figureCounts() {
    return ChangeCounts.of(figures.stream().map(ChangedFigure::change).toList());
  }

  /** Incidents by source, in the order of names. */
  public SortedMap<String, ChangeCounts> bySource() {
    SortedMap<String, ChangeCounts> counts = new TreeMap<>();
    incidents.forEach(one -> count(counts, one.told().source(), one.change()));
    return counts;
  }

  /** Changed incidents by field, in the order of {@link ChangedIncident#allFields}. */
  public Map<String, Long> byField() {
    Map<String, Long> counts = new LinkedHashMap<>();
    ChangedIncident.allFields().forEach(field -> counts.put(field, 0L));
    incidents.forEach(one -> one.fields().forEach(field -> counts.merge(field, 1L, Long::sum)));
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  /**
   * Incidents by P-code of the first level; one that lies in several counts in each, one that has
   * left a unit there too.
   */
  public SortedMap<String, ChangeCounts> byUnit() {
    SortedMap<String, ChangeCounts> counts = new TreeMap<>();
    incidents.forEach(one -> one.units().forEach(unit -> count(counts, unit, one.change())));
    return counts;
  }

  private static void count(Map<String, ChangeCounts> counts, String name, Change change) {
    counts.put(name, counts.getOrDefault(name, ChangeCounts.NONE).plus(change));
  }

  private static List<ChangedIncident> incidents(Dataset since, Dataset until) {
    Units before = new Units(since.boundaries());
    Units after = new Units(until.boundaries());
    List<ChangedIncident> changed = new ArrayList<>();
    List<Placement> olds = since.placements();
    List<Placement> news = until.placements();
    int o = 0;
    int n = 0;
    // Both are in key order.
    while (o < olds.size() || n < news.size()) {
      int order =
          o == olds.size()
              ? 1
              : n == news.size()
                  ? -1
                  : Incident.KEY_ORDER.compare(olds.get(o).incident(), news.get(n).incident());
      Placement old = order <= 0 ? olds.get(o++) : null;
      Placement now = order >= 0 ? news.get(n++) : null;
      if (order == 0 && old.incident().equals(now.incident())) {
        continue;
      }
      ChangedIncident one =
          new ChangedIncident(
              old == null ? null : old.incident(),
              now == null ? null : now.incident(),
              (old == null || since.tellsKey(old.incident()))
                  && (now == null || until.tellsKey(now.incident())),
              union(before.of(old), after.of(now)));
      if (!one.isNone()) {
        changed.add(one);
      }
    }
    changed.sort(
        Comparator.comparing(
            (ChangedIncident one) -> one.told().period().end(), Comparator.reverseOrder()));
    return List.copyOf(changed);
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    if (one.containsAll(other)) {
      return one;
    }
    Set<String> both = new TreeSet<>(one);
    both.addAll(other);
    return Collections.unmodifiableSet(both);
  }

  /** The first-level units of placements; those of most are made once for their leaf. */
  private static final class Units {

    private final Boundaries boundaries;
    private final Map<Set<String>, Set<String>> known = new HashMap<>();

    Units(Boundaries boundaries) {
      this.boundaries = boundaries;
    }

    Set<String> of(Placement placement) {
      return placement == null
          ? Set.of()
          : known.computeIfAbsent(placement.shares().keySet(), this::firstLevel);
    }

    private Set<String> firstLevel(Set<String> leaves) {
      Set<String> pcodes = new TreeSet<>();
      leaves.forEach(
          leaf -> boundaries.findAncestorPcode(leaf, Evidence.FIRST_LEVEL).ifPresent(pcodes::add));
      return Collections.unmodifiableSet(pcodes);
    }
  }

  /** Rows of one publisher, day, measure and area are told apart only by what they say. */
  private static List<ChangedFigure> figures(List<UnFigure> olds, List<UnFigure> news) {
    Map<Restraint.Figure, List<UnFigure>> before = byKey(olds);
    Map<Restraint.Figure, List<UnFigure>> after = byKey(news);
    List<ChangedFigure> changed = new ArrayList<>();
    before.forEach((key, rows) -> after.computeIfAbsent(key, none -> new ArrayList<>()));
    after.forEach(
        (key, rows) -> {
          List<UnFigure> gone = new ArrayList<>(before.getOrDefault(key, List.of()));
          List<UnFigure> come = new ArrayList<>();
          rows.stream().filter(row -> !gone.remove(row)).forEach(come::add);
          for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
            changed.add(
                new ChangedFigure(
                    i < gone.size() ? gone.get(i) : null, i < come.size() ? come.get(i) : null));
          }
        });
    changed.sort(
        Comparator.comparing((ChangedFigure one) -> one.told().asOf(), Comparator.reverseOrder())
            .thenComparing(one -> one.told().area())
            .thenComparing(one -> one.told().publisher()));
    return List.copyOf(changed);
  }

  private static Map<Restraint.Figure, List<UnFigure>> byKey(List<UnFigure> figures) {
    Map<Restraint.Figure, List<UnFigure>> byKey = new LinkedHashMap<>();
    for (UnFigure figure : figures) {
      byKey.computeIfAbsent(Restraint.Figure.of(figure), none -> new ArrayList<>()).add(figure);
    }
    return byKey;
  }

  /** Outlines of the finest level only: the others are often dissolved from them, and slowly. */
  private static boolean differ(Boundaries one, Boundaries other) {
    return one != other
        && (!one.release().equals(other.release())
            || !one.levels().equals(other.levels())
            || !names(one).equals(names(other))
            || differ(one.leaves(), other.leaves()));
  }

  private static List<List<Object>> names(Boundaries boundaries) {
    return boundaries.levels().stream()
        .flatMap(level -> boundaries.pcodes(level).stream())
        .map(
            pcode ->
                List.<Object>of(
                    pcode,
                    boundaries.name(pcode),
                    boundaries.nameMy(pcode),
                    boundaries.members(pcode),
                    boundaries.findAncestorPcode(pcode, Evidence.FIRST_LEVEL)))
        .toList();
  }

  private static boolean differ(List<AdminUnit> one, List<AdminUnit> other) {
    for (int i = 0; i < one.size(); i++) {
      if (!one.get(i).geometry().equalsExact(other.get(i).geometry())) {
        return true;
      }
    }
    return false;
  }
}
