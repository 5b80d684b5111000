package org.displacementmapper.server.http;

import static j2html.TagCreator.abbr;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.TagCreator;
import j2html.tags.DomContent;
import j2html.tags.specialized.TdTag;
import j2html.tags.specialized.ThTag;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.displacementmapper.displacement.DisplacedClass;
import org.displacementmapper.join.IncidentSums;

/**
 * The table of units, UN figure first. Units that the UN listed stand above those that only the
 * model speaks of; below it the groups of the UN. The script writes the same ({@code
 * web/src/table}).
 */
final class PageTable {

  private static final long[] DECADES = {100, 1_000, 10_000, 100_000, 1_000_000};
  private static final Comparator<PageFigures.Unit> BY_PCODE =
      Comparator.comparing(PageFigures.Unit::pcode);

  private final PageWords words;
  private final PageFigures figures;

  PageTable(PageWords words, PageFigures figures) {
    this.words = words;
    this.figures = figures;
  }

  DomContent html() {
    List<PageFigures.Unit> listed =
        figures.units().stream()
            .filter(unit -> unit.un() != null)
            .sorted(Comparator.comparing(PageFigures.Unit::un).reversed().thenComparing(BY_PCODE))
            .toList();
    List<PageFigures.Unit> unlisted =
        figures.units().stream()
            .filter(unit -> unit.un() == null)
            .sorted(
                Comparator.comparingLong(PageTable::displaced).reversed().thenComparing(BY_PCODE))
            .toList();
    return each(table(listed, unlisted), period(), new PageGroups(words, figures).list());
  }

  private DomContent table(List<PageFigures.Unit> listed, List<PageFigures.Unit> unlisted) {
    return TagCreator.table(
            caption(
                    words.text(
                        words.of(figures.product(), "table.caption"),
                        Map.of("date", words.day(figures.asOf()))))
                .withClass("visually-hidden"),
            head(),
            tbody(each(listed, this::row)).withClass("listed"),
            tbody(group(listed.isEmpty(), unlisted.isEmpty()), each(unlisted, this::row))
                .withClass("unlisted"),
            tbody(notAttributed(), total()).withClass("total"))
        .withClass("units");
  }

  /** What days the counts of incidents cover. */
  private DomContent period() {
    return p(words.text(
            "table.period",
            Map.of(
                "start", words.day(IncidentSums.START),
                "date", words.day(figures.asOf()),
                "from", words.day(figures.from()),
                "to", words.day(figures.to()))))
        .withClass("note period");
  }

  private DomContent head() {
    return thead(
        tr(
            column("name", "table.unit.1"),
            column("number un", "table.un"),
            th(
                    span(words.text(words.of(figures.product(), "table.estimate")))
                        .withClass("best"),
                    text(" "),
                    span(words.text("table.interval")).withClass("interval"))
                .attr("scope", "col")
                .withClass("number estimate"),
            th(
                    span(words.text("table.scale")).withClass("drawn-title"),
                    PageScale.svg("svg")
                        .withClass("scale")
                        .attr("width", "100%")
                        .attr("height", "14")
                        .with(decadeLabels()))
                .attr("scope", "col")
                .withClass("drawn")
                .attr("aria-hidden", "true"),
            column("number ratio", "table.ratio"),
            column("number incidents", "table.incidents"),
            column("number air", "table.air")));
  }

  private List<DomContent> decadeLabels() {
    int last = DECADES.length - 1;
    return IntStream.rangeClosed(0, last)
        .mapToObj(
            index ->
                PageScale.label(
                    "tick-text",
                    PageScale.LOGARITHMIC.applyAsDouble(DECADES[index]),
                    11,
                    index == 0 ? "start" : index == last ? "end" : "middle",
                    index == last ? words.text("table.million") : words.number(DECADES[index])))
        .toList();
  }

  private ThTag column(String style, String key) {
    return th(words.text(key)).attr("scope", "col").withClass(style);
  }

  private DomContent group(boolean noneListed, boolean noneUnlisted) {
    return noneUnlisted
        ? text("")
        : tr(th(words.text(
                    words.of(
                        figures.product(), noneListed ? "table.unlisted-all" : "table.unlisted")))
                .attr("colspan", "7")
                .attr("scope", "rowgroup"))
            .withClass("group");
  }

  private TrTag row(PageFigures.Unit unit) {
    String shade =
        unit.displaced().known()
            ? "class-" + DisplacedClass.of(displaced(unit)).ordinal()
            : "unknown";
    return tr(
            th(span().withClass("swatch " + shade), text(words.name(unit.name(), unit.nameMy())))
                .attr("scope", "row")
                .withClass("name"),
            td(unFigure(unit)).withClass("number un"),
            estimate(unit.displaced()),
            drawn(unit.displaced(), unit.un()),
            td(unit.ratioToUn() == null ? "" : words.ratio(unit.ratioToUn()))
                .withClass("number ratio"),
            td(words.count(unit.events())).withClass("number incidents"),
            td(words.count(unit.airIncidents())).withClass("number air"))
        .attr("data-pcode", unit.pcode());
  }

  private DomContent unFigure(PageFigures.Unit unit) {
    if (unit.un() == null) {
      // Not listed is said of a breakdown; on other dates there is nothing to be listed in.
      boolean anyListed = figures.units().stream().anyMatch(other -> other.un() != null);
      return span(words.text(anyListed ? "table.not-listed" : "table.no-figure"))
          .withClass("not-listed");
    }
    DomContent figure = text(words.number(unit.un()));
    return unit.unComplete()
        ? figure
        : each(figure, abbr("†").attr("title", words.text("table.note.part")));
  }

  private DomContent notAttributed() {
    Long people = figures.national().notAttributed();
    if (people == null || people == 0) {
      return text("");
    }
    return tr(
            th(span().withClass("swatch unknown"), text(words.text("table.unattributed")))
                .attr("scope", "row")
                .withClass("name"),
            td(words.number(people)).withClass("number un"),
            td().withClass("number estimate"),
            td().withClass("drawn").attr("aria-hidden", "true"),
            td().withClass("number ratio"),
            td().withClass("number incidents"),
            td().withClass("number air"))
        .withClass("not-attributed");
  }

  private DomContent total() {
    PageFigures.National national = figures.national();
    double air = figures.units().stream().mapToDouble(PageFigures.Unit::airIncidents).sum();
    return tr(
            th(words.text("table.total")).attr("scope", "row").withClass("name"),
            td(national.un() == null
                    ? span(words.text("table.no-figure")).withClass("not-listed")
                    : text(words.number(national.un())))
                .withClass("number un"),
            estimate(national.displaced()),
            drawn(national.displaced(), national.un()),
            td(national.ratioToUn() == null ? "" : words.ratio(national.ratioToUn()))
                .withClass("number ratio"),
            td(words.count(national.events())).withClass("number incidents"),
            td(words.count(air)).withClass("number air"))
        .withClass("national");
  }

  /** Our number never stands without its interval: they share a cell. */
  private TdTag estimate(PageFigures.Range range) {
    if (!range.known()) {
      return td(span(words.text("number.unknown")).withClass("best")).withClass("number estimate");
    }
    return td(
            span(words.people(range.best())).withClass("best"),
            text(" "),
            span(words.interval(range.low80(), range.high80())).withClass("interval"))
        .withClass("number estimate");
  }

  private static TdTag drawn(PageFigures.Range range, Long un) {
    if (!range.known()) {
      return td().withClass("drawn").attr("aria-hidden", "true");
    }
    List<DomContent> marks = new ArrayList<>();
    for (long decade : DECADES) {
      double x = PageScale.LOGARITHMIC.applyAsDouble(decade);
      marks.add(PageScale.line("tick", x, x, 0, 22));
    }
    marks.addAll(PageScale.marks(range, un, PageScale.LOGARITHMIC, 11, 5));
    return td(PageScale.svg("svg")
            .withClass("scale row")
            .attr("width", "100%")
            .attr("height", "22")
            .with(marks))
        .withClass("drawn")
        .attr("aria-hidden", "true");
  }

  private static long displaced(PageFigures.Unit unit) {
    return unit.displaced().best() == null ? 0 : unit.displaced().best();
  }
}
