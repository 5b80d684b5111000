package org.displacementmapper.server.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.displacementmapper.format.CsvOptions;
import org.displacementmapper.format.FeatureWriter;
import org.displacementmapper.format.Format;
import org.displacementmapper.format.Formats;
import org.displacementmapper.format.PmTilesFormat;
import org.displacementmapper.server.usecase.ExportLayer;
import org.displacementmapper.server.usecase.ExportTiles;
import org.displacementmapper.server.usecase.UseCases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "export", description = "Write a whole layer as a file.")
final class ExportCommand implements Callable<Integer> {

  /** For a file of tiles; more would need hundreds of megabytes of memory. */
  private static final int MAX_TILES = 1_000_000;

  private static final int PROGRESS_TILES = 1_000;

  @Spec CommandSpec spec;
  @Mixin DataOption data;
  @Mixin PolicyOptions policy;
  @Mixin CorrectionsOption corrections;
  @Mixin QuestionOptions options;

  @Parameters(index = "0", paramLabel = "LAYER", description = "A layer that 'layers' lists.")
  String layer;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "File to write; its ending says the format: " + FormatWords.OUTPUTS + ".")
  Path output;

  @Option(
      names = "--properties",
      paramLabel = "NAME",
      split = ",",
      description = "Only these properties; pcode or id always.")
  List<String> properties = List.of();

  @Option(
      names = "--bom",
      description = "CSV: begin with a byte-order mark, by which Excel knows UTF-8.")
  boolean bom;

  @Option(
      names = "--hxl",
      description = "CSV: a second row with the HXL hashtag of each column, such as #adm1+code.")
  boolean hxl;

  @Option(
      names = {"--max-zoom", "--maxzoom"},
      paramLabel = "ZOOM",
      description =
          "PMTiles: the deepest zoom in the file, at most that of the layer (default: "
              + ExportTiles.USUAL_MAX_ZOOM
              + ", where boundaries have every corner); map programs draw deeper ones from it.")
  Integer maxZoom;

  @Option(
      names = "--no-geometry",
      description = "CSV: without shapes, which are longer than the cells of Excel.")
  boolean noGeometry;

  private final Opening open;

  ExportCommand(Opening open) {
    this.open = open;
  }

  @Override
  public Integer call() throws IOException {
    Format format = Formats.outputFor(output.toString());
    if (maxZoom != null && !(format instanceof PmTilesFormat)) {
      throw new ParameterException(
          spec.commandLine(),
          "--max-zoom belongs to .pmtiles, a file of tiles, and not to " + output);
    }
    UseCases useCases = open.open(data.folder, policy.policy(), corrections.corrections());
    Path folder = output.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new FailedException("There is no folder " + folder + " to write " + output + " in.");
    }
    Path beside = Unfinished.in(folder, "export");
    String written;
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
        written =
            format instanceof FeatureWriter writer
                ? writeFeatures(useCases.exportLayer(), writer, out)
                : writeTiles(useCases.exportTiles(), out);
      }
      Files.move(beside, output, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
    spec.commandLine().getErr().printf("%s in %s%n", written, output);
    return Commands.DONE;
  }

  private String writeFeatures(ExportLayer exportLayer, FeatureWriter writer, OutputStream out)
      throws IOException {
    long count =
        exportLayer
            .prepare(layer, options.question(), new LinkedHashSet<>(properties))
            .write(writer, new CsvOptions(bom, hxl, !noGeometry), out);
    return "%d features of %s".formatted(count, layer);
  }

  private String writeTiles(ExportTiles exportTiles, OutputStream out) throws IOException {
    ExportTiles.Written written =
        exportTiles
            .prepare(
                layer,
                options.question(),
                new LinkedHashSet<>(properties),
                maxZoom == null ? OptionalInt.empty() : OptionalInt.of(maxZoom))
            .write(MAX_TILES, this::progress, out);
    return "%,d tiles of %s down to zoom %d, %,d of them different,"
        .formatted(written.tiles(), layer, written.maxZoom(), written.contents());
  }

  private void progress(int zoom, long done, long all) {
    if (done > 0 && done % PROGRESS_TILES == 0) {
      spec.commandLine().getErr().printf("zoom %d, %,d of %,d tiles drawn%n", zoom, done, all);
      spec.commandLine().getErr().flush();
    }
  }
}
