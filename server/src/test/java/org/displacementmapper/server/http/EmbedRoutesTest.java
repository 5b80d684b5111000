package org.displacementmapper.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a frame, and how to ask for it, over HTTP with the shipped data. */
class EmbedRoutesTest {

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
  void everySiteMayFrameTheEmbedAndNoneThePage() {
    String embed = header(server.get("/embed"), "Content-Security-Policy");
    assertTrue(embed.endsWith("frame-ancestors *"), embed);
    assertTrue(embed.startsWith("default-src 'none'; script-src 'self'"), embed);
    assertFalse(embed.contains("unsafe"), embed);
    String page = header(server.get("/"), "Content-Security-Policy");
    assertTrue(page.endsWith("frame-ancestors 'self'"), page);
    assertFalse(page.contains("worker-src 'self' data:"), page);
  }

  /** Without an origin the frame reads scripts, styles, fonts and data as another site would. */
  @Test
  void aFrameWithoutAnOriginMayReadEverythingThatItNeeds() {
    String html = text("/embed");
    List<String> files =
        Pattern.compile("assets/[^\"]+").matcher(html).results().map(m -> m.group()).toList();
    assertTrue(files.size() >= 4, files::toString);
    for (String file : files) {
      assertEquals("*", header(server.get("/" + file), "Access-Control-Allow-Origin"), file);
    }
    assertEquals("*", header(server.get("/api/comparison"), "Access-Control-Allow-Origin"));
    assertEquals("*", header(server.get("/embed.js"), "Access-Control-Allow-Origin"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"min_killed=50", "unit=MMR002", "text=Loikaw", "precision=exact"})
  void saysThatItsMarksAreFiltered(String filter) {
    String filtered = "The marks are filtered";
    assertTrue(text("/embed?air=all&" + filter).contains(filtered));
    assertFalse(text("/embed?air=all").contains(filtered), "air is said by the legend");
  }

  @Test
  void saysBothFiguresWithIntervalSourcesAndAWayToTheWholePage() {
    String html = text("/embed?as_of=2022-05-02&measure=rate&at=7/19.6/97.2&colour=red");
    assertTrue(html.contains("data-as-of=\"2022-05-02\""));
    assertTrue(html.contains("The UN reported <span class=\"un\">"), html);
    assertTrue(html.contains("Four times in five the true figure should lie between"));
    assertTrue(html.contains("Independent estimate"));
    assertTrue(html.contains("Uppsala Conflict Data Program"));
    assertTrue(html.contains("Corrections: open an issue"));
    assertTrue(
        html.contains("href=\"./?as_of=2022-05-02&amp;measure=rate&amp;at=7/19.6/97.2\""), html);
    assertTrue(html.contains("target=\"_blank\""));
    assertFalse(html.contains("<!--slot") || html.contains("<!--text"));
  }

  @Test
  void showsTheProductThatIsAskedFor() {
    assertTrue(text("/embed?product=allocation").contains("UN figure, shared out"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "as_of=yesterday",
        "as_of=2099-99-01&product=nowcast&cutoff=2022-01-01",
        "cutoff=2022-02-01",
        "product=%3Cscript%3Ealert(1)%3C/script%3E",
        "from=2023-01-01&to=2021-03-01",
        "v=9999-abcdef",
        "unit=nowhere&air=all&air=any&level=99&text=%22%3E%3Cimg%20src=x%3E"
      })
  void answersAnyAddress(String query) {
    String html = text("/embed?" + query);
    assertTrue(html.contains("data-as-of=\"2022-01-31\""), query);
    assertFalse(html.contains("<script>") || html.contains("<img src"), query);
  }

  @Test
  void speaksTheLanguageOfTheAddressOrElseOfTheBrowser() {
    assertTrue(text("/embed?lang=my").contains("<html lang=\"my\""));
    HttpResponse<byte[]> answer = server.get("/embed", "Accept-Language", "my");
    assertEquals("my", header(answer, "Content-Language"));
    assertTrue(header(answer, "Vary").contains("Accept-Language"));
  }

  @Test
  void theScriptForOtherSitesStandsAlone() {
    HttpResponse<byte[]> answer = server.get("/embed.js");
    String script = new String(answer.body(), UTF_8);
    assertTrue(header(answer, "Content-Type").startsWith("text/javascript"));
    assertTrue(script.startsWith("(()=>{"), "no name of it may reach the page around it");
    assertFalse(script.contains("import") || script.contains("export"), script);
  }

  @Test
  void tellsHowToEmbedAViewInOneFrame() {
    JsonNode answer = oEmbed("/?as_of=2022-05-02&air=all&selected=MMR002", "");
    assertEquals("rich", answer.get("type").asText());
    assertEquals("1.0", answer.get("version").asText());
    assertTrue(answer.get("title").asText().contains("2 May 2022"), answer::toString);
    assertTrue(answer.get("cache_age").asInt() > 0);
    String html = answer.get("html").asText();
    assertTrue(
        html.startsWith(
            "<iframe src=\""
                + base()
                + "/embed?as_of=2022-05-02&amp;air=all&amp;selected=MMR002\" title=\""),
        html);
    assertTrue(html.contains("loading=\"lazy\"") && html.contains("sandbox=\"allow-scripts"), html);
    assertTrue(html.endsWith("></iframe>"), html);
    assertEquals(1, html.split("<iframe").length - 1);
    assertTrue(html.contains("width=\"" + answer.get("width").asInt() + "\""), html);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 640, 480",
    "&maxwidth=320, 320, 480",
    "&maxheight=200, 640, 200",
    "&maxwidth=5000&maxheight=5000, 640, 480",
    "&format=json&maxwidth=1&maxheight=1, 1, 1"
  })
  void neverAsksForMoreRoomThanThereIs(String limits, int width, int height) {
    JsonNode answer = oEmbed("/embed", limits);
    assertEquals(width, answer.get("width").asInt());
    assertEquals(height, answer.get("height").asInt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/",
        "http://127.0.0.1.example.org/",
        "BASE/method",
        "BASE/embed/../api/comparison",
        "BASE.example.org/",
        "BASE@example.org/",
        "javascript:alert(1)",
        "//127.0.0.1/",
        ""
      })
  void embedsNothingElse(String url) {
    HttpResponse<byte[]> answer =
        server.get("/oembed?url=" + URLEncoder.encode(url.replace("BASE", base()), UTF_8));
    assertEquals(404, answer.statusCode(), url);
    assertEquals(Problem.MEDIA_TYPE, header(answer, "Content-Type"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/?", "/embed#map", "/?%zz=%zz&as_of=%zz&&=&text=%3Cb%3E"})
  void readsOfAnAddressWhatItCan(String path) {
    String html = oEmbed(path, "").get("html").asText();
    assertTrue(html.contains(base() + "/embed"), html);
    assertFalse(html.contains("<b>"), html);
  }

  @Test
  void showsAThumbnailOfTheSameViewAndOfTheSizeItSays() throws Exception {
    for (String room : new String[] {"", "&maxwidth=300&maxheight=200"}) {
      JsonNode answer = oEmbed("/?as_of=2022-05-02&product=nowcast&lang=my", room);
      String url = answer.get("thumbnail_url").asText();
      assertTrue(url.startsWith(base() + "/map.png?"), url);
      assertTrue(url.contains("as_of=2022-05-02&product=nowcast"), url);
      assertTrue(url.contains("lang=my"), url);
      HttpResponse<byte[]> picture = server.get(url.substring(base().length()));
      assertEquals(200, picture.statusCode(), url);
      BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(picture.body()));
      assertEquals(answer.get("thumbnail_width").asInt(), drawn.getWidth());
      assertEquals(answer.get("thumbnail_height").asInt(), drawn.getHeight());
      assertTrue(room.isEmpty() || (drawn.getWidth() <= 300 && drawn.getHeight() <= 200));
    }
    assertFalse(oEmbed("/", "&maxwidth=100").has("thumbnail_url"));
  }

  @Test
  void aFrameHasThePictureOfItsStateUntilTheMapComes() {
    var picture =
        Pattern.compile("<picture class=\"map-picture\">.*?<img[^>]* src=\"([^\"]+)\"")
            .matcher(text("/embed?as_of=2022-05-02&measure=rate&lang=my"));
    assertTrue(picture.find());
    String src = picture.group(1).replace("&amp;", "&");
    assertTrue(src.contains("as_of=2022-05-02") && src.contains("measure=rate"), src);
    assertEquals(200, server.get("/" + src).statusCode(), src);
  }

  @Test
  void refusesWhatItCannotAnswer() {
    String view = "/oembed?url=" + URLEncoder.encode(base() + "/", UTF_8);
    assertEquals(501, server.get(view + "&format=xml").statusCode());
    assertEquals(400, server.get(view + "&format=yaml").statusCode());
    assertEquals(400, server.get(view + "&maxwidth=wide").statusCode());
    assertEquals(400, server.get(view + "&maxwidth=0").statusCode());
    assertEquals(400, server.get(view + "&callback=x").statusCode());
    assertEquals(400, server.get("/oembed").statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/?as_of=2022-05-02&lang=my", "/embed?as_of=2022-05-02&lang=my"})
  void aPageLeadsToHowItIsEmbedded(String address) {
    var link =
        Pattern.compile("type=\"application/json\\+oembed\" href=\"([^\"]+)\"")
            .matcher(text(address));
    assertTrue(link.find(), address);
    String href = link.group(1).replace("&amp;", "&");
    assertTrue(href.startsWith(base() + "/oembed?url="), href);
    JsonNode answer = server.json(href.substring(base().length()));
    assertTrue(answer.get("title").asText().contains("၂၀၂၂"), answer::toString);
    assertTrue(answer.get("html").asText().contains("/embed?as_of=2022-05-02&amp;lang=my"));
  }

  @Test
  void aPrivateServerIsFramedByNobodyElse(@TempDir Path own) throws Exception {
    Path tokens = Files.writeString(own.resolve("tokens"), "a-long-enough-token-for-tests\n");
    try (TestServer closed = TestServer.over(own, Optional.of(Tokens.read(tokens)))) {
      HttpResponse<byte[]> answer =
          closed.get("/embed", "Authorization", "Bearer a-long-enough-token-for-tests");
      assertEquals(200, answer.statusCode());
      String policy = header(answer, "Content-Security-Policy");
      assertTrue(policy.endsWith("frame-ancestors 'self'"), policy);
      assertEquals("", header(answer, "Access-Control-Allow-Origin"));
    }
  }

  private static JsonNode oEmbed(String path, String more) {
    HttpResponse<byte[]> answer =
        server.get("/oembed?url=" + URLEncoder.encode(base() + path, UTF_8) + more);
    assertEquals(200, answer.statusCode(), () -> path + new String(answer.body(), UTF_8));
    return TestServer.json(answer);
  }

  private static String base() {
    return "http://127.0.0.1:" + server.port();
  }

  private static String text(String address) {
    HttpResponse<byte[]> answer = server.get(address);
    assertEquals(200, answer.statusCode(), address);
    return new String(answer.body(), UTF_8);
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
