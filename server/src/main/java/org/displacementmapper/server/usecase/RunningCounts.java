package org.displacementmapper.server.usecase;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.displacement.Evidence;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.join.Placement;

/**
 * Incidents of one source and people killed in them, by first-level unit, in a window whose end
 * moves forward: each incident is added once, whatever the number of days. By their shares, as the
 * units of a view count them. For one thread.
 */
final class RunningCounts {

  private final Boundaries boundaries;
  private final List<Placement> placements;

  /** Of the incidents of the source that are not over before the window, by their first day. */
  private final int[] byStart;

  private final Map<String, Integer> unitOfLeaf = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final double[] incidents;
  private final double[] killed;
  private int next;

  /**
   * @param from first day of the window
   */
  RunningCounts(Dataset dataset, String source, LocalDate from) {
    boundaries = dataset.boundaries();
    placements = dataset.placements();
    long[] days = new long[placements.size()];
    int count = 0;
    for (int i = 0; i < placements.size(); i++) {
      Incident incident = placements.get(i).incident();
      if (incident.source().equals(source) && !incident.period().end().isBefore(from)) {
        days[count++] = incident.period().start().toEpochDay() << Integer.SIZE | i;
      }
    }
    Arrays.sort(days, 0, count);
    byStart = Arrays.stream(days, 0, count).mapToInt(day -> (int) day).toArray();
    boundaries.units(Evidence.FIRST_LEVEL).forEach(unit -> places.put(unit.pcode(), places.size()));
    incidents = new double[places.size()];
    killed = new double[places.size()];
  }

  /**
   * Moves the end of the window.
   *
   * @param to its last day, not before the last one given
   */
  void advance(LocalDate to) {
    for (; next < byStart.length; next++) {
      Placement placement = placements.get(byStart[next]);
      if (placement.incident().period().start().isAfter(to)) {
        return;
      }
      Integer deaths = placement.incident().killed().best();
      placement.shares().forEach((leaf, share) -> add(leaf, share, deaths == null ? 0 : deaths));
    }
  }

  private void add(String leaf, double share, int deaths) {
    int unit = unitOfLeaf.computeIfAbsent(leaf, this::unitOf);
    if (unit >= 0) {
      incidents[unit] += share;
      killed[unit] += share * deaths;
    }
  }

  private int unitOf(String leaf) {
    return boundaries.findAncestorPcode(leaf, Evidence.FIRST_LEVEL).map(places::get).orElse(-1);
  }

  /**
   * @param unit its place in the list of first-level units
   */
  double incidents(int unit) {
    return incidents[unit];
  }

  /** By the best figures; the same unit. */
  double killed(int unit) {
    return killed[unit];
  }
}
