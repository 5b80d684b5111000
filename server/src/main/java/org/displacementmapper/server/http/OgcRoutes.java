package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.displacementmapper.server.ogc.Documents;
import org.displacementmapper.server.ogc.Encoding;
import org.displacementmapper.server.ogc.Queryables;
import org.displacementmapper.server.usecase.FeatureCollections;

/** OGC API: the landing page, what it conforms to, the collections and what they hold. */
final class OgcRoutes implements Routes {

  static final String ROOT = "/ogc";

  private final FeatureCollections collections;
  private final Documents documents;
  private final OgcAnswers answers;

  OgcRoutes(FeatureCollections collections, Documents documents, OgcAnswers answers) {
    this.collections = collections;
    this.documents = documents;
    this.answers = answers;
  }

  @Override
  public List<Route> routes() {
    List<Param> f = List.of(OgcParams.F, Param.V);
    List<Param> one = List.of(OgcParams.COLLECTION, OgcParams.F, Param.V);
    return List.of(
        route(
            "",
            "getLandingPage",
            "The OGC services: where everything is.",
            f,
            "OgcLandingPage",
            (context, encoding, version) ->
                documents.landing(answers.root(context), encoding, version)),
        route(
            "/conformance",
            "getConformance",
            "The conformance classes that the services keep to.",
            f,
            "OgcConformance",
            (context, encoding, version) -> documents.conformance(answers.root(context), encoding)),
        route(
            "/collections",
            "getCollections",
            "The collections of features, with their extents.",
            f,
            "OgcCollections",
            (context, encoding, version) ->
                documents.collections(answers.root(context), encoding, version)),
        route(
            "/collections/{collectionId}",
            "getCollection",
            "One collection of features.",
            one,
            "OgcCollection",
            (context, encoding, version) ->
                documents.collection(id(context), answers.root(context), encoding, version)),
        schema(
            "/collections/{collectionId}/queryables",
            "getQueryables",
            "What filters of a collection may name, as JSON Schema.",
            one,
            (context, encoding, version) ->
                Queryables.queryables(
                    collections.collection(id(context), version), self(context, version))),
        schema(
            "/collections/{collectionId}/schema",
            "getSchema",
            "What the features of a collection hold, as JSON Schema.",
            one,
            (context, encoding, version) ->
                Queryables.schema(
                    collections.collection(id(context), version), self(context, version))));
  }

  private Route route(
      String path,
      String id,
      String summary,
      List<Param> params,
      String schema,
      OgcAnswers.Document document) {
    return answers.route(ROOT + path, id, summary, params, Encoding.METADATA, schema, document);
  }

  private Route schema(
      String path, String id, String summary, List<Param> params, OgcAnswers.Document document) {
    return answers.route(ROOT + path, id, summary, params, Encoding.SCHEMAS, "OgcSchema", document);
  }

  private String self(Context context, Optional<String> version) {
    return answers.base(context) + context.path() + version.map(v -> "?v=" + v).orElse("");
  }

  private static String id(Context context) {
    return context.pathParam("collectionId");
  }
}
