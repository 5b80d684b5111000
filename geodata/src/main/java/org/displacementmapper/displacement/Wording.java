package org.displacementmapper.displacement;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences that go with the numbers (section 15 of the method), the same on pages, in pictures
 * and in files. Whole strings with placeholders in braces; none is glued from parts, so that each
 * can be translated. English. We say that the UN "reported", never "counted", and that two numbers
 * are "consistent", never that one "confirms" the other.
 */
public enum Wording {
  HEADLINE(
      "About {displaced} people were displaced on {date}, by our estimate from conflict incidents."
          + " The UN reported {un}."),
  HEADLINE_MONTH_END(
      "About {displaced} people were displaced at the end of {month}, by our estimate from"
          + " conflict incidents. The UN reported {un}."),
  HEADLINE_NO_UN_FIGURE(
      "About {displaced} people were displaced on {date}, by our estimate from conflict incidents."
          + " No UN figure for this date."),
  HEADLINE_NOTE("\"440,000\" is this figure rounded down."),
  INTERVAL_80("Four times in five the true figure should lie between {low} and {high}."),
  INTERVAL_95("Nineteen times in twenty it should lie between {low} and {high}."),
  RATIO_RANGE(
      "The totals agree partly by luck: other fitting dates give {lowest} to {highest} times the"
          + " UN figure."),
  RATIO(
      "{ratio} times the UN figure, fitted on {snapshots} UN figures up to {cutoff}: consistent"
          + " with it within the interval."),
  RATIO_OUTSIDE(
      "{ratio} times the UN figure, fitted on {snapshots} UN figures up to {cutoff}: the UN figure"
          + " lies outside the interval."),
  FAR_OFF(
      "State by state we can be far off: in {unit} we find {displaced} ({low}-{high}) where the UN"
          + " reported {un}."),
  FALLS_SHORT(
      "Here our estimate falls far short. We find {displaced} ({low}-{high}) where the UN reported"
          + " {un}."),
  GOES_FAR_BEYOND(
      "Here our estimate goes far beyond. We find {displaced} ({low}-{high}) where the UN reported"
          + " {un}."),
  USE_UN_FIGURE("For planning in {unit} at this date, use the UN figure."),
  STATUS("{date}: {displaced}, between {low} and {high}; UN {un}."),
  STATUS_NO_UN_FIGURE("{date}: {displaced}, between {low} and {high}; no UN figure."),

  PRODUCT_INDEPENDENT(
      "Independent estimate. Made from incidents only. It may be compared with the UN figure of"
          + " that date."),
  PRODUCT_NOWCAST(
      "Carried forward. The last UN breakdown, moved on by incidents; depends on earlier UN"
          + " figures."),
  PRODUCT_ALLOCATION(
      "UN figure, shared out. Equals the UN total by construction. Never a test of it."),

  LEGEND_TITLE("People displaced, our estimate"),
  LEGEND_TITLE_ALLOCATION("People displaced, UN figure shared out"),
  LEGEND_CLASSES(
      "Each shade is about 3 times the one before. The true figure may be one or two shades lighter"
          + " or darker."),
  LEGEND_NOT_LISTED("No blue figure: UN lists none. Unknown, not zero."),
  LEGEND_UNATTRIBUTED("{people} are in no named state."),
  NOT_LISTED("no UN figure, model only"),
  PARTLY_LISTED("The UN figure covers only {listed}; no ratio is given."),
  ROUNDED_SEPARATELY("Figures are rounded separately, so that parts may not add up."),
  UNDER_LEAST("under {least}"),

  USE(
      "Good for: orders of magnitude by state. Not for: headcounts of a township or camp, or where"
          + " people shelter now: incidents mark where they fled from."),
  DRIVER(
      "Estimated from recorded violence: all fatal events of organised violence that UCDP records,"
          + " not air strikes alone."),
  PLACE(
      "Estimates are placed where the violence happened, UN figures where people are now. A gap"
          + " between the two in one unit is expected. Not for finding displaced people."),
  ORDER_OF_MAGNITUDE(
      "A value of a unit without UN figures of its own is an order of magnitude: four times in five"
          + " within a factor of 5."),
  STOCK("People displaced since 1 February 2021 and still displaced on the date."),
  THE_440000(
      "The UN Human Rights Office said \"at least 440,000\" on 15 March 2022. It is UNHCR's 441,500"
          + " of 31 January 2022; by 14 March OCHA had 519,500."),
  AIR_DOCUMENTED(
      "Documented air attacks: a list of those with a source that was read, a sample; no source"
          + " counts all air attacks. At least."),
  AIR_MENTIONED(
      "Reported with air attacks: a headline speaks of aircraft. A flag, not a count of air strikes."
          + " At least."),
  CREDIT_UN("Displacement estimates: UNHCR and OCHA, as of the date shown."),
  CORRECTIONS("Found a mistake? Tell us: {where}"),

  FLAG_NO_INCIDENTS(
      "No recorded incident here, so the model can only say 0; that does not mean that nobody is"
          + " displaced."),
  FLAG_UNVALIDATED(
      "Shared out within its state; no source has figures this fine, so nothing tests it. Read it as"
          + " a class, not a number."),
  FLAG_BY_POPULATION_ALONE(
      "No recorded incident here: this is a part of the tenth that is shared by population."),
  FLAG_NO_UN_FIGURE("No UN figure, model only."),
  FLAG_AT_CEILING("Held down to the population of the census."),
  FLAG_NO_POPULATION("The population is not known, so nothing holds the number down."),
  FLAG_NOBODY_LIVES_HERE("The census has no people here, so the number is 0."),
  FLAG_PARTLY_LISTED("The UN figure covers only part of this unit."),
  FLAG_SHARED_REMAINDER("Part of a UN total without a named state, shared out by incidents."),
  FLAG_PARTS_EXCEED_TOTAL("The UN's printed parts add up to more than its printed total."),
  FLAG_OVERLAPPING_GROUPS("Printed groups overlap; only the first was used.");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  private final String text;

  Wording(String text) {
    this.text = text;
  }

  /** The string as it stands, with its placeholders. */
  public String text() {
    return text;
  }

  /**
   * The sentence with every placeholder filled.
   *
   * @param namesAndValues name, value, name, value …
   * @throws IllegalArgumentException if a placeholder has no value, or a name no placeholder
   */
  public String with(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("names and values must come in pairs");
    }
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (!text.contains("{" + namesAndValues[i] + "}")) {
        throw new IllegalArgumentException(
            "%s has no placeholder %s: %s".formatted(name(), namesAndValues[i], text));
      }
    }
    Matcher matcher = PLACEHOLDER.matcher(text);
    StringBuilder sentence = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(
          sentence, Matcher.quoteReplacement(value(matcher.group(1), namesAndValues)));
    }
    return matcher.appendTail(sentence).toString();
  }

  /** For example 449,000. */
  public static String number(long people) {
    return String.format(Locale.ROOT, "%,d", people);
  }

  /** For example 1.02; of a ratio that rounds to 0.00 two digits more. */
  public static String ratio(double ratio) {
    return String.format(Locale.ROOT, ratio < 0.005 ? "%.4f" : "%.2f", ratio);
  }

  /** For example 31 January 2022. */
  public static String date(LocalDate date) {
    return DAY.format(date);
  }

  /** For example January 2022. */
  public static String month(LocalDate date) {
    return MONTH.format(date);
  }

  private String value(String placeholder, String... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i].equals(placeholder)) {
        return namesAndValues[i + 1];
      }
    }
    throw new IllegalArgumentException(
        "%s needs a value for {%s}: %s".formatted(name(), placeholder, text));
  }
}
