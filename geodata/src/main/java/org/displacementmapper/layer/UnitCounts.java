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
    Map<String, Optional<String>> units = new HashMap<>();
    String source = view.countedSource();
    for (Placement placement : view.placements()) {
      placement
          .shares()
          .forEach(
              (leaf, share) ->
                  units
                      .computeIfAbsent(leaf, one -> boundaries.findAncestorPcode(one, level))
                      .ifPresent(unit -> counts.add(unit, placement.incident(), share, source)));
    }
    return counts;
  }

  /** The sums of a unit; all 0 if nothing was counted there. */
  Sums of(String pcode) {
    return byPcode.getOrDefault(pcode, NONE);
  }

  private void add(String pcode, Incident incident, double share, String source) {
    Sums sums = byPcode.computeIfAbsent(pcode, missing -> new Sums());
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
