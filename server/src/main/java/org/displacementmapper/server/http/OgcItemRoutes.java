package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.displacementmapper.server.ogc.Encoding;
import org.displacementmapper.server.ogc.Items;
import org.displacementmapper.server.ogc.ItemsQuery;
import org.displacementmapper.server.ogc.OgcCrs;
import org.displacementmapper.server.ogc.Page;
import org.displacementmapper.server.usecase.FeatureCollection;
import org.displacementmapper.server.usecase.Question;

/** OGC API - Features: the features of a collection, page by page, and one alone. */
final class OgcItemRoutes implements Routes {

  private static final String ITEMS = OgcRoutes.ROOT + "/collections/{collectionId}/items";
  private static final List<String> MEDIA_TYPES =
      Encoding.FEATURES.stream().map(Encoding::mediaType).toList();

  private final Items items;
  private final OgcAnswers answers;

  OgcItemRoutes(Items items, OgcAnswers answers) {
    this.items = items;
    this.answers = answers;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(
            ITEMS,
            "getFeatures",
            "Features of a collection: filtered, sorted, page by page.",
            OgcParams.items(),
            MEDIA_TYPES,
            "OgcFeatures",
            this::items),
        new Route(
            ITEMS + "/{featureId}",
            "getFeature",
            "One feature of a collection.",
            OgcParams.feature(),
            MEDIA_TYPES,
            "OgcFeature",
            this::item));
  }

  private void items(Context context, Parameters parameters) {
    Encoding encoding = OgcAnswers.negotiate(context, parameters, Encoding.FEATURES);
    FeatureCollection collection = collection(context, parameters);
    Question question = question(parameters, collection);
    ItemsQuery query = OgcQuery.of(parameters, collection);
    String address = answers.base(context) + context.path() + OgcQuery.withoutPaging(context);
    Page page = items.page(collection.id(), question, query);
    contentCrs(context, query.crs());
    OgcAnswers.begin(context, encoding);
    Answers.weaken(context);
    Answers.stream(
        context,
        answers.identity(context, encoding, Optional.of(page.version())),
        encoding.contentType(),
        Answers.DATA,
        out -> {
          if (encoding == Encoding.HTML) {
            out.write(
                OgcItemsPage.many(
                    answers.site(context, parameters.version()),
                    page,
                    items.links(page, encoding, address),
                    answers.base(context) + context.path(),
                    shown(query, collection)));
          } else {
            items.write(page, query, address, out);
          }
        });
  }

  private void item(Context context, Parameters parameters) {
    Encoding encoding = OgcAnswers.negotiate(context, parameters, Encoding.FEATURES);
    FeatureCollection collection = collection(context, parameters);
    Question question = question(parameters, collection);
    OgcCrs crs = OgcQuery.crs(parameters, "crs");
    String id = context.pathParam("featureId");
    String path = context.path();
    String address =
        answers.base(context)
            + path.substring(0, path.indexOf("/items/") + "/items/".length())
            + Items.encoded(id)
            + OgcQuery.withoutPaging(context);
    Page page = items.single(collection.id(), id, question, crs);
    contentCrs(context, crs);
    OgcAnswers.begin(context, encoding);
    Answers.weaken(context);
    Answers.stream(
        context,
        answers.identity(context, encoding, Optional.of(page.version())),
        encoding.contentType(),
        Answers.DATA,
        out -> {
          if (encoding == Encoding.HTML) {
            out.write(
                OgcItemsPage.one(
                    answers.site(context, question.version()),
                    page,
                    items.singleLinks(encoding, address)));
          } else {
            items.writeSingle(page, crs, address, out);
          }
        });
  }

  private FeatureCollection collection(Context context, Parameters parameters) {
    return items.collections().collection(context.pathParam("collectionId"), parameters.version());
  }

  private static Question question(Parameters parameters, FeatureCollection collection) {
    for (Param param : OgcParams.QUESTION) {
      if (!collection.parameters().contains(param.name())) {
        parameters
            .find(param.name())
            .ifPresent(
                value -> {
                  throw Problem.badParameter(
                      param.name(),
                      value,
                      "collection "
                          + collection.id()
                          + (collection.parameters().isEmpty()
                              ? " takes none of this kind."
                              : " takes of this kind "
                                  + String.join(", ", collection.parameters())
                                  + "."));
                });
      }
    }
    return parameters.estimateQuestion();
  }

  private static List<String> shown(ItemsQuery query, FeatureCollection collection) {
    return collection.schema().names().stream()
        .filter(name -> query.properties().isEmpty() || query.properties().contains(name))
        .toList();
  }

  private static void contentCrs(Context context, OgcCrs crs) {
    context.header("Content-Crs", "<" + crs.uri() + ">");
  }
}
