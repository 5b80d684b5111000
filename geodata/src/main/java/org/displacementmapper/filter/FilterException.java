package org.displacementmapper.filter;

/** A filter that cannot be read; the message says what is wrong, where, and what is allowed. */
public final class FilterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int position;

  /**
   * @param position of the character, from 1
   */
  FilterException(int position, String message) {
    super("at character " + position + ": " + message);
    this.position = position;
  }

  public int position() {
    return position;
  }
}
