package org.displacementmapper.boundary;

/**
 * The edition that all loaded units belong to.
 *
 * @param name such as "MIMU P-codes 9.3"; goes into every estimate as its boundary version
 * @param credit line to show beside maps; empty if none is asked for
 * @param licence terms of the polygons; empty if not known, and then they are not public
 */
public record Release(String name, String credit, String licence) {

  public Release {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a release of boundaries needs a name");
    }
  }
}
