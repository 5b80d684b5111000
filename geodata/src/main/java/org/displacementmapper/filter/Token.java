package org.displacementmapper.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One word, number, text or sign of a filter.
 *
 * @param text of a TEXT or a quoted NAME without its quotes
 * @param position of its first character, from 1
 */
record Token(Kind kind, String text, int position) {

  enum Kind {
    NAME,
    QUOTED_NAME,
    TEXT,
    NUMBER,
    SIGN,
    END
  }

  boolean isWord(String word) {
    return kind == Kind.NAME && text.equalsIgnoreCase(word);
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  String upper() {
    return text.toUpperCase(Locale.ROOT);
  }

  /** As an error message names it. */
  String shown() {
    return kind == Kind.END ? "the end" : "\"" + text + "\"";
  }

  /** The tokens of a text, ending with one END. */
  static List<Token> split(String text) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int start = at;
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '\'' || c == '"') {
        StringBuilder content = new StringBuilder();
        at = quoted(text, at, content);
        tokens.add(
            new Token(c == '"' ? Kind.QUOTED_NAME : Kind.TEXT, content.toString(), start + 1));
      } else if (Character.isDigit(c) || isSignedNumber(text, at, tokens)) {
        at = number(text, at);
        tokens.add(new Token(Kind.NUMBER, text.substring(start, at), start + 1));
      } else if (Character.isLetter(c) || c == '_') {
        while (at < text.length() && isNamePart(text.charAt(at))) {
          at++;
        }
        tokens.add(new Token(Kind.NAME, text.substring(start, at), start + 1));
      } else {
        at += sign(text, at);
        tokens.add(new Token(Kind.SIGN, text.substring(start, at), start + 1));
      }
    }
    tokens.add(new Token(Kind.END, "", text.length() + 1));
    return tokens;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == ':';
  }

  /** A minus or plus belongs to a number: there is no arithmetic. */
  private static boolean isSignedNumber(String text, int at, List<Token> before) {
    char c = text.charAt(at);
    return (c == '-' || c == '+' || c == '.')
        && at + 1 < text.length()
        && (Character.isDigit(text.charAt(at + 1)) || text.charAt(at + 1) == '.');
  }

  private static int quoted(String text, int start, StringBuilder into) {
    char quote = text.charAt(start);
    int at = start + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean doubled = c == quote && at + 1 < text.length() && text.charAt(at + 1) == quote;
      boolean escaped =
          c == '\\' && quote == '\'' && at + 1 < text.length() && text.charAt(at + 1) == quote;
      if (doubled || escaped) {
        into.append(quote);
        at += 2;
      } else if (c == quote) {
        return at + 1;
      } else {
        into.append(c);
        at++;
      }
    }
    throw new FilterException(start + 1, "the quote " + quote + " is never closed.");
  }

  private static int number(String text, int start) {
    int at = start;
    if (text.charAt(at) == '-' || text.charAt(at) == '+') {
      at++;
    }
    while (at < text.length()
        && (Character.isDigit(text.charAt(at))
            || text.charAt(at) == '.'
            || isExponent(text, at)
            || isExponent(text, at - 1) && "+-".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  private static boolean isExponent(String text, int at) {
    return text.charAt(at) == 'e' || text.charAt(at) == 'E';
  }

  private static int sign(String text, int at) {
    String two = text.substring(at, Math.min(text.length(), at + 2));
    if (List.of("<>", "<=", ">=").contains(two)) {
      return 2;
    }
    if ("()=<>,".indexOf(text.charAt(at)) >= 0) {
      return 1;
    }
    throw new FilterException(
        at + 1, "\"" + text.charAt(at) + "\" has no meaning here; texts stand in single quotes.");
  }
}
