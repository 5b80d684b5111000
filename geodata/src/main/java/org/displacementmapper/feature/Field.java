package org.displacementmapper.feature;

/**
 * One named value of a schema.
 *
 * @param name as it stands in JSON, tiles and file headers
 * @param text what it means, with unit and range, in a sentence for the API description
 * @param hashtag what it means to the Humanitarian Exchange Language (HXL 1.1), such as {@code
 *     #adm1+code}; empty if that has no word for it
 */
public record Field(String name, Type type, String text, String hashtag) {

  /** What a value can be; lists and objects hold what their text says. */
  public enum Type {
    TEXT,
    INTEGER,
    NUMBER,
    BOOLEAN,
    DATE,
    LIST,
    OBJECT
  }

  public Field(String name, Type type, String text) {
    this(name, type, text, "");
  }

  public Field tagged(String hashtag) {
    return new Field(name, type, text, hashtag);
  }
}
