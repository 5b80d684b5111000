package org.displacementmapper.format;

import java.util.Optional;
import org.displacementmapper.feature.Style;

/**
 * What a writer may be told beside the features; a format takes what it has a use for.
 *
 * @param layer name of the layer inside the file
 * @param geometryType {@code Point}, {@code MultiPolygon} …: polygons of a multi-polygon layer
 *     become such; empty: whatever the features have
 * @param style how the layer is to be drawn
 */
public record WriteOptions(
    String layer, String geometryType, Optional<Style> style, CsvOptions csv) {

  public static final WriteOptions PLAIN =
      new WriteOptions("features", "", Optional.empty(), CsvOptions.PLAIN);

  public static WriteOptions csv(CsvOptions csv) {
    return new WriteOptions(PLAIN.layer, PLAIN.geometryType, PLAIN.style, csv);
  }
}
