package org.displacementmapper.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses in answers follow a proxy that the operator trusts, and no other. */
class ProxyTest {

  private static final List<String> WITH_ADDRESSES =
      List.of(
          "/ogc",
          "/ogc?f=html",
          "/ogc/api",
          "/ogc/collections/adm1",
          "/ogc/collections/adm1/items?limit=2",
          "/ogc/collections/adm1/items/MMR002?f=html",
          "/ogc/tiles/WebMercatorQuad",
          "/ogc/tileMatrixSets",
          "/tiles/adm1.json",
          "/layers");

  private static final String[] PROXY = {
    "X-Forwarded-Proto", "https",
    "X-Forwarded-Host", "maps.example.org",
    "X-Forwarded-Prefix", "/displaced/"
  };

  @TempDir static Path data;
  private static TestServer trusting;
  private static TestServer plain;

  @BeforeAll
  static void start() {
    trusting = TestServer.behindProxy(data);
    plain = TestServer.over(data);
  }

  @AfterAll
  static void stop() {
    trusting.close();
    plain.close();
  }

  @Test
  void everyAddressFollowsATrustedProxy() {
    for (String address : WITH_ADDRESSES) {
      HttpResponse<byte[]> answer = trusting.get(address, PROXY);
      String text = new String(answer.body(), UTF_8);
      assertTrue(text.contains("https://maps.example.org/displaced/"), address);
      assertFalse(text.contains("127.0.0.1"), address);
      assertNotEquals(tag(trusting.get(address)), tag(answer), address);
    }
    HttpResponse<byte[]> description = trusting.get("/openapi.json", PROXY);
    assertEquals("/displaced/", TestServer.json(description).at("/servers/0/url").asText());
    HttpResponse<byte[]> planner = trusting.get("/", PROXY);
    assertEquals(200, planner.statusCode());
    String page = new String(planner.body(), UTF_8);
    assertFalse(page.contains("href=\"/") || page.contains("src=\"/"), "pages link relatively");
  }

  @Test
  void withoutTheSettingHeadersHaveNoEffect() {
    String own = "127.0.0.1:" + plain.port();
    for (String address : WITH_ADDRESSES) {
      HttpResponse<byte[]> answer = plain.get(address, PROXY);
      String text = new String(answer.body(), UTF_8);
      assertFalse(text.contains("example.org/displaced"), address);
      assertTrue(text.contains("http://" + own + "/"), address);
      String[] standard = {"Forwarded", "proto=https;host=maps.example.org"};
      assertEquals(tag(plain.get(address)), tag(plain.get(address, standard)), address);
    }
    HttpResponse<byte[]> description = plain.get("/openapi.json", PROXY);
    assertEquals("/", TestServer.json(description).at("/servers/0/url").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Forwarded | proto=https;host=a.example.org | https://a.example.org",
        "Forwarded | for=192.0.2.1;Proto=HTTPS;Host=\"a.example.org:8443\" |"
            + " https://a.example.org:8443",
        "Forwarded | host=a.example.org;proto=https, host=b.internal | https://a.example.org",
        "Forwarded | host=\"[2001:db8::1]:81\" | http://[2001:db8::1]:81",
        "X-Forwarded-Host | a.example.org, b.internal | http://a.example.org",
        "X-Forwarded-Proto | https | https://OWN",
        "X-Forwarded-Prefix | /maps/mm/ | http://OWN/maps/mm",
        "X-Forwarded-Host | a.example.org/evil | http://OWN",
        "X-Forwarded-Host | user@evil.example | http://OWN",
        "X-Forwarded-Host | a.example.org:99999 | http://OWN",
        "X-Forwarded-Host | \"><script> | http://OWN",
        "X-Forwarded-Host | -.- | http://OWN",
        "X-Forwarded-Proto | javascript | http://OWN",
        "X-Forwarded-Prefix | //evil.example | http://OWN",
        "X-Forwarded-Prefix | /a/../b | http://OWN",
        "X-Forwarded-Prefix | /a?b | http://OWN",
        "X-Forwarded-Prefix | evil | http://OWN",
        "Forwarded | host=\"a b\";proto=https | https://OWN",
        "Forwarded | ;;;=\" | http://OWN"
      })
  void readsTheFirstValueAndIgnoresWhatIsNoAddress(String name, String value, String base) {
    String expected = base.replace("OWN", "127.0.0.1:" + trusting.port());
    HttpResponse<byte[]> answer = trusting.get("/layers", name, value);
    assertEquals(
        expected + "/tiles/incidents.json",
        TestServer.json(answer).at("/layers/0/tilejson").asText());
  }

  private static String tag(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("ETag").orElse("");
  }
}
