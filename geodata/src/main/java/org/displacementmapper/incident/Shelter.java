package org.displacementmapper.incident;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The rule that keeps places of shelter out of everything served and shipped (method.md, section
 * 12): of an incident whose place or target is a camp, a shelter or displaced people, only the
 * township is told.
 *
 * <p>It goes by words, and errs on the careful side: whoever writes of displaced people, refugees,
 * a camp that is not said to be an armed one, people sheltering, hiding or fleeing may tell where
 * they are. It does not take words for the <em>effect</em> of violence ("thousands flee", "clashes
 * displace villagers"), which tell where people no longer are. English and Burmese only.
 */
public final class Shelter {

  /** Said once in the report of an import. */
  public static final String REMARK =
      "the text speaks of displaced people or of a camp or shelter: place, point, title and link are"
          + " withheld, the incident counts in its township";

  private static final String PEOPLE =
      "\\b(?:idps?|internally displaced|displaced|refugees?|asylum[ -]?seekers?|evacuees?"
          + "|evacuat(?:e|es|ed|ing|ion|ions)"
          + "|displacement (?:camp|site|cent|area|settlement|shelter)\\w*"
          + "|shelter(?:s|ed|ing)?|taking refuge|took refuge|takes? refuge|fleeing|hiding"
          + "|people who (?:had )?fled|makeshift (?:huts?|homes?|settlements?)|tents?"
          + "|full of civilians"
          + "|(?:relief|evacuation|reception|transit) (?:camp|site|cent)\\w*"
          + "|encampments? of (?:civilians|villagers|people))\\b";

  /** War-displaced (two words), refugee, having left home, taking shelter. */
  private static final String BURMESE = "စစ်ဘေးရှောင်|စစ်ရှောင်|ဒုက္ခသည်|နေရပ်စွန့်ခွာ|ခိုလှုံ";

  private static final Pattern SHELTER =
      Pattern.compile(PEOPLE + "|" + BURMESE, Pattern.CASE_INSENSITIVE);

  /** People dig these beside their houses; they are no place of displaced people. */
  private static final Pattern BOMB_SHELTER =
      Pattern.compile("\\bbomb shelters?\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern CAMP = Pattern.compile("\\bcamps?\\b", Pattern.CASE_INSENSITIVE);

  private static final String ARMED =
      "(?:army|armed(?: group)?|military|junta|regime|tatmadaw|troops?|soldiers?|militia|insurgents?"
          + "|rebels?|militants?|terrorists?|resistance|guerrillas?|enemy|pdfs?|cna|cndf|kndf|kia"
          + "|knu|knla|aa|tnla|mndaa|uwsa|rcss|ssa|bgf|dkba|arsa|pyu saw htee|defen[cs]e forces?"
          + "|border guard|ethnic group|training|base|boot|police|prison|labou?r|inspection|outpost"
          + "|weapons?(?: production)?|mining|logging)";

  /** Such as "army camp", "TNLA's Kyaukme camp", "a camp held by the PDF": not shelters. */
  private static final Pattern ARMED_CAMP =
      Pattern.compile(
          "\\b"
              + ARMED
              + "[’']?s?[’']?\\)?(?:[ -]+(?:strategic|hilltop|hill|training|joint|base|military"
              + "|army|junta))?[ -]+camps?\\b"
              // With a possessive the next word names the camp: "TNLA's Kyaukme camp".
              + "|\\b"
              + ARMED
              + "[’']s[ -]+[\\w-]+[ -]+camps?\\b"
              + "|\\bcamp victoria\\b"
              + "|\\bcamps? (?:of|held by|belonging to|from) (?:the |an? )?(?:[\\w-]+[ -])?"
              + ARMED
              + "\\b",
          Pattern.CASE_INSENSITIVE);

  /** The smallest area that is told: the township. */
  private static final int AREA = Precision.TOWNSHIP.level();

  /** What every text that the patterns fit contains: a quick look, since nearly none does. */
  private static final List<String> STEMS =
      List.of(
          "camp",
          "displace",
          "refuge",
          "idp",
          "shelter",
          "fleeing",
          "hiding",
          "fled",
          "evacu",
          "asylum",
          "tent",
          "makeshift",
          "full of civilians",
          "relief",
          "reception",
          "transit",
          "စစ်",
          "ဒုက္ခသည်",
          "နေရပ်",
          "ခိုလှုံ");

  private Shelter() {}

  /** Whether one of the texts may tell where displaced people are. */
  public static boolean isIn(Collection<String> texts) {
    return texts.stream().anyMatch(Shelter::isIn);
  }

  public static boolean isIn(String text) {
    String lowerCase = text.toLowerCase(Locale.ROOT);
    if (!hasStem(lowerCase)) {
      return false;
    }
    String words = isAddress(text) ? text.replaceAll("[-_/.%+=?&]+", " ") : text;
    words = BOMB_SHELTER.matcher(words).replaceAll(" ");
    if (SHELTER.matcher(words).find()) {
      return true;
    }
    return CAMP.matcher(ARMED_CAMP.matcher(words).replaceAll(" ")).find();
  }

  /** A plain loop: this is asked of every text of every incident. */
  private static boolean hasStem(String lowerCase) {
    for (String stem : STEMS) {
      if (lowerCase.contains(stem)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAddress(String text) {
    String lowerCase = text.toLowerCase(Locale.ROOT);
    return lowerCase.contains("http://") || lowerCase.contains("https://");
  }

  /**
   * What may be told of the place: the township, or if it is not known the smallest area above it
   * that is.
   *
   * @param township name of the township that a point stands for; empty if not known
   * @param district name of its district; empty if not known
   */
  public static Where withhold(Where where, String township, String district) {
    boolean area = !where.line() && !where.area().isEmpty();
    if (area) {
      return only(where.precision(), where.area(), where);
    }
    if (where.precision().level() < AREA) {
      return only(where.precision(), "", where);
    }
    if (!township.isEmpty() || !where.pcode().isEmpty()) {
      return only(Precision.TOWNSHIP, township, where);
    }
    if (!district.isEmpty()) {
      return only(Precision.DISTRICT, district, where);
    }
    return where.state().isEmpty()
        ? only(Precision.COUNTRY, "", where)
        : only(Precision.STATE, where.state(), where);
  }

  private static Where only(Precision precision, String area, Where where) {
    return new Where(null, null, precision, null, "", area, where.pcode(), where.state(), false);
  }

  /** Whether there is anything to withhold. */
  public static boolean isTold(Where where, Citation citation) {
    boolean namesAPlace = where.precision().level() == AREA && where.area().isEmpty();
    return where.hasPoint()
        || !citation.equals(Citation.NONE)
        || (namesAPlace && !where.place().isEmpty());
  }

  /** Whether nothing is left that could tell the place. */
  public static boolean isWithheld(Where where) {
    return !where.hasPoint() && where.place().isEmpty() && !where.precision().isPoint();
  }
}
