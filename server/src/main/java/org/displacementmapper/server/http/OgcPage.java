package org.displacementmapper.server.http;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.document;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.li;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.title;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A document of the OGC services as a page: the same members that its JSON has, in the same order.
 * Without script; links lead to the pages of other resources.
 */
final class OgcPage {

  /** Lets a page load nothing but its own style. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'self'";

  private static final List<String> STYLESHEETS = PageFrame.stylesheets();

  private OgcPage() {}

  /**
   * What stands around the content of every page.
   *
   * @param base address of the server, without a slash at the end
   * @param version of the data that the address names; goes on into the links
   * @param foot below the content
   */
  record Site(String base, Optional<String> version, DomContent foot) {}

  /**
   * @param document as JSON has it
   */
  static byte[] of(Site site, Map<String, Object> document) {
    String name = name(document);
    List<DomContent> content = new ArrayList<>();
    content.add(h1(name));
    content.add(members(document, "title"));
    return page(site, name, content);
  }

  static byte[] page(Site site, String name, List<DomContent> content) {
    String base = site.base();
    String more = site.version().map(v -> "&v=" + PageState.encoded(v)).orElse("");
    String page =
        document(
            html(
                    head(
                        meta().withCharset("utf-8"),
                        meta()
                            .withName("viewport")
                            .withContent("width=device-width, initial-scale=1"),
                        title(name + " – displacement-mapper"),
                        each(
                            STYLESHEETS,
                            style -> link().withRel("stylesheet").withHref(base + "/" + style))),
                    body(
                        header(
                                p(
                                        strong(
                                            a("displacement-mapper")
                                                .withHref(base + "/" + more.replace('&', '?'))),
                                        text(" "),
                                        a("OGC API")
                                            .withHref(base + OgcRoutes.ROOT + "?f=html" + more),
                                        text(" · "),
                                        a("Collections")
                                            .withHref(
                                                base
                                                    + OgcRoutes.ROOT
                                                    + "/collections?f=html"
                                                    + more),
                                        text(" · "),
                                        a("Tiles")
                                            .withHref(
                                                base + OgcRoutes.ROOT + "/tiles?f=html" + more))
                                    .withClass("product"))
                            .withClass("bar"),
                        main(each(content, part -> part)).withClass("document"),
                        footer(site.foot()).withClass("document")))
                .withLang("en"));
    return page.getBytes(StandardCharsets.UTF_8);
  }

  private static String name(Map<String, Object> document) {
    Object name = document.getOrDefault("title", document.get("id"));
    return name != null ? name.toString() : "OGC API";
  }

  /** A definition list of the plain members, then a section for each of the others. */
  static DomContent members(Map<?, ?> document, String without) {
    List<DomContent> terms = new ArrayList<>();
    List<DomContent> sections = new ArrayList<>();
    document.forEach(
        (key, value) -> {
          String name = key.toString();
          if (name.equals("links")) {
            sections.add(0, links((Collection<?>) value));
          } else if (isPlain(value)) {
            if (!name.equals(without)) {
              terms.add(dt(name));
              terms.add(dd(plain(value)));
            }
          } else {
            sections.add(section(h2(name), nested(value)));
          }
        });
    return each(dl(each(terms, term -> term)), each(sections, part -> part));
  }

  private static boolean isPlain(Object value) {
    return !(value instanceof Map)
        && !(value instanceof Collection<?> list && list.stream().anyMatch(Map.class::isInstance));
  }

  private static DomContent nested(Object value) {
    if (value instanceof Map<?, ?> map) {
      return areRows(map.values()) ? rows(map) : members(map, "");
    }
    Collection<?> items = (Collection<?>) value;
    if (areRows(items)) {
      return rows(items);
    }
    return each(
        items,
        item ->
            item instanceof Map<?, ?> map
                ? section(heading(map), members(map, "title"))
                : p(plain(item)));
  }

  /** Many things of one kind, with plain values only, are read better in a table. */
  private static boolean areRows(Collection<?> items) {
    return items.size() > 1
        && items.stream()
            .allMatch(
                item ->
                    item instanceof Map<?, ?> map
                        && map.values().stream().allMatch(OgcPage::isPlain));
  }

  private static DomContent rows(Collection<?> items) {
    Set<String> names = new LinkedHashSet<>();
    items.forEach(item -> ((Map<?, ?>) item).keySet().forEach(name -> names.add(name.toString())));
    return div(table(
            thead(tr(each(names, name -> th(name)))),
            tbody(each(items, item -> tr(each(names, name -> td(cell((Map<?, ?>) item, name))))))))
        .withClass("wide");
  }

  private static DomContent cell(Map<?, ?> row, String name) {
    return row.containsKey(name) ? plain(row.get(name)) : text("");
  }

  /** The same of things that have names: these come first. */
  private static DomContent rows(Map<?, ?> items) {
    List<Map<?, ?>> named = new ArrayList<>();
    items.forEach(
        (name, item) -> {
          Map<Object, Object> row = new LinkedHashMap<>();
          row.put("name", name);
          row.putAll((Map<?, ?>) item);
          named.add(row);
        });
    return rows(named);
  }

  private static DomContent heading(Map<?, ?> item) {
    Object title = item.get("title");
    return title == null ? text("") : h2(title.toString());
  }

  private static DomContent links(Collection<?> links) {
    return ul(each(
            links,
            one -> {
              Map<?, ?> found = (Map<?, ?>) one;
              String title = found.get("title").toString();
              String href = found.get("href").toString();
              return found.containsKey("templated")
                  ? li(text(title + ": "), code(href))
                  : li(a(title).withHref(href));
            }))
        .withClass("links");
  }

  static DomContent plain(Object value) {
    if (value instanceof Collection<?> list) {
      List<DomContent> parts = new ArrayList<>();
      for (Object item : list) {
        if (!parts.isEmpty()) {
          parts.add(text(", "));
        }
        parts.add(plain(item));
      }
      return each(parts, part -> part);
    }
    String words = value == null ? "–" : value.toString();
    return words.startsWith("http://") || words.startsWith("https://")
        ? a(words).withHref(words)
        : text(words);
  }
}
