package org.displacementmapper.incident;

import java.util.regex.Pattern;

/**
 * What the licence of a row allows. The words of the licence decide, not who imported the row.
 * Limits on how it may be used (non-commercial, no derivatives, share alike) do not forbid showing
 * it; words that forbid passing it on do.
 */
public final class Licence {

  /** ACLED's terms of use: an export is for the account that made it. */
  public static final String ACLED = "ACLED terms of use: not for redistribution";

  private static final Pattern RESTRICTED =
      Pattern.compile(
          "\\bACLED\\b|redistribut|do not (?:share|publish|distribute)|not (?:to be|for)"
              + " (?:shared|sharing|published|publication|distribution)|all rights reserved"
              + "|\\b(?:restricted|confidential|private|proprietary|internal|unlicen[cs]ed)\\b",
          Pattern.CASE_INSENSITIVE);

  private Licence() {}

  /** Whether rows under this licence may be shown to anybody; not if none is stated. */
  public static boolean isPublic(String licence) {
    return !licence.isBlank() && !RESTRICTED.matcher(licence).find();
  }
}
