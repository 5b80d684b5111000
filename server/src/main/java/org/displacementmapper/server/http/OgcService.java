package org.displacementmapper.server.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.server.ogc.Documents;
import org.displacementmapper.server.ogc.Encoding;
import org.displacementmapper.server.ogc.Items;
import org.displacementmapper.server.ogc.Tilesets;
import org.displacementmapper.server.usecase.UseCases;

/** The OGC services as a whole: their routes, and the description that is made of these. */
final class OgcService {

  private OgcService() {}

  static List<Route> routes(UseCases useCases, PublicUrl publicUrl, PageFoot foot) {
    OgcAnswers answers = new OgcAnswers(useCases.featureCollections(), publicUrl, foot);
    Documents documents = new Documents(useCases.featureCollections());
    List<Routes> parts =
        List.of(
            new OgcRoutes(useCases.featureCollections(), documents, answers),
            new OgcItemRoutes(new Items(useCases.featureCollections()), answers),
            new OgcTileRoutes(
                new Tilesets(useCases.featureCollections()), useCases.drawTile(), answers));
    List<Route> routes = new ArrayList<>();
    parts.forEach(part -> routes.addAll(part.routes()));
    routes.add(description(routes, answers));
    return routes;
  }

  /** The description stands in itself, like every other route. */
  private static Route description(List<Route> others, OgcAnswers answers) {
    List<Route> all = new ArrayList<>(others);
    Route self =
        new Route(
            OgcRoutes.ROOT + "/api",
            "getOgcApiDescription",
            "This description of the OGC services (OpenAPI 3.0).",
            List.of(OgcParams.F, Param.V),
            Encoding.API.stream().map(Encoding::mediaType).toList(),
            "",
            (context, parameters) -> {
              Encoding encoding = OgcAnswers.negotiate(context, parameters, Encoding.API);
              OgcAnswers.begin(context, encoding);
              Answers.send(
                  context,
                  answers.identity(context, encoding, parameters.version()),
                  encoding.contentType(),
                  Answers.DATA,
                  () ->
                      encoding == Encoding.HTML
                          ? OgcApiPage.of(answers.site(context, parameters.version()), all)
                          : Json.bytes(describe(all, answers.root(context))));
            });
    all.add(self);
    return self;
  }

  private static Map<String, Object> describe(List<Route> routes, String root) {
    Map<String, Schema> used = new LinkedHashMap<>();
    used.put("Problem", Schemas.ALL.get("Problem"));
    for (Route route : routes) {
      if (!route.schema().isEmpty()) {
        use(route.schema(), used);
      }
    }
    return OpenApi.describe(routes.stream().map(OgcService::relative).toList(), used, root);
  }

  /** A schema with those of its parts. */
  private static void use(String name, Map<String, Schema> used) {
    Schema schema = Schemas.ALL.get(name);
    if (used.putIfAbsent(name, schema) == null) {
      for (String field : schema.names()) {
        OgcSchemas.part(name, field).ifPresent(part -> use(part, used));
      }
    }
  }

  private static Route relative(Route route) {
    String path = route.path().substring(OgcRoutes.ROOT.length());
    return route.at(path.isEmpty() ? "/" : path);
  }
}
