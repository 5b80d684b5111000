package org.displacementmapper.dataset;

import java.util.Locale;

/**
 * What can keep an incident of the window from being shown: the parts of a selection, one for each
 * parameter of an address.
 */
public enum FilterPart {
  AIR,
  INCIDENT_SOURCE,
  KIND,
  PRECISION,
  MIN_KILLED,
  UNIT,
  BBOX,
  TEXT;

  /** The name of the parameter. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** This part alone, in a set of parts written as bits. */
  int bit() {
    return 1 << ordinal();
  }

  /** Whether it is in a set of parts written as bits. */
  public boolean isIn(int parts) {
    return (parts & bit()) != 0;
  }
}
