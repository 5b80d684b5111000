package org.displacementmapper.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.displacementmapper.dataset.PublicationPolicy;
import org.displacementmapper.server.usecase.ImportIncidents;
import org.displacementmapper.server.usecase.ImportPopulationRaster;
import org.displacementmapper.server.usecase.ImportProgress;
import org.displacementmapper.server.usecase.ImportReport;
import org.displacementmapper.server.usecase.ReplaceBoundaries;
import org.displacementmapper.server.usecase.UseCases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "import",
    synopsisSubcommandLabel = "COMMAND",
    description = "Bring in data; each import makes a new dataset version, or changes nothing.")
final class ImportCommand implements Runnable {

  private static final String READ =
      "File to read, in any of these formats by content, not by ending: "
          + FormatWords.INPUTS
          + "; - for standard input.";

  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing what to import");
  }

  /** What every import takes, and how it reports. */
  abstract static class Part implements Callable<Integer> {

    @Spec CommandSpec spec;
    @Mixin DataOption data;
    @Mixin ReadingOptions reading;

    @Option(names = "--dry-run", description = "Say what would happen and change nothing.")
    boolean dryRun;

    @Option(names = "--json", description = "Print the report as JSON.")
    boolean json;

    private final Opening open;

    Part(Opening open) {
      this.open = open;
    }

    abstract ImportReport run(UseCases useCases);

    void progress(long rows) {
      spec.commandLine().getErr().printf("%,d rows read%n", rows);
      spec.commandLine().getErr().flush();
    }

    @Override
    public Integer call() {
      ImportReport report = run(open.open(data.folder, PublicationPolicy.STANDARD));
      Reports.print(report, json, spec.commandLine().getOut());
      if (report.accepted() == 0) {
        spec.commandLine()
            .getErr()
            .println("Failed: not one row could be taken, and nothing was changed.");
        return Commands.FAILED;
      }
      return Commands.DONE;
    }
  }

  @Command(
      name = "incidents",
      description =
          "Import incidents: UCDP GED, the curated list, or plain points. A known key"
              + " (source and id) is updated.")
  static final class Incidents extends Part {

    /** Fewer are stored before anybody wonders. */
    private static final long MANY_ROWS = 100_000;

    @Parameters(
        arity = "1..*",
        paramLabel = "FILE",
        description =
            "Files to read, in any of these formats by content, not by ending: "
                + FormatWords.INPUTS
                + "; - for standard input.")
    List<String> files;

    @Option(
        names = "--source",
        paramLabel = "NAME",
        description = "Short name of the publisher of plain files (default: from the file).",
        defaultValue = "")
    String source;

    @Option(
        names = "--licence",
        paramLabel = "TEXT",
        description = "Licence of rows that state none; without one a row is not public.",
        defaultValue = "")
    String licence;

    @Option(
        names = "--replace",
        description = "Remove the rows of the same source that the files do not bring again.")
    boolean replace;

    Incidents(Opening open) {
      super(open);
    }

    @Override
    ImportReport run(UseCases useCases) {
      return useCases
          .importIncidents()
          .run(
              new ImportIncidents.Request(
                  files, reading.options(), source, licence, replace, dryRun),
              System.in,
              new ImportProgress() {
                @Override
                public void accept(long rows) {
                  progress(rows);
                }

                @Override
                public void storing(long rows) {
                  if (rows >= MANY_ROWS) {
                    PrintWriter err = spec.commandLine().getErr();
                    err.printf(
                        "all %,d rows read; they are being %s%n",
                        rows, dryRun ? "sorted and compared" : "sorted, joined and stored");
                    err.flush();
                  }
                }
              });
    }
  }

  @Command(
      name = "boundaries",
      description =
          "Import the units of one admin level with P-codes. They take the place of all"
              + " units loaded before; missing upper levels are dissolved from them.")
  static final class Boundaries extends Part {

    @Parameters(paramLabel = "FILE", description = READ)
    String file;

    @Option(
        names = "--level",
        required = true,
        paramLabel = "N",
        description = "Admin level of the units: 1 state or region, 2 district, 3 township.")
    int level;

    @Mixin ColumnOptions columns;

    @Option(
        names = "--release",
        paramLabel = "NAME",
        description = "Name of the release (default: the file's name).",
        defaultValue = "")
    String release;

    @Option(
        names = "--credit",
        paramLabel = "TEXT",
        description = "Credit line shown beside maps.",
        defaultValue = "")
    String credit;

    @Option(
        names = "--licence",
        paramLabel = "TEXT",
        description = "Licence of the polygons.",
        defaultValue = "")
    String licence;

    Boundaries(Opening open) {
      super(open);
    }

    @Override
    ImportReport run(UseCases useCases) {
      if (level < 1 || level > 3) {
        throw new ParameterException(spec.commandLine(), "--level must be 1, 2 or 3, was " + level);
      }
      return useCases
          .replaceBoundaries()
          .run(
              new ReplaceBoundaries.Request(
                  file,
                  reading.options(),
                  level,
                  columns.names(),
                  release,
                  credit,
                  licence,
                  dryRun),
              System.in);
    }
  }

  @Command(
      name = "population",
      description = "Import people by P-code; the columns of a census table are recognised.")
  static final class Population extends Part {

    @Parameters(paramLabel = "FILE", description = READ)
    String file;

    Population(Opening open) {
      super(open);
    }

    @Override
    ImportReport run(UseCases useCases) {
      return useCases
          .importPopulation()
          .run(file, reading.options(), dryRun, System.in, this::progress);
    }
  }

  @Command(
      name = "population-raster",
      description =
          "Import people by cell from a GeoTIFF, such as WorldPop's, for exposure: one band of people"
              + " per pixel, EPSG:4326 or UTM on WGS 84.")
  static final class PopulationRaster extends Part {

    @Parameters(paramLabel = "FILE", description = "File to read.")
    Path file;

    @Option(
        names = "--source",
        required = true,
        paramLabel = "TEXT",
        description = "Who made it, with the year, as a credit line.")
    String source;

    @Option(
        names = "--licence",
        required = true,
        paramLabel = "TEXT",
        description = "Licence of the raster.")
    String licence;

    PopulationRaster(Opening open) {
      super(open);
    }

    @Override
    ImportReport run(UseCases useCases) {
      return useCases
          .importPopulationRaster()
          .run(new ImportPopulationRaster.Request(file, source, licence, dryRun));
    }
  }

  @Command(
      name = "figures",
      description = "Import figures of displaced people, each with publisher and date.")
  static final class Figures extends Part {

    @Parameters(paramLabel = "FILE", description = READ)
    String file;

    Figures(Opening open) {
      super(open);
    }

    @Override
    ImportReport run(UseCases useCases) {
      return useCases
          .importFigures()
          .run(file, reading.options(), dryRun, System.in, this::progress);
    }
  }
}
