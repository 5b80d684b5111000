package org.displacementmapper.server.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.displacementmapper.dataset.PublicationPolicy;
import org.displacementmapper.displacement.UnanswerableException;
import org.displacementmapper.server.ogc.Page;
import org.displacementmapper.server.usecase.BadQuestionException;
import org.displacementmapper.server.usecase.DrawPicture;
import org.displacementmapper.server.usecase.UnknownException;
import org.displacementmapper.server.usecase.UnreadableException;
import org.displacementmapper.server.usecase.UseCases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server: registers the routes, and makes a problem of whatever goes wrong in one. */
public final class HttpServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  private static final String METHODS = "GET, HEAD, OPTIONS";

  private final Javalin javalin;

  private HttpServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Starts listening.
   *
   * @throws PortTakenException if another program listens there
   */
  public static HttpServer start(UseCases useCases, ServerSettings settings) {
    PublicUrl publicUrl = new PublicUrl(settings.publicUrl(), settings.trustsProxy());
    PageFoot foot = new PageFoot(useCases.corrections(), settings.basemap());
    List<Route> routes = routes(useCases, publicUrl, foot);
    Javalin javalin =
        Javalin.create(config -> configure(config, routes, useCases, settings, publicUrl, foot));
    try {
      javalin.start();
    } catch (JavalinBindException e) {
      throw new PortTakenException(settings.host(), settings.port());
    }
    return new HttpServer(javalin);
  }

  /** All routes of a server without settings. */
  static List<Route> routes(UseCases useCases, PublicUrl publicUrl) {
    return routes(useCases, publicUrl, PageFoot.OWN);
  }

  private static List<Route> routes(UseCases useCases, PublicUrl publicUrl, PageFoot foot) {
    Languages languages = new Languages();
    PageNotes notes = new PageNotes(useCases.compareVersions());
    PageAnswers answers = new PageAnswers(useCases.comparisons(), useCases.listIncidents());
    PagePictures pictures =
        new PagePictures(useCases.comparisons(), useCases.drawPicture(), publicUrl);
    List<Routes> resources =
        List.of(
            new PageRoutes(
                answers,
                useCases.comparisonSeries(),
                useCases.describeCatalog(),
                pictures,
                notes,
                languages,
                publicUrl,
                foot),
            new EmbedRoutes(
                answers, pictures, useCases.describeCatalog(), notes, languages, publicUrl, foot),
            new DocumentRoutes(
                useCases.validate(),
                useCases.comparisons(),
                useCases.comparisonSeries(),
                useCases.describeCatalog(),
                notes,
                languages,
                foot),
            new ApiRoutes(
                useCases.describeCatalog(),
                useCases.comparisons(),
                useCases.comparisonSeries(),
                useCases.classesByDay(),
                useCases.exposures(),
                useCases.validate(),
                useCases.policy(),
                publicUrl),
            new IncidentRoutes(
                useCases.countByFilter(), useCases.countByTime(), useCases.listIncidents()),
            new VersionRoutes(
                useCases.keptVersions(),
                useCases.compareVersions(),
                useCases.describeCatalog(),
                languages,
                publicUrl,
                foot),
            new UnitRoutes(
                useCases.unitDetails(), useCases.describeCatalog(), notes, languages, foot),
            new TileRoutes(useCases.drawTile(), useCases.describeCatalog(), publicUrl),
            new PictureRoutes(useCases.drawPicture(), useCases.comparisons()),
            new DownloadRoutes(useCases.exportLayer()),
            new TileFileRoutes(useCases.exportTiles()));
    List<Route> routes = new ArrayList<>();
    resources.forEach(resource -> routes.addAll(resource.routes()));
    routes.addAll(OgcService.routes(useCases, publicUrl, foot));
    routes.add(OpenApi.route(routes, publicUrl));
    return routes;
  }

  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private static void configure(
      JavalinConfig config,
      List<Route> routes,
      UseCases useCases,
      ServerSettings settings,
      PublicUrl publicUrl,
      PageFoot foot) {
    PublicationPolicy policy = useCases.policy();
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.jetty.host = settings.host();
    config.jetty.port = settings.port();
    config.jetty.modifyServer(jetty -> jetty.setErrorHandler(new Refusals()));
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = io.javalin.compression.CompressionStrategy.NONE;
    String header = PolicyHeader.of(policy);
    config.routes.before(context -> commonHeaders(context, header));
    config.routes.before(context -> PolicyBanner.announce(context, policy));
    settings
        .tokens()
        .ifPresentOrElse(
            tokens -> new PrivateAccess(tokens, publicUrl, foot).register(config),
            () -> config.routes.before(HttpServer::openToOtherSites));
    config.routes.before(context -> Answers.dependOn(context, useCases.describeCatalog()::edition));
    routes.forEach(
        route -> {
          config.routes.get(route.path(), route::handle);
          config.routes.head(route.path(), route::handle);
          config.routes.options(route.path(), HttpServer::preflight);
        });
    config.routes.exception(BrokenAnswerException.class, (e, context) -> e.breakOff(context));
    config.routes.exception(Problem.class, HttpServer::answer);
    config.routes.exception(
        UnanswerableException.class, (e, context) -> answer(unanswerable(e), context));
    config.routes.exception(
        BadQuestionException.class,
        (e, context) ->
            answer(
                Problem.badParameter(e.parameter(), e.value(), e.allowed(), e.nearest()), context));
    config.routes.exception(
        UnknownException.class,
        (e, context) -> answer(Problem.notFound(e.getMessage(), e.allowed()), context));
    config.routes.exception(
        Page.ChangedException.class,
        (e, context) -> answer(Problem.of(410, "Gone", e.getMessage()), context));
    config.routes.exception(
        DrawPicture.BusyException.class, (e, context) -> answer(PictureRoutes.busy(), context));
    config.routes.exception(
        HttpResponseException.class,
        (e, context) -> {
          if (e.getStatus() == 405) {
            context.header("Allow", METHODS);
            answer(
                Problem.of(
                    405,
                    "Method not allowed",
                    "This address is only read: " + METHODS + " are allowed."),
                context);
          } else if (e.getStatus() == 404) {
            noSuchAddress(context, routes);
          } else {
            answer(Problem.of(e.getStatus(), e.getMessage(), e.getMessage()), context);
          }
        });
    config.routes.exception(UnreadableException.class, HttpServer::damaged);
    config.routes.exception(Exception.class, HttpServer::unexpected);
  }

  private static Problem unanswerable(UnanswerableException e) {
    Map<String, Object> allowed = new LinkedHashMap<>();
    allowed.put("parameter", e.parameter());
    allowed.put("value", e.value());
    e.earliest().ifPresent(date -> allowed.put("earliest", date));
    e.latest().ifPresent(date -> allowed.put("latest", date));
    if (!e.dates().isEmpty()) {
      allowed.put("dates", e.dates());
    }
    return Problem.unanswerable(e.getMessage() + ".", allowed);
  }

  private static void openToOtherSites(Context context) {
    context.header("Access-Control-Allow-Origin", "*");
    if (!isAsset(context)) {
      context.header(
          "Access-Control-Expose-Headers",
          "ETag, Content-Crs, "
              + String.join(
                  ", ",
                  DownloadRoutes.ABOUT,
                  DownloadRoutes.ROWS,
                  DownloadRoutes.BYTES,
                  PolicyHeader.NAME));
    }
  }

  private static void commonHeaders(Context context, String policy) {
    context.header("X-Content-Type-Options", "nosniff");
    if (!isAsset(context)) {
      context.header(PolicyHeader.NAME, policy);
      context.header("Referrer-Policy", "no-referrer");
    }
  }

  /** Scripts, styles and fonts tell nothing of anybody: headers would be a tenth of their bytes. */
  private static boolean isAsset(Context context) {
    return context.path().startsWith(PageRoutes.ASSETS);
  }

  private static void preflight(Context context) {
    context.header("Allow", METHODS);
    context.header("Access-Control-Allow-Methods", METHODS);
    context.header("Access-Control-Allow-Headers", "If-None-Match");
    context.status(204);
  }

  private static void noSuchAddress(Context context, List<Route> routes) {
    List<String> known = routes.stream().map(Route::path).toList();
    answer(
        Problem.notFound(
            "There is no address " + context.path() + ".",
            "Known: " + String.join(", ", known) + "."),
        context);
  }

  private static void damaged(UnreadableException e, Context context) {
    if (!e.isDamaged()) {
      LOG.warn("{} {} failed: {}", context.method(), context.path(), e.getMessage());
      answer(
          Problem.of(
              503,
              "Too little memory",
              e.getMessage() + " Other versions are not affected: leave v out for the newest."),
          context);
      return;
    }
    LOG.error("{} {} failed", context.method(), context.path(), e);
    answer(
        Problem.of(
            500,
            "Version damaged",
            "Dataset version "
                + e.version()
                + " is kept but cannot be read; the server's log says which file to restore. Other"
                + " versions are not affected: leave v out for the newest."),
        context);
  }

  private static void unexpected(Exception e, Context context) {
    LOG.error("{} {} failed", context.method(), context.path(), e);
    answer(
        Problem.of(
            500,
            "Internal error",
            "The server failed to answer; its log says why. Nothing was changed."),
        context);
  }

  private static void answer(Problem problem, Context context) {
    context.status(problem.status());
    problem.retrySeconds().ifPresent(seconds -> context.header("Retry-After", seconds));
    Answers.cache(context, "no-store");
    context.contentType(Problem.MEDIA_TYPE);
    context.result(Json.bytes(problem.body()));
  }
}
