package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the HTTP library refuses before any route is asked, byte by byte. */
class RefusalsTest {

  private static final String READ_ONLY = "GET, HEAD, OPTIONS";

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

  private record Answer(String head, String body) {

    int status() {
      return Integer.parseInt(head.substring(9, 12));
    }

    /** Without regard to case; empty if there is none. */
    String header(String name) {
      return head.lines()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  private static Answer send(String requestLine, String... headers) throws IOException {
    StringBuilder request = new StringBuilder(requestLine).append("\r\nHost: 127.0.0.1\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    request.append("Connection: close\r\n\r\n");
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = all.indexOf("\r\n\r\n");
      return new Answer(all.substring(0, end), all.substring(end + 4));
    }
  }

  private static void assertProblem(int status, Answer answer) throws IOException {
    assertEquals(status, answer.status(), answer::head);
    assertEquals("application/problem+json", answer.header("Content-Type"), answer::head);
    assertEquals("no-store", answer.header("Cache-Control"), answer::head);
    assertEquals("*", answer.header("Access-Control-Allow-Origin"), answer::head);
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertEquals(status, problem.get("status").asInt());
    assertFalse(problem.get("title").asText().isEmpty());
    assertFalse(problem.get("detail").asText().isEmpty());
    assertFalse(answer.body().toLowerCase().contains("jetty"), answer::body);
    assertFalse(answer.head().contains("Server: "), answer::head);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /%ZZ HTTP/1.1",
        "GET /%00 HTTP/1.1",
        "GET /%C3%28 HTTP/1.1",
        "GET health HTTP/1.1",
        "G@T /health HTTP/1.1",
        "CONNECT /health HTTP/1.1",
      })
  void refusesWhatCannotBeReadAsAProblem(String requestLine) throws IOException {
    assertProblem(400, send(requestLine));
  }

  @Test
  void refusesALongHeaderAsAProblem() throws IOException {
    assertProblem(431, send("GET /health HTTP/1.1", "X-Long: " + "a".repeat(20_000)));
  }

  @Test
  void refusesALongAddressAsAProblem() throws IOException {
    assertProblem(414, send("GET /health?a=" + "a".repeat(20_000) + " HTTP/1.1"));
  }

  @Test
  void refusesAnUnknownVersionAsAProblem() throws IOException {
    assertProblem(505, send("GET /health HTTP/7.3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "get", "BREW"})
  void refusesAnyOtherMethodAndSaysWhichAreAllowed(String method) throws IOException {
    for (String address : new String[] {"/health", "/", "/tiles/adm1/5/24/14.mvt"}) {
      Answer answer = send(method + " " + address + " HTTP/1.1");
      assertProblem(405, answer);
      assertEquals(READ_ONLY, answer.header("Allow"), answer::head);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "OPTIONS", "GET", "DELETE"})
  void saysOfAnAddressThatIsNotThereThatItIsNotThere(String method) throws IOException {
    assertProblem(404, send(method + " /nowhere HTTP/1.1"));
  }

  @ParameterizedTest
  @CsvSource({
    "/health, 200",
    "/api/comparison, 200",
    "/tiles/adm1/5/24/14.mvt, 200",
    "/, 200",
    "/nowhere, 404",
    "/api/comparison?unit=MMR999, 404",
  })
  void answersHeadAsGetButWithoutABody(String address, int status) throws IOException {
    Answer get = send("GET " + address + " HTTP/1.1");
    Answer head = send("HEAD " + address + " HTTP/1.1");
    assertEquals(status, get.status());
    assertEquals(status, head.status());
    assertEquals("", head.body());
    for (String name : new String[] {"Content-Type", "ETag", "Cache-Control"}) {
      assertEquals(get.header(name), head.header(name), name);
    }
  }

  @Test
  void tellsWhatIsAllowed() throws IOException {
    Answer options = send("OPTIONS /api/comparison HTTP/1.1", "Origin: http://example.org");
    assertEquals(204, options.status());
    assertEquals(READ_ONLY, options.header("Allow"));
    assertEquals(READ_ONLY, options.header("Access-Control-Allow-Methods"));
    assertEquals("*", options.header("Access-Control-Allow-Origin"));
    assertTrue(options.body().isEmpty());
  }
}
