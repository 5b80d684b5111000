package org.displacementmapper.boundary;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * An administrative unit of one release.
 *
 * @param pcode its P-code, unique within the release; a shipped state that covers several P-coded
 *     units has a range, such as {@code MMR007-008}
 * @param level admin level: 1 state or region, 2 district, 3 township
 * @param nameMy Burmese name in Unicode; empty if not known
 * @param parent P-code of the unit of the next level up; empty at level 1 or if not known
 * @param members the P-codes that stand for this unit in figures and stated codes: its own, or of a
 *     merged unit the ones that it covers
 * @param geometry Polygon or MultiPolygon, WGS 84, longitude first
 */
public record AdminUnit(
    String pcode,
    int level,
    String name,
    String nameMy,
    String parent,
    List<String> members,
    Geometry geometry) {

  public static final int MAX_LEVEL = 3;

  public AdminUnit {
    if (pcode.isBlank()) {
      throw new IllegalArgumentException("a unit needs a P-code");
    }
    if (level < 1 || level > MAX_LEVEL) {
      throw new IllegalArgumentException(
          "admin level must be 1 to " + MAX_LEVEL + ", was " + level + " (" + pcode + ")");
    }
    members = members.isEmpty() ? List.of(pcode) : List.copyOf(members);
  }

  public Optional<String> findParent() {
    return parent.isEmpty() ? Optional.empty() : Optional.of(parent);
  }

  /**
   * Whether it stands for more than one P-coded unit, as the shipped Bago, Mandalay and Shan do.
   */
  public boolean isMerged() {
    return members.size() > 1;
  }
}
