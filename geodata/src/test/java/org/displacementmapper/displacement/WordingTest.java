package org.displacementmapper.displacement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordingTest {

  @Test
  void saysTheHeadlineOfTheDesign() {
    assertEquals(
        "About 449,000 people were displaced at the end of January 2022, by our estimate from"
            + " conflict incidents. The UN reported 441,500.",
        Wording.HEADLINE_MONTH_END.with(
            "displaced",
            Wording.number(449_000),
            "month",
            Wording.month(Trial.JAN_31),
            "un",
            Wording.number(441_500)));
  }

  @Test
  void refusesAMissingValueAndAnUnknownName() {
    assertThrows(IllegalArgumentException.class, () -> Wording.STATUS.with("date", "today"));
    assertThrows(
        IllegalArgumentException.class, () -> Wording.UNDER_LEAST.with("least", "1", "most", "2"));
  }

  @Test
  void aValueMayLookLikeAPlaceholder() {
    assertEquals("under {low} $1", Wording.UNDER_LEAST.with("least", "{low} $1"));
  }

  @Test
  void doesNotDependOnTheLanguageOfTheMachine() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("my-MM"));
      assertEquals("1,234,567", Wording.number(1_234_567));
      assertEquals("1.02", Wording.ratio(1.02));
      assertEquals("31 January 2022", Wording.date(Trial.JAN_31));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void neverSaysThatTheUnCountedOrThatANumberConfirms() {
    for (Wording sentence : Wording.values()) {
      String text = sentence.text().toLowerCase(Locale.ROOT);
      assertFalse(text.contains("counted"), text);
      assertFalse(text.contains("confirm"), text);
      assertFalse(text.contains("strikes displaced"), text);
    }
  }

  @Test
  void everyProductAndFlagHasItsSentence() {
    for (Product product : Product.values()) {
      assertTrue(product.use().endsWith("."), product.use());
    }
    for (Flag flag : Flag.values()) {
      assertTrue(flag.meaning().endsWith("."), flag.meaning());
    }
  }
}
