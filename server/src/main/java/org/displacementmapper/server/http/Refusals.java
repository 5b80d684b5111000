package org.displacementmapper.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What the HTTP library refuses before any route is asked, such as an address that cannot be read
 * or a header that is too long: told as a problem like every other, and never with the library's
 * own words, which may repeat what the client sent. Thread safe.
 */
final class Refusals extends ErrorHandler {

  private static final String TITLE = "Bad request";

  private static final Map<Integer, Problem> PROBLEMS =
      Map.of(
          400,
          Problem.of(
              400,
              TITLE,
              "The request cannot be read. Its address must be a path beginning with a slash, in"
                  + " which % is followed by two hexadecimal digits of UTF-8; its headers must follow"
                  + " RFC 9112."),
          404,
          Problem.of(404, "Not found", "There is no such address. GET /openapi.json lists all."),
          408,
          Problem.of(408, "Request timeout", "The request did not end in time; send it again."),
          414,
          Problem.of(
              414, "Address too long", "The address is longer than 8 kB; ask for less at once."),
          431,
          Problem.of(
              431,
              "Headers too large",
              "Address and headers are longer than 8 kB together; send fewer or shorter headers,"
                  + " such as cookies."),
          501,
          Problem.of(501, "Method not known", "Allowed are GET, HEAD and OPTIONS."),
          505,
          Problem.of(505, "HTTP version not supported", "Use HTTP/1.1."));

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      Throwable cause,
      Callback callback)
      throws IOException {
    response.setStatus(status);
    byte[] body = Json.bytes(problem(status).body());
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(new HttpField(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE));
    headers.put(new HttpField(HttpHeader.CACHE_CONTROL, "no-store"));
    headers.put(new HttpField("Access-Control-Allow-Origin", "*"));
    headers.put(new HttpField("X-Content-Type-Options", "nosniff"));
    headers.put(new HttpField("Referrer-Policy", "no-referrer"));
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  private static Problem problem(int status) {
    Problem known = PROBLEMS.get(status);
    if (known != null) {
      return known;
    }
    return status < 500
        ? Problem.of(status, TITLE, "The request was refused before it was read.")
        : Problem.of(
            status,
            "Internal error",
            "The server failed to answer; its log says why. Nothing was changed.");
  }
}
