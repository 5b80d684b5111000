package org.displacementmapper.displacement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An area made of several first-level units, for which the UN prints one total. A group overlaps
 * its members and is never added to them.
 */
public enum UnGroup {
  SOUTH_EAST(
      "SE",
      "South-East",
      "အရှေ့တောင်ပိုင်း",
      List.of("MMR002", "MMR003", "MMR006", "MMR007", "MMR011", "MMR014")),
  NORTH_WEST("NW", "North-West", "အနောက်မြောက်ပိုင်း", List.of("MMR004", "MMR005", "MMR009")),
  ALL_BAGO("MMR111", "Bago", "ပဲခူးတိုင်းဒေသကြီး", List.of("MMR007", "MMR008")),
  /** OCHA's figures of it count from the start of 2021 and overlap the South-East. */
  ALL_SHAN("MMR222", "Shan", "ရှမ်းပြည်နယ်", List.of("MMR014", "MMR015", "MMR016"));

  /**
   * Those of several states, which a map outlines: all of Bago or Shan is one state to a reader.
   */
  public static final List<UnGroup> OF_STATES = List.of(SOUTH_EAST, NORTH_WEST);

  private final String code;
  private final String label;
  private final String labelMy;
  private final List<String> members;

  UnGroup(String code, String label, String labelMy, List<String> members) {
    this.code = code;
    this.label = label;
    this.labelMy = labelMy;
    this.members = members;
  }

  /** The area that its figures carry. */
  public String code() {
    return code;
  }

  /** Its name for a reader. */
  public String label() {
    return label;
  }

  /** The same in Burmese, for review by a native speaker. */
  public String labelMy() {
    return labelMy;
  }

  /** P-codes of first-level units, in order. */
  public List<String> members() {
    return members;
  }

  public static Optional<UnGroup> find(String code) {
    return Arrays.stream(values()).filter(group -> group.code.equals(code)).findFirst();
  }
}
