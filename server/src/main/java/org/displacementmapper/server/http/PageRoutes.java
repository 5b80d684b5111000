package org.displacementmapper.server.http;

import static j2html.TagCreator.each;

import io.javalin.http.Context;
import j2html.tags.DomContent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.server.usecase.ComparisonSeries;
import org.displacementmapper.server.usecase.DescribeCatalog;

/** The planner's page and the files it is built of. */
final class PageRoutes implements Routes {

  static final String ASSETS = "/assets/";

  private final PageAnswers answers;
  private final ComparisonSeries comparisonSeries;
  private final DescribeCatalog describeCatalog;
  private final PagePictures pictures;
  private final PageNotes notes;
  private final Languages languages;
  private final PublicUrl publicUrl;
  private final PageFoot foot;
  private final PlannerPage page;
  private final PageAssets assets = new PageAssets();

  PageRoutes(
      PageAnswers answers,
      ComparisonSeries comparisonSeries,
      DescribeCatalog describeCatalog,
      PagePictures pictures,
      PageNotes notes,
      Languages languages,
      PublicUrl publicUrl,
      PageFoot foot) {
    this.foot = foot;
    this.page = new PlannerPage(foot);
    this.answers = answers;
    this.comparisonSeries = comparisonSeries;
    this.describeCatalog = describeCatalog;
    this.pictures = pictures;
    this.notes = notes;
    this.languages = languages;
    this.publicUrl = publicUrl;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(
            "/",
            "getPage",
            "The planner's page: figures, table and map. It takes any address; what it cannot"
                + " answer it shows as if it were not there.",
            PageState.PARAMS,
            List.of(Route.HTML),
            "",
            this::page),
        new Route(
            ASSETS + "{file}",
            "getAsset",
            "A script, style or font of the page; its name changes with its content.",
            List.of(Param.path("file", Map.of("type", "string"), "Name of the file.")),
            List.of("application/octet-stream"),
            "",
            this::asset));
  }

  private void page(Context context, Parameters parameters) {
    PageState state = PageState.of(context);
    Optional<String> version = describeCatalog.ifKept(parameters.version());
    PageAnswers.Answered answered = answers.answer(state, version);
    PageFigures figures = PageFigures.of(answered.comparison());
    context.header("Content-Security-Policy", foot.allowing(PlannerPage.CONTENT_SECURITY_POLICY));
    Languages.Spoken spoken = languages.spoken(context, parameters).of(version);
    SeriesFigures series = SeriesFigures.of(comparisonSeries.overTime(Optional.empty(), version));
    PagePicture picture = pictures.of(spoken.words(), context, state, version, figures);
    String discovery =
        OEmbed.discovery(state, publicUrl, context, spoken.words().text("embed.discovery"));
    DomContent told =
        each(
            notes.version(context, parameters.version(), spoken, false),
            PageNotes.ignored(
                spoken.words(),
                PageAddress.ignored(
                    context,
                    answered.givenUp(),
                    (name, value) -> answers.has(name, value, answered.comparison(), version)),
                answered.moved(state, spoken.words())));
    String html =
        page.html(
            spoken, figures, series, describeCatalog.credits(version), discovery, picture, told);
    // The page changes with the data and with the program: it is its own identity.
    Answers.send(
        context, html, Route.HTML, Answers.PAGE, () -> html.getBytes(StandardCharsets.UTF_8));
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
