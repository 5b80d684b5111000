package org.displacementmapper.filter;

/** How much a filter may cost: more is refused before any feature is looked at. */
final class Limits {

  static final int MAX_CHARACTERS = 6_000;
  static final int MAX_DEPTH = 20;
  static final int MAX_CONDITIONS = 100;
  static final int MAX_SPATIAL = 8;
  static final int MAX_VERTICES = 500;
  static final int MAX_LIST = 500;

  private int conditions;
  private int spatial;
  private int vertices;
  private int depth;

  static void checkLength(String text) {
    if (text.length() > MAX_CHARACTERS) {
      throw new FilterException(
          MAX_CHARACTERS + 1,
          "a filter has at most %d characters, this one %d."
              .formatted(MAX_CHARACTERS, text.length()));
    }
  }

  void condition(int position) {
    if (++conditions > MAX_CONDITIONS) {
      throw new FilterException(
          position, "a filter has at most " + MAX_CONDITIONS + " conditions.");
    }
  }

  void spatial(int position) {
    if (++spatial > MAX_SPATIAL) {
      throw new FilterException(
          position, "a filter has at most " + MAX_SPATIAL + " conditions on geometry.");
    }
  }

  void vertex(int position) {
    if (++vertices > MAX_VERTICES) {
      throw new FilterException(
          position, "the geometries of a filter have at most " + MAX_VERTICES + " positions.");
    }
  }

  void deeper(int position) {
    if (++depth > MAX_DEPTH) {
      throw new FilterException(position, "conditions are nested at most " + MAX_DEPTH + " deep.");
    }
  }

  void back() {
    depth--;
  }
}
