package org.displacementmapper.dataset;

import java.util.Locale;

/** What became of a row between two versions. */
public enum Change {
  ADDED,
  CHANGED,
  WITHDRAWN;

  /** The word used in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
