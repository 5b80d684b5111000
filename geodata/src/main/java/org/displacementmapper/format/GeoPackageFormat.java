package org.displacementmapper.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.Schema;

/**
 * GeoPackage (OGC 12-128r14): a SQLite file with tables of features.
 *
 * <p>Reads versions 1.0 to 1.4: one layer, or a table of values alone where there is no layer, with
 * the reference system that the file tells; heights and measures are dropped, curves refused.
 * SQLite needs a file: what comes from a stream is copied first. What is refused and why is said at
 * {@link GeoPackageFile} and {@link GeoPackageRows}.
 *
 * <p>Writes version 1.2 with one layer in WGS 84, an R-tree, a description of every column, what is
 * to be said about the file as JSON in {@code gpkg_metadata}, and the style in {@code
 * layer_styles}, where QGIS looks for it. A SQLite file cannot be streamed: it is made as a
 * temporary file first. The same features give the same bytes.
 */
public final class GeoPackageFormat implements FeatureReader, FeatureWriter {

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

  /** Any SQLite file, since the beginning does not always tell: the others are refused by name. */
  @Override
  public boolean recognises(Head head) {
    return head.startsWith("SQLite format 3\0");
  }

  @Override
  public FeatureStream read(Input input, ReadOptions options, Consumer<Issue> issues) {
    try {
      GeoPackageFile source = new GeoPackageFile(input);
      try {
        return read(input, source, options, issues);
      } catch (SQLException e) {
        source.close();
        throw source.failed(e, "");
      } catch (RuntimeException e) {
        source.close();
        throw e;
      }
    } catch (IOException e) {
      throw input.unreadable(e);
    }
  }

  private static FeatureStream read(
      Input input, GeoPackageFile source, ReadOptions options, Consumer<Issue> issues)
      throws SQLException {
    GeoPackageFile.Layer layer = source.choose(options);
    GeoPackageRows rows = new GeoPackageRows(input.name(), source, layer, issues);
    Closeable closing =
        () -> {
          rows.close();
          source.close();
          input.close();
        };
    if (!layer.hasGeometry()) {
      return new FeatureStream(input.name(), rows.schema(), rows, closing, false);
    }
    Optional<String> told =
        options.crs().isPresent() ? Optional.empty() : source.findSystem(layer.srsId());
    Optional<Crs> crs = Crs.find(input.name(), options, told);
    PlacedFeatures placed = new PlacedFeatures(input.name(), rows, crs, issues);
    return new FeatureStream(input.name(), rows.schema(), placed, closing, true);
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
