package org.displacementmapper.boundary;

/**
 * A unit of which a file tells the name but not the outline, as a file of townships does of
 * districts and states: its outline is dissolved from the units within it.
 *
 * @param nameMy Burmese name in Unicode; empty if not known
 * @param parent P-code of the unit above; empty at level 1 or if not known
 */
public record Ancestor(String pcode, int level, String name, String nameMy, String parent) {

  public Ancestor {
    if (pcode.isBlank()) {
      throw new IllegalArgumentException("a unit needs a P-code");
    }
    if (level < 1 || level >= AdminUnit.MAX_LEVEL) {
      throw new IllegalArgumentException(
          "the level of a unit above others must be 1 to "
              + (AdminUnit.MAX_LEVEL - 1)
              + ", was "
              + level
              + " ("
              + pcode
              + ")");
    }
  }
}
