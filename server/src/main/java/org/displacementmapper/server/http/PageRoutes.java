package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.displacement.UnanswerableException;
import org.displacementmapper.server.usecase.BadQuestionException;
import org.displacementmapper.server.usecase.ComparisonSeries;
import org.displacementmapper.server.usecase.Comparisons;
import org.displacementmapper.server.usecase.DescribeCatalog;
import org.displacementmapper.server.usecase.Question;

/** The planner's page and the files it is built of. */
final class PageRoutes implements Routes {

  /** What the page is asked for; the script reads the rest of the address. */
  private static final List<Param> STATE =
      List.of(
          Param.AS_OF,
          Param.V,
          Languages.LANG,
          Param.query(
              "selected",
              Map.of("type", "string"),
              "P-code of the unit, or id of the incident, whose details are open."));

  private final Comparisons comparisons;
  private final ComparisonSeries comparisonSeries;
  private final DescribeCatalog describeCatalog;
  private final Languages languages;
  private final PlannerPage page = new PlannerPage();
  private final PageAssets assets = new PageAssets();

  PageRoutes(
      Comparisons comparisons,
      ComparisonSeries comparisonSeries,
      DescribeCatalog describeCatalog,
      Languages languages) {
    this.comparisons = comparisons;
    this.comparisonSeries = comparisonSeries;
    this.describeCatalog = describeCatalog;
    this.languages = languages;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(
            "/",
            "getPage",
            "The planner's page: figures, table and map. It takes any address; what it cannot"
                + " answer it shows as if it were not there.",
            STATE,
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
    Optional<String> version = describeCatalog.ifKept(parameters.version());
    PageFigures figures = PageFigures.of(comparison(parameters, version));
    context.header("Content-Security-Policy", PlannerPage.CONTENT_SECURITY_POLICY);
    Languages.Spoken spoken = languages.spoken(context, parameters);
    SeriesFigures series = SeriesFigures.of(comparisonSeries.overTime(Optional.empty(), version));
    String html = page.html(spoken, figures, series, describeCatalog.credits(version));
    // The page changes with the data and with the program: it is its own identity.
    Answers.send(
        context, html, Route.HTML, Answers.PAGE, () -> html.getBytes(StandardCharsets.UTF_8));
  }

  /** The comparison of the date in the address, or of the default date if that has no answer. */
  private Map<String, Object> comparison(Parameters parameters, Optional<String> version) {
    try {
      return comparisons.compare(Question.asOf(parameters.question().asOf()).ofVersion(version));
    } catch (Problem | UnanswerableException | BadQuestionException e) {
      // The script says what it ignored.
      return comparisons.compare(Question.DEFAULT.ofVersion(version));
    }
  }

  private void asset(Context context, Parameters parameters) {
    String name = context.pathParam("file");
    PageAssets.Asset asset =
        assets
            .find(name, context.header("Accept-Encoding"))
            .orElseThrow(
                () ->
                    Problem.notFound(
                        "There is no file " + name + ".", "Only files that the page names."));
    Answers.sendEncoded(
        context, asset.mediaType(), Answers.IMMUTABLE, asset.encoding(), asset.content());
  }
}
