package org.displacementmapper.server.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.displacementmapper.server.usecase.DrawTile;
import org.displacementmapper.tile.TileCoord;
import org.displacementmapper.tile.TileEncoder;
import org.displacementmapper.tile.TileEncoders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "tile", description = "Draw one tile of a layer.")
final class TileCommand implements Callable<Integer> {

  @Spec CommandSpec spec;
  @Mixin DataOption data;
  @Mixin PolicyOptions policy;
  @Mixin QuestionOptions options;

  @Parameters(index = "0", paramLabel = "LAYER", description = "A layer that 'layers' lists.")
  String layer;

  @Parameters(index = "1", paramLabel = "Z/X/Y", description = "Tile, such as 6/49/28.")
  String tile;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "geojson (default) or mvt.",
      defaultValue = "geojson")
  String format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "File to write (default: standard output).",
      defaultValue = "-")
  String output;

  private final Opening open;

  TileCommand(Opening open) {
    this.open = open;
  }

  @Override
  public Integer call() throws IOException {
    TileCoord coord = coord();
    TileEncoder encoder =
        TileEncoders.find(format)
            .orElseThrow(() -> usage("--format must be geojson or mvt, was '" + format + "'"));
    byte[] bytes =
        open.open(data.folder, policy.policy())
            .drawTile()
            .draw(new DrawTile.Request(layer, coord, encoder, options.question(), Set.of()));
    if (output.equals("-")) {
      OutputStream out = System.out;
      out.write(bytes);
      out.flush();
    } else {
      Files.write(Path.of(output), bytes);
    }
    return Commands.DONE;
  }

  private TileCoord coord() {
    String[] parts = tile.split("/", -1);
    try {
      if (parts.length == 3) {
        return new TileCoord(
            Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
      }
    } catch (NumberFormatException e) {
      throw usage("a tile is three whole numbers Z/X/Y, was '" + tile + "'");
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
    throw usage("a tile is three whole numbers Z/X/Y, was '" + tile + "'");
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
