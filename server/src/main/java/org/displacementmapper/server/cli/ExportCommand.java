package org.displacementmapper.server.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.displacementmapper.format.CsvOptions;
import org.displacementmapper.format.FeatureWriter;
import org.displacementmapper.format.Formats;
import org.displacementmapper.server.usecase.UseCases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "export", description = "Write a whole layer as a file.")
final class ExportCommand implements Callable<Integer> {

  @Spec CommandSpec spec;
  @Mixin DataOption data;
  @Mixin PolicyOptions policy;
  @Mixin QuestionOptions options;

  @Parameters(index = "0", paramLabel = "LAYER", description = "A layer that 'layers' lists.")
  String layer;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "File to write; its ending says the format: .geojson, .csv, .gpkg …")
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

  private final Opening open;

  ExportCommand(Opening open) {
    this.open = open;
  }

  @Override
  public Integer call() throws IOException {
    FeatureWriter writer = Formats.writerFor(output.toString());
    UseCases useCases = open.open(data.folder, policy.policy());
    Path folder = output.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new FailedException("There is no folder " + folder + " to write " + output + " in.");
    }
    Path beside = Files.createTempFile(folder, "export-", ".part");
    long count;
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
        count =
            useCases
                .exportLayer()
                .prepare(layer, options.question(), new LinkedHashSet<>(properties))
                .write(writer, new CsvOptions(bom, hxl), out);
      }
      Files.move(beside, output, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
    spec.commandLine().getErr().printf("%d features of %s in %s%n", count, layer, output);
    return Commands.DONE;
  }
}
