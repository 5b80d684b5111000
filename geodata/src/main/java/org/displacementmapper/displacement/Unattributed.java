package org.displacementmapper.displacement;

/**
 * People who are in the national figure and in no unit: shown in the legend, drawn nowhere.
 *
 * @param area {@code MMR}, the code of a group, or the P-code of a figure that fits no loaded unit
 */
public record Unattributed(String area, long people) {

  /** The word that stands for such people in files. */
  public static final String WORD = "UNATTRIBUTED";

  public Unattributed {
    if (people < 0) {
      throw new IllegalArgumentException("unattributed people must be 0 or more, was " + people);
    }
  }
}
