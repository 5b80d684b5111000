package org.displacementmapper.server.http;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.text;

import io.javalin.http.Context;
import j2html.tags.DomContent;
import j2html.tags.specialized.ATag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.displacementmapper.dataset.ChangeCounts;
import org.displacementmapper.dataset.Difference;
import org.displacementmapper.server.usecase.CompareVersions;

/**
 * What a page says before its content: that newer data exist than those which its address names,
 * and what changed since; and what of the address it ignores. Immutable, safe for use by many
 * threads.
 */
final class PageNotes {

  private final CompareVersions compareVersions;

  PageNotes(CompareVersions compareVersions) {
    this.compareVersions = compareVersions;
  }

  /**
   * Nothing if the page shows the newest data, as asked.
   *
   * @param asked what the address names as version; empty: nothing
   * @param spoken with the version that is shown; without one: the newest
   * @param framed whether the page is inside another one, which links must not replace
   */
  DomContent version(
      Context context, Optional<String> asked, Languages.Spoken spoken, boolean framed) {
    PageWords words = spoken.words();
    if (asked.isEmpty()) {
      return text("");
    }
    CompareVersions.Compared compared =
        compareVersions.compare(
            Optional.of(spoken.version().orElseGet(compareVersions::newest)), Optional.empty());
    String newest = compared.until().version().toString();
    if (spoken.version().isEmpty()) {
      return note("unknown", text(unknown(words, asked.get(), newest)));
    }
    String shown = compared.since().version().toString();
    if (shown.equals(newest)) {
      return text("");
    }
    String told =
        words.text(
            "newer.note",
            Map.of(
                "version",
                shown,
                "newest",
                newest,
                "date",
                words.day(compared.until().version().created()),
                "changes",
                changes(words, compared.difference())));
    ATag list =
        a(words.text("newer.list"))
            .withHref(
                "changes?since=" + shown + spoken.language().map("&lang="::concat).orElse(""));
    return note(
        "newer",
        each(
            text(told + " "),
            a(words.text("newer.show")).withId("newest").withHref(withoutVersion(context)),
            text(" · "),
            framed ? list.withTarget("_blank").withRel("noopener") : list));
  }

  static String unknown(PageWords words, String asked, String newest) {
    return words.text("newer.unknown", Map.of("asked", asked, "version", newest));
  }

  /** Says which versions are kept and cannot be shown. */
  static DomContent unreadable(PageWords words, List<String> versions) {
    return note(
        "unreadable",
        text(words.text("changes.unreadable", Map.of("versions", String.join(", ", versions)))));
  }

  /**
   * Says what of the address is ignored.
   *
   * @param ignored parts of the address
   */
  static DomContent ignored(PageWords words, List<String> ignored) {
    return ignored(words, new PageAddress.Ignored(ignored, Set.of()), Optional.empty());
  }

  /**
   * The same; hidden if there is nothing to say, for the script to fill.
   *
   * @param moved a sentence that says how the rest was understood
   */
  static DomContent ignored(PageWords words, PageAddress.Ignored ignored, Optional<String> moved) {
    List<String> told = new ArrayList<>();
    if (!ignored.parts().isEmpty()) {
      told.add(
          words.text(
              "address.ignored",
              Map.of("ignored", String.join(", ", ignored.parts()).replaceAll("\\p{Cntrl}", " "))));
    }
    moved.ifPresent(told::add);
    return note("ignored", text(String.join(" ", told)))
        .attr("data-names", String.join(" ", ignored.names()))
        .withCondHidden(told.isEmpty());
  }

  private static j2html.tags.specialized.PTag note(String id, DomContent content) {
    return p(content).withClass("notice").withId(id).attr("role", "note");
  }

  /** In a list of parts; those without a change are left out. */
  private static String changes(PageWords words, Difference difference) {
    List<String> parts = new ArrayList<>();
    if (!difference.incidentCounts().isEmpty()) {
      parts.add(counts(words, "newer.incidents", difference.incidentCounts()));
    }
    if (!difference.figureCounts().isEmpty()) {
      parts.add(counts(words, "newer.figures", difference.figureCounts()));
    }
    if (difference.changesBoundaries()) {
      parts.add(words.text("newer.boundaries"));
    }
    if (difference.changesPopulation()) {
      parts.add(words.text("newer.population"));
    }
    return parts.isEmpty() ? words.text("newer.none") : String.join("; ", parts);
  }

  static String counts(PageWords words, String key, ChangeCounts counts) {
    return words.text(
        key,
        Map.of(
            "added", words.number(counts.added()),
            "changed", words.number(counts.changed()),
            "withdrawn", words.number(counts.withdrawn())));
  }

  /** The address of the same state with the newest data. */
  private static String withoutVersion(Context context) {
    List<String> parts = new ArrayList<>();
    context
        .queryParamMap()
        .forEach(
            (name, values) -> {
              if (!name.equals(Param.V.name())) {
                values.forEach(
                    value -> parts.add(Languages.encoded(name) + "=" + PageState.encoded(value)));
              }
            });
    return "?" + String.join("&", parts);
  }
}
