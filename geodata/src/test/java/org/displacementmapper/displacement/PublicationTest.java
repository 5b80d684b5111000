package org.displacementmapper.displacement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PublicationTest {

  private final Publication publication = Publication.STANDARD;

  @Test
  void roundsToTheNearest100UnderAHundredThousandAndToTheNearest1000Above() {
    assertEquals(100, publication.rounded(100));
    assertEquals(100, publication.rounded(149));
    assertEquals(200, publication.rounded(150));
    assertEquals(36_800, publication.rounded(36_806));
    assertEquals(100_000, publication.rounded(99_950));
    assertEquals(99_900, publication.rounded(99_949));
    assertEquals(100_000, publication.rounded(100_499));
    assertEquals(449_000, publication.rounded(449_068));
  }

  @Test
  void givesNoNumberUnder100() {
    assertNull(publication.rounded(99));
    assertNull(publication.rounded(0));
    PublishedEstimate few = publication.publish(estimate(60, new Interval(11, 313, 4, 751), false));
    assertNull(few.displaced());
    assertNull(few.low80());
    assertEquals(300, few.high80());
    assertNull(few.low95());
    assertEquals(800, few.high95());
    assertEquals("under 100", few.text());
    assertEquals("under 1,000", few.displacedClass());
  }

  @Test
  void keepsTheUnsOwnFigureAsPrinted() {
    PublishedEstimate sagaing =
        publication.publish(
            estimate(136_340, new Interval(129_523, 143_157, 125_000, 147_000), true));
    assertEquals(136_340, sagaing.displaced());
    assertEquals(130_000, sagaing.low80());
    assertEquals("136,340", sagaing.text());
  }

  @Test
  void classesFollowThePublishedNumber() {
    assertEquals("under 1,000", displacedClass(949));
    assertEquals("1,000 to 3,000", displacedClass(951));
    assertEquals("1,000 to 3,000", displacedClass(2_949));
    assertEquals("3,000 to 10,000", displacedClass(3_000));
    assertEquals("10,000 to 30,000", displacedClass(10_000));
    assertEquals("30,000 to 100,000", displacedClass(99_949));
    assertEquals("100,000 or more", displacedClass(99_950));
  }

  @Test
  void canBeTightened() {
    Publication tighter = new Publication(1_000, 1_000, 10_000);
    assertNull(tighter.rounded(999));
    assertEquals(37_000, tighter.rounded(36_806));
    assertEquals(450_000, tighter.rounded(449_068));
    assertEquals("under 1,000", tighter.text(null));
    assertThrows(IllegalArgumentException.class, () -> new Publication(0, 1, 1));
  }

  private String displacedClass(long people) {
    return publication
        .publish(estimate(people, new Interval(0, people * 5, 0, people * 12), false))
        .displacedClass();
  }

  private static Estimate estimate(long best, Interval interval, boolean reported) {
    return new Estimate(
        "MMR005",
        Trial.JAN_31,
        reported ? Product.ALLOCATION : Product.INDEPENDENT,
        reported ? Trial.JAN_31 : Trial.DEC_31,
        best,
        interval,
        reported,
        Set.of());
  }
}
