package org.displacementmapper.layer;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.join.Placement;

/**
 * The incidents known as points, in key order, each made into a feature whenever it is asked for
 * and not kept: a million features would take more than a gigabyte, what they are made of is there
 * already. Immutable; safe for use by many threads.
 */
final class IncidentPoints extends AbstractList<Feature> implements RandomAccess {

  private final List<Placement> placements;

  private IncidentPoints(List<Placement> placements) {
    this.placements = placements;
  }

  static IncidentPoints of(Iterable<Placement> shown) {
    List<Placement> known = new ArrayList<>();
    for (Placement placement : shown) {
      if (IncidentFeatures.isPoint(placement)) {
        known.add(placement);
      }
    }
    return new IncidentPoints(List.copyOf(known));
  }

  @Override
  public Feature get(int index) {
    return IncidentFeatures.of(placements.get(index));
  }

  @Override
  public int size() {
    return placements.size();
  }
}
