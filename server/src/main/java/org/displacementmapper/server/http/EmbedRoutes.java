package org.displacementmapper.server.http;

import static j2html.TagCreator.each;

import io.javalin.http.Context;
import j2html.tags.DomContent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.server.usecase.DescribeCatalog;

/** What other sites need to show a view of the page: a frame, its height, and how to ask for it. */
final class EmbedRoutes implements Routes {

  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final int MOST_PIXELS = 10_000;
  private static final Map<String, Object> PIXELS =
      Map.of("type", "integer", "minimum", 1, "maximum", MOST_PIXELS);

  private static final Param URL =
      Param.query(
          "url",
          Map.of("type", "string"),
          "Address of a view of this server: / or /embed with any query.");
  private static final Param FORMAT =
      Param.query(
          "format",
          Map.of("type", "string", "enum", List.of("json")),
          "json (default). xml, which oEmbed knows too, is answered with 501.");
  private static final Param MAX_WIDTH =
      Param.query("maxwidth", PIXELS, "Most CSS pixels that the frame may be wide.");
  private static final Param MAX_HEIGHT =
      Param.query("maxheight", PIXELS, "Most CSS pixels that the frame may be high.");

  private final PageAnswers answers;
  private final PagePictures pictures;
  private final DescribeCatalog describeCatalog;
  private final PageNotes notes;
  private final Languages languages;
  private final PublicUrl publicUrl;
  private final PageFoot foot;
  private final EmbedPage page;
  private final String hostScript = PageFrame.read("embed.js");

  EmbedRoutes(
      PageAnswers answers,
      PagePictures pictures,
      DescribeCatalog describeCatalog,
      PageNotes notes,
      Languages languages,
      PublicUrl publicUrl,
      PageFoot foot) {
    this.foot = foot;
    this.page = new EmbedPage(foot);
    this.answers = answers;
    this.pictures = pictures;
    this.describeCatalog = describeCatalog;
    this.notes = notes;
    this.languages = languages;
    this.publicUrl = publicUrl;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(
            "/embed",
            "getEmbed",
            "The page in small, for a frame on another site: figures, map, timeline. It takes any"
                + " address of the page, with /embed before the query.",
            PageState.PARAMS,
            List.of(Route.HTML),
            "",
            this::page),
        new Route(
            "/embed.js",
            "getEmbedScript",
            "A script for sites that embed: gives each frame the height that its content needs."
                + " Frames work without it at the height that they have.",
            List.of(),
            List.of(SCRIPT),
            "",
            this::script),
        new Route(
            OEmbed.ADDRESS,
            "getOEmbed",
            "How to embed a view, as oEmbed 1.0 (type rich) has it.",
            List.of(URL, FORMAT, MAX_WIDTH, MAX_HEIGHT),
            List.of(Route.JSON),
            "OEmbed",
            this::oEmbed));
  }

  private void page(Context context, Parameters parameters) {
    PageState state = PageState.of(context);
    Optional<String> version = describeCatalog.ifKept(parameters.version());
    PageAnswers.Answered answered = answers.answer(state, version);
    Map<String, Object> comparison = answered.comparison();
    PageFigures figures = PageFigures.of(comparison);
    // A private server shows its rows to nobody else, nor in another site's frame.
    context.header(
        "Content-Security-Policy",
        foot.allowing(EmbedPage.CONTENT_SECURITY_POLICY)
            + (Answers.isPrivate(context) ? "'self'" : "*"));
    Languages.Spoken spoken = languages.spoken(context, parameters).of(version);
    DomContent told =
        each(
            notes.version(context, parameters.version(), spoken, true),
            PageNotes.ignored(
                spoken.words(),
                PageAddress.ignored(
                    context,
                    answered.givenUp(),
                    (name, value) ->
                        !isOfTheWholePage(name, value)
                            && answers.has(name, value, answered.comparison(), version)),
                answered.moved(state, spoken.words())));
    String title = spoken.words().text("embed.discovery");
    String html =
        page.html(
            spoken,
            state,
            figures,
            describeCatalog.credits(version),
            OEmbed.discovery(state, publicUrl, context, title),
            pictures.of(spoken.words(), context, state, version, figures),
            told);
    Answers.send(
        context, html, Route.HTML, Answers.PAGE, () -> html.getBytes(StandardCharsets.UTF_8));
  }

  /** A frame has neither a second map nor the details of an incident. */
  private static boolean isOfTheWholePage(String name, String value) {
    return name.equals("compare") || (name.equals("selected") && value.contains(":"));
  }

  private void script(Context context, Parameters parameters) {
    Answers.send(
        context,
        hostScript,
        SCRIPT,
        Answers.DATA,
        () -> hostScript.getBytes(StandardCharsets.UTF_8));
  }

  private void oEmbed(Context context, Parameters parameters) {
    String format = parameters.find("format").orElse("json");
    if (format.equals("xml")) {
      throw Problem.of(501, "Not implemented", "oEmbed is answered in JSON only: format=json.");
    }
    parameters.choice("format", List.of("json"));
    String url =
        parameters
            .find("url")
            .orElseThrow(() -> Problem.badParameter("url", "", "an address of this server."));
    int maxWidth = parameters.integer("maxwidth", MOST_PIXELS, 1, MOST_PIXELS);
    int maxHeight = parameters.integer("maxheight", MOST_PIXELS, 1, MOST_PIXELS);
    String base = publicUrl.of(context);
    PageState state = OEmbed.state(url, base);
    Optional<String> kept = describeCatalog.ifKept(state.find("v"));
    Map<String, Object> comparison = answers.comparison(state, kept);
    PageFigures figures = PageFigures.of(comparison);
    PageWords words = languages.words(state.find("lang").orElse(PageWords.ENGLISH));
    String title = title(words, figures);
    String version = comparison.get("version").toString();
    Map<String, Object> body =
        new LinkedHashMap<>(
            OEmbed.answer(state, base, title, words.text("product"), maxWidth, maxHeight));
    body.putAll(pictures.of(words, context, state, kept, figures).thumbnail(maxWidth, maxHeight));
    body.put("policy", comparison.get("policy"));
    Answers.send(context, version + base, Route.JSON, Answers.DATA, () -> Json.bytes(body));
  }

  private static String title(PageWords words, PageFigures figures) {
    return words.text("title", Map.of("date", words.day(figures.asOf())));
  }
}
