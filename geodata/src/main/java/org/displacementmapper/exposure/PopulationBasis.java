package org.displacementmapper.exposure;

import java.util.Locale;

/** How it is known where in a unit its people live. */
public enum PopulationBasis {
  /** By the cells of an imported raster. */
  RASTER,
  /** Not at all: they are taken to live evenly over the unit, so its share of area is used. */
  UNIT_AREA;

  /** The word used in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
