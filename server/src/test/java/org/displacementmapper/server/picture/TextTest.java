package org.displacementmapper.server.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.font.GlyphVector;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void shapesBurmeseWithoutDottedCircles() {
    String hakha = "ဟားခါး";
    Font font = Fonts.fonts().of(hakha.codePointAt(0), false).deriveFont(40f);
    GlyphVector shaped = shaped(font, hakha);
    int circle = shaped(font, "\u25CC").getGlyphCode(0);
    for (int i = 0; i < shaped.getNumGlyphs(); i++) {
      assertNotEquals(0, shaped.getGlyphCode(i), "a glyph is missing");
      assertFalse(circle != 0 && shaped.getGlyphCode(i) == circle, "a dotted circle");
    }
    double shapedWidth = Text.of(hakha, false, "text", 40, Look.LIGHT).width();
    double circles = Text.of("\u25CC", false, "text", 40, Look.LIGHT).width();
    double apart =
        hakha
            .codePoints()
            .mapToDouble(
                sign -> Text.of(Character.toString(sign), false, "text", 40, Look.LIGHT).width())
            .sum();
    assertTrue(shapedWidth < apart + circles, shapedWidth + " is wider than " + apart);
  }

  @Test
  void everySignOfThePicturesHasAFontThatDrawsIt() {
    String signs = "Aa09,.–—“”’†÷%()/é စစ်ကိုင်း ၀၉၊။";
    for (boolean bold : List.of(false, true)) {
      signs
          .codePoints()
          .forEach(
              sign ->
                  assertTrue(
                      Fonts.fonts().of(sign, bold).canDisplay(sign), Character.toString(sign)));
    }
  }

  @Test
  void aSignOfAnotherFileOfTheSameFamilyIsDrawnFromThatFile() {
    Font latin = Fonts.fonts().of('0', true);
    Font dagger = Fonts.fonts().of('†', true);
    assertNotEquals(latin, dagger);
    double both = Text.of("0†", true, "text", 40, Look.LIGHT).width();
    double apart =
        Text.of("0", true, "text", 40, Look.LIGHT).width()
            + Text.of("†", true, "text", 40, Look.LIGHT).width();
    assertEquals(apart, both, 1);
  }

  private static GlyphVector shaped(Font font, String text) {
    return font.layoutGlyphVector(
        Text.CONTEXT, text.toCharArray(), 0, text.length(), Font.LAYOUT_LEFT_TO_RIGHT);
  }
}
