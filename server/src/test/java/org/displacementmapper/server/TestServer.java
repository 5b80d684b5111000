package org.displacementmapper.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.displacementmapper.dataset.PublicationPolicy;
import org.displacementmapper.server.http.HttpServer;
import org.displacementmapper.server.http.ServerSettings;
import org.displacementmapper.server.http.Tokens;
import org.displacementmapper.server.usecase.Basemap;
import org.displacementmapper.server.usecase.Corrections;
import org.displacementmapper.server.usecase.UseCases;

/** The whole server on a free port over a folder of its own, with a real HTTP client. */
public final class TestServer implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final UseCases useCases;
  private final HttpServer server;

  private TestServer(UseCases useCases, ServerSettings settings) {
    this.useCases = useCases;
    this.server = HttpServer.start(useCases, settings);
  }

  public static TestServer over(Path data) {
    return over(data, PublicationPolicy.STANDARD);
  }

  public static TestServer over(Path data, PublicationPolicy policy) {
    return new TestServer(Application.open(data, policy), ServerSettings.local(0));
  }

  public static TestServer over(Path data, Optional<Tokens> tokens) {
    return new TestServer(
        Application.open(data, PublicationPolicy.STANDARD),
        new ServerSettings("127.0.0.1", 0, "", false, tokens, Optional.empty()));
  }

  /** As the command serves, with all incidents in the memory. */
  public static TestServer serving(Path data) {
    return new TestServer(
        Application.openForServing(data, PublicationPolicy.STANDARD, Corrections.TRACKER),
        ServerSettings.local(0));
  }

  /** As an operator sets it up. */
  public static TestServer over(Path data, Corrections corrections, Optional<Basemap> basemap) {
    return new TestServer(
        Application.open(data, PublicationPolicy.STANDARD, corrections),
        new ServerSettings("127.0.0.1", 0, "", false, Optional.empty(), basemap));
  }

  /** As behind a proxy whose headers are believed. */
  public static TestServer behindProxy(Path data) {
    return new TestServer(
        Application.open(data, PublicationPolicy.STANDARD),
        new ServerSettings("127.0.0.1", 0, "", true, Optional.empty(), Optional.empty()));
  }

  public UseCases useCases() {
    return useCases;
  }

  public int port() {
    return server.port();
  }

  public HttpResponse<byte[]> get(String address, String... headers) {
    return send("GET", address, headers);
  }

  public HttpResponse<byte[]> head(String address, String... headers) {
    return send("HEAD", address, headers);
  }

  private HttpResponse<byte[]> send(String method, String address, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + address))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public JsonNode json(String address) {
    return json(get(address));
  }

  public static JsonNode json(HttpResponse<byte[]> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError(
          "not JSON: " + new String(response.body(), StandardCharsets.UTF_8), e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
