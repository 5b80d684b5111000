package org.displacementmapper.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Schema;

/**
 * GeoPackage 1.2 (OGC 12-128r14): a SQLite file with one table of features.
 *
 * <p>Writes WGS 84, an R-tree, a description of every column, what is to be said about the file as
 * JSON in {@code gpkg_metadata}, and the style in {@code layer_styles}, where QGIS looks for it. A
 * SQLite file cannot be streamed: it is made as a temporary file first. The same features give the
 * same bytes.
 */
public final class GeoPackageFormat implements FeatureWriter {

  @Override
  public String id() {
    return "gpkg";
  }

  @Override
  public String mediaType() {
    return "application/geopackage+sqlite3";
  }

  @Override
  public List<String> extensions() {
    return List.of("gpkg");
  }

  @Override
  public void write(Schema schema, Stream<Feature> features, Map<String, ?> about, OutputStream out)
      throws IOException {
    write(schema, features, about, WriteOptions.PLAIN, out);
  }

  @Override
  public void write(
      Schema schema,
      Stream<Feature> features,
      Map<String, ?> about,
      WriteOptions options,
      OutputStream out)
      throws IOException {
    Path file = Files.createTempFile("write-", ".gpkg");
    try {
      FeatureSample sample = new FeatureSample(features.iterator());
      try (GeoPackageWriter writer = new GeoPackageWriter(file, schema, sample, options)) {
        writer.features(sample);
        writer.finish(about);
      }
      Files.copy(file, out);
      out.flush();
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
