package org.displacementmapper.join;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameKeyTest {

  @Test
  void putsSpellingAside() {
    assertAlike("kyaukkyi", "Kyauk Kyi township", "Kyaukkyi", "KYAUK-KYI", " Kyauk  Kyi Township ");
    assertAlike(
        "shannorth", "Shan (North)", "Shan-North", "Shan State (North)", "Shan North state");
    assertAlike("kokang", "Kokang Self-Administered Zone", "Kokang");
    assertAlike("naypyidaw", "Naypyidaw Union territory", "Naypyidaw Union Territory");
    assertAlike("njangyang", "N'Jangyang", "N’jangyang");
    assertAlike("labutta", "Lábutta");
  }

  @Test
  void keepsBurmeseAsItIs() {
    assertEquals("ကချင်ပြည်နယ်", NameKey.of("ကချင်ပြည်နယ်"));
  }

  private static void assertAlike(String key, String... names) {
    for (String name : List.of(names)) {
      assertEquals(key, NameKey.of(name), name);
    }
  }
}
