package org.displacementmapper.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of one unit that is printed. */
class UnitReportTest {

  private static final String KAYAH = "/report/MMR002";
  private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

  @TempDir static Path data;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.over(data);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theMissIsSaidFirstThenBothFiguresWithIntervals() {
    String words = words(page(KAYAH));
    int miss = words.indexOf("Here our estimate falls far short of the UN figure.");
    int un = words.indexOf("the UN reported 91,900 people displaced in Kayah");
    int interval = words.indexOf("Four times in five between 7,");
    assertTrue(0 < miss && miss < un && un < interval, words);
    assertTrue(words.contains("For planning in Kayah at this date, use the UN figure."), words);
    assertTrue(words.contains("Not for:") && words.contains("Data version 1"), words);
  }

  @Test
  void everyAddressOfThePageLeadsSomewhere() {
    String html = page(KAYAH + "?as_of=2022-02-05");
    Matcher address = ADDRESS.matcher(html);
    int local = 0;
    while (address.find()) {
      String to = address.group(1).replace("&amp;", "&");
      if (!to.startsWith("http") && !to.startsWith("#")) {
        String path = to.startsWith("?") ? KAYAH + to : to.replaceFirst("^\\.\\./", "/");
        assertTrue(path.startsWith("/"), to);
        assertEquals(200, server.get(path).statusCode(), to);
        local++;
      }
    }
    assertTrue(local > 10, html);
    assertFalse(html.contains("<script"), html);
  }

  @Test
  void thePageIsInTheLanguageAskedFor() {
    assertTrue(page(KAYAH + "?lang=my").contains("တစ်မျက်နှာ အစီရင်ခံစာ"));
    assertTrue(page(KAYAH + "?lang=my").contains("lang=\"my\""));
  }

  @Test
  void whatIsNotUnderstoodIsIgnoredAndSaidAndMarkupInItIsText() {
    String html =
        page(KAYAH + "?as_of=2022-02-30&colour=%3Cb%3Ered&product=independent&min_killed=x");
    String words = words(html);
    assertTrue(words.contains("Ignored in the address: "), words);
    assertTrue(words.contains("as_of=2022-02-30"), words);
    assertTrue(html.contains("colour=&lt;b&gt;red"), html);
    assertTrue(words.contains("the UN reported 91,900"), words);
    assertTrue(words(page(KAYAH + "?as_of=1999-01-01")).contains("as_of=1999-01-01"));
    assertTrue(words(page(KAYAH + "?v=99")).contains("v=99"));
    assertTrue(words(page(KAYAH + "?source=%3Cb%3E")).contains("source=&lt;b&gt;"));
    assertFalse(words(page(KAYAH)).contains("Ignored"));
  }

  @Test
  void aUnitWithoutAUnFigureSaysSo() {
    String words = words(page("/report/MMR013"));
    assertTrue(words.contains("there is no UN figure of Yangon"), words);
  }

  @Test
  void aUnitThatThereIsNotIsAPageThatNamesThoseThatThereAre() {
    HttpResponse<byte[]> answer = server.get("/report/%3Cb%3E");
    String html = new String(answer.body(), UTF_8);
    assertEquals(404, answer.statusCode());
    assertTrue(html.contains("MMR002") && !html.contains("<b>"), html);
  }

  @Test
  void everyUnitAndProductHasAReport() {
    for (String query :
        new String[] {"", "?product=allocation", "?product=nowcast&as_of=2022-03-31"}) {
      server
          .json("/api/comparison")
          .get("units")
          .forEach(unit -> page("/report/" + unit.get("pcode").asText() + query));
    }
  }

  private static String page(String address) {
    HttpResponse<byte[]> answer = server.get(address);
    String html = new String(answer.body(), UTF_8);
    assertEquals(200, answer.statusCode(), address + html);
    return html;
  }

  private static String words(String html) {
    return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").replaceAll(" ([.,;:)])", "$1");
  }
}
