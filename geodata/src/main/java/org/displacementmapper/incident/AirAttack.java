package org.displacementmapper.incident;

import java.util.Locale;

/**
 * What is known of an attack from the air. {@code DOCUMENTED}: the source codes it as one. {@code
 * MENTIONED}: a headline speaks of aircraft; a flag, never a count of air strikes. Both are "at
 * least" (method.md, section 15).
 */
public enum AirAttack {
  DOCUMENTED,
  MENTIONED,
  NONE;

  /** The word used in JSON, addresses and files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
