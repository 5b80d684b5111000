package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.displacementmapper.displacement.Product;
import org.displacementmapper.join.IncidentSums;
import org.displacementmapper.server.usecase.UnitMeasure;
import org.junit.jupiter.api.Test;

class PlannerPageTest {

  private static final LocalDate AS_OF = LocalDate.of(2022, 1, 31);
  private static final PageFigures.Range OURS =
      new PageFigures.Range(36_800L, 7_100L, 191_000L, 2_900L, 287_000L);

  @Test
  void saysTheUnFigureFirstAndOursWithItsInterval() {
    String text = text(page(national(441_500L), kayah("Kayah")));
    assertInOrder(
        text,
        "The UN reported 441,500 people displaced in Myanmar on 31 January 2022.",
        "From recorded violence we estimate about 449,000.",
        "between 312,000 and 647,000",
        "from 0.84 to 1.25 times the UN figure; as fitted here it is 1.02 times",
        "in Kayah we find 36,800 (7,100–191,000) where the UN reported 91,900");
  }

  @Test
  void ranksUnitsWithoutUnFigureBelowListedOnes() {
    PageFigures.Unit yangon =
        new PageFigures.Unit(
            "MMR013",
            "Yangon",
            null,
            new PageFigures.Range(900_000L, null, null, null, null),
            null,
            false,
            null,
            79,
            0);
    String text = text(page(national(441_500L), yangon, kayah("Kayah")));
    String table = text.substring(text.indexOf("State or region"));
    assertInOrder(table, "Kayah", "No UN figure, model only", "Yangon", "not listed", "Myanmar");
  }

  @Test
  void givesNoRatioOnADayWithoutUnFigure() {
    String text = text(page(national(null), kayah("Kayah")));
    assertInOrder(
        text,
        "No UN figure is dated 31 January 2022.",
        "The latest UN figure before it is 405,700, on 17 January 2022.");
    assertFalse(text.contains("times the UN figure"));
  }

  @Test
  void writesNoNumberUnder100() {
    PageFigures.Unit rakhine =
        new PageFigures.Unit(
            "MMR012",
            "Rakhine",
            null,
            new PageFigures.Range(null, null, 300L, null, 700L),
            null,
            false,
            null,
            0.3,
            0);
    assertTrue(text(page(national(441_500L), rakhine)).contains("under 100 under 100–300"));
  }

  @Test
  void writesNoNumberWhereNothingIsKnown() {
    PageFigures.Unit yangon =
        new PageFigures.Unit(
            "MMR013",
            "Yangon",
            null,
            new PageFigures.Range(null, null, null, null, null, false),
            null,
            false,
            null,
            0.3,
            0);
    String html = page(national(441_500L), yangon);
    String row = html.substring(html.indexOf("data-pcode=\"MMR013\""));
    row = row.substring(0, row.indexOf("</tr>"));
    assertFalse(row.contains("under 100"), row);
    assertTrue(row.contains("–") && row.contains("swatch unknown"), row);
  }

  @Test
  void escapesWhatTheDataSay() {
    String html = page(national(441_500L), kayah("<img src=x onerror=alert(1)>"));
    assertFalse(html.contains("<img src=x"));
    assertTrue(html.contains("&lt;img src=x onerror=alert(1)&gt;"));
  }

  @Test
  void fillsEveryGapAndPutsNoScriptOrStyleIntoThePage() {
    String html = page(national(441_500L), kayah("Kayah"));
    assertFalse(html.contains("<!--text:"), "words are missing");
    assertFalse(html.contains("<!--slot:"), "a slot is empty");
    for (String forbidden : List.of("\\sstyle=", "<style", "\\son[a-z]+=", "javascript:")) {
      assertFalse(Pattern.compile(forbidden).matcher(html).find(), forbidden);
    }
    Matcher scripts = Pattern.compile("<script([^>]*)>").matcher(html);
    while (scripts.find()) {
      assertTrue(scripts.group(1).contains("src="), scripts.group());
    }
  }

  @Test
  void saysWhereTheDataComeFromAndWhereToSendCorrections() {
    String html = page(national(441_500L), kayah("Kayah"));
    assertInOrder(
        text(html),
        "Good for: orders of magnitude by state.",
        "UCDP, CC BY 4.0",
        "Boundaries are drawn approximately.",
        "Corrections: open an issue");
  }

  @Test
  void choosesADateWithoutAScript() {
    String html = page(national(441_500L), kayah("Kayah"));
    assertTrue(
        html.contains("name=\"as_of\" value=\"2022-01-31\" min=\"2021-10-17\" max=\"2023-12-31\""));
  }

  @Test
  void writesBurmeseWithItsDigitsMonthsAndNames() {
    PageWords words = PageWords.of("my");
    assertEquals("၂၀၂၂ ခုနှစ် ဇန်နဝါရီ ၃၁ ရက်", words.day(AS_OF));
    assertEquals("၄၄၁,၅၀၀", words.number(441_500));
    assertEquals("၁.၀၂", words.ratio(1.02));
    String html =
        new PlannerPage(PageFoot.OWN)
            .html(
                new Languages.Spoken(words, true, "&as_of=2022-01-31", Optional.empty()),
                figures(national(441_500L), kayah("Kayah")),
                series(),
                List.of(),
                "",
                picture(words, figures(national(441_500L), kayah("Kayah"))),
                PageNotes.ignored(words, List.of()));
    assertTrue(html.contains("<html lang=\"my\""));
    assertTrue(html.contains("ကယားပြည်နယ်"));
    assertTrue(html.contains("href=\"?lang=en&amp;as_of=2022-01-31\""));
    assertTrue(html.contains("href=\"validation?lang=my\""));
  }

  @Test
  void tellsOtherSitesTheSameStateWithItsPictureAndNeverABareEstimate() {
    String html = page(national(441_500L), kayah("Kayah"));
    String state = "as_of=2022-01-31&amp;selected=MMR002";
    assertTrue(
        html.contains(
            "property=\"og:image\" content=\"https://maps.example.org/dm/map.png?" + state + "\""));
    assertTrue(
        html.contains("rel=\"canonical\" href=\"https://maps.example.org/dm/?" + state + "\""));
    assertTrue(
        html.contains(
            "hreflang=\"my\" href=\"https://maps.example.org/dm/?lang=my&amp;" + state + "\""));
    assertInOrder(
        html.substring(html.indexOf("og:description")),
        "UN: 441,500 people displaced.",
        "31 January 2022",
        "Independent estimate: 449,000",
        "between 312,000 and 647,000",
        "up to 31 December 2021");
  }

  @Test
  void describesThePictureInTheLanguageOfThePage() {
    PageWords words = PageWords.of("my");
    String html = picture(words, figures(national(441_500L))).html().render();
    assertTrue(html.contains("lang=my"));
    assertTrue(html.contains("၄၄၉,၀၀၀"), "digits of the language");
    assertTrue(html.contains("loading=\"lazy\""));
  }

  @Test
  void stepsAnAxisByOneTwoOrFive() {
    long[] steps = PageScale.steps(804_000);
    assertEquals(6, steps.length);
    assertEquals(1_000_000, steps[5]);
  }

  static final Languages.Spoken ENGLISH =
      new Languages.Spoken(PageWords.of("en"), false, "", Optional.empty());

  private static String page(PageFigures.National national, PageFigures.Unit... units) {
    return new PlannerPage(PageFoot.OWN)
        .html(
            ENGLISH,
            figures(national, units),
            series(),
            List.of("Incidents: UCDP, CC BY 4.0"),
            "",
            picture(PageWords.of("en"), figures(national, units)),
            PageNotes.ignored(PageWords.of("en"), List.of()));
  }

  static PagePicture picture(PageWords words, PageFigures figures) {
    return new PagePicture(
        words,
        "https://maps.example.org/dm",
        new PictureState(
            "as_of=2022-01-31&selected=MMR002",
            figures,
            Product.INDEPENDENT,
            UnitMeasure.find("estimate").orElseThrow(),
            false));
  }

  /** One figure too early to be estimated, one with an estimate. */
  static SeriesFigures series() {
    return new SeriesFigures(
        "1-abc",
        "ucdp",
        31,
        List.of(
            new SeriesFigures.Row(
                LocalDate.of(2022, 1, 31),
                LocalDate.of(2021, 12, 31),
                new PageFigures.Range(449_000L, 311_000L, 648_000L, 251_000L, 803_000L),
                1.02,
                17L,
                441_500,
                "UNHCR",
                "https://example.org/figure")),
        List.of(
            new SeriesFigures.Row(
                LocalDate.of(2021, 6, 1),
                null,
                new PageFigures.Range(null, null, null, null, null),
                null,
                null,
                175_000,
                "UNHCR",
                "javascript:alert(1)")));
  }

  static PageFigures figures(PageFigures.National national, PageFigures.Unit... units) {
    return new PageFigures(
        AS_OF,
        LocalDate.of(2021, 12, 31),
        IncidentSums.START,
        AS_OF,
        "abc123",
        Product.INDEPENDENT,
        "ucdp",
        100,
        LocalDate.of(2021, 10, 17),
        LocalDate.of(2023, 12, 31),
        national,
        List.of(units),
        List.of());
  }

  static PageFigures.National national(Long un) {
    boolean listed = un != null;
    return new PageFigures.National(
        new PageFigures.Range(449_000L, 312_000L, 647_000L, 251_000L, 804_000L),
        un,
        listed ? "UNHCR" : null,
        listed ? un : Long.valueOf(405_700),
        listed ? AS_OF : LocalDate.of(2022, 1, 17),
        listed ? 1.02 : null,
        listed ? 1.02 : null,
        listed ? 0.84 : null,
        listed ? 1.25 : null,
        17L,
        962,
        listed ? 10_400L : null);
  }

  private static PageFigures.Unit kayah(String name) {
    return new PageFigures.Unit("MMR002", name, "ကယားပြည်နယ်", OURS, 91_900L, true, 0.4, 83, 9);
  }

  /** What a reader sees: tags away, white space as one. */
  private static String text(String html) {
    return html.substring(html.indexOf("<body"))
        .replaceAll("<[^>]*>", "")
        .replace("&ldquo;", "“")
        .replace("&nbsp;", " ")
        .replaceAll("\\s+", " ");
  }

  private static void assertInOrder(String text, String... parts) {
    int from = 0;
    for (String part : parts) {
      int at = text.indexOf(part, from);
      assertTrue(at >= 0, "\"" + part + "\" is missing or out of order in: " + text);
      from = at + part.length();
    }
  }
}
