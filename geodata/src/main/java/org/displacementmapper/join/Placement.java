package org.displacementmapper.join;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.incident.Incident;

/**
 * The shares of one incident among leaf units, and why.
 *
 * @param shares by P-code of a leaf unit (finest loaded level), in P-code order; each above 0, sum
 *     at most 1; empty if it counts nationally only
 * @param flagged whether a reader should doubt it: a line, a name that fits no unit, a stated code
 *     that the point contradicts
 * @param explanation one sentence for a reader, such as "Named as Bawlakhe township."
 */
public record Placement(
    Incident incident,
    Map<String, Double> shares,
    Basis basis,
    boolean flagged,
    String explanation) {

  private static final double ROUNDING = 1e-9;

  public Placement {
    // One share or none is by far the most frequent, and may be the same object in many placements.
    shares =
        shares.size() < 2
            ? Map.copyOf(shares)
            : Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    double sum = 0;
    for (Map.Entry<String, Double> share : shares.entrySet()) {
      sum += share.getValue();
    }
    if (sum > 1 + ROUNDING) {
      throw new IllegalArgumentException(
          "the shares of an incident must not exceed 1, were " + shares + " of " + incident.key());
    }
  }

  /** The one leaf unit that it was given to; empty if spread or nationally only. */
  public Optional<String> findPcode() {
    return basis == Basis.SPREAD || shares.size() != 1
        ? Optional.empty()
        : Optional.of(shares.keySet().iterator().next());
  }
}
