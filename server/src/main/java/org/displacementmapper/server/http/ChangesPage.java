package org.displacementmapper.server.http;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import j2html.tags.specialized.ThTag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.displacementmapper.server.usecase.KeptVersions;

/** What changed from one version to another, in words first, then row by row; then all versions. */
final class ChangesPage {

  private final Languages.Spoken spoken;
  private final PageWords words;
  private final Map<String, Object> changes;

  /**
   * @param changes as {@code /api/changes} has them
   */
  ChangesPage(Languages.Spoken spoken, Map<String, Object> changes) {
    this.spoken = spoken;
    this.words = spoken.words();
    this.changes = changes;
  }

  /**
   * @param versions the last ones that are kept
   */
  DomContent html(List<KeptVersions.Kept> versions) {
    return each(
        h1(words.text("changes.heading")),
        p(words.text(
                "changes.lead",
                Map.of(
                    "since",
                    (String) changes.get("since"),
                    "sinceday",
                    words.day((LocalDate) changes.get("since_created")),
                    "until",
                    (String) changes.get("until"),
                    "untilday",
                    words.day((LocalDate) changes.get("until_created")))))
            .withClass("lead"),
        changes.get("since").equals(changes.get("until"))
            ? p(
                words.text(
                    changes.get("until").toString().startsWith("1-")
                        ? "changes.same"
                        : "changes.nothing"))
            : text(""),
        ul(each(summary(), line -> li(line))),
        counts("changes.sources", "changes.source", "sources"),
        counts("changes.units", "changes.unit", "units"),
        list(),
        kept(versions));
  }

  private List<String> summary() {
    List<String> lines = new ArrayList<>();
    lines.add(summary("incidents"));
    rows("fields")
        .forEach(
            row ->
                lines.add(
                    words.text(
                        "changes.parts",
                        Map.of(
                            "count", words.number((Long) row.get("incidents")),
                            "part", part((String) row.get("field"))))));
    lines.add(summary("figures"));
    lines.add(
        Boolean.TRUE.equals(changes.get("boundaries_changed"))
            ? words.text(
                "changes.boundaries",
                Map.of(
                    "since", (String) changes.get("boundaries_since"),
                    "until", (String) changes.get("boundaries_until")))
            : words.text("changes.boundaries.same"));
    lines.add(
        words.text(
            Boolean.TRUE.equals(changes.get("population_changed"))
                ? "changes.population"
                : "changes.population.same"));
    return lines;
  }

  @SuppressWarnings("unchecked")
  private String summary(String name) {
    Map<String, Object> counts = (Map<String, Object>) changes.get(name);
    return words.text(
        "changes." + name,
        Map.of(
            "added", number(counts, "added"),
            "changed", number(counts, "changed"),
            "withdrawn", number(counts, "withdrawn")));
  }

  private String number(Map<String, Object> row, String name) {
    return words.number((Long) row.get(name));
  }

  private String part(String field) {
    return words.text("changes.part." + field);
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> rows(String name) {
    return (List<Map<String, Object>>) changes.get(name);
  }

  private DomContent counts(String title, String column, String name) {
    if (rows(name).isEmpty()) {
      return text("");
    }
    return each(
        h2(words.text(title)),
        numbers(
            title,
            List.of(
                head(column),
                count("changes.added"),
                count("changes.changed"),
                count("changes.withdrawn")),
            rows(name).stream()
                .map(
                    row ->
                        tr(
                            th(name(row)).attr("scope", "row"),
                            td(number(row, "added")).withClass("number"),
                            td(number(row, "changed")).withClass("number"),
                            td(number(row, "withdrawn")).withClass("number")))
                .toList()));
  }

  private ThTag head(String key) {
    return th(words.text(key)).attr("scope", "col");
  }

  private ThTag count(String key) {
    return head(key).withClass("number");
  }

  private String name(Map<String, Object> row) {
    return row.containsKey("source")
        ? (String) row.get("source")
        : words.name((String) row.get("name"), (String) row.get("name_my"));
  }

  /**
   * @param title key of the words that a screen reader hears of the table
   */
  private DomContent numbers(
      String title, List<? extends DomContent> heads, List<? extends DomContent> rows) {
    return ScrollBox.of(
        words.text(title),
        table(
                caption(span(words.text(title)).withClass("visually-hidden")),
                thead(tr(each(heads, head -> head))),
                tbody(each(rows, row -> row)))
            .withClass("numbers"));
  }

  private DomContent list() {
    if (rows("changes").isEmpty()) {
      return text("");
    }
    String next = (String) changes.get("next");
    return each(
        h2(words.text("changes.list")),
        p(words.text("changes.list.note")).withClass("note"),
        numbers(
            "changes.list",
            List.of(
                head("changes.day"),
                head("changes.what"),
                head("changes.change"),
                head("changes.where")),
            rows("changes").stream().map(this::row).toList()),
        next == null
            ? text("")
            : p(a(words.text("changes.more")).withHref(address("cursor=" + next))));
  }

  private DomContent row(Map<String, Object> row) {
    String change = words.text("changes." + row.get("change"));
    String fields =
        ((List<?>) row.get("fields"))
            .stream().map(field -> part(field.toString())).collect(Collectors.joining(", "));
    return tr(
        th(words.day((LocalDate) row.get("date"))).attr("scope", "row"),
        td(what(row)),
        td(fields.isEmpty() ? change : change + ": " + fields),
        td(place(row)));
  }

  private DomContent what(Map<String, Object> row) {
    boolean figure = row.get("of").equals("figure");
    String kind =
        words.text(
            figure ? "changes.figure" : "changes.incident",
            Map.of("source", (String) row.get("source")));
    String page = (String) row.get("page");
    return page == null ? text(kind) : a(kind).withHref(page + spoken.more());
  }

  private DomContent place(Map<String, Object> row) {
    Object place = row.get("place");
    List<?> units = (List<?>) row.get("units");
    String where =
        place != null
            ? place.toString()
            : units.stream().map(this::unit).collect(Collectors.joining(", "));
    Long before = (Long) row.get("people_before");
    Long after = (Long) row.get("people_after");
    if (before != null && after != null) {
      String people =
          words.text(
              "changes.figure.was",
              Map.of("before", words.number(before), "after", words.number(after)));
      return text(where + ": " + people);
    }
    return text(
        before == null && after == null
            ? where
            : where + ": " + words.number(before == null ? after : before));
  }

  private String unit(Object pcode) {
    return rows("units").stream()
        .filter(row -> row.get("pcode").equals(pcode))
        .map(this::name)
        .findFirst()
        .orElse(pcode.toString());
  }

  private DomContent kept(List<KeptVersions.Kept> versions) {
    return each(
        h2(words.text("changes.versions")),
        p(words.text("changes.versions.note")).withClass("note"),
        numbers(
            "changes.versions",
            List.of(
                head("changes.version"),
                head("changes.day"),
                head("changes.imported"),
                count("changes.count"),
                td()),
            versions.stream().map(this::kept).toList()));
  }

  private DomContent kept(KeptVersions.Kept one) {
    String imported =
        one.imported().map(word -> word.replace(' ', '-')).orElse(one.number() == 1 ? "first" : "");
    return tr(
        th(a(one.name()).withHref("./?v=" + one.name() + spoken.more())).attr("scope", "row"),
        td(one.created().map(words::day).orElse("")),
        td(imported.isEmpty() ? "" : words.text("changes.imported." + imported)),
        td(one.incidents().map(words::number).orElse("")).withClass("number"),
        td(a(words.text("changes.since")).withHref(address("since=" + one.name()))));
  }

  private String address(String query) {
    return "changes?" + query + spoken.more();
  }
}
