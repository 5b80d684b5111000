package org.displacementmapper.displacement;

import java.util.Locale;

/** A reason to read an estimate with more than its interval in mind. */
public enum Flag {
  /** The model can only say 0 here. */
  NO_INCIDENTS(Wording.FLAG_NO_INCIDENTS),
  /** Below the first level: shared out by a rule that no figure of this level can test. */
  UNVALIDATED(Wording.FLAG_UNVALIDATED),
  /** No incident, but a part of the tenth that is shared by population. */
  BY_POPULATION_ALONE(Wording.FLAG_BY_POPULATION_ALONE),
  /** The UN listed no figure of this unit and date: the value is the model's alone. */
  NO_UN_FIGURE(Wording.FLAG_NO_UN_FIGURE),
  /** The value was held down to the population, or in product C to 95 % of it. */
  AT_CEILING(Wording.FLAG_AT_CEILING),
  /** The population is not known, so nothing holds the value down. */
  NO_POPULATION(Wording.FLAG_NO_POPULATION),
  /** The population is zero, so the value is. */
  NOBODY_LIVES_HERE(Wording.FLAG_NOBODY_LIVES_HERE),
  /** Of a merged unit only some members are listed, and only these are counted. */
  PARTLY_LISTED(Wording.FLAG_PARTLY_LISTED),
  /** The remainder of a group or of the country was shared out by incidents. */
  SHARED_REMAINDER(Wording.FLAG_SHARED_REMAINDER),
  /** The printed parts of the country or of a group add up to more than its printed total. */
  PARTS_EXCEED_TOTAL(Wording.FLAG_PARTS_EXCEED_TOTAL),
  /** Two printed groups overlap; only the first was used. */
  OVERLAPPING_GROUPS(Wording.FLAG_OVERLAPPING_GROUPS);

  private final Wording meaning;

  Flag(Wording meaning) {
    this.meaning = meaning;
  }

  /** The word used in JSON and files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** One sentence for a reader. */
  public String meaning() {
    return meaning.text();
  }
}
