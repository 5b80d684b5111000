package org.displacementmapper.server.picture;

/**
 * Words of one look.
 *
 * @param colour its name in {@code theme.json}
 */
public record Run(String text, boolean bold, String colour) {

  public static Run plain(String text) {
    return new Run(text, false, "text-2");
  }

  public static Run bold(String text) {
    return new Run(text, true, "text");
  }
}
