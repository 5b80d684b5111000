package org.displacementmapper.source;

import java.util.Optional;

/**
 * Columns of a file of boundaries that the importing person names because nobody's layout has them.
 *
 * @param code of the P-code
 * @param name of the name
 * @param nameMy of the Burmese name
 * @param parent of the P-code of the unit above
 */
public record BoundaryNames(
    Optional<String> code,
    Optional<String> name,
    Optional<String> nameMy,
    Optional<String> parent) {

  public static final BoundaryNames NONE =
      new BoundaryNames(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
