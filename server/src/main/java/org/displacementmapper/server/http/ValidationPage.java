package org.displacementmapper.server.http;

import static j2html.TagCreator.dd;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.server.usecase.Validate;
import org.displacementmapper.validation.Accuracy;
import org.displacementmapper.validation.ForwardRow;
import org.displacementmapper.validation.Horizon;
import org.displacementmapper.validation.Predictor;
import org.displacementmapper.validation.UnitsRow;
import org.displacementmapper.validation.ValidationReport;

/** How far off the models were: what a planner needs in words, then every table. */
final class ValidationPage {

  /** What each table compares; the rows of a breakdown are two tests, of shares and of units. */
  private static final List<Predictor> TOTAL_GIVEN =
      List.of(
          Predictor.UNIFORM,
          Predictor.POPULATION_SHARE,
          Predictor.INCIDENT_SHARE,
          Predictor.ALLOCATION_SHARE);

  private static final List<Predictor> FROM_THE_OTHERS =
      List.of(Predictor.CONSTANT_PER_HEAD, Predictor.PEOPLE_PER_INCIDENT);

  private final PageWords words;
  private final String version;
  private final ValidationReport report;

  ValidationPage(PageWords words, Validate.Validated validated) {
    this.words = words;
    this.version = validated.version();
    this.report = validated.report();
  }

  DomContent html() {
    if (report.national().isEmpty()) {
      return each(h1(words.text("validation.heading")), p(words.text("validation.none")), about());
    }
    ValidationTable tables = new ValidationTable(words);
    return each(
        h1(words.text("validation.heading")),
        p(words.text("validation.lead")).withClass("lead"),
        ul(each(summary(), line -> li(line))),
        about(),
        part("national", tables.forward(report.national(), caption("national"))),
        part("units", tables.forward(report.units(), caption("units"))),
        part("others", tables.breakdowns(report.leaveOneOut(), FROM_THE_OTHERS, caption("others"))),
        part("shares", tables.breakdowns(report.leaveOneOut(), TOTAL_GIVEN, caption("shares"))),
        part(
            "words",
            ul(each(List.of(1, 2, 3, 4, 5), n -> li(words.text("validation.word." + n))))));
  }

  private List<DomContent> summary() {
    List<DomContent> lines = new ArrayList<>();
    calendar().ifPresent(sentence -> lines.add(strong(sentence)));
    horizon(report.national(), 31)
        .flatMap(row -> within(row, Predictor.NOWCAST, "validation.summary.nowcast"))
        .ifPresent(lines::add);
    horizon(report.national(), 91)
        .flatMap(row -> within(row, Predictor.INDEPENDENT, "validation.summary.independent"))
        .ifPresent(lines::add);
    horizon(report.units(), 31)
        .flatMap(row -> within(row, Predictor.NOWCAST, "validation.summary.units"))
        .ifPresent(lines::add);
    withoutHistory().ifPresent(lines::add);
    lines.add(text(words.text("validation.summary.townships")));
    if (report.losses().isEmpty()) {
      lines.add(text(words.text("validation.summary.no-losses")));
    } else {
      report
          .losses()
          .forEach(
              loss -> lines.add(text(words.text("validation.summary.loss", Map.of("loss", loss)))));
    }
    lines.add(text(words.text("validation.summary.overlap")));
    return lines;
  }

  /** Says so where growth by the calendar is the better guide to the country. */
  private Optional<String> calendar() {
    return report.calendarIsBetter().stream().mapToInt(Horizon::toDays).max().stream()
        .mapToObj(
            days -> words.text("validation.summary.calendar", Map.of("days", words.number(days))))
        .findFirst();
  }

  private static Optional<ForwardRow> horizon(List<ForwardRow> rows, int fromDays) {
    return rows.stream().filter(row -> row.horizon().fromDays() == fromDays).findFirst();
  }

  private Optional<DomContent> within(ForwardRow row, Predictor predictor, String key) {
    return row.find(predictor)
        .filter(accuracy -> accuracy.pairs() > 0)
        .map(
            accuracy ->
                text(
                    words.text(
                        key,
                        Map.of(
                            "from", words.number(row.horizon().fromDays()),
                            "to", words.number(row.horizon().toDays()),
                            "quarter", words.number(accuracy.withinQuarter()),
                            "twofold", words.number(accuracy.withinTwofold()),
                            "pairs", words.number(accuracy.pairs()),
                            "median", words.ratio(accuracy.medianFactor())))));
  }

  /** All breakdowns together: each is a handful of units. */
  private Optional<DomContent> withoutHistory() {
    List<Accuracy> all =
        report.leaveOneOut().stream()
            .map(row -> row.of(Predictor.PEOPLE_PER_INCIDENT))
            .filter(accuracy -> accuracy.pairs() > 0)
            .toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            text(
                words.text(
                    "validation.summary.others",
                    Map.of(
                        "twofold",
                            words.number(all.stream().mapToInt(Accuracy::withinTwofold).sum()),
                        "fivefold",
                            words.number(all.stream().mapToInt(Accuracy::withinFivefold).sum()),
                        "pairs", words.number(all.stream().mapToInt(Accuracy::pairs).sum()),
                        "dates",
                            String.join(
                                ", ",
                                report.leaveOneOut().stream()
                                    .map(UnitsRow::asOf)
                                    .map(words::day)
                                    .toList())))));
  }

  /** What every number of the page belongs to. */
  private DomContent about() {
    return dl(each(
            List.of(
                Map.entry("source", report.provenance().incidentSource()),
                Map.entry("version", version),
                Map.entry("boundaries", report.provenance().boundaryVersion()),
                Map.entry("model", report.provenance().modelVersion()),
                Map.entry("population", population(report.provenance().populationAsOf()))),
            entry -> each(dt(words.text("validation.about." + entry.getKey())), value(entry))))
        .withClass("about");
  }

  /** Names of releases are English in every language. */
  private static DomContent value(Map.Entry<String, String> entry) {
    return entry.getKey().equals("boundaries")
        ? dd(entry.getValue()).withLang(PageWords.ENGLISH)
        : dd(entry.getValue());
  }

  private String population(LocalDate asOf) {
    return asOf == null ? words.text("number.unknown") : words.day(asOf);
  }

  private String caption(String table) {
    return words.text(
        "validation." + table + ".caption",
        Map.of("source", report.provenance().incidentSource(), "version", version));
  }

  private DomContent part(String name, DomContent content) {
    return section(
            h2(words.text("validation." + name + ".title")).withId(name),
            p(words.text("validation." + name + ".lead")),
            content)
        .attr("aria-labelledby", name);
  }
}
