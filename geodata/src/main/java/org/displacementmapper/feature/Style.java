package org.displacementmapper.feature;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How the features of a layer are drawn, in no program's own terms: maps, legends and files that
 * carry a style are made of it. Sizes are CSS pixels, 1/96 inch; colours are {@code #RRGGBB}.
 *
 * @param rules a feature is drawn by each rule that holds for it, the first at the bottom
 */
public record Style(List<Rule> rules) {

  public Style {
    rules = List.copyOf(rules);
  }

  /**
   * One line of the legend.
   *
   * @param label in English
   */
  public record Rule(String label, Condition condition, Symbol symbol) {}

  /** For which features a rule holds. */
  public sealed interface Condition permits Always, Text, Missing, Range, All {}

  public record Always() implements Condition {}

  /** The field is this text, or, if {@code not}, something else or missing. */
  public record Text(String field, String value, boolean not) implements Condition {}

  /** The field has no value, or, if {@code not}, has one. */
  public record Missing(String field, boolean not) implements Condition {}

  /** The field is a number from {@code lower} on and less than {@code upper}. */
  public record Range(String field, OptionalDouble lower, OptionalDouble upper)
      implements Condition {}

  /** All of these hold; two at least. */
  public record All(List<Condition> conditions) implements Condition {

    public All {
      conditions = List.copyOf(conditions);
    }
  }

  /** The mark itself. */
  public sealed interface Symbol permits Area, Hatch, Marker {}

  /**
   * A filled area with its edge.
   *
   * @param fill empty: not filled
   * @param edgeWidth 0: no edge
   */
  public record Area(String fill, String edge, double edgeWidth) implements Symbol {}

  /**
   * An area filled with diagonal lines.
   *
   * @param angleDegrees of the lines, counter-clockwise from the horizontal
   * @param edgeWidth 0: no edge
   */
  public record Hatch(
      String colour, double width, double step, int angleDegrees, double edgeWidth, boolean dashed)
      implements Symbol {}

  /** A circle. */
  public record Marker(double radius, String fill, String edge, double edgeWidth)
      implements Symbol {}
}
