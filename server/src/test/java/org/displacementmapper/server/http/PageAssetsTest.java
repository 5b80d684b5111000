package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageAssetsTest {

  private final PageAssets assets = new PageAssets();

  @Test
  void findsTheScriptThatThePageNames() throws IOException {
    PageAssets.Asset plain = assets.find(script(), null).orElseThrow();
    assertEquals("text/javascript; charset=utf-8", plain.mediaType());
    assertTrue(plain.content().length > 1_000);
    PageAssets.Asset packed = assets.find(script(), "gzip, deflate").orElseThrow();
    assertEquals(Optional.of("gzip"), packed.encoding());
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.content()))) {
      assertArrayEquals(plain.content(), in.readAllBytes());
    }
  }

  @Test
  void prefersTheSmallestCopyThatTheClientTakes() throws IOException {
    assertEquals(Optional.of("br"), encoding("gzip, deflate, br, zstd"));
    assertEquals(Optional.of("gzip"), encoding("gzip, br;q=0"));
    assertEquals(Optional.of("br"), encoding("br;q=0.5"));
    assertEquals(Optional.empty(), encoding("identity"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nothing.js", "../index.html", "index.html", "a/b.js", "..js", "x.js.br", "."})
  void findsNothingElse(String name) {
    assertEquals(Optional.empty(), assets.find(name, "br"));
  }

  private Optional<String> encoding(String accept) throws IOException {
    return assets.find(script(), accept).orElseThrow().encoding();
  }

  private static String script() {
    String html =
        new PlannerPage(PageFoot.OWN)
            .html(
                PlannerPageTest.ENGLISH,
                PlannerPageTest.figures(PlannerPageTest.national(null)),
                PlannerPageTest.series(),
                List.of(),
                "",
                PlannerPageTest.picture(
                    PageWords.of("en"), PlannerPageTest.figures(PlannerPageTest.national(null))),
                PageNotes.ignored(PageWords.of("en"), List.of()));
    Matcher script = Pattern.compile("assets/(first-[^\"]+\\.js)").matcher(html);
    assertTrue(script.find(), "the page names no script");
    return script.group(1);
  }
}
