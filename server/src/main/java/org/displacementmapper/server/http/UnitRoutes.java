package org.displacementmapper.server.http;

import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.p;

import io.javalin.http.Context;
import j2html.tags.DomContent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.displacementmapper.displacement.UnanswerableException;
import org.displacementmapper.server.usecase.BadQuestionException;
import org.displacementmapper.server.usecase.DescribeCatalog;
import org.displacementmapper.server.usecase.Question;
import org.displacementmapper.server.usecase.UnitDetails;
import org.displacementmapper.server.usecase.UnknownException;

/** All of one unit, as data and as a page to be printed. */
final class UnitRoutes implements Routes {

  private static final String REPORT = "report";

  /** Addresses relative to the root of the server, which a report lies one step below. */
  private static final Pattern RELATIVE =
      Pattern.compile("(href|src)=\"(?![a-z]+:|[?#/\"])(?:\\./)?");

  private static final List<Param> REPORT_PARAMS =
      Stream.concat(Param.UNIT_QUESTION.stream(), Stream.of(Languages.LANG)).toList();

  private final UnitDetails unitDetails;
  private final DescribeCatalog describeCatalog;
  private final PageNotes notes;
  private final Languages languages;
  private final DocumentPage page;

  UnitRoutes(
      UnitDetails unitDetails,
      DescribeCatalog describeCatalog,
      PageNotes notes,
      Languages languages,
      PageFoot foot) {
    this.page = new DocumentPage(foot);
    this.unitDetails = unitDetails;
    this.describeCatalog = describeCatalog;
    this.notes = notes;
    this.languages = languages;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(
            "/api/units/{pcode}",
            "describeUnit",
            "All that is known of one unit: estimate, UN figures and estimates over time, incidents"
                + " by month, why they were placed there, neighbours, parts.",
            Param.UNIT_QUESTION,
            List.of(Route.JSON),
            "UnitDetail",
            this::unit),
        new Route(
            "/report/{pcode}",
            "getReport",
            "One unit on one page, to be printed: figures, charts, tables, sources. What it cannot"
                + " answer of an address it leaves out and says so.",
            REPORT_PARAMS,
            List.of(Route.HTML),
            "",
            this::report));
  }

  private void unit(Context context, Parameters parameters) {
    Map<String, Object> body =
        unitDetails.describe(parameters.question(), context.pathParam("pcode"));
    Answers.send(
        context, body.get("version").toString(), Route.JSON, Answers.DATA, () -> Json.bytes(body));
  }

  /** An answer, and what of the address it does without. */
  private record Answered(Map<String, Object> detail, String query, List<String> ignored) {}

  private void report(Context context, Parameters parameters) {
    Optional<String> version = describeCatalog.ifKept(parameters.version());
    Languages.Spoken spoken = languages.spoken(context, parameters).of(version);
    String pcode = context.pathParam("pcode");
    try {
      Answered answered =
          answer(context, version.isPresent() ? parameters : parameters.without("v"), pcode);
      PageWords words = spoken.words().withLeastPeople(leastPeople(answered.detail()));
      UnitReport report = new UnitReport(spoken, words, answered.detail(), answered.query());
      String data = "api/units/" + Languages.encoded(pcode);
      send(
          context,
          spoken,
          report.title(),
          answered.detail().get("version").toString(),
          each(
              notes.version(context, parameters.version(), spoken, false),
              report.html(answered.ignored())),
          data + spoken.inNoLanguage().on(answered.query()));
    } catch (UnknownException e) {
      context.status(404);
      send(
          context,
          spoken,
          spoken.words().text("report.title"),
          describeCatalog.version(Optional.empty()),
          each(h1(spoken.words().text("report.title")), p(e.getMessage() + " " + e.allowed())),
          "api/comparison");
    }
  }

  /** As asked, as far as it can be answered; if not at all, of the default day. */
  private Answered answer(Context context, Parameters parameters, String pcode) {
    List<String> ignored = new ArrayList<>();
    Parameters heeded = heeded(context, parameters, ignored);
    try {
      return new Answered(unitDetails.describe(heeded.question(), pcode), query(heeded), ignored);
    } catch (UnanswerableException | BadQuestionException | UnknownException e) {
      Map<String, Object> detail = unitDetails.describe(Question.DEFAULT, pcode);
      for (String name : names()) {
        heeded.find(name).ifPresent(value -> ignored.add(name + "=" + value));
      }
      return new Answered(detail, "", ignored);
    }
  }

  /** Without what is unknown, twice there or cannot be read, which is told. */
  private static Parameters heeded(Context context, Parameters parameters, List<String> ignored) {
    Parameters heeded = parameters;
    for (Map.Entry<String, List<String>> given : context.queryParamMap().entrySet()) {
      String name = given.getKey();
      List<String> told = given.getValue().stream().map(value -> name + "=" + value).toList();
      if (name.equals("lang") && Languages.TAGS.contains(given.getValue().get(0))) {
        ignored.addAll(told.subList(1, told.size()));
      } else if (!names().contains(name)) {
        ignored.addAll(told);
      } else if (isReadable(parameters, name)) {
        ignored.addAll(told.subList(1, told.size()));
      } else {
        heeded = heeded.without(name);
        ignored.addAll(told);
      }
    }
    return heeded;
  }

  private static boolean isReadable(Parameters parameters, String name) {
    Parameters alone = parameters;
    for (String other : names()) {
      alone = other.equals(name) ? alone : alone.without(other);
    }
    try {
      alone.question();
      return true;
    } catch (Problem | BadQuestionException | UnknownException e) {
      return false;
    }
  }

  private static List<String> names() {
    return Param.UNIT_QUESTION.stream()
        .filter(param -> param.in().equals("query"))
        .map(Param::name)
        .toList();
  }

  /** What was heeded, as in an address, without the version, which links name by themselves. */
  private static String query(Parameters heeded) {
    List<String> parts = new ArrayList<>();
    for (String name : names()) {
      if (!name.equals(Param.V.name())) {
        heeded.find(name).ifPresent(value -> parts.add(name + "=" + Languages.encoded(value)));
      }
    }
    return String.join("&", parts);
  }

  @SuppressWarnings("unchecked")
  private static long leastPeople(Map<String, Object> detail) {
    return PageFigures.whole((Map<String, Object>) detail.get("policy"), "least_people");
  }

  private void send(
      Context context,
      Languages.Spoken spoken,
      String title,
      String version,
      DomContent content,
      String data) {
    String atTheRoot =
        page.html(
            spoken,
            REPORT,
            title,
            version,
            content,
            describeCatalog.credits(describeCatalog.ifKept(Optional.of(version))),
            data);
    String html = RELATIVE.matcher(atTheRoot).replaceAll("$1=\"../");
    context.header("Content-Security-Policy", DocumentPage.CONTENT_SECURITY_POLICY);
    Answers.send(
        context, html, Route.HTML, Answers.PAGE, () -> html.getBytes(StandardCharsets.UTF_8));
  }
}
