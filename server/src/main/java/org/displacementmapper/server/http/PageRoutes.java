package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.displacementmapper.server.usecase.Comparisons;
import org.displacementmapper.server.usecase.DescribeCatalog;

/** The planner's page and the files it is built of. */
final class PageRoutes implements Routes {

  /** Only files of our own, nothing inline. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self'"
          + " data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'self'";

  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "woff2", "font/woff2",
          "svg", "image/svg+xml",
          "png", "image/png",
          "json", "application/json");

  private final Comparisons comparisons;
  private final DescribeCatalog describeCatalog;

  PageRoutes(Comparisons comparisons, DescribeCatalog describeCatalog) {
    this.comparisons = comparisons;
    this.describeCatalog = describeCatalog;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(
            "/",
            "getPage",
            "The planner's page: figures, table and map.",
            List.of(Param.AS_OF),
            List.of(Route.HTML),
            "",
            this::page),
        new Route(
            "/assets/{file}",
            "getAsset",
            "A script, style or font of the page; its name changes with its content.",
            List.of(Param.path("file", Map.of("type", "string"), "Name of the file.")),
            List.of("application/octet-stream"),
            "",
            this::asset));
  }

  private void page(Context context, Parameters parameters) {
    comparisons.compare(parameters.question());
    context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    Answers.send(
        context, describeCatalog.version(), Route.HTML, Answers.PAGE, () -> read("index.html"));
  }

  private void asset(Context context, Parameters parameters) {
    String name = context.pathParam("file");
    String ending = name.substring(name.lastIndexOf('.') + 1);
    if (!name.matches("[A-Za-z0-9_.-]+")
        || !TYPES.containsKey(ending)
        || PageRoutes.class.getResource("/web/assets/" + name) == null) {
      throw Problem.notFound("There is no file " + name + ".", "Only files that the page names.");
    }
    Answers.send(context, "", TYPES.get(ending), Answers.IMMUTABLE, () -> read("assets/" + name));
  }

  private static byte[] read(String name) {
    try (InputStream in = PageRoutes.class.getResourceAsStream("/web/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: no /web/" + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
