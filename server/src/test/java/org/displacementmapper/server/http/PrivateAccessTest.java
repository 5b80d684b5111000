package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.displacementmapper.feature.UnreadableFileException;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateAccessTest {

  private static final String TOKEN = "made-up-token-0123456789";

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    Path file = Files.writeString(folder.resolve("tokens"), "# of the office\n" + TOKEN + "\n");
    server = TestServer.over(folder.resolve("data"), Optional.of(Tokens.read(file)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/health",
        "/layers",
        "/openapi.json",
        "/api/estimates",
        "/nothing",
        "/ogc",
        "/ogc/collections/incidents/items",
        "/ogc/tiles/WebMercatorQuad/5/14/24",
        "/tiles/adm1.json"
      })
  void answersNobodyWithoutAToken(String address) {
    for (String[] headers :
        new String[][] {
          {},
          {"Authorization", "Bearer wrong-token-0123456789"},
          {"Authorization", TOKEN},
          {"Cookie", "displacement-mapper-access=" + TOKEN}
        }) {
      HttpResponse<byte[]> answer = server.get(address, headers);
      assertEquals(401, answer.statusCode(), address);
      assertIsPrivate(answer);
      assertEquals(
          "Bearer realm=\"displacement-mapper\"",
          answer.headers().firstValue("WWW-Authenticate").orElseThrow());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/health",
        "/api/estimates",
        "/tiles/adm1/5/24/14.mvt",
        "/download/adm1.csv",
        "/ogc",
        "/ogc?f=html",
        "/ogc/api",
        "/ogc/collections/incidents/items",
        "/ogc/tiles/WebMercatorQuad/5/14/24",
        "/ogc/collections/adm1/tiles/WorldCRS84Quad/4/6/24"
      })
  void answersWhoSendsTheTokenAndLetsNobodyKeepIt(String address) {
    HttpResponse<byte[]> answer = server.get(address, "Authorization", "Bearer " + TOKEN);
    assertEquals(200, answer.statusCode(), address);
    assertIsPrivate(answer);
  }

  @Test
  void setsACookieOnceForABrowser() throws Exception {
    HttpResponse<byte[]> asked = server.get("/", "Accept", "text/html");
    assertEquals(401, asked.statusCode());
    assertTrue(new String(asked.body(), StandardCharsets.UTF_8).contains("action=\"/access\""));
    HttpResponse<String> opened = post("token=" + TOKEN);
    assertEquals(303, opened.statusCode());
    String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
    assertFalse(cookie.contains(TOKEN), cookie);
    HttpResponse<byte[]> answer =
        server.get("/api/estimates", "Cookie", cookie.substring(0, cookie.indexOf(';')));
    assertEquals(200, answer.statusCode());
    assertIsPrivate(answer);
    assertEquals(401, post("token=wrong").statusCode());
  }

  private static HttpResponse<String> post(String form) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/access"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private static void assertIsPrivate(HttpResponse<byte[]> answer) {
    assertEquals("private, no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
    assertTrue(answer.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n\n", "short", "has a blank in it 0123456789"})
  void refusesAFileWithoutGoodTokens(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("bad"), text);
    assertThrows(UnreadableFileException.class, () -> Tokens.read(file));
  }
}
