package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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
  private final PageWords words = PageWords.of("en");
  private final DocumentPage page = new DocumentPage(words);
  private String methodText;

  DocumentRoutes(
      Validate validate,
      Comparisons comparisons,
      ComparisonSeries comparisonSeries,
      DescribeCatalog describeCatalog) {
    this.validate = validate;
    this.comparisons = comparisons;
    this.comparisonSeries = comparisonSeries;
    this.describeCatalog = describeCatalog;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(
            "/validation",
            "getValidationPage",
            "How far off the models were, for planners: in words first, then every table.",
            List.of(Param.SOURCE),
            List.of(Route.HTML),
            "",
            this::validation),
        new Route(
            "/method",
            "getMethodPage",
            "How the estimate is made and how far to trust it, for sceptics.",
            List.of(),
            List.of(Route.HTML),
            "",
            this::method));
  }

  private void validation(Context context, Parameters parameters) {
    Validate.Validated validated = validated(parameters.find("source"));
    send(
        context,
        page.html(
            "validation",
            validated.version(),
            new ValidationPage(words, validated).html(),
            describeCatalog.credits(),
            "api/validation"));
  }

  /** Of the source in the address, or of the default if there is no such source. */
  private Validate.Validated validated(Optional<String> source) {
    try {
      return validate.report(source);
    } catch (UnknownException | BadQuestionException e) {
      return validate.report(Optional.empty());
    }
  }

  private void method(Context context, Parameters parameters) {
    PageFigures figures = PageFigures.of(comparisons.compare(Question.DEFAULT));
    send(
        context,
        page.html(
            "method",
            figures.version(),
            new MethodPage(words.withLeastPeople(figures.leastPeople()), methodText())
                .html(
                    figures,
                    CutoffFigures.of(comparisonSeries.overCutoffs(Optional.empty())),
                    SeriesFigures.of(comparisonSeries.overTime(Optional.empty()))),
            describeCatalog.credits(),
            "api/comparison/cutoffs"));
  }

  /** Made when it is first asked for: a start has no time for it. */
  private synchronized String methodText() {
    if (methodText == null) {
      methodText = MethodText.html(words.text("method.text.table"));
    }
    return methodText;
  }

  private static void send(Context context, String html) {
    context.header("Content-Security-Policy", DocumentPage.CONTENT_SECURITY_POLICY);
    // A page changes with the data and with the program: it is its own identity.
    Answers.send(
        context, html, Route.HTML, Answers.PAGE, () -> html.getBytes(StandardCharsets.UTF_8));
  }
}
