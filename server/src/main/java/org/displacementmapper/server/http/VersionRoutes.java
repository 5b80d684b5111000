package org.displacementmapper.server.http;

import static j2html.TagCreator.each;
import static j2html.TagCreator.text;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.server.usecase.BadQuestionException;
import org.displacementmapper.server.usecase.CompareVersions;
import org.displacementmapper.server.usecase.DescribeCatalog;
import org.displacementmapper.server.usecase.KeptVersions;
import org.displacementmapper.server.usecase.UnknownException;
import org.displacementmapper.server.usecase.UnreadableException;

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

  private static final int ROWS_OF_A_PAGE = 100;

  private static final int VERSIONS_OF_A_PAGE = 20;

  private final KeptVersions keptVersions;
  private final CompareVersions compareVersions;
  private final DescribeCatalog describeCatalog;
  private final Languages languages;
  private final PublicUrl publicUrl;
  private final DocumentPage page;

  VersionRoutes(
      KeptVersions keptVersions,
      CompareVersions compareVersions,
      DescribeCatalog describeCatalog,
      Languages languages,
      PublicUrl publicUrl,
      PageFoot foot) {
    this.page = new DocumentPage(foot);
    this.keptVersions = keptVersions;
    this.compareVersions = compareVersions;
    this.describeCatalog = describeCatalog;
    this.languages = languages;
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
            this::changes),
        new Route(
            "/changes",
            "getChangesPage",
            "The same to be read, in words first, with the versions that are kept.",
            List.of(SINCE, UNTIL, CURSOR, Languages.LANG),
            List.of(Route.HTML),
            "",
            this::page));
  }

  private void versions(Context context, Parameters parameters) {
    int limit =
        parameters.integer("limit", KeptVersions.DEFAULT_VERSIONS, 1, KeptVersions.MOST_VERSIONS);
    Map<String, Object> body = keptVersions.describe(parameters.find("cursor"), limit);
    Answers.send(
        context, body.get("version").toString(), Route.JSON, Answers.DATA, () -> Json.bytes(body));
  }

  private void page(Context context, Parameters parameters) {
    Languages.Spoken spoken = languages.spoken(context, parameters);
    List<String> ignored = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    Map<String, Object> changes = changes(parameters, publicUrl.of(context), ignored, unreadable);
    ignored.addAll(unknown(context));
    String version = changes.get("version").toString();
    String html =
        page.html(
            spoken,
            "changes",
            version,
            each(
                ignored.isEmpty() ? text("") : PageNotes.ignored(spoken.words(), ignored),
                unreadable.isEmpty() ? text("") : PageNotes.unreadable(spoken.words(), unreadable),
                new ChangesPage(spoken, changes)
                    .html(keptVersions.list(Optional.empty(), VERSIONS_OF_A_PAGE))),
            describeCatalog.credits(Optional.of(version)),
            "api/changes?since=" + changes.get("since") + "&until=" + version);
    context.header("Content-Security-Policy", DocumentPage.CONTENT_SECURITY_POLICY);
    Answers.send(
        context, html, Route.HTML, Answers.PAGE, () -> html.getBytes(StandardCharsets.UTF_8));
  }

  /** Names that say nothing here, languages that are not spoken, and what is given twice. */
  private static List<String> unknown(Context context) {
    List<String> unknown = new ArrayList<>();
    context
        .queryParamMap()
        .forEach(
            (name, values) -> {
              boolean known =
                  name.equals(Languages.LANG.name())
                      ? Languages.TAGS.contains(values.get(0))
                      : List.of(SINCE.name(), UNTIL.name(), CURSOR.name()).contains(name);
              values.stream().skip(known ? 1 : 0).forEach(value -> unknown.add(name + "=" + value));
            });
    return unknown;
  }

  /**
   * As asked, or as much of it as can be answered.
   *
   * @param unreadable takes versions that are kept and would have been shown
   */
  private Map<String, Object> changes(
      Parameters parameters, String base, List<String> ignored, List<String> unreadable) {
    Parameters heeded = parameters;
    for (Param param : List.of(SINCE, UNTIL)) {
      if (describeCatalog.ifKept(heeded.find(param.name())).isEmpty()) {
        heeded = without(param.name(), heeded, ignored);
      }
    }
    try {
      return changes(heeded, base, unreadable);
    } catch (BadQuestionException | UnknownException | UnreadableException e) {
      for (Param param : List.of(CURSOR, SINCE)) {
        heeded = without(param.name(), heeded, ignored);
      }
      return changes(heeded, base, unreadable);
    }
  }

  private Map<String, Object> changes(Parameters parameters, String base, List<String> unreadable) {
    Optional<String> until = parameters.find(UNTIL.name());
    Optional<String> cursor = parameters.find(CURSOR.name());
    Optional<String> since = parameters.find(SINCE.name());
    return compareVersions.describe(
        since.isEmpty() && cursor.isEmpty()
            ? Optional.of(readableBefore(describeCatalog.version(until), unreadable))
            : since,
        until,
        cursor,
        ROWS_OF_A_PAGE,
        base);
  }

  /** The last version before that one that can be read, or itself if there is none. */
  private String readableBefore(String until, List<String> unreadable) {
    int number = Integer.parseInt(until.substring(0, until.indexOf('-')));
    for (KeptVersions.Kept one : keptVersions.list(Optional.of(number), VERSIONS_OF_A_PAGE)) {
      if (describeCatalog.ifKept(Optional.of(one.name())).isPresent()) {
        return one.name();
      }
      unreadable.add(one.name());
    }
    return until;
  }

  private static Parameters without(String name, Parameters parameters, List<String> ignored) {
    parameters.find(name).ifPresent(value -> ignored.add(name + "=" + value));
    return parameters.without(name);
  }

  private Map<String, Object> changes(Parameters parameters, int rows, String base) {
    return compareVersions.describe(
        parameters.find(SINCE.name()),
        parameters.find(UNTIL.name()),
        parameters.find(CURSOR.name()),
        rows,
        base);
  }

  private void changes(Context context, Parameters parameters) {
    int limit =
        parameters.integer("limit", CompareVersions.DEFAULT_ROWS, 1, CompareVersions.MOST_ROWS);
    Map<String, Object> body = changes(parameters, limit, publicUrl.of(context));
    byte[] bytes = Json.bytes(body);
    // What is told of a version may be less after another import: it is its own identity.
    Answers.send(
        context, new String(bytes, StandardCharsets.UTF_8), Route.JSON, Answers.DATA, () -> bytes);
  }
}
