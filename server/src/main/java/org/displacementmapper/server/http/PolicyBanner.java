package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;
import org.displacementmapper.dataset.PublicationPolicy;

/**
 * A line on top of every page of a server whose publication policy is loosened. It is put in where
 * pages are sent, so that no page can do without.
 */
final class PolicyBanner {

  private static final String ATTRIBUTE = "policy-banner";
  private static final Pattern BODY = Pattern.compile("<body[^>]*>");

  private PolicyBanner() {}

  /** Remembers with the request whether its page needs the line. */
  static void announce(Context context, PublicationPolicy policy) {
    if (policy.loosened()) {
      context.attribute(
          ATTRIBUTE,
          "<p class=\"policy-banner\" role=\"note\">"
              + StringEscapeUtils.escapeHtml4(policy.text())
              + "</p>");
    }
  }

  /** The page with the line, if it needs it. */
  static byte[] on(byte[] page, Context context) {
    String banner = context.attribute(ATTRIBUTE);
    if (banner == null) {
      return page;
    }
    return BODY.matcher(new String(page, StandardCharsets.UTF_8))
        .replaceFirst(body -> body.group().replace("$", "\\$") + banner)
        .getBytes(StandardCharsets.UTF_8);
  }
}
