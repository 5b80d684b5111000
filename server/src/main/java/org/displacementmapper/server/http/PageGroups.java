package org.displacementmapper.server.http;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The groups of states of the UN in words: total, date, publisher, units, and what of them is
 * counted. The script writes the same ({@code web/src/table/groups.ts}).
 */
final class PageGroups {

  private static final String BETWEEN = ", ";

  private final PageWords words;
  private final PageFigures figures;

  PageGroups(PageWords words, PageFigures figures) {
    this.words = words;
    this.figures = figures;
  }

  /** A list below the table: a reader without the map has the same. */
  DomContent list() {
    return div(
            h3(words.text("groups.title")),
            ul(each(figures.groups(), group -> li(item(group)))),
            p(words.text("groups.note")).withClass("note"))
        .withClass("un-groups");
  }

  private DomContent item(PageFigures.Group group) {
    List<DomContent> item = new ArrayList<>();
    Map<String, DomContent> values = new HashMap<>();
    values.put("name", strong(name(group)));
    if (group.un() == null) {
      item.addAll(words.marked("groups.none", values));
    } else {
      values.put("un", strong(words.number(group.un())).withClass("un"));
      values.put("date", text(words.day(group.asOf())));
      values.put("publisher", WebAddress.publisher(group.publisher(), group.url()));
      item.addAll(words.marked("groups.item", values));
    }
    item.add(text(" " + words.text("groups.units", Map.of("units", units(group)))));
    partly(group).ifPresent(sentence -> item.add(text(" " + sentence)));
    return each(item, part -> part);
  }

  /** The same in one text, for a legend. */
  String sentences() {
    Stream<String> totals = figures.groups().stream().map(this::total);
    Stream<String> parts = figures.groups().stream().flatMap(group -> partly(group).stream());
    return String.join(
        " ",
        Stream.of(totals, parts, Stream.of(words.text("groups.note")))
            .flatMap(all -> all)
            .toList());
  }

  private String total(PageFigures.Group group) {
    return group.un() == null
        ? words.text("groups.none", Map.of("name", name(group)))
        : words.text(
            "groups.item",
            Map.of(
                "name", name(group),
                "un", words.number(group.un()),
                "date", words.day(group.asOf()),
                "publisher", group.publisher()));
  }

  /** Where the outline holds more than the UN counts. */
  private Optional<String> partly(PageFigures.Group group) {
    if (group.exact() || group.partly().isEmpty()) {
      return Optional.empty();
    }
    boolean burmese = words.language().equals(PageWords.BURMESE);
    return Optional.of(
        words.text(
            "groups.partly",
            Map.of(
                "name",
                name(group),
                "units",
                String.join(
                    BETWEEN,
                    group.partly().stream()
                        .map(part -> words.name(part.name(), part.nameMy()))
                        .toList()),
                "parts",
                String.join(
                    BETWEEN,
                    group.partly().stream()
                        .map(part -> burmese ? part.countedNamesMy() : part.countedNames())
                        .flatMap(List::stream)
                        .toList()))));
  }

  private String units(PageFigures.Group group) {
    return String.join(
        BETWEEN,
        figures.units().stream()
            .filter(unit -> group.units().contains(unit.pcode()))
            .map(unit -> words.name(unit.name(), unit.nameMy()))
            .toList());
  }

  private String name(PageFigures.Group group) {
    return words.name(group.name(), group.nameMy());
  }
}
