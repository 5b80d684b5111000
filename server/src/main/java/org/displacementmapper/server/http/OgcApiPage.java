package org.displacementmapper.server.http;

import static j2html.TagCreator.a;
import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;

/** The routes of the OGC services as a page to read: addresses, parameters, what they are for. */
final class OgcApiPage {

  private OgcApiPage() {}

  static byte[] of(OgcPage.Site site, List<Route> routes) {
    List<DomContent> content = new ArrayList<>();
    content.add(h1("The OGC services, described"));
    content.add(
        p(a("The same as OpenAPI 3.0").withHref(site.base() + OgcRoutes.ROOT + "/api?f=json")));
    for (Route route : routes) {
      content.add(
          section(
              h2(code("GET " + route.path())),
              p(route.summary()),
              dl(each(route.params(), param -> each(dt(param.name()), dd(param.text()))))));
    }
    return OgcPage.page(site, "API", content);
  }
}
