package org.displacementmapper.server.ogc;

import java.util.ArrayList;
import java.util.List;

/** The conformance classes, each named by the part that implements it. */
final class Conformance {

  static final String COMMON = "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/";
  static final String COLLECTIONS = "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/";
  static final String FEATURES = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";

  private static final List<String> CORE =
      List.of(COMMON + "core", COLLECTIONS + "collections", FEATURES + "core");

  private Conformance() {}

  static List<String> classes() {
    List<String> classes = new ArrayList<>(CORE);
    for (Encoding encoding : Encoding.values()) {
      if (!encoding.conformance().isEmpty()) {
        classes.add(encoding.conformance());
      }
    }
    classes.addAll(Crs.CONFORMANCE);
    return classes;
  }
}
