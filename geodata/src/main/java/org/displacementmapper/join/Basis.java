package org.displacementmapper.join;

import java.util.Locale;

/** Why an incident or point was given to its units. */
public enum Basis {
  /** The source states a P-code, or with the shipped states its state, and the point agrees. */
  STATED,
  /** The place name names the unit. */
  NAMED,
  /** The point lies in the unit or on its border. */
  INSIDE,
  /** The point lies in no unit; this is the nearest, at most 5 km away. */
  NEAREST,
  /** Known only to an area of several units: shared among them by population. */
  SPREAD,
  /** Known only to the country, or farther than 5 km from every unit: counts nationally only. */
  COUNTRY,
  /** No usable coordinates (point join only). */
  INVALID;

  /** The word used in JSON and files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
