package org.displacementmapper.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.displacementmapper.displacement.DisplacedClass;
import org.junit.jupiter.api.Test;

class ThemeTest {

  private static final Theme THEME = Theme.theme();

  @Test
  void everyClassOfEveryMeasureHasAColourInBothModes() {
    assertEquals(THEME.light().keySet(), THEME.dark().keySet());
    THEME
        .measures()
        .forEach(
            (word, classes) -> {
              for (int number = 0; number < classes.count(); number++) {
                String colour = THEME.colour(classes.colour(number));
                assertTrue(colour.matches("#[0-9A-F]{6}"), word + " " + colour);
                assertTrue(THEME.darkColour(classes.colour(number)).matches("#[0-9A-F]{6}"), word);
              }
            });
  }

  @Test
  void breaksAscendAndAValueOnABreakIsInTheUpperClass() {
    for (Theme.Classes classes : THEME.measures().values()) {
      List<Double> breaks = classes.breaks();
      assertEquals(breaks.stream().sorted().distinct().toList(), breaks);
      for (int i = 0; i < breaks.size(); i++) {
        assertEquals(i + 1, classes.of(breaks.get(i)));
        assertEquals(i, classes.of(breaks.get(i) - 1e-9));
      }
    }
  }

  @Test
  void classesOfTheEstimateAreThoseOfFiles() {
    Theme.Classes classes = THEME.measure("estimate");
    for (DisplacedClass each : DisplacedClass.values()) {
      assertEquals(each.ordinal(), classes.of(each.lowest()));
    }
  }

  @Test
  void namesOfTheShippedUnitsHaveTheirPlaces() {
    LabelSides table = LabelSides.table();
    assertEquals(LabelSides.Anchor.LEFT, table.of("MMR002").anchor());
    assertEquals(table.otherwise(), table.of("MMR999"));
    assertTrue(table.orientation().stream().anyMatch(LabelSides.Orientation::sea));
  }
}
