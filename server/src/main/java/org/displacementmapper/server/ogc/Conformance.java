package org.displacementmapper.server.ogc;

import java.util.ArrayList;
import java.util.List;
import org.displacementmapper.filter.Cql2;

/** The conformance classes, each named by the part that implements it. */
final class Conformance {

  static final String COMMON = "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/";
  static final String COLLECTIONS = "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/";
  static final String FEATURES = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";
  static final String TILES = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/";

  private static final String MATRICES = "http://www.opengis.net/spec/tms/2.0/conf/";

  private static final List<String> TILESETS =
      List.of(
          TILES + "core",
          TILES + "tileset",
          TILES + "tilesets-list",
          TILES + "dataset-tilesets",
          TILES + "geodata-tilesets",
          MATRICES + "tilematrixset",
          MATRICES + "tilematrixsetlimits",
          MATRICES + "tilesetmetadata",
          MATRICES + "json-tilematrixset",
          MATRICES + "json-tilematrixsetlimits",
          MATRICES + "json-tilesetmetadata");

  private static final List<String> CORE =
      List.of(COMMON + "core", COLLECTIONS + "collections", FEATURES + "core");

  private static final List<String> FILTER =
      List.of(
          "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
          "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
          "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter");

  private Conformance() {}

  static List<String> classes() {
    List<String> classes = new ArrayList<>(CORE);
    for (Encoding encoding : Encoding.values()) {
      classes.addAll(encoding.conformance());
    }
    classes.addAll(OgcCrs.CONFORMANCE);
    classes.addAll(TILESETS);
    classes.addAll(FILTER);
    classes.addAll(Cql2.CONFORMANCE);
    return classes;
  }
}
