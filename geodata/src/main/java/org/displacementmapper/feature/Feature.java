package org.displacementmapper.feature;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A geometry with named values, as one row of a file, one item of a collection, or one shape of a
 * tile.
 *
 * @param id identity within its layer or file; null if it has none
 * @param geometry WGS 84, longitude first; null if the place is not known or not given
 * @param values by field name, in the order in which they are to be shown; a value may be null
 * @param line line of the file on which it begins, from 1; 0 if it was not read from a file
 */
public record Feature(String id, Geometry geometry, Map<String, Object> values, long line) {

  public Feature {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public static Feature of(String id, Geometry geometry, Map<String, Object> values) {
    return new Feature(id, geometry, values, 0);
  }

  public Optional<Geometry> findGeometry() {
    return Optional.ofNullable(geometry);
  }

  /** The value as text without surrounding blanks, or an empty string if it is missing or null. */
  public String text(String field) {
    Object value = values.get(field);
    return value == null ? "" : value.toString().strip();
  }
}
