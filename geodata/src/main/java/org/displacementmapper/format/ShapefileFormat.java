package org.displacementmapper.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.feature.UnreadableFileException;

/**
 * ESRI Shapefile: a .shp file with a .dbf, .shx, .prj and .cpg beside it. Zipped ones are found by
 * {@link ZipFormat}.
 *
 * <p>Reads points, lines and polygons without their heights and measures, in the encoding that the
 * .cpg or the .dbf's language byte tells, and the coordinate reference system of the .prj. Rows
 * that are marked as deleted are passed over.
 *
 * <p>Writes a zip with the Shapefiles, one for each kind of shape, with field names of ten
 * characters, a table of the full ones, and a README that says what the file has to say.
 *
 * <p>Written by hand after ESRI's description of 1998: the decision is in docs/decisions.
 */
public final class ShapefileFormat implements FeatureReader, FeatureWriter {

  /** The .shx begins like the .shp, but its first record tells the offset 50, in words. */
  private static final String INDEX_START = "\0\0\0\62";

  @Override
  public String id() {
    return "shp";
  }

  @Override
  public String mediaType() {
    return "application/zip";
  }

  @Override
  public List<String> extensions() {
    return List.of("shp.zip");
  }

  @Override
  public boolean recognises(Head head) {
    return head.startsWith(ShapeFile.MAGIC);
  }

  @Override
  public FeatureStream read(Input input, ReadOptions options, Consumer<Issue> issues) {
    try {
      String start = new String(input.head().bytes(), StandardCharsets.ISO_8859_1);
      if (start.startsWith(INDEX_START, ShapeFile.HEADER)) {
        throw new UnreadableFileException(
            input.name(), "this is the .shx file of a Shapefile: name the .shp file beside it");
      }
      ShapefileParts parts =
          input
              .findPath()
              .map(ShapefileParts::beside)
              .orElse(new ShapefileParts(input.name(), Map.of("shp", input::bytes)));
      return read(input, parts, options, issues);
    } catch (IOException e) {
      throw input.unreadable(e);
    }
  }

  /** Reads the parts of one Shapefile; the input they come from is closed with the stream. */
  static FeatureStream read(
      Input input, ShapefileParts parts, ReadOptions options, Consumer<Issue> issues)
      throws IOException {
    ShapefileRows rows = new ShapefileRows(input.name(), parts, issues);
    try {
      FileLayer.choose(
          input.name(),
          List.of(new FileLayer(parts.name(), ShapeGeometry.name(rows.type()), -1)),
          options);
      Optional<Crs> crs = Crs.find(input.name(), options, parts.findText("prj"));
      PlacedFeatures placed = new PlacedFeatures(input.name(), rows, crs, issues);
      return new FeatureStream(
          input.name(),
          rows.schema(),
          placed,
          () -> {
            rows.close();
            input.close();
          },
          true);
    } catch (RuntimeException e) {
      rows.close();
      throw e;
    }
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
    try (ShapefileWriter writer = new ShapefileWriter(schema)) {
      writer.take(features.iterator());
      writer.write(options.layer(), about, out);
    }
  }
}
