package org.displacementmapper.validation;

import java.util.Locale;

/** What predicts a UN figure: one of our models, or a baseline that it has to beat. */
public enum Predictor {
  /** Baseline: the last UN figure, unchanged. */
  PERSISTENCE("last UN figure, unchanged"),
  /** Baseline: the last UN figure times the growth of the days since the coup. */
  CALENDAR("last UN figure, growing with the days since the coup"),
  /** Product B. */
  NOWCAST("nowcast"),
  /** Product A. */
  INDEPENDENT("independent estimate"),
  /** Baseline: every unit the same, the total given. */
  UNIFORM("the same for every unit, total given"),
  /** Baseline: by population, the total given. */
  POPULATION_SHARE("by population, total given"),
  /** Baseline: by incidents, the total given. */
  INCIDENT_SHARE("by incidents, total given"),
  /** The mix of product C: nine tenths by incidents, one by population, the total given. */
  ALLOCATION_SHARE("nine tenths by incidents, one by population, total given"),
  /** Baseline: the median rate per head of the other units. */
  CONSTANT_PER_HEAD("rate per head of the other units"),
  /** The median people per incident of the other units, capped by population. */
  PEOPLE_PER_INCIDENT("people per incident of the other units, capped");

  private final String label;

  Predictor(String label) {
    this.label = label;
  }

  /** The word used in JSON and files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is, for a reader. */
  public String label() {
    return label;
  }
}
