package org.displacementmapper.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Sends bytes as HTTP wants them: a strong entity tag for each data version, publication policy
 * (from the header that every answer carries), request and encoding, 304 before any work is done,
 * gzip where it is accepted, {@code Vary} and {@code Cache-Control}.
 */
final class Answers {

  /** Data may be shown a minute old; then the entity tag decides. */
  static final String DATA = "public, max-age=60, stale-while-revalidate=600";

  /**
   * Data of a version that the address names do not change, but the policy may, and with it what is
   * told of them: so they are kept longer, not for ever.
   */
  static final String FROZEN = "public, max-age=3600, stale-while-revalidate=600";

  /** Pages are asked for again each time. */
  static final String PAGE = "no-cache";

  /** Files whose name changes with their content. */
  static final String IMMUTABLE = "public, max-age=31536000, immutable";

  private static final Set<String> OF_THE_CONTENT = Set.of("ETag", "Link", DownloadRoutes.ABOUT);

  private static final String PRIVATE = "private";

  private static final String WEAK = "weak";

  private static final String EDITION = "edition";

  private static final int STREAM_BUFFER_BYTES = 32 * 1024;

  private static final int WORTH_COMPRESSING_BYTES = 512;

  private Answers() {}

  /**
   * Sends what the supplier makes, unless the client has it already.
   *
   * @param identity what the content depends on apart from the address: the dataset version
   */
  static void send(
      Context context,
      String identity,
      String contentType,
      String cacheControl,
      Supplier<byte[]> content) {
    boolean gzip = acceptsGzip(context.header("Accept-Encoding"));
    String tag = tag(identity, context, gzip);
    vary(context);
    cache(context, cacheControl);
    if (matches(context.header("If-None-Match"), tag)) {
      context.header("ETag", tag);
      context.status(304);
      return;
    }
    byte[] bytes = PolicyBanner.on(contentType, content.get(), context);
    context.header("ETag", tag);
    context.contentType(contentType);
    if (gzip && bytes.length >= WORTH_COMPRESSING_BYTES) {
      context.header("Content-Encoding", "gzip");
      context.result(gzip(bytes));
    } else {
      context.result(bytes);
    }
  }

  /** Nobody in between keeps the answer to this request, whatever its kind allows. */
  static void keepPrivate(Context context) {
    context.attribute(PRIVATE, Boolean.TRUE);
  }

  static boolean isPrivate(Context context) {
    return context.attribute(PRIVATE) != null;
  }

  /**
   * Newer data may restrain what is told of an older version: then its tags are other ones.
   *
   * @param edition of the version asked for
   */
  static void dependOn(Context context, Function<Optional<String>, String> edition) {
    String version = context.queryParam(Param.V.name());
    if (version != null) {
      context.attribute(EDITION, edition.apply(Optional.of(version)));
    }
  }

  /** The answer to this request tells the time: its entity tag names content, not bytes. */
  static void weaken(Context context) {
    context.attribute(WEAK, Boolean.TRUE);
  }

  /** An answer that is also negotiated has said so already. */
  private static void vary(Context context) {
    if (context.res().getHeader("Vary") == null) {
      context.header("Vary", "Accept-Encoding");
    }
  }

  static void cache(Context context, String cacheControl) {
    boolean frozen = cacheControl.equals(DATA) && context.queryParam(Param.V.name()) != null;
    context.header(
        "Cache-Control",
        isPrivate(context) ? PrivateAccess.CACHE_CONTROL : frozen ? FROZEN : cacheControl);
  }

  /** Writes an answer that may be too large to be held. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Streams what the content writes, unless the client has it already. If it fails half way the
   * connection is broken off, so that nobody takes the half for the whole.
   *
   * @param identity as for {@link #send}
   */
  static void stream(
      Context context, String identity, String contentType, String cacheControl, Content content) {
    boolean gzip = acceptsGzip(context.header("Accept-Encoding")) && isCompressible(contentType);
    String tag = tag(identity, context, gzip);
    vary(context);
    cache(context, cacheControl);
    context.header("ETag", (context.attribute(WEAK) != null ? "W/" : "") + tag);
    if (matches(context.header("If-None-Match"), tag)) {
      context.status(304);
      return;
    }
    context.contentType(contentType);
    if (gzip) {
      context.header("Content-Encoding", "gzip");
    }
    if (context.method() == HandlerType.HEAD) {
      commit(context);
      return;
    }
    try {
      OutputStream out =
          gzip
              ? new GZIPOutputStream(context.outputStream(), STREAM_BUFFER_BYTES)
              : new BufferedOutputStream(context.outputStream(), STREAM_BUFFER_BYTES);
      PolicyBanner.on(contentType, content, context).writeTo(out);
      out.close(); // not after a failure: it would write the end mark
    } catch (IOException e) {
      throw new BrokenAnswerException(e);
    } catch (RuntimeException e) {
      if (context.res().isCommitted()) {
        throw new BrokenAnswerException(new IOException(e));
      }
      takeBack(context);
      throw e;
    }
  }

  /**
   * Sends the headers as they are: left to itself the server would say that the content is empty.
   */
  private static void commit(Context context) {
    try {
      context.res().flushBuffer();
    } catch (IOException e) {
      throw new BrokenAnswerException(e);
    }
  }

  /** Leaves of the headers those that every answer has, for a problem to be told. */
  private static void takeBack(Context context) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (String name : context.res().getHeaderNames()) {
      if (!OF_THE_CONTENT.contains(name) && !name.startsWith("Content-")) {
        kept.put(name, context.res().getHeader(name));
      }
    }
    context.res().reset();
    kept.forEach(context::header);
  }

  /** Formats that are packed themselves gain nothing. */
  private static boolean isCompressible(String contentType) {
    return contentType.startsWith("text/")
        || contentType.contains("json")
        || contentType.contains("xml");
  }

  /**
   * Sends bytes that never change under their address, already encoded.
   *
   * @param encoding content coding of the bytes; empty for none
   */
  static void sendEncoded(
      Context context,
      String contentType,
      String cacheControl,
      Optional<String> encoding,
      byte[] content) {
    String tag = '"' + hash(context.path()) + encoding.map(name -> "-" + name).orElse("") + '"';
    context.header("Vary", "Accept-Encoding");
    cache(context, cacheControl);
    context.header("ETag", tag);
    if (matches(context.header("If-None-Match"), tag)) {
      context.status(304);
      return;
    }
    context.contentType(contentType);
    encoding.ifPresent(name -> context.header("Content-Encoding", name));
    context.result(content);
  }

  /** The tag of the address and its parameters in this encoding, quoted. */
  private static String tag(String identity, Context context, boolean gzip) {
    String query = context.queryString() == null ? "" : context.queryString();
    String policy = context.res().getHeader(PolicyHeader.NAME);
    String edition = context.attribute(EDITION);
    String text = identity + "\n" + edition + "\n" + policy + "\n" + context.path() + "?" + query;
    return '"' + hash(text) + (gzip ? "-gzip" : "") + '"';
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean matches(String header, String tag) {
    if (header == null) {
      return false;
    }
    for (String candidate : header.split(",")) {
      String bare = candidate.strip();
      if (bare.equals("*") || bare.equals(tag) || bare.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the header accepts gzip with a weight above 0. */
  static boolean acceptsGzip(String header) {
    if (header == null) {
      return false;
    }
    for (String part : header.split(",")) {
      String[] pieces = part.strip().split(";");
      String name = pieces[0].strip();
      if (name.equalsIgnoreCase("gzip") || name.equals("*")) {
        return pieces.length == 1 || !pieces[1].replace(" ", "").matches("q=0(\\.0*)?");
      }
    }
    return false;
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 3 + 64);
    try (GZIPOutputStream out =
        new GZIPOutputStream(packed) {
          {
            def.setLevel(Deflater.DEFAULT_COMPRESSION);
          }
        }) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
