package org.displacementmapper.server.usecase;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom to tell of a mistake, as every page and every file says: an address that the operator gives,
 * or else this project's tracker. Immutable.
 *
 * @param address of a page ({@code https://…}) or of a mailbox ({@code mailto:…}); empty: the
 *     tracker
 */
public record Corrections(Optional<URI> address) {

  /** Where the operator names no address. */
  public static final Corrections TRACKER = new Corrections(Optional.empty());

  private static final int MOST_CHARACTERS = 500;
  private static final String MAILTO = "mailto:";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";
  private static final Pattern MAILBOX =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@" + LABEL + "(?:\\." + LABEL + ")+");

  private static final String WHAT =
      "with the id of the incident or the P-code and date of the figure.";

  /**
   * @param text as the operator wrote it: the https address of a page, or a mail address with or
   *     without {@code mailto:}; blank: the tracker
   * @throws IllegalArgumentException saying what is allowed
   */
  public static Corrections of(String text) {
    String given = text.strip();
    if (given.isEmpty()) {
      return TRACKER;
    }
    boolean mail = given.regionMatches(true, 0, MAILTO, 0, MAILTO.length());
    String mailbox = mail ? given.substring(MAILTO.length()) : given;
    if (given.length() <= MOST_CHARACTERS && MAILBOX.matcher(mailbox).matches()) {
      // A % would be read as the begin of an escaped character.
      return new Corrections(Optional.of(URI.create(MAILTO + mailbox.replace("%", "%25"))));
    }
    URI page =
        WebAddresses.find(given)
            .filter(found -> found.getScheme().equals("https"))
            .filter(found -> given.length() <= MOST_CHARACTERS)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "corrections go to \""
                            + given
                            + "\", which is neither the address of a page, such as"
                            + " https://example.org/corrections, nor of a mailbox, such as"
                            + " maps@example.org; at most "
                            + MOST_CHARACTERS
                            + " characters, in the page's no user name"));
    return new Corrections(Optional.of(page));
  }

  /** The address as it is read: a mailbox without what a browser needs before it. */
  public Optional<String> shown() {
    return address.map(
        found ->
            found.toString().startsWith(MAILTO)
                ? found.toString().substring(MAILTO.length()).replace("%25", "%")
                : found.toString());
  }

  /** The whole sentence in English, as files have it. */
  public String sentence() {
    return shown()
        .map(found -> "Send them to " + found + ", " + WHAT)
        .orElse("Open an issue in this project's tracker, " + WHAT);
  }
}
