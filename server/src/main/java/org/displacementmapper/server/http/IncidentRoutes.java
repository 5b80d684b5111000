package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.displacementmapper.server.usecase.CountByFilter;
import org.displacementmapper.server.usecase.CountByTime;
import org.displacementmapper.server.usecase.ListIncidents;

/** Incidents counted, by time and by what the filters leave, and listed. */
final class IncidentRoutes implements Routes {

  private static final Param KEY =
      Param.path("key", Map.of("type", "string"), "Source, colon, id, such as ucdp:391053.");
  private static final Param LIMIT =
      Param.query(
          "limit",
          Map.of("type", "integer", "minimum", 1, "maximum", ListIncidents.MOST_ROWS),
          "At most so many incidents. Default " + ListIncidents.DEFAULT_ROWS + ".");
  private static final Param CURSOR =
      Param.query(
          "cursor",
          Map.of("type", "string"),
          "The next of the answer before: goes on where that one ended, in its dataset version.");

  private final CountByFilter countByFilter;
  private final CountByTime countByTime;
  private final ListIncidents listIncidents;

  IncidentRoutes(
      CountByFilter countByFilter, CountByTime countByTime, ListIncidents listIncidents) {
    this.countByFilter = countByFilter;
    this.countByTime = countByTime;
    this.listIncidents = listIncidents;
  }

  @Override
  public List<Route> routes() {
    List<Param> byTime = new ArrayList<>(List.of(Param.BY));
    byTime.addAll(Param.QUESTION);
    List<Param> listed = new ArrayList<>(Param.QUESTION);
    listed.add(LIMIT);
    listed.add(CURSOR);
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
            "/api/incidents",
            "listIncidents",
            "The incidents shown, newest first, page by page: those known to a place, and with"
                + " their areas those known only to an area.",
            listed,
            List.of(Route.JSON),
            "Incidents",
            this::list),
        new Route(
            "/api/incidents/{key}",
            "describeIncident",
            "One incident by its key, source:id, whatever a question would show.",
            List.of(KEY, Param.V),
            List.of(Route.JSON),
            "OneIncident",
            this::incident),
        new Route(
            "/api/timeline",
            "countByTime",
            "Incidents, attacks from the air and deaths by month, week or day.",
            byTime,
            List.of(Route.JSON),
            "Timeline",
            this::timeline));
  }

  private void list(Context context, Parameters parameters) {
    int limit = parameters.integer("limit", ListIncidents.DEFAULT_ROWS, 1, ListIncidents.MOST_ROWS);
    send(context, listIncidents.list(parameters.question(), parameters.find("cursor"), limit));
  }

  private void incident(Context context, Parameters parameters) {
    send(context, listIncidents.describe(context.pathParam("key"), parameters.version()));
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
