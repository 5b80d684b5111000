package org.displacementmapper.feature;

/**
 * One named value of a schema.
 *
 * @param name as it stands in JSON, tiles and file headers
 * @param text what it means, with unit and range, in a sentence for the API description
 */
public record Field(String name, Type type, String text) {

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
}
