package org.displacementmapper.source;

import java.util.List;
import java.util.Map;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.feature.Feature;

/**
 * The shipped states and regions: 14 units, three of which stand for several P-coded ones. Their
 * lines lie up to 57 km from the P-coded ones (median 1 to 2 km).
 */
final class NaturalEarthStates {

  private NaturalEarthStates() {}

  /**
   * @param namesMy Burmese names by P-code
   */
  static AdminUnit read(Feature feature, Map<String, String> namesMy) {
    String pcode = feature.text("pcode");
    return new AdminUnit(
        pcode,
        1,
        feature.text("name"),
        namesMy.getOrDefault(pcode, ""),
        "",
        List.of(feature.text("pcode_members").split(";")),
        feature.geometry());
  }
}
