package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;
import org.displacementmapper.dataset.PublicationPolicy;

/**
 * A line on top of every page of a server whose publication policy is loosened or private. It is
 * put in where pages are sent, so that no page can do without.
 */
final class PolicyBanner {

  private static final String ATTRIBUTE = "policy-banner";
  private static final Pattern BODY = Pattern.compile("<body[^>]*>");

  private PolicyBanner() {}

  /** Remembers with the request whether its page needs the line. */
  static void announce(Context context, PublicationPolicy policy) {
    if (policy.loosened() || policy.restrictedRows()) {
      context.attribute(
          ATTRIBUTE,
          "<p class=\"policy-banner\" role=\"note\">"
              + StringEscapeUtils.escapeHtml4(policy.text())
              + "</p>");
    }
  }

  /** The content, and if it is a page that needs it, with the line. */
  static Answers.Content on(String contentType, Answers.Content content, Context context) {
    if (!isPage(contentType) || context.attribute(ATTRIBUTE) == null) {
      return content;
    }
    return out -> {
      ByteArrayOutputStream page = new ByteArrayOutputStream();
      content.writeTo(page);
      out.write(on(contentType, page.toByteArray(), context));
    };
  }

  /** The same for content that is at hand. */
  static byte[] on(String contentType, byte[] page, Context context) {
    String banner = context.attribute(ATTRIBUTE);
    if (banner == null || !isPage(contentType)) {
      return page;
    }
    return BODY.matcher(new String(page, StandardCharsets.UTF_8))
        .replaceFirst(body -> body.group().replace("$", "\\$") + banner)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isPage(String contentType) {
    return contentType.startsWith("text/html");
  }
}
