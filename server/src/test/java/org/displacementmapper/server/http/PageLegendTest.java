package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.displacementmapper.displacement.Product;
import org.displacementmapper.server.usecase.UnitMeasure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The lines that the script writes too: the same cases are in {@code web/src/map/legend.test.ts}.
 */
class PageLegendTest {

  private static final PageWords WORDS = PageWords.of("en");

  @ParameterizedTest
  @CsvSource({
    "ESTIMATE, INDEPENDENT, legend.shades, legend.unlisted",
    "RATE, INDEPENDENT, legend.shades, legend.unlisted",
    "ESTIMATE, NOWCAST, legend.shades, picture.no-data",
    "ESTIMATE, ALLOCATION, legend.shades.steps, picture.no-data",
    "UN, INDEPENDENT, legend.shades.steps, picture.no-data",
    "EXPOSURE, INDEPENDENT, legend.shades.steps, picture.no-data",
    "INCIDENTS, INDEPENDENT, legend.shades.steps,",
    "KILLED, INDEPENDENT, legend.shades.steps,",
    "RATIO, INDEPENDENT, legend.shades.ratio, picture.no-data",
  })
  void saysOfShadesAndHatchingWhatHolds(
      UnitMeasure measure, Product product, String shades, String unlisted) {
    PageLegend legend = new PageLegend(WORDS, product, measure);
    assertTrue(legend.shades().render().contains(">" + WORDS.text(shades) + "<"));
    for (String line : new String[] {legend.unlisted().render(), legend.unlistedNote().render()}) {
      assertEquals(unlisted == null, line.contains(" hidden"), line);
      assertTrue(unlisted == null || line.contains(">" + WORDS.text(unlisted) + "<"), line);
    }
  }
}
