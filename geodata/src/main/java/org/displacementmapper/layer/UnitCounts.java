package org.displacementmapper.layer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.incident.AirAttack;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.join.Placement;

/**
 * The selected incidents of each unit of one level, counted by their shares: an incident spread
 * over three units gives each a part. Incidents and deaths are of one source, since two sources
 * record the same attack; documented attacks from the air are of every source, as only some code
 * them.
 */
final class UnitCounts {

  /** Sums for one unit, each the sum of shares, or of deaths times shares. */
  static final class Sums {
    double incidents;
    double airDocumented;
    double airMentioned;
    double killedLow;
    double killedBest;
    double killedHigh;
  }

  private static final Sums NONE = new Sums();

  private final Map<String, Sums> byPcode = new TreeMap<>();

  private UnitCounts() {}

  static UnitCounts of(View view, int level) {
    UnitCounts counts = new UnitCounts();
    Boundaries boundaries = view.dataset().boundaries();
    Map<String, Optional<Sums>> byLeaf = new HashMap<>();
    String source = view.countedSource();
    for (Placement placement : view.placements()) {
      placement
          .shares()
          .forEach(
              (leaf, share) ->
                  byLeaf
                      .computeIfAbsent(leaf, one -> counts.sums(one, boundaries, level))
                      .ifPresent(sums -> add(sums, placement.incident(), share, source)));
    }
    return counts;
  }

  private Optional<Sums> sums(String leaf, Boundaries boundaries, int level) {
    return boundaries
        .findAncestorPcode(leaf, level)
        .map(unit -> byPcode.computeIfAbsent(unit, missing -> new Sums()));
  }

  /** The sums of a unit; all 0 if nothing was counted there. */
  Sums of(String pcode) {
    return byPcode.getOrDefault(pcode, NONE);
  }

  private static void add(Sums sums, Incident incident, double share, String source) {
    if (incident.air() == AirAttack.DOCUMENTED) {
      sums.airDocumented += share;
    }
    if (!incident.source().equals(source)) {
      return;
    }
    sums.incidents += share;
    if (incident.air() == AirAttack.MENTIONED) {
      sums.airMentioned += share;
    }
    sums.killedLow += share * deaths(incident.killed().low());
    sums.killedBest += share * deaths(incident.killed().best());
    sums.killedHigh += share * deaths(incident.killed().high());
  }

  private static int deaths(Integer number) {
    return number == null ? 0 : number;
  }
}
