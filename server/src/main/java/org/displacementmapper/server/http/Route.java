package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * One address: how it is described and what answers it. The list of routes is the only one: the
 * server registers it and the API description is made of it.
 *
 * @param path with parameters in braces, as OpenAPI and Javalin both write it
 * @param id operation id, unique
 * @param mediaTypes of a good answer
 * @param schema name of the answer's schema in the API description; empty for none
 */
record Route(
    String path,
    String id,
    String summary,
    List<Param> params,
    List<String> mediaTypes,
    String schema,
    BiConsumer<Context, Parameters> answer) {

  static final String JSON = "application/json";
  static final String HTML = "text/html; charset=utf-8";

  Route {
    params = List.copyOf(params);
    mediaTypes = List.copyOf(mediaTypes);
  }

  /** The same route as seen from elsewhere. */
  Route at(String otherPath) {
    return new Route(otherPath, id, summary, params, mediaTypes, schema, answer);
  }

  List<String> queryNames() {
    return params.stream().filter(param -> param.in().equals("query")).map(Param::name).toList();
  }

  /** A page shows itself whatever the address says; data refuse what they do not know. */
  void handle(Context context) {
    answer.accept(
        context,
        mediaTypes.equals(List.of(HTML))
            ? Parameters.known(context, queryNames())
            : Parameters.of(context, queryNames()));
  }
}
