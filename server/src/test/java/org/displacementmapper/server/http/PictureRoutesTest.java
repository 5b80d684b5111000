package org.displacementmapper.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureRoutesTest {

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
  void drawsTheSizeThatIsAskedFor() {
    assertSize(1200, 630, picture("/map.png"));
    assertSize(150, 300, picture("/map.png?width=150&height=300"));
    assertSize(600, 400, picture("/map.png?width=300&height=200&scale=2"));
  }

  @Test
  void keepsAFewColoursAndSoFewBytes() {
    byte[] small = server.get("/map.png?width=150&height=290").body();
    assertTrue(small.length < 15_000, small.length + " bytes");
    byte[] shared = server.get("/map.png").body();
    assertTrue(shared.length < 120_000, shared.length + " bytes");
  }

  @Test
  void shadesUnitsByTheClassOfTheMeasure() {
    // Where 7/23.3/94.3 is in the middle there is Chin, with Sagaing to the north-east.
    String chin = "/map.png?width=200&height=200&at=9/22.6/93.5";
    assertColour(0x885826, chin, 100, 60);
    assertColour(0x246CA9, chin + "&measure=un", 100, 60);
    assertColour(0xDCAF67, chin + "&theme=dark", 100, 60);
    String sagaing = "/map.png?width=200&height=200&at=9/24.3/95.3";
    assertColour(0x573510, sagaing, 100, 60);
    assertColour(0x0A4679, sagaing + "&measure=un", 100, 60);
    assertColour(0xF1EFEA, sagaing + "&measure=ratio", 100, 60); // 1.00
    assertColour(0x838A91, sagaing + "&measure=incidents", 100, 60); // 292
    // No filter changes what the page shades.
    String filtered = "&measure=incidents&air=any&min_killed=50&unit=MMR003";
    assertColour(0x838A91, sagaing + filtered, 100, 60);
    assertFalse(
        pixels(0x838A91, sagaing + "&measure=incidents&from=2022-01-01") > 1_000, "fewer days");
  }

  @Test
  void outlinesTheGroupsOfTheUnWhereTheyAreAskedFor() {
    // Of the map alone, without figures in the same blue beside it.
    String map = "/map.png?width=190&height=380";
    assertTrue(pixels(0x0B5FA5, map + "&groups=1") > 100 + pixels(0x0B5FA5, map));
    assertTrue(pixels(0x7AB8F5, map + "&groups=1&theme=dark") > 100);
  }

  @Test
  void writesNoFigureOnAnotherUnit() {
    // The coast of Rakhine, of which the UN has no figure; Magway lies beside it.
    BufferedImage picture = picture("/map.png?width=800&height=600");
    int[] coast = picture.getRGB(40, 283, 70, 20, null, 0, 70);
    assertEquals(0, IntStream.of(coast).filter(one -> (one & 0xFFFFFF) == 0x0B5FA5).count());
  }

  private static long pixels(int colour, String address) {
    BufferedImage picture = picture(address);
    int[] all =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    return IntStream.of(all).filter(one -> (one & 0xFFFFFF) == colour).count();
  }

  @Test
  void shadesAnAllocationByPeopleWhereItIsAskedForAsAMultiple() {
    String shared = "/map.png?product=allocation&width=300&height=300";
    assertArrayEquals(server.get(shared).body(), server.get(shared + "&measure=ratio").body());
  }

  @Test
  void aPictureIsKeptUntilTheDataChange() {
    HttpResponse<byte[]> first = server.get("/map.png?width=400&height=400");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertEquals("image/png", first.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(
        304, server.get("/map.png?width=400&height=400", "If-None-Match", tag).statusCode());
    assertArrayEquals(first.body(), server.get("/map.png?width=400&height=400").body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "width=149",
        "width=2001",
        "height=wide",
        "scale=3",
        "measure=heat",
        "level=4",
        "lang=de",
        "theme=sepia",
        "air=none",
        "groups=2",
        "selected=MMR999",
        "at=7/19.6",
        "at=99/19/97",
        "at=7/NaN/97",
        "at=a/b/c",
        "colour=red",
        "as_of=2022-02-30",
        "as_of=1999-01-01"
      })
  void saysWhatIsAllowed(String parameter) {
    HttpResponse<byte[]> answer = server.get("/map.png?" + parameter);
    String body = new String(answer.body(), UTF_8);
    assertEquals(400, answer.statusCode(), body);
    assertTrue(body.contains(parameter.replaceFirst("=.*", "")), body);
  }

  @Test
  void drawsWhateverIsAllowed() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      String address = address(random);
      HttpResponse<byte[]> answer = server.get(address);
      String about = address + " of seed " + seed;
      if (answer.statusCode() != 200) {
        assertEquals(400, answer.statusCode(), about + new String(answer.body(), UTF_8));
      }
    }
  }

  private static String address(Random random) {
    return "/map.png?width="
        + (150 + random.nextInt(800))
        + "&height="
        + (150 + random.nextInt(800))
        + one(random, "&scale=", "1", "2")
        + one(random, "&lang=", "en", "my")
        + one(random, "&theme=", "light", "dark")
        + one(random, "&air=", "all", "documented", "mentioned", "any")
        + one(random, "&product=", "independent", "nowcast", "allocation")
        + one(
            random,
            "&measure=",
            "estimate",
            "rate",
            "ratio",
            "un",
            "incidents",
            "killed",
            "exposure")
        + one(random, "&as_of=", "2022-01-31", "2021-10-14", "2022-05-02", "2023-12-31")
        + one(random, "&groups=", "0", "1")
        + one(random, "&selected=", "MMR002", "MMR014-016", "MMR999")
        + one(random, "&unit=", "MMR002", "MMR002,MMR003")
        + one(random, "&at=", "0/0/0", "14/19.6/97.2", "6/20/-170", "5/80/97");
  }

  private static String one(Random random, String name, String... values) {
    return random.nextBoolean() ? "" : name + values[random.nextInt(values.length)];
  }

  @Test
  void manyLargeOnesAtOnceAreDrawnOneAfterTheOther() throws Exception {
    ExecutorService visitors = Executors.newFixedThreadPool(4);
    try {
      List<Future<HttpResponse<byte[]>>> answers =
          List.of("light", "dark", "light&lang=my", "dark&lang=my").stream()
              .map(
                  theme ->
                      visitors.submit(
                          () ->
                              server.get("/map.png?width=1400&height=1400&scale=2&theme=" + theme)))
              .toList();
      for (Future<HttpResponse<byte[]>> answer : answers) {
        int status = answer.get().statusCode();
        assertTrue(status == 200 || status == 503, "status " + status);
      }
    } finally {
      visitors.shutdownNow();
    }
  }

  private static void assertColour(int expected, String address, int x, int y) {
    int found = picture(address).getRGB(x, y) & 0xFFFFFF;
    assertEquals(String.format("#%06X", expected), String.format("#%06X", found), address);
  }

  private static void assertSize(int width, int height, BufferedImage picture) {
    assertEquals(width, picture.getWidth());
    assertEquals(height, picture.getHeight());
  }

  private static BufferedImage picture(String address) {
    HttpResponse<byte[]> answer = server.get(address);
    assertEquals(200, answer.statusCode(), address + new String(answer.body(), UTF_8));
    try {
      return ImageIO.read(new ByteArrayInputStream(answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
