package org.displacementmapper.format;

import java.util.Locale;

/**
 * The words, numbers and marks of well-known text, one after the other. What stands where something
 * else must is refused, with its place. Not thread-safe.
 */
final class WktText {

  /** Why a text is no geometry, in words for its owner. */
  static final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String found;

    Fault(String found, String message) {
      super(message, null, false, false);
      this.found = found;
    }

    /** What stands at the place of the fault; empty at the end of the text. */
    String found() {
      return found;
    }
  }

  private static final int MOST_SHOWN = 40;

  private final String text;
  private int at;

  /**
   * @param at the place to begin at
   */
  WktText(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /** Takes a word, in capitals; an empty one if no letter follows. */
  String word() {
    skipBlanks();
    int start = at;
    while (at < text.length() && isLetter(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at).toUpperCase(Locale.ROOT);
  }

  /** Takes the word if it is next; {@code POINTZ} does not begin with the word POINT. */
  boolean skip(String word) {
    int start = at;
    if (word().equals(word)) {
      return true;
    }
    at = start;
    return false;
  }

  boolean skip(char mark) {
    boolean is = isNext(mark);
    at += is ? 1 : 0;
    return is;
  }

  boolean isNext(char mark) {
    skipBlanks();
    return at < text.length() && text.charAt(at) == mark;
  }

  void require(char mark, String what) {
    if (!skip(mark)) {
      throw fault(what);
    }
  }

  boolean isAtEnd() {
    skipBlanks();
    return at == text.length();
  }

  /** Whether a number, or what stands in place of one, is next. */
  boolean isNumberNext() {
    skipBlanks();
    return at < text.length() && "(),".indexOf(text.charAt(at)) < 0;
  }

  /** Takes a finite number in digits. */
  double number() {
    skipBlanks();
    int start = at;
    boolean plain = true;
    while (at < text.length() && "(), \t\r\n".indexOf(text.charAt(at)) < 0) {
      plain &= "+-.0123456789eE".indexOf(text.charAt(at)) >= 0;
      at++;
    }
    double number = Double.NaN;
    if (plain && at > start) {
      try {
        number = Double.parseDouble(text.substring(start, at));
      } catch (NumberFormatException e) {
        // Refused below, as what is no number at all.
      }
    }
    if (!Double.isFinite(number)) {
      at = start;
      throw fault("a coordinate must be a finite number");
    }
    return number;
  }

  /** Something is wrong at the place where this has come to. */
  Fault fault(String message) {
    skipBlanks();
    String found = text.substring(at, Math.min(text.length(), at + MOST_SHOWN));
    String place = String.format(Locale.ROOT, "character %,d", at + 1);
    return new Fault(found, (found.isEmpty() ? "the end" : place) + " of the WKT: " + message);
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private static boolean isLetter(char one) {
    return (one >= 'A' && one <= 'Z') || (one >= 'a' && one <= 'z');
  }
}
