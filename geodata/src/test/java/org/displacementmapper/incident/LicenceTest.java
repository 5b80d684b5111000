package org.displacementmapper.incident;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LicenceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CC BY 4.0",
        "CC BY-NC-ND 4.0",
        "ODbL",
        "Facts, free with attribution; coordinates UCDP GED, CC BY 4.0",
        "own work"
      })
  void allowsWhatMayBePassedOn(String licence) {
    assertTrue(Licence.isPublic(licence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        Licence.ACLED,
        "acled",
        "All rights reserved",
        "Confidential",
        "private"
      })
  void keepsBackWhatMayNot(String licence) {
    assertFalse(Licence.isPublic(licence));
  }
}
