package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.displacementmapper.server.usecase.CompareVersions;
import org.displacementmapper.server.usecase.KeptVersions;

/** The dataset versions that are kept, and what changed between two of them. */
final class VersionRoutes implements Routes {

  static final Param SINCE =
      version(
          "since",
          "The earlier dataset version, by its name or number. Default: the one before until.");
  static final Param UNTIL = version("until", "The later dataset version. Default: the newest.");
  static final Param CURSOR =
      Param.query(
          "cursor", Map.of("type", "string"), "The next of the answer before: goes on after it.");

  private final KeptVersions keptVersions;
  private final CompareVersions compareVersions;
  private final PublicUrl publicUrl;

  VersionRoutes(KeptVersions keptVersions, CompareVersions compareVersions, PublicUrl publicUrl) {
    this.keptVersions = keptVersions;
    this.compareVersions = compareVersions;
    this.publicUrl = publicUrl;
  }

  private static Param version(String name, String text) {
    return Param.query(name, Map.of("type", "string"), text);
  }

  private static Param limit(int most, int usual) {
    return Param.query(
        "limit",
        Map.of("type", "integer", "minimum", 1, "maximum", most),
        "At most so many. Default " + usual + ".");
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(
            "/api/versions",
            "listVersions",
            "The dataset versions that are kept, newest first: any of them may be asked for as v.",
            List.of(limit(KeptVersions.MOST_VERSIONS, KeptVersions.DEFAULT_VERSIONS), CURSOR),
            List.of(Route.JSON),
            "Versions",
            this::versions),
        new Route(
            "/api/changes",
            "compareVersions",
            "What was added, changed and withdrawn from one dataset version to another, in counts"
                + " and row by row, as both are told today: nothing that is withheld is counted.",
            List.of(
                SINCE,
                UNTIL,
                limit(CompareVersions.MOST_ROWS, CompareVersions.DEFAULT_ROWS),
                CURSOR),
            List.of(Route.JSON),
            "Changes",
            this::changes));
  }

  private void versions(Context context, Parameters parameters) {
    int limit =
        parameters.integer("limit", KeptVersions.DEFAULT_VERSIONS, 1, KeptVersions.MOST_VERSIONS);
    Map<String, Object> body = keptVersions.describe(parameters.find("cursor"), limit);
    Answers.send(
        context, body.get("version").toString(), Route.JSON, Answers.DATA, () -> Json.bytes(body));
  }

  private void changes(Context context, Parameters parameters) {
    int limit =
        parameters.integer("limit", CompareVersions.DEFAULT_ROWS, 1, CompareVersions.MOST_ROWS);
    String base = publicUrl.of(context);
    Map<String, Object> body =
        compareVersions.describe(
            parameters.find("since"),
            parameters.find("until"),
            parameters.find("cursor"),
            limit,
            base);
    byte[] bytes = Json.bytes(body);
    // What is told of a version may be less after another import: it is its own identity.
    Answers.send(
        context, new String(bytes, StandardCharsets.UTF_8), Route.JSON, Answers.DATA, () -> bytes);
  }
}
