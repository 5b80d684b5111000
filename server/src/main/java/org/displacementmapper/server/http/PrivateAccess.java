package org.displacementmapper.server.http;

import static j2html.TagCreator.body;
import static j2html.TagCreator.button;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.title;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;

/**
 * The door of a private server, which shows rows that may not be passed on: every request needs a
 * token, as {@code Authorization: Bearer} or in the cookie that {@code POST /access} sets once. No
 * answer may be kept by anybody in between, and none may be read by another site.
 */
final class PrivateAccess {

  static final String CACHE_CONTROL = "private, no-store";

  private static final String ADDRESS = "/access";
  private static final String COOKIE = "displacement-mapper-access";
  private static final String BEARER = "Bearer ";
  private static final int COOKIE_SECONDS = 30 * 24 * 3600;
  private static final String POLICY =
      "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Tokens tokens;
  private final PublicUrl publicUrl;
  private final PageFoot foot;
  private final PageWords words = PageWords.of("en");

  PrivateAccess(Tokens tokens, PublicUrl publicUrl, PageFoot foot) {
    this.foot = foot;
    this.tokens = tokens;
    this.publicUrl = publicUrl;
  }

  void register(JavalinConfig config) {
    config.routes.before(this::check);
    config.routes.post(ADDRESS, this::open);
    config.routes.exception(ClosedException.class, (e, context) -> refuse(context));
  }

  private void check(Context context) {
    Answers.keepPrivate(context);
    boolean opening = context.path().equals(ADDRESS) && context.method() == HandlerType.POST;
    if (!opening && !isOpen(context)) {
      throw new ClosedException();
    }
  }

  private boolean isOpen(Context context) {
    String header = context.header("Authorization");
    if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return tokens.accept(header.substring(BEARER.length()).strip());
    }
    String cookie = context.cookie(COOKIE);
    return cookie != null && tokens.acceptCookie(cookie);
  }

  private void open(Context context) {
    String token = context.formParam("token");
    if (token == null || !tokens.accept(token.strip())) {
      throw new ClosedException();
    }
    Cookie cookie = new Cookie(COOKIE, Tokens.cookie(token.strip()));
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.STRICT);
    cookie.setSecure(publicUrl.isSecure(context));
    cookie.setMaxAge(COOKIE_SECONDS);
    cookie.setPath(publicUrl.prefix(context) + "/");
    context.cookie(cookie);
    context.header("Location", publicUrl.prefix(context) + "/");
    context.status(303);
  }

  private void refuse(Context context) {
    context.status(401);
    context.header("WWW-Authenticate", "Bearer realm=\"displacement-mapper\"");
    context.header("Cache-Control", CACHE_CONTROL);
    String accept = context.header("Accept");
    if (accept != null && accept.contains("text/html")) {
      context.header("Content-Security-Policy", POLICY);
      context.contentType(Route.HTML);
      context.result(page(publicUrl.prefix(context)));
    } else {
      Problem problem = Problem.of(401, words.text("access.title"), words.text("access.api"));
      context.contentType(Problem.MEDIA_TYPE);
      context.result(Json.bytes(problem.body()));
    }
  }

  private String page(String prefix) {
    return "<!doctype html>"
        + html(
                head(
                    meta().withCharset("utf-8"),
                    meta().withName("viewport").withContent("width=device-width"),
                    title(words.text("access.title"))),
                body(
                    main(
                        h1(words.text("access.title")),
                        p(words.text("access.text")),
                        form(
                                label(words.text("access.token")).withFor("token"),
                                input()
                                    .withId("token")
                                    .withName("token")
                                    .withType("password")
                                    .attr("autocomplete", "current-password")
                                    .isRequired(),
                                button(words.text("access.open")).withType("submit"))
                            .withMethod("post")
                            .withAction(prefix + ADDRESS),
                        foot.corrections(words))))
            .withLang("en")
            .render();
  }

  /** The request brought no token, or a wrong one. */
  private static final class ClosedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClosedException() {
      super("no token", null, false, false);
    }
  }
}
