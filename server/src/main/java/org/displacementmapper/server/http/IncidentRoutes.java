package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.displacementmapper.server.usecase.CountByFilter;
import org.displacementmapper.server.usecase.CountByTime;

/** Incidents counted: by time, and by what the filters leave. */
final class IncidentRoutes implements Routes {

  private final CountByFilter countByFilter;
  private final CountByTime countByTime;

  IncidentRoutes(CountByFilter countByFilter, CountByTime countByTime) {
    this.countByFilter = countByFilter;
    this.countByTime = countByTime;
  }

  @Override
  public List<Route> routes() {
    List<Param> byTime = new ArrayList<>(List.of(Param.BY));
    byTime.addAll(Param.QUESTION);
    return List.of(
        new Route(
            "/api/filters",
            "countByFilter",
            "How many incidents of the window are shown, how many each filter alone hides, and what"
                + " there is to choose from.",
            Param.QUESTION,
            List.of(Route.JSON),
            "Filters",
            (context, parameters) -> send(context, countByFilter.count(parameters.question()))),
        new Route(
            "/api/timeline",
            "countByTime",
            "Incidents, attacks from the air and deaths by month, week or day.",
            byTime,
            List.of(Route.JSON),
            "Timeline",
            this::timeline));
  }

  private void timeline(Context context, Parameters parameters) {
    String by = parameters.choice("by", CountByTime.STEPS);
    send(context, countByTime.count(parameters.question(), by));
  }

  private static void send(Context context, Map<String, Object> body) {
    Answers.send(
        context, body.get("version").toString(), Route.JSON, Answers.DATA, () -> Json.bytes(body));
  }
}
