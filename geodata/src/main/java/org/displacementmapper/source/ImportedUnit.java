package org.displacementmapper.source;

import java.util.List;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Ancestor;

/**
 * One feature of a file of boundaries.
 *
 * @param above the units that it lies in as far as its columns name them, from the next level up to
 *     the states, so that levels without outlines can be dissolved
 */
public record ImportedUnit(AdminUnit unit, List<Ancestor> above) {

  public ImportedUnit {
    above = List.copyOf(above);
  }
}
