package org.displacementmapper.server.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorAddressesTest {

  @Test
  void originsAreThatOfTheStyleAndThoseNamedEachOnce() {
    Basemap basemap =
        Basemap.of(
            " https://Maps.Example.org:443/styles/light.json?key=a ",
            "https://tiles.example.org/, https://maps.example.org http://127.0.0.1:8081");
    assertEquals(
        List.of("https://maps.example.org", "https://tiles.example.org", "http://127.0.0.1:8081"),
        basemap.origins());
    assertEquals(
        List.of("maps.example.org", "tiles.example.org", "127.0.0.1:8081"), basemap.hosts());
    assertEquals(
        "https://maps.example.org:443/styles/light.json?key=a", basemap.style().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://maps.example.org/style.json",
        "http://127.0.0.1.example.org/style.json",
        "ftp://maps.example.org/style.json",
        "//maps.example.org/style.json",
        "maps.example.org",
        "https:///style.json",
        "https://user:word@maps.example.org/style.json",
        "https://maps.example.org/style.json#a",
        "https://maps.example.org;script-src/style.json",
        "https://maps.example.org/a b",
        "https://maps.example.org/\"><script>",
        "https://münchen.example/style.json",
        "https://maps.example.org:0/",
        "https://maps.example.org:65536/",
        "javascript:alert(1)",
        "data:application/json,{}"
      })
  void refusesStylesThatAreNoSafeAddress(String style) {
    String said =
        assertThrows(IllegalArgumentException.class, () -> Basemap.of(style, "")).getMessage();
    assertTrue(said.contains("\"" + style + "\": it must begin with https://"), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://tiles.example.org/tiles",
        "https://tiles.example.org?a",
        "https://*.example.org",
        "https://*",
        "*",
        "'unsafe-inline'",
        "https://a.example;",
        "http://tiles.example.org",
        "data:"
      })
  void refusesOriginsThatAllowMoreThanOneHost(String origin) {
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> Basemap.of("https://maps.example.org/style.json", origin))
            .getMessage();
    assertTrue(said.contains("\"" + origin + "\": each must be a scheme and a host"), said);
  }

  @ParameterizedTest
  @CsvSource({
    "maps@example.org, mailto:maps@example.org, maps@example.org",
    "MAILTO:maps+dm@mail.example.org, mailto:maps+dm@mail.example.org, maps+dm@mail.example.org",
    "a%b@example.org, mailto:a%25b@example.org, a%b@example.org",
    "https://example.org/fix?a=1&b=2, https://example.org/fix?a=1&b=2,"
        + " https://example.org/fix?a=1&b=2"
  })
  void correctionsGoToAPageOrAMailbox(String given, String address, String shown) {
    Corrections corrections = Corrections.of(given);
    assertEquals(address, corrections.address().orElseThrow().toString());
    assertEquals(shown, corrections.shown().orElseThrow());
    assertTrue(corrections.sentence().startsWith("Send them to " + shown + ", with the id"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/fix",
        "http://127.0.0.1/fix",
        "maps@example",
        "maps at example.org",
        "a@example.org?bcc=b@example.org",
        "mailto:",
        "javascript:alert(1)",
        "https://example.org/\"onclick=x",
        "<maps@example.org>"
      })
  void refusesCorrectionsThatLeadNowhere(String given) {
    String said =
        assertThrows(IllegalArgumentException.class, () -> Corrections.of(given)).getMessage();
    assertTrue(said.contains("\"" + given + "\", which is neither"), said);
  }

  @Test
  void withoutAnAddressTheTrackerIsNamed() {
    assertEquals(Corrections.TRACKER, Corrections.of("  "));
    assertTrue(Corrections.TRACKER.sentence().startsWith("Open an issue in this project's"));
  }
}
