package org.displacementmapper.displacement;

import java.time.LocalDate;
import java.util.Set;

/**
 * An estimate as anybody may see it. A number is null where it is under the least that is
 * published, and then {@code text} says so; limits likewise.
 *
 * @param displaced best value; null if under the least
 * @param text the same in words: "36,800" or "under 100"
 * @param displacedClass class of the map
 */
public record PublishedEstimate(
    String pcode,
    LocalDate asOf,
    Product product,
    LocalDate cutoff,
    Long displaced,
    Long low80,
    Long high80,
    Long low95,
    Long high95,
    String text,
    String displacedClass,
    Set<Flag> flags) {

  public PublishedEstimate {
    flags = Set.copyOf(flags);
  }
}
