package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.filter.Cql2;
import org.displacementmapper.filter.FilterException;
import org.displacementmapper.server.ogc.ItemsQuery;
import org.displacementmapper.server.ogc.OgcCrs;
import org.displacementmapper.server.usecase.FeatureCollection;

/** Reads the parameters of a request for features. */
final class OgcQuery {

  private static final String PAGING = "(f|cursor)(=.*)?";

  private OgcQuery() {}

  static ItemsQuery of(Parameters parameters, FeatureCollection collection) {
    return ItemsQuery.parse(
        collection,
        parameters.find("bbox"),
        crs(parameters, "bbox-crs"),
        parameters.find("datetime"),
        filter(parameters, collection),
        parameters.find("sortby"),
        properties(parameters, collection),
        limit(parameters),
        parameters.find("cursor"),
        crs(parameters, "crs"));
  }

  private static Optional<Predicate<Feature>> filter(
      Parameters parameters, FeatureCollection collection) {
    parameters.choice("filter-lang", List.of("cql2-text"));
    OgcCrs crs = crs(parameters, "filter-crs");
    return parameters
        .find("filter")
        .map(
            text -> {
              try {
                return Cql2.parse(text, collection.schema(), crs::literalToLonLat);
              } catch (FilterException e) {
                throw Problem.badFilter(text, e);
              }
            });
  }

  static OgcCrs crs(Parameters parameters, String name) {
    Optional<String> text = parameters.find(name);
    return text.isEmpty()
        ? OgcCrs.CRS84
        : OgcCrs.find(text.get())
            .orElseThrow(
                () ->
                    Problem.badParameter(
                        name,
                        text.get(),
                        "there is no such system here; allowed: "
                            + String.join(", ", OgcCrs.LISTED)
                            + ", or http://www.opengis.net/def/crs/EPSG/0/ and the code of another"
                            + " system of two dimensions."));
  }

  /** A greater number than the maximum is no error: the standard wants the maximum then. */
  private static int limit(Parameters parameters) {
    Optional<String> text = parameters.find("limit");
    if (text.isEmpty()) {
      return ItemsQuery.DEFAULT_LIMIT;
    }
    if (!text.get().matches("0*[1-9][0-9]*")) {
      throw Problem.badParameter(
          "limit",
          text.get(),
          "a whole number from 1 to "
              + ItemsQuery.MAX_LIMIT
              + " is allowed; a greater one gives as many.");
    }
    String digits = text.get().replaceFirst("^0+", "");
    return digits.length() > 6
        ? ItemsQuery.MAX_LIMIT
        : Math.min(ItemsQuery.MAX_LIMIT, Integer.parseInt(digits));
  }

  private static Set<String> properties(Parameters parameters, FeatureCollection collection) {
    Set<String> names = parameters.list("properties");
    List<String> known = collection.schema().names();
    for (String name : names) {
      if (!known.contains(name)) {
        throw Problem.badParameter(
            "properties", name, collection.id() + " has " + String.join(", ", known) + ".");
      }
    }
    return names;
  }

  /** The query with its question mark, or nothing; without encoding and place among the pages. */
  static String withoutPaging(Context context) {
    if (context.queryString() == null) {
      return "";
    }
    String kept =
        Arrays.stream(context.queryString().split("&"))
            .filter(part -> !part.isEmpty() && !part.matches(PAGING))
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }
}
