package org.displacementmapper.server.http;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.server.ogc.Items;
import org.displacementmapper.server.ogc.Page;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** Features as pages: a table of many, a list of the values of one. */
final class OgcItemsPage {

  private OgcItemsPage() {}

  /**
   * @param address of the items, without a query
   * @param properties to show
   */
  static byte[] many(
      OgcPage.Site site,
      Page page,
      List<Map<String, Object>> links,
      String address,
      List<String> properties) {
    List<String> columns = OgcValues.columns(properties);
    List<DomContent> content = new ArrayList<>();
    content.add(h1(page.collection().title()));
    content.add(p(page.collection().text()));
    content.add(p("Data version " + page.version() + "."));
    content.add(p(page.features().size() + " of " + page.matched() + " features."));
    content.add(OgcPage.members(Map.of("links", links), ""));
    content.add(
        div(table(
                thead(tr(th("id"), each(columns, name -> th(name)))),
                tbody(
                    each(
                        page.features(),
                        feature -> row(feature, address, site.version(), columns)))))
            .withClass("wide"));
    return OgcPage.page(site, page.collection().title(), content);
  }

  private static DomContent row(
      Feature feature, String address, Optional<String> version, List<String> columns) {
    Map<String, Object> values = OgcValues.of(feature);
    String href =
        address
            + "/"
            + Items.encoded(feature.id())
            + "?f=html"
            + version.map(v -> "&v=" + v).orElse("");
    return tr(
        td(a(feature.id()).withHref(href)),
        each(
            columns,
            name ->
                td(cell(values.get(name))).withCondClass(OgcValues.isEstimate(name), "estimate")));
  }

  private static DomContent cell(Object value) {
    return value == null ? text("") : OgcPage.plain(value);
  }

  static byte[] one(OgcPage.Site site, Page page, List<Map<String, Object>> links) {
    Feature feature = page.features().get(0);
    Map<String, Object> members = new LinkedHashMap<>(OgcValues.of(feature));
    members.put("geometry", words(feature.geometry()));
    members.put("version", page.version());
    members.put("links", links);
    List<DomContent> content = new ArrayList<>();
    content.add(h1(page.collection().title() + ": " + feature.id()));
    content.add(OgcPage.members(members, ""));
    return OgcPage.page(site, feature.id(), content);
  }

  private static String words(Geometry geometry) {
    if (geometry == null) {
      return "not known";
    }
    if (geometry instanceof Point point) {
      return "point, longitude " + point.getX() + ", latitude " + point.getY();
    }
    Envelope box = geometry.getEnvelopeInternal();
    return "%s, longitude %s to %s, latitude %s to %s"
        .formatted(
            geometry.getGeometryType(), box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY());
  }
}
