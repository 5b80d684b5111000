package org.displacementmapper.source;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.displacementmapper.incident.Precision;

/**
 * What the name of a place in UCDP GED ({@code where_coordinates}) says of its precision. The name
 * goes before the code ({@code where_prec}): more than half of the events since the coup are named
 * "… township", most of them under code 5. The first line that fits wins:
 *
 * <table>
 *   <caption>From name and code to precision</caption>
 *   <tr><th>name</th><th>code</th><th>precision</th><th>area</th></tr>
 *   <tr><td>ends "township"</td><td>any</td><td>township</td><td>the name without it</td></tr>
 *   <tr><td>road, highway, river, border, between</td><td>any</td><td>township, a line</td>
 *       <td>none: the point stands for it</td></tr>
 *   <tr><td>ends "district"</td><td>or 3</td><td>district</td><td>the name without it</td></tr>
 *   <tr><td>state, region, territory</td><td>or 4</td><td>state</td>
 *       <td>the name without it; "Northern Shan" and the like name one part</td></tr>
 *   <tr><td>any</td><td>6, 7</td><td>country</td><td>none</td></tr>
 *   <tr><td>any</td><td>5</td><td>township</td><td>none</td></tr>
 *   <tr><td>ends "village"</td><td>1, 2</td><td>village</td><td>none</td></tr>
 *   <tr><td>ends "town" or "city"</td><td>1, 2</td><td>town</td><td>none</td></tr>
 *   <tr><td>any</td><td>1</td><td>village: a named place</td><td>none</td></tr>
 *   <tr><td>any</td><td>2</td><td>town</td><td>none</td></tr>
 * </table>
 *
 * @param area as {@code Where.area}
 * @param line as {@code Where.line}
 */
record UcdpPlace(Precision precision, String area, boolean line) {

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static final Pattern LINE =
      Pattern.compile("\\b(?:roads?|highways?|rivers?|borders?|between)\\b");

  private static final Pattern STATE_WORD =
      Pattern.compile("\\b(?:state|region|union territory|territory)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern PART_OF_SHAN =
      Pattern.compile("(North|South|East)(?:ern)? Shan", Pattern.CASE_INSENSITIVE);

  private static final Pattern DIRECTION =
      Pattern.compile("^(?:North|South|East|West|Central)(?:ern)? ", Pattern.CASE_INSENSITIVE);

  static UcdpPlace of(String name, int code) {
    String lowerCase = name.toLowerCase(Locale.ROOT);
    if (lowerCase.endsWith("township")) {
      return new UcdpPlace(Precision.TOWNSHIP, without("township", name), false);
    }
    if (LINE.matcher(lowerCase).find()) {
      return new UcdpPlace(Precision.TOWNSHIP, "", true);
    }
    if (lowerCase.endsWith("district") || code == 3) {
      return new UcdpPlace(Precision.DISTRICT, without("district", name), false);
    }
    if (STATE_WORD.matcher(name).find() || code == 4) {
      return new UcdpPlace(Precision.STATE, state(name), false);
    }
    return new UcdpPlace(pointPrecision(lowerCase, code), "", false);
  }

  private static Precision pointPrecision(String name, int code) {
    if (code >= 6) {
      return Precision.COUNTRY;
    }
    if (code == 5) {
      return Precision.TOWNSHIP;
    }
    if (name.endsWith("village")) {
      return Precision.VILLAGE;
    }
    if (name.endsWith("town") || name.endsWith("city")) {
      return Precision.TOWN;
    }
    return code == 1 ? Precision.VILLAGE : Precision.TOWN;
  }

  /** "Magway region" becomes Magway, "Northern Shan state" becomes Shan (North). */
  static String state(String name) {
    String bare = squeeze(STATE_WORD.matcher(name).replaceAll(" "));
    Matcher part = PART_OF_SHAN.matcher(bare);
    if (part.matches()) {
      return "Shan (" + part.group(1) + ")";
    }
    return DIRECTION.matcher(bare).replaceFirst("");
  }

  /** "Loikaw district" becomes Loikaw; "Kokang Self-Administered Zone" stays. */
  static String without(String word, String name) {
    String bare = squeeze(name);
    return bare.toLowerCase(Locale.ROOT).endsWith(word)
        ? bare.substring(0, bare.length() - word.length()).strip()
        : bare;
  }

  private static String squeeze(String name) {
    return BLANKS.matcher(name).replaceAll(" ").strip();
  }
}
