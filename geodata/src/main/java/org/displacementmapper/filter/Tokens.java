package org.displacementmapper.filter;

import java.util.List;

/** The tokens of a filter, read one after the other. */
final class Tokens {

  private final List<Token> tokens;
  private int next;

  Tokens(String text) {
    tokens = Token.split(text);
  }

  Token peek() {
    return tokens.get(next);
  }

  /** The token after the next; END at the end. */
  Token peekSecond() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  Token take() {
    Token token = tokens.get(next);
    if (token.kind() != Token.Kind.END) {
      next++;
    }
    return token;
  }

  boolean takeWord(String word) {
    if (peek().isWord(word)) {
      take();
      return true;
    }
    return false;
  }

  boolean takeSign(String sign) {
    if (peek().isSign(sign)) {
      take();
      return true;
    }
    return false;
  }

  void needSign(String sign) {
    if (!takeSign(sign)) {
      throw wrong(peek(), "\"" + sign + "\"");
    }
  }

  void needWord(String word) {
    if (!takeWord(word)) {
      throw wrong(peek(), word);
    }
  }

  double needNumber() {
    Token token = take();
    if (token.kind() != Token.Kind.NUMBER) {
      throw wrong(token, "a number");
    }
    try {
      double number = Double.parseDouble(token.text());
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw wrong(token, "a finite number");
  }

  static FilterException wrong(Token found, String allowed) {
    return new FilterException(
        found.position(), "found " + found.shown() + ", allowed here: " + allowed + ".");
  }
}
