package org.displacementmapper.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.displacementmapper.server.JavaProcess;
import org.displacementmapper.server.Program;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that leaves in the middle of a large download costs the server nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientLeavesTest {

  /** Some 20 MB as GeoJSON: more than the buffers between server and client hold. */
  private static final int ROWS = 12_000;

  private static final long PATIENCE_MILLIS = 60_000;

  private Path temporary;
  private Path log;
  private Process server;
  private int port;

  @BeforeAll
  void serve(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("data");
    temporary = Files.createDirectory(folder.resolve("temporary"));
    log = folder.resolve("log");
    Path file = folder.resolve("in.csv");
    try (BufferedWriter rows = Files.newBufferedWriter(file)) {
      rows.write("id,date,lat,lon,source,licence,title\n");
      for (int i = 0; i < ROWS; i++) {
        rows.write(
            "E" + i + ",2021-06-15,19.5,97.2,invented,CC0," + "word ".repeat(300) + i + "\n");
      }
    }
    assertEquals(0, Program.run("import", "incidents", file, "--data", data).exitCode());
    server =
        JavaProcess.of(
                List.of("-Xmx512m", "-Djava.io.tmpdir=" + temporary),
                "serve",
                "--port",
                "0",
                "--data",
                data)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Pattern listening = Pattern.compile("Listening on http://127\\.0\\.0\\.1:(\\d+)/");
    waitUntil(() -> listening.matcher(Files.readString(log)).find(), "it does not listen");
    Matcher matcher = listening.matcher(Files.readString(log));
    assertTrue(matcher.find());
    port = Integer.parseInt(matcher.group(1));
  }

  @AfterAll
  void stop() throws InterruptedException {
    server.destroy();
    if (!server.waitFor(1, TimeUnit.MINUTES)) {
      server.destroyForcibly();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/download/incidents.csv",
        "/download/incidents.geojson",
        "/download/incidents.fgb",
        "/download/incidents.gpkg",
        "/download/incidents.shp.zip",
        "/download/incidents.kml",
        "/ogc/collections/incidents/items?limit=10000&f=json"
      })
  void inTheMiddleOfADownload(String address) throws Exception {
    leaveAfterTheFirstBytes(address);
    waitUntil(
        () -> !isAnswering(), "a thread of the server goes on after the client of " + address);
    waitUntil(() -> files().isEmpty(), "temporary files are left of " + address);
    HttpResponse<byte[]> next =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(200, next.statusCode());
    assertTrue(next.body().length > 100_000, next.body().length + " bytes");
    waitUntil(() -> files().isEmpty(), "temporary files are left of a whole " + address);
    String said = Files.readString(log);
    assertTrue(said.contains(address.replaceFirst("\\?.*", "") + " broke off"), said);
    assertFalse(said.contains("ERROR") || said.contains("\tat "), said);
  }

  /** With a small window, and a reset at the end, as when a laptop is shut. */
  private void leaveAfterTheFirstBytes(String address) throws IOException {
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(4_096);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.setSoLinger(true, 0);
      socket
          .getOutputStream()
          .write(
              ("GET " + address + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream answer = socket.getInputStream();
      String start = new String(answer.readNBytes(1_000), StandardCharsets.ISO_8859_1);
      assertTrue(start.startsWith("HTTP/1.1 200 "), start);
    }
  }

  /** Whether a request is being answered: by the names of our classes on a stack. */
  private boolean isAnswering() throws Exception {
    Process threads =
        new ProcessBuilder(JavaProcess.tool("jcmd"), String.valueOf(server.pid()), "Thread.print")
            .redirectErrorStream(true)
            .start();
    String stacks = new String(threads.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, threads.waitFor(), stacks);
    return stacks.contains("org.displacementmapper.server.http.Route");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(temporary)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.matches("sqlite-.*")) // the driver's own library
          .toList();
    }
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private void waitUntil(Condition condition, String message) throws Exception {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!condition.holds()) {
      assertTrue(System.currentTimeMillis() < end, () -> message + ": " + read());
      Thread.sleep(50);
    }
  }

  private String read() {
    try {
      return files() + " " + Files.readString(log);
    } catch (IOException e) {
      return e.getMessage();
    }
  }
}
