package org.displacementmapper.exposure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * People of one area, and how many of them live near incidents; not rounded.
 *
 * @param living all of them
 * @param within by radius; never more than {@code living}
 */
public record People(double living, Map<Radius, Double> within) {

  static final People NONE = new People(0, Map.of());

  public People {
    EnumMap<Radius, Double> copy = new EnumMap<>(Radius.class);
    for (Radius radius : Radius.values()) {
      copy.put(radius, Math.min(living, within.getOrDefault(radius, 0.0)));
    }
    within = Collections.unmodifiableMap(copy);
  }

  People plus(People other) {
    Map<Radius, Double> sum = new EnumMap<>(Radius.class);
    for (Radius radius : Radius.values()) {
      sum.put(radius, within.get(radius) + other.within.get(radius));
    }
    return new People(living + other.living, sum);
  }
}
