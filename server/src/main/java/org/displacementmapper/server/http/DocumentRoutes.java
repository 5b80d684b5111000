package org.displacementmapper.server.http;

import static j2html.TagCreator.each;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.displacementmapper.server.usecase.BadQuestionException;
import org.displacementmapper.server.usecase.ComparisonSeries;
import org.displacementmapper.server.usecase.Comparisons;
import org.displacementmapper.server.usecase.DescribeCatalog;
import org.displacementmapper.server.usecase.Question;
import org.displacementmapper.server.usecase.UnknownException;
import org.displacementmapper.server.usecase.Validate;

/** The pages that say how far to trust the figures: validation and method. */
final class DocumentRoutes implements Routes {

  private final Validate validate;
  private final Comparisons comparisons;
  private final ComparisonSeries comparisonSeries;
  private final DescribeCatalog describeCatalog;
  private final DocumentPage page;
  private final PageNotes notes;
  private final Languages languages;
  private final Map<String, String> methodTexts = new ConcurrentHashMap<>();

  DocumentRoutes(
      Validate validate,
      Comparisons comparisons,
      ComparisonSeries comparisonSeries,
      DescribeCatalog describeCatalog,
      PageNotes notes,
      Languages languages,
      PageFoot foot) {
    this.page = new DocumentPage(foot);
    this.validate = validate;
    this.comparisons = comparisons;
    this.comparisonSeries = comparisonSeries;
    this.describeCatalog = describeCatalog;
    this.notes = notes;
    this.languages = languages;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(
            "/validation",
            "getValidationPage",
            "How far off the models were, for planners: in words first, then every table.",
            List.of(Param.SOURCE, Param.V, Languages.LANG),
            List.of(Route.HTML),
            "",
            this::validation),
        new Route(
            "/method",
            "getMethodPage",
            "How the estimate is made and how far to trust it, for sceptics.",
            List.of(Param.V, Languages.LANG),
            List.of(Route.HTML),
            "",
            this::method));
  }

  private void validation(Context context, Parameters parameters) {
    Optional<String> version = describeCatalog.ifKept(parameters.version());
    Validate.Validated validated = validated(parameters.find("source"), version);
    Languages.Spoken spoken = languages.spoken(context, parameters).of(version);
    send(
        context,
        page.html(
            spoken,
            "validation",
            validated.version(),
            each(
                notes.version(context, parameters.version(), spoken, false),
                new ValidationPage(spoken.words(), validated).html()),
            describeCatalog.credits(version),
            "api/validation" + spoken.data()));
  }

  /** Of the source in the address, or of the default if there is no such source. */
  private Validate.Validated validated(Optional<String> source, Optional<String> version) {
    try {
      return validate.report(source, version);
    } catch (UnknownException | BadQuestionException e) {
      return validate.report(Optional.empty(), version);
    }
  }

  private void method(Context context, Parameters parameters) {
    Optional<String> version = describeCatalog.ifKept(parameters.version());
    PageFigures figures = PageFigures.of(comparisons.compare(Question.DEFAULT.ofVersion(version)));
    Languages.Spoken spoken = languages.spoken(context, parameters).of(version);
    PageWords words = spoken.words().withLeastPeople(figures.leastPeople());
    send(
        context,
        page.html(
            spoken,
            "method",
            figures.version(),
            each(
                notes.version(context, parameters.version(), spoken, false),
                new MethodPage(spoken, words, methodText(words))
                    .html(
                        figures,
                        CutoffFigures.of(comparisonSeries.overCutoffs(Optional.empty(), version)),
                        SeriesFigures.of(comparisonSeries.overTime(Optional.empty(), version)))),
            describeCatalog.credits(version),
            "api/comparison/cutoffs" + spoken.data()));
  }

  /** Made when it is first asked for: a start has no time for it. */
  private String methodText(PageWords words) {
    return methodTexts.computeIfAbsent(
        words.language(), language -> MethodText.html(words.text("method.text.table")));
  }

  private static void send(Context context, String html) {
    context.header("Content-Security-Policy", DocumentPage.CONTENT_SECURITY_POLICY);
    // A page changes with the data and with the program: it is its own identity.
    Answers.send(
        context, html, Route.HTML, Answers.PAGE, () -> html.getBytes(StandardCharsets.UTF_8));
  }
}
