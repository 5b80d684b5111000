package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageGroupsTest {

  private static final PageFigures.Part SHAN =
      new PageFigures.Part(
          "Shan", "ရှမ်းပြည်နယ်", List.of("Shan (South)"), List.of("ရှမ်းပြည်နယ်(တောင်ပိုင်း)"));

  @Test
  void tellsTotalDatePublisherUnitsAndWhatIsCountedInPart() {
    assertEquals(
        "UN totals of several states"
            + "South-East: 232,500, 31 January 2022, UNHCR. It holds Kayah."
            + " The outline of South-East holds all of Shan; the UN counts only Shan (South)."
            + "A total holds the figures of its states: it is never added to them.",
        text("en", group(232_500L, "https://example.org/un", false)));
  }

  @Test
  void saysSoWhereThereIsNoTotalAndMakesNoneUp() {
    String text = text("en", group(null, null, false));
    assertTrue(text.contains("South-East: no UN total up to this date."), text);
  }

  @Test
  void anExactOutlineNeedsNoWarning() {
    assertFalse(text("en", group(232_500L, "", true)).contains("outline"));
  }

  @Test
  void isBurmeseWithItsDigitsAndNames() {
    String text = text("my", group(232_500L, "", false));
    assertTrue(text.contains("အရှေ့တောင်ပိုင်း"), text);
    assertTrue(text.contains("၂၃၂,၅၀၀"), text);
    assertTrue(text.contains("ရှမ်းပြည်နယ်(တောင်ပိုင်း)"), text);
  }

  @Test
  void linksAPublisherOnlyToTheWeb() {
    String html = html("en", group(232_500L, "javascript:alert(1)", true));
    assertFalse(html.contains("javascript:"), html);
    assertTrue(
        html("en", group(1L, "https://example.org/un", true))
            .contains("href=\"https://example.org/un\""));
  }

  private static String text(String language, PageFigures.Group group) {
    return html(language, group).replaceAll("<[^>]*>", "");
  }

  private static String html(String language, PageFigures.Group group) {
    PageFigures figures = PlannerPageTest.figures(PlannerPageTest.national(441_500L));
    PageFigures.Unit kayah =
        new PageFigures.Unit(
            "MMR002",
            "Kayah",
            "ကယားပြည်နယ်",
            figures.national().displaced(),
            91_900L,
            true,
            0.4,
            83,
            9);
    PageFigures withGroup =
        new PageFigures(
            figures.asOf(),
            figures.cutoff(),
            figures.from(),
            figures.to(),
            figures.version(),
            figures.product(),
            figures.source(),
            figures.leastPeople(),
            figures.first(),
            figures.last(),
            figures.national(),
            List.of(kayah),
            List.of(group));
    return new PageGroups(PageWords.of(language), withGroup).list().render();
  }

  private static PageFigures.Group group(Long un, String url, boolean exact) {
    return new PageFigures.Group(
        "South-East",
        "အရှေ့တောင်ပိုင်း",
        un,
        un == null ? null : LocalDate.of(2022, 1, 31),
        un == null ? null : "UNHCR",
        url,
        List.of("MMR002"),
        exact ? List.of() : List.of(SHAN),
        exact);
  }
}
