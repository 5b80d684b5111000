package org.displacementmapper.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.displacementmapper.feature.Feature;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * P-codes of townships by name, and where no name fits by point. Only the codes leave here: they
 * are facts, the outlines may not be passed on.
 */
record TownshipCodes(List<Feature> townships) {

  /** The points of "Bawlakhe township" lie in its neighbour, so the name must be found. */
  private static final String BAWLAKE = "bawlake";

  /**
   * @param name of the township; empty if not known
   */
  Optional<String> find(String name, Coordinate point) {
    String spelled = letters(name).equals("bawlakhe") ? BAWLAKE : letters(name);
    List<String> named =
        townships.stream()
            .filter(township -> letters(township.text("TS")).equals(spelled))
            .map(township -> township.text("TS_PCODE"))
            .toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : find(point);
  }

  private Optional<String> find(Coordinate coordinate) {
    Geometry point = new GeometryFactory().createPoint(coordinate);
    return townships.stream()
        .filter(each -> each.geometry().getEnvelopeInternal().contains(coordinate))
        .filter(each -> each.geometry().intersects(point))
        .map(each -> each.text("TS_PCODE"))
        .findFirst();
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }
}
