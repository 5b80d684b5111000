package org.displacementmapper.source;

import org.displacementmapper.feature.Schema;

/**
 * A file about to be read.
 *
 * @param name as issues name it; "-" for standard input
 * @param schema its columns or properties
 * @param hasGeometry whether its rows bring a geometry of their own, as GeoJSON's do
 */
public record ImportFile(String name, Schema schema, boolean hasGeometry, ImportOptions options) {

  /** A table without options. */
  public static ImportFile table(String name, Schema schema) {
    return new ImportFile(name, schema, false, ImportOptions.NONE);
  }
}
