package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.displacementmapper.dataset.PublicationPolicy;
import org.displacementmapper.server.usecase.ClassesByDay;
import org.displacementmapper.server.usecase.ComparisonSeries;
import org.displacementmapper.server.usecase.Comparisons;
import org.displacementmapper.server.usecase.DescribeCatalog;
import org.displacementmapper.server.usecase.Exposures;
import org.displacementmapper.server.usecase.Question;
import org.displacementmapper.server.usecase.UnitMeasure;
import org.displacementmapper.server.usecase.Validate;

/** Health, layers, the comparison with the UN, estimates, validation. */
final class ApiRoutes implements Routes {

  private static final int FIRST_LEVEL = 1;

  private static final Param NEAREST =
      Param.query(
          "nearest",
          Map.of("type", "string", "enum", List.of("false", "true")),
          "true: a day without an answer is answered by the nearest that has one; as_of says which.");
  private static final Param MEASURE =
      Param.query(
          "measure",
          Map.of("type", "string", "enum", ClassesByDay.measures()),
          "What is divided into classes. Default estimate.");

  private final DescribeCatalog describeCatalog;
  private final Comparisons comparisons;
  private final ComparisonSeries comparisonSeries;
  private final ClassesByDay classesByDay;
  private final Exposures exposures;
  private final Validate validate;
  private final PublicationPolicy policy;
  private final PublicUrl publicUrl;

  ApiRoutes(
      DescribeCatalog describeCatalog,
      Comparisons comparisons,
      ComparisonSeries comparisonSeries,
      ClassesByDay classesByDay,
      Exposures exposures,
      Validate validate,
      PublicationPolicy policy,
      PublicUrl publicUrl) {
    this.describeCatalog = describeCatalog;
    this.comparisons = comparisons;
    this.comparisonSeries = comparisonSeries;
    this.classesByDay = classesByDay;
    this.exposures = exposures;
    this.validate = validate;
    this.policy = policy;
    this.publicUrl = publicUrl;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(
            "/health",
            "getHealth",
            "Whether the server answers, and with which dataset version.",
            List.of(),
            List.of(Route.JSON),
            "Health",
            this::health),
        new Route(
            "/layers",
            "listLayers",
            "The layers that are loaded: what they show, their fields, zooms and addresses.",
            List.of(Param.V),
            List.of(Route.JSON),
            "Layers",
            this::layers),
        new Route(
            "/api/comparison",
            "compareWithUn",
            "The estimate of the country and its states and regions beside what the UN reported.",
            Stream.concat(Param.QUESTION.stream(), Stream.of(NEAREST)).toList(),
            List.of(Route.JSON),
            "Comparison",
            this::comparison),
        new Route(
            "/api/comparison/series",
            "compareOverTime",
            "What we would have said of every national UN figure, fitted 31 days before it.",
            List.of(Param.SOURCE, Param.V),
            List.of(Route.JSON),
            "ComparisonSeries",
            (context, parameters) ->
                send(
                    context,
                    comparisonSeries.overTime(parameters.find("source"), parameters.version()))),
        new Route(
            "/api/comparison/cutoffs",
            "compareOverCutoffs",
            "The ratio to the 440,000 at every cut-off and weighting: how much hangs on the choice.",
            List.of(Param.SOURCE, Param.V),
            List.of(Route.JSON),
            "CutoffCurve",
            (context, parameters) ->
                send(
                    context,
                    comparisonSeries.overCutoffs(parameters.find("source"), parameters.version()))),
        new Route(
            "/api/comparison/classes",
            "classesByDay",
            "The class of every state and region on every day: what a map shades them by while its"
                + " date is moved.",
            List.of(MEASURE, Param.PRODUCT, Param.SOURCE, Param.FROM, Param.TO, Param.V),
            List.of(Route.JSON),
            "ClassesByDay",
            this::classes),
        new Route(
            "/api/estimates",
            "listEstimates",
            "The units of one level with their counts, estimates and UN figures.",
            with(Param.LEVEL),
            List.of(Route.JSON),
            "Estimates",
            this::estimates),
        new Route(
            "/api/exposure",
            "countExposed",
            "People living within 1, 2 and 5 km of recorded incidents: exposure, never displacement.",
            with(Param.LEVEL),
            List.of(Route.JSON),
            "Exposure",
            this::exposure),
        new Route(
            "/api/validation",
            "getValidation",
            "How far off the models have been on these data, beside simple guesses.",
            List.of(Param.SOURCE, Param.V),
            List.of(Route.JSON),
            "Validation",
            this::validation));
  }

  private static List<Param> with(Param param) {
    List<Param> params = new ArrayList<>(List.of(param));
    params.addAll(Param.QUESTION);
    return params;
  }

  private void health(Context context, Parameters parameters) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", "ok");
    body.put("version", describeCatalog.version(Optional.empty()));
    body.put("policy", policy.describe());
    Answers.cache(context, "no-store");
    context.contentType(Route.JSON);
    context.result(Json.bytes(body));
  }

  private void layers(Context context, Parameters parameters) {
    String base = publicUrl.of(context);
    Answers.send(
        context,
        describeCatalog.version(parameters.version()) + base,
        Route.JSON,
        Answers.DATA,
        () -> Json.bytes(describeCatalog.list(base, parameters.version())));
  }

  private void comparison(Context context, Parameters parameters) {
    Question question = parameters.question();
    send(
        context,
        parameters.flag(NEAREST.name())
            ? comparisons.compareNearest(question)
            : comparisons.compare(question));
  }

  private void classes(Context context, Parameters parameters) {
    String measure = parameters.choice(MEASURE.name(), ClassesByDay.measures());
    send(
        context,
        classesByDay.describe(UnitMeasure.find(measure).orElseThrow(), parameters.question()));
  }

  private void estimates(Context context, Parameters parameters) {
    int level = parameters.integer("level", FIRST_LEVEL, 1, 3);
    send(context, comparisons.units(parameters.question(), level));
  }

  private void exposure(Context context, Parameters parameters) {
    int level = parameters.integer("level", FIRST_LEVEL, 1, 3);
    send(context, exposures.describe(parameters.question(), level));
  }

  private void validation(Context context, Parameters parameters) {
    send(context, validate.describe(parameters.find("source"), parameters.version()));
  }

  private static void send(Context context, Map<String, Object> body) {
    Answers.send(
        context, body.get("version").toString(), Route.JSON, Answers.DATA, () -> Json.bytes(body));
  }
}
