package org.displacementmapper.source;

import java.util.LinkedHashMap;
import java.util.Map;
import org.displacementmapper.feature.Feature;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** The shipped places of GeoNames, to find one's way on the map. */
final class GeoNamesPlaces {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private GeoNamesPlaces() {}

  /** A point with {@code name}, {@code population} and {@code capital}. */
  static Feature read(Feature row) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", row.text("name"));
    values.put("population", Long.valueOf(row.text("population")));
    values.put("feature_code", row.text("feature_code"));
    Coordinate point =
        new Coordinate(Double.parseDouble(row.text("lon")), Double.parseDouble(row.text("lat")));
    return Feature.of(row.text("geoname_id"), GEOMETRY.createPoint(point), values);
  }
}
