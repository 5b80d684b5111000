package org.displacementmapper.server.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.filter.FilterException;

/**
 * A request that cannot be answered, as RFC 9457 problem details: what was wrong, the value found,
 * what is allowed.
 */
final class Problem extends RuntimeException {

  static final String MEDIA_TYPE = "application/problem+json";

  private static final long serialVersionUID = 1L;

  private static final String RETRY = "retry_after_seconds";

  private final int status;
  private final String title;
  private final transient Map<String, Object> extras;

  private Problem(int status, String title, String detail, Map<String, Object> extras) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
    this.extras = extras;
  }

  /** A parameter that is unknown or has a value that is not allowed. */
  static Problem badParameter(String name, String value, String allowed) {
    return badParameter(name, value, allowed, Optional.empty());
  }

  /**
   * @param nearest the value nearest to this one that is allowed
   */
  static Problem badParameter(String name, String value, String allowed, Optional<String> nearest) {
    Map<String, Object> extras = new LinkedHashMap<>();
    extras.put("parameter", name);
    extras.put("value", value);
    extras.put("allowed", allowed);
    nearest.ifPresent(other -> extras.put("nearest", other));
    return new Problem(
        400, "Bad request", "Parameter " + name + " was \"" + value + "\": " + allowed, extras);
  }

  /** A filter that cannot be read, with the place in it. */
  static Problem badFilter(String text, FilterException e) {
    Map<String, Object> extras = new LinkedHashMap<>();
    extras.put("parameter", "filter");
    extras.put("value", text);
    extras.put("position", e.position());
    return new Problem(400, "Bad request", "Parameter filter, " + e.getMessage(), extras);
  }

  /** A request that is well formed and yet cannot be answered. */
  static Problem unanswerable(String detail, Map<String, Object> extras) {
    return new Problem(400, "Bad request", detail, extras);
  }

  /** Something that does not exist; the allowed text lists what does. */
  static Problem notFound(String detail, String allowed) {
    return new Problem(404, "Not found", detail + " " + allowed, Map.of("allowed", allowed));
  }

  /** A request that may be answered later. */
  static Problem busy(String retrySeconds, String detail) {
    return new Problem(503, "Busy", detail, Map.of(RETRY, retrySeconds));
  }

  static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail, Map.of());
  }

  /** When to ask again, if that can help. */
  Optional<String> retrySeconds() {
    return Optional.ofNullable((String) extras.get(RETRY));
  }

  int status() {
    return status;
  }

  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", title);
    body.put("status", status);
    body.put("detail", getMessage());
    body.putAll(extras);
    return body;
  }
}
