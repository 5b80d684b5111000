package org.displacementmapper.displacement;

import java.util.Locale;

/** A reason to read an estimate with more than its interval in mind. */
public enum Flag {
  /** The model can only say 0 here. */
  NO_INCIDENTS(
      "No recorded incident here, so the model can only say 0; that does not mean that nobody is"
          + " displaced."),
  /** Below the first level: shared out by a rule that no figure of this level can test. */
  UNVALIDATED(
      "Shared out within its state; no source has figures this fine, so nothing tests it. Read it as"
          + " a class, not a number."),
  /** No incident, but a part of the tenth that is shared by population. */
  BY_POPULATION_ALONE(
      "No recorded incident here: this is a part of the tenth that is shared by population."),
  /** The UN listed no figure of this unit and date: the value is the model's alone. */
  NO_UN_FIGURE("No UN figure, model only."),
  /** The value was held down to the population, or in product C to 95 % of it. */
  AT_CEILING("Held down to the population of the census."),
  /** The population is not known, so nothing holds the value down. */
  NO_POPULATION("The population is not known, so nothing holds the number down."),
  /** The population is zero, so the value is. */
  NOBODY_LIVES_HERE("The census has no people here, so the number is 0."),
  /** Of a merged unit only some members are listed, and only these are counted. */
  PARTLY_LISTED("The UN figure covers only part of this unit."),
  /** The remainder of a group or of the country was shared out by incidents. */
  SHARED_REMAINDER("Part of a UN total without a named state, shared out by incidents."),
  /** The printed parts of the country or of a group add up to more than its printed total. */
  PARTS_EXCEED_TOTAL("The UN's printed parts add up to more than its printed total."),
  /** Two printed groups overlap; only the first was used. */
  OVERLAPPING_GROUPS("Printed groups overlap; only the first was used.");

  private final String meaning;

  Flag(String meaning) {
    this.meaning = meaning;
  }

  /** The word used in JSON and files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** One sentence for a reader. */
  public String meaning() {
    return meaning;
  }
}
